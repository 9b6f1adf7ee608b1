import { useDebouncedValue } from '@mantine/hooks';
import type { PatientHit } from '@courseline/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { patientSearchQuery } from '../../api/patient-search';
import { Choice } from '../../ui/fields/choice';
import { TextField } from '../../ui/fields/text-field';
import { useFormat, type Format } from '../../ui/format-context';

const typingPauseMilliseconds = 200;

interface PatientPickerProps {
  /** Whom it cannot be. */
  readonly exceptId: string;
  readonly error?: string | undefined;
  readonly onChosen: (patient: PatientHit) => void;
}

/** Finds the patient something belongs to. */
export function PatientPicker({ exceptId, error, onChosen }: PatientPickerProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), typingPauseMilliseconds);
  const query = useQuery({ ...patientSearchQuery(slug, asked), enabled: asked !== '' });
  const hits = asked === '' ? [] : (query.data?.patients ?? []).filter(({ id }) => id !== exceptId);
  return (
    <>
      <TextField
        type="search"
        label="Right patient: name, record number or birth date"
        autoComplete="off"
        value={text}
        error={error}
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
    </>
  );
}

function hitWords(patient: PatientHit, format: Format): string {
  const born = patient.birthDate === null ? 'birth date unknown' : `born ${format.day(patient.birthDate)}`;
  return `${patient.familyName}, ${patient.givenName} · ${born} · ${patient.mrn}`;
}
