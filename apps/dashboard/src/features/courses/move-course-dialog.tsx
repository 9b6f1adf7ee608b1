import type { Course, MovedCourse, PatientHit } from '@courseline/contracts';
import { useState, type ReactNode } from 'react';
import { moveCourse } from '../../api/courses';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { Form, FormEnd } from '../../ui/fields/form';
import { isReasonMissing, ReasonField } from '../../ui/fields/reason-field';
import { problemWords } from '../../ui/failure-words';
import { RightPatient, type PatientPickerSlot } from '../../ui/right-patient';

interface MoveCourseDialogProps {
  readonly course: Course;
  readonly picker: (slot: PatientPickerSlot) => ReactNode;
  readonly onClose: () => void;
  readonly onMoved: (moved: MovedCourse) => void;
}

/** The course was put on the wrong patient: whose it is, and why it came here. */
export function MoveCourseDialog({ course, picker, onClose, onMoved }: MoveCourseDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="Put the course on the right patient">
      <MoveCourseForm course={course} picker={picker} onMoved={onMoved} />
    </Dialog>
  );
}

function MoveCourseForm({ course, picker, onMoved }: Omit<MoveCourseDialogProps, 'onClose'>) {
  const { slug } = useCurrentClinic();
  const [chosen, setChosen] = useState<PatientHit | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const move = useDeed(
    (patientId: string, key) => moveCourse(slug, course, { patientId, reason: reason.trim() }, key),
    { refresh: ['clinic', slug], onDone: onMoved },
  );
  return (
    <Form
      label="Put the course on the right patient"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (chosen !== null && !isReasonMissing(reason)) move.mutate(chosen.id);
      }}
    >
      <p>
        The course and its sessions that are not signed move to the other patient. Both histories say so, and
        each points at the other. Signed sessions are moved first, each by itself.
      </p>
      <RightPatient
        picker={picker}
        exceptId={course.patientId}
        chosen={chosen}
        error={asked ? 'Choose the patient the course belongs to.' : undefined}
        onChoose={setChosen}
      />
      <ReasonField
        value={reason}
        hint="Stays in both histories with your name."
        asked={asked}
        onChange={setReason}
      />
      <FormEnd submit="Move the course" pending={move.isPending} problem={problemWords(move.error)} />
    </Form>
  );
}
