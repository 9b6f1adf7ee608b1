import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PatientHit } from '@courseline/contracts';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { patientSearchQuery } from '../../api/patient-search';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields/text-field';
import { useFormat } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { RowsSkeleton } from '../../ui/skeletons';
import styles from './patient-search.module.css';

const typingPauseMilliseconds = 150;

interface PatientSearchDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function PatientSearchDialog({ opened, onClose }: PatientSearchDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Search patients" size="lg">
      <PatientSearch onChosen={onClose} />
    </Dialog>
  );
}

function PatientSearch({ onChosen }: { readonly onChosen: () => void }) {
  const clinic = useCurrentClinic();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), typingPauseMilliseconds);
  const query = useQuery(patientSearchQuery(clinic.slug, asked));
  const list = useRef<HTMLUListElement>(null);
  const mayRegister = useHasRole('nurse', 'clinician');
  const pathTo = (patient: PatientHit) => `/c/${clinic.slug}/patients/${patient.id}`;

  const links = () => [...(list.current?.querySelectorAll('a') ?? [])];
  const onFieldKey = (event: KeyboardEvent) => {
    const [first] = query.data?.patients ?? [];
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      links()[0]?.focus();
    } else if (event.key === 'Enter' && first !== undefined && asked === text.trim()) {
      onChosen();
      void navigate(pathTo(first));
    }
  };
  const onListKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = links();
    all[all.findIndex((link) => link === document.activeElement) + step]?.focus();
  };

  return (
    <>
      <TextField
        type="search"
        label="Name, record number or birth date"
        value={text}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onFieldKey}
      />
      <Loaded query={query} skeleton={<RowsSkeleton rows={5} />}>
        {({ patients, more }) =>
          patients.length === 0 ? (
            <p role="status">
              {asked === ''
                ? 'No patients yet. Register the first.'
                : 'Nobody you may see matches. Try part of the family name, or the record number.'}
            </p>
          ) : (
            <>
              <p className={styles['said']} role="status">
                {asked === '' ? 'Registered last' : `${patients.length}${more ? ' or more' : ''} found`}
              </p>
              {/* The arrow keys are a shorter way through links that Tab reaches as well. */}
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
              <ul className={styles['hits']} ref={list} onKeyDown={onListKey}>
                {patients.map((patient) => (
                  <li key={patient.id}>
                    <Link className={styles['hit']} to={pathTo(patient)} onClick={onChosen}>
                      <Hit patient={patient} />
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      {mayRegister && (
        <Link to={`/c/${clinic.slug}/patients/new`} onClick={onChosen}>
          Register a patient
        </Link>
      )}
    </>
  );
}

function Hit({ patient }: { readonly patient: PatientHit }) {
  const format = useFormat();
  return (
    <>
      <span className={styles['name']}>
        {patient.familyName}, {patient.givenName}
      </span>
      <span className={styles['more']}>
        {patient.birthDate === null ? 'birth date unknown' : `born ${format.day(patient.birthDate)}`}
        {' · '}
        {patient.mrn}
      </span>
    </>
  );
}
