import type { Trajectory } from '@courseline/contracts';
import type { ReactNode } from 'react';
import { attentionWords } from '../../messages/attention-words';
import { useFormat, type Format } from '../../ui/format-context';
import { PageHeader } from '../../ui/page';
import { courseStandingWords, personWords } from './course-words';
import styles from './patient-header.module.css';

interface PatientHeaderProps {
  readonly trajectory: Trajectory;
  readonly clinicName: string;
  readonly actions?: ReactNode;
}

/** Who this is, and where the course stands. */
export function PatientHeader({ trajectory, clinicName, actions }: PatientHeaderProps) {
  const format = useFormat();
  const { patient, course, attention } = trajectory;
  const name = [patient.givenName, patient.familyName].filter((part) => part !== '').join(' ');
  return (
    <>
      <PageHeader
        title={name}
        documentTitle={`${patient.familyName}, ${patient.givenName}`}
        lead={
          <>
            <span>{personWords(patient)}</span>
            <span className={styles['standing']}>
              {course === null ? 'No course of treatment yet' : courseStandingWords(course)}
            </span>
            <span className={styles['identity']}>{identity(patient, format)}</span>
            <span className={styles['identity']} data-print-only>
              {`${clinicName}, printed ${format.day(trajectory.today)}`}
            </span>
          </>
        }
        actions={actions}
      />
      {(patient.contraindications !== null || attention.length > 0) && (
        <div className={styles['notices']}>
          {patient.contraindications !== null && (
            <p className={styles['attention']}>! Caution: {patient.contraindications}</p>
          )}
          {attention.length > 0 && (
            <ul className={styles['reasons']} aria-label="Needs attention">
              {attention.map((reason) => (
                <li key={`${reason.code} ${reason.ruleId}`} className={styles['attention']}>
                  ! {attentionWords(reason, format)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}

/** Two people of one name are told apart by these, on screen as on paper. */
function identity({ mrn, birthDate }: Trajectory['patient'], format: Format): string {
  const born = birthDate === null ? 'birth date unknown' : `born ${format.day(birthDate)}`;
  return `Record ${mrn} · ${born}`;
}
