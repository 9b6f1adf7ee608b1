import { Button } from '@mantine/core';
import type { PatientHit } from '@courseline/contracts';
import type { ReactNode } from 'react';
import styles from './right-patient.module.css';

/** Where one looks for a patient; the feature that searches fills it. */
export interface PatientPickerSlot {
  readonly exceptId: string;
  readonly error: string | undefined;
  readonly onChosen: (patient: PatientHit) => void;
}

interface RightPatientProps {
  readonly picker: (slot: PatientPickerSlot) => ReactNode;
  /** Whose it is not. */
  readonly exceptId: string;
  readonly chosen: PatientHit | null;
  /** What is to be said while nobody is chosen. */
  readonly error: string | undefined;
  readonly onChoose: (patient: PatientHit | null) => void;
}

/** Whose something is that was written down on the wrong patient: looked for, then said by name and number. */
export function RightPatient({ picker, exceptId, chosen, error, onChoose }: RightPatientProps) {
  if (chosen === null) return picker({ exceptId, error, onChosen: onChoose });
  return (
    <div className={styles['chosen']}>
      <p>
        Moves to <strong>{[chosen.givenName, chosen.familyName].join(' ').trim()}</strong> ({chosen.mrn})
      </p>
      <Button size="compact-sm" variant="default" onClick={() => onChoose(null)}>
        Choose another
      </Button>
    </div>
  );
}
