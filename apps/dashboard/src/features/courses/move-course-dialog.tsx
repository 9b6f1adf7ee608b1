import { Button } from '@mantine/core';
import type { Course, MovedCourse, PatientHit } from '@courseline/contracts';
import { useState, type ReactNode } from 'react';
import { moveCourse } from '../../api/courses';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { describeFailure, problemOf } from '../../ui/failure-words';
import styles from './courses.module.css';

/** Where one chooses a patient; another feature fills it. */
export interface PatientPickerSlot {
  readonly exceptId: string;
  readonly error: string | undefined;
  readonly onChosen: (patient: PatientHit) => void;
}

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
  const isReasonMissing = reason.trim().length < 3;
  return (
    <Form
      label="Put the course on the right patient"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (chosen !== null && !isReasonMissing) move.mutate(chosen.id);
      }}
    >
      <p>
        The course and its sessions that are not signed move to the other patient. Both histories say so, and
        each points at the other. Signed sessions are moved first, each by itself.
      </p>
      {chosen === null ? (
        picker({
          exceptId: course.patientId,
          error: asked ? 'Choose the patient the course belongs to.' : undefined,
          onChosen: setChosen,
        })
      ) : (
        <div className={styles['head']}>
          <p>
            Moves to <strong>{`${chosen.familyName}, ${chosen.givenName}`}</strong> ({chosen.mrn})
          </p>
          <Button size="compact-sm" variant="default" onClick={() => setChosen(null)}>
            Choose another
          </Button>
        </div>
      )}
      <TextField
        label="Reason"
        hint="Stays in both histories with your name."
        value={reason}
        maxLength={500}
        error={asked && isReasonMissing ? 'Say why, in three letters or more.' : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormEnd submit="Move the course" pending={move.isPending} problem={failureOf(move.error)} />
    </Form>
  );
}

function failureOf(error: Error | null): string | null {
  if (error === null) return null;
  const details = (problemOf(error)?.errors ?? []).map(({ detail }) => detail);
  const { title, advice } = describeFailure(error);
  return details.length > 0 ? details.join(' ') : `${title} ${advice}`;
}
