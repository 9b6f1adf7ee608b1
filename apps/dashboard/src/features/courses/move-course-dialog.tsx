import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Course, MovedCourse, PatientHit } from '@courseline/contracts';
import { useState } from 'react';
import { moveCourse } from '../../api/courses';
import { useCurrentClinic } from '../../api/current-clinic';
import { patientSearchQuery } from '../../api/patient-search';
import { useDeed } from '../../api/use-deed';
import { Dialog } from '../../ui/dialog';
import { Choice } from '../../ui/fields/choice';
import { Form, FormEnd } from '../../ui/fields/form';
import { TextField } from '../../ui/fields/text-field';
import { useFormat, type Format } from '../../ui/format-context';
import { describeFailure, problemOf } from '../../ui/failure-words';
import styles from './courses.module.css';

const typingPauseMilliseconds = 200;

interface MoveCourseDialogProps {
  readonly course: Course;
  readonly onClose: () => void;
  readonly onMoved: (moved: MovedCourse) => void;
}

/** The course was put on the wrong patient: whose it is, and why it came here. */
export function MoveCourseDialog({ course, onClose, onMoved }: MoveCourseDialogProps) {
  return (
    <Dialog opened onClose={onClose} title="Put the course on the right patient">
      <MoveCourseForm course={course} onMoved={onMoved} />
    </Dialog>
  );
}

function MoveCourseForm({ course, onMoved }: Omit<MoveCourseDialogProps, 'onClose'>) {
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
        <PatientPicker exceptId={course.patientId} onChosen={setChosen} isMissing={asked} />
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

interface PatientPickerProps {
  readonly exceptId: string;
  readonly onChosen: (patient: PatientHit) => void;
  readonly isMissing: boolean;
}

function PatientPicker({ exceptId, onChosen, isMissing }: PatientPickerProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), typingPauseMilliseconds);
  const query = useQuery({ ...patientSearchQuery(slug, asked), enabled: asked !== '' });
  const hits = asked === '' ? [] : (query.data?.patients ?? []).filter(({ id }) => id !== exceptId);
  return (
    <div className={styles['hits']}>
      <TextField
        type="search"
        label="Right patient: name, record number or birth date"
        autoComplete="off"
        value={text}
        error={isMissing ? 'Choose the patient the course belongs to.' : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {hits.length > 0 && (
        <Choice
          label="Patients found"
          stacked
          options={hits.map((patient) => ({ value: patient.id, label: hitWords(patient, format) }))}
          value={null}
          onChange={(id) => {
            const hit = hits.find((patient) => patient.id === id);
            if (hit !== undefined) onChosen(hit);
          }}
        />
      )}
      {asked !== '' && query.data !== undefined && hits.length === 0 && (
        <p role="status">Nobody else whom you may see matches.</p>
      )}
    </div>
  );
}

function hitWords(patient: PatientHit, format: Format): string {
  const born = patient.birthDate === null ? 'birth date unknown' : `born ${format.day(patient.birthDate)}`;
  return `${patient.familyName}, ${patient.givenName} · ${born} · ${patient.mrn}`;
}
