import { hasSessions, type Course, type PatientHit, type SessionDetail } from '@courseline/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { coursesQuery } from '../../api/courses';
import { useCurrentClinic } from '../../api/current-clinic';
import { forgetSessionLog, moveSession } from '../../api/session-log';
import { useDeed } from '../../api/use-deed';
import { phaseWords, treatmentWords } from '../../messages/clinical-words';
import { Dialog } from '../../ui/dialog';
import { problemWords } from '../../ui/failure-words';
import { Choice } from '../../ui/fields/choice';
import { Form, FormEnd } from '../../ui/fields/form';
import { isReasonMissing, ReasonField } from '../../ui/fields/reason-field';
import { useFormat, type Format } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { LinesSkeleton } from '../../ui/skeletons';
import { FormsChoice } from './void-session-dialog';
import { RightPatient, type PatientPickerSlot } from '../../ui/right-patient';

interface MoveSessionDialogProps {
  readonly session: SessionDetail;
  readonly patientName: string;
  readonly picker: (slot: PatientPickerSlot) => ReactNode;
  readonly onClose: () => void;
  readonly onMoved: (detail: SessionDetail) => void;
}

/** The session was written down on the wrong patient: whose it is, into which course, and how it came about. */
export function MoveSessionDialog({ onClose, ...form }: MoveSessionDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="Put the session on the right patient" size="lg">
      <MoveSessionForm {...form} />
    </Dialog>
  );
}

function MoveSessionForm({ session, patientName, picker, onMoved }: Omit<MoveSessionDialogProps, 'onClose'>) {
  const { slug } = useCurrentClinic();
  const [patient, setPatient] = useState<PatientHit | null>(null);
  const [courseId, setCourseId] = useState<string | null>(null);
  const [forms, setForms] = useState<'with' | 'without'>('with');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const deed = useDeed(
    async (target: { patientId: string; courseId: string }, key) => {
      const move = { ...target, withAssessments: forms === 'with', reason: reason.trim() };
      const detail = await moveSession(slug, session.id, session.version, move, key);
      forgetSessionLog(client, slug, session.id);
      return detail;
    },
    { refresh: ['clinic', slug], onDone: onMoved },
  );

  return (
    <Form
      label="Put the session on the right patient"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (patient !== null && courseId !== null && !isReasonMissing(reason))
          deed.mutate({ patientId: patient.id, courseId });
      }}
    >
      <p>
        The session leaves every chart and rate of {patientName} and counts for the other patient from then
        on. Both histories keep it and point at each other.
      </p>
      <RightPatient
        picker={picker}
        exceptId={session.patientId}
        chosen={patient}
        error={asked ? 'Choose the patient the session belongs to.' : undefined}
        onChoose={(next) => {
          setPatient(next);
          setCourseId(null);
        }}
      />
      {patient !== null && (
        <CourseChoice
          patientId={patient.id}
          value={courseId}
          error={asked && courseId === null ? 'Choose the course it belongs to.' : undefined}
          onChoose={setCourseId}
        />
      )}
      <FormsChoice forms={forms} onChoose={setForms} others={`They stay with ${patientName}`} />
      <ReasonField
        value={reason}
        hint="Stays in both histories with your name."
        asked={asked}
        onChange={setReason}
      />
      <FormEnd submit="Move the session" pending={deed.isPending} problem={problemWords(deed.error)} />
    </Form>
  );
}

interface CourseChoiceProps {
  readonly patientId: string;
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChoose: (courseId: string) => void;
}

function CourseChoice({ patientId, value, error, onChoose }: CourseChoiceProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const query = useQuery(coursesQuery(slug, patientId));
  return (
    <Loaded query={query} skeleton={<LinesSkeleton lines={2} />}>
      {({ courses }) => {
        const fitting = courses.filter((course) => course.status === 'current' && hasSessions(course.agent));
        return fitting.length === 0 ? (
          <p role="status">This patient has no course of ketamine or esketamine. Start one first.</p>
        ) : (
          <Choice
            label="Into the course"
            stacked
            error={error}
            options={fitting.map((course) => ({ value: course.id, label: courseWords(course, format) }))}
            value={value}
            onChange={onChoose}
          />
        );
      }}
    </Loaded>
  );
}

function courseWords(course: Course, format: Format): string {
  const phase = course.phases.at(-1);
  const words = `${treatmentWords(course)}, since ${format.day(course.startedOn)}`;
  const end = course.endedOn === null ? '' : `, ended ${format.day(course.endedOn)}`;
  return `${words}${end}${phase === undefined ? '' : `, ${phaseWords[phase.phase].toLowerCase()}`}`;
}
