import type { PatientHit } from '@courseline/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCurrentClinic } from '../../api/current-clinic';
import { Callout } from '../../ui/callout';
import { useFormat } from '../../ui/format-context';
import styles from './patients.module.css';

interface DuplicateWarningProps {
  readonly candidates: readonly PatientHit[];
  /** The record number that was typed, where one of them has it. */
  readonly takenNumber: string | null;
  readonly action: ReactNode;
}

/** Who is registered already under this name. Opens in a tab of its own: what was typed stays. */
export function DuplicateWarning({ candidates, takenNumber, action }: DuplicateWarningProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  return (
    <Callout tone="attention" live actions={action}>
      Is it one of these? A person belongs here once.
      <ul className={styles['candidates']}>
        {candidates.map((patient) => (
          <li key={patient.id}>
            <Link to={`/c/${slug}/patients/${patient.id}/record`} target="_blank" rel="noopener">
              {patient.familyName}, {patient.givenName}
            </Link>
            {' · '}
            {patient.birthDate === null
              ? 'birth date unknown'
              : `born ${format.day(patient.birthDate)}`} · {patient.mrn}
          </li>
        ))}
      </ul>
      {takenNumber !== null && (
        <p>The record number {takenNumber} belongs to one of them. Another person needs another number.</p>
      )}
    </Callout>
  );
}
