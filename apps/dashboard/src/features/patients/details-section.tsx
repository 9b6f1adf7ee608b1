import { Button } from '@mantine/core';
import type { Patient } from '@courseline/contracts';
import { lazy, Suspense, useState } from 'react';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { voidPatient } from '../../api/patients';
import { useDeed } from '../../api/use-deed';
import { sexWords } from '../../messages/record-words';
import { DisclosureMenu, MenuButton } from '../../ui/disclosure-menu';
import { useFormat } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { ReasonDialog } from '../../ui/reason-dialog';
import { indicationList } from './patient-changes';
import styles from './patients.module.css';

const AmendPatientDialog = lazy(async () => ({
  default: (await import('./amend-patient-dialog')).AmendPatientDialog,
}));
const PatientHistoryDialog = lazy(async () => ({
  default: (await import('./patient-history-dialog')).PatientHistoryDialog,
}));

/** Who the patient is, and what can be done about what is recorded wrongly. */
export function DetailsSection({ patient }: { readonly patient: Patient }) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const treats = useHasRole('nurse', 'clinician');
  const mayVoid = useHasRole('clinician');
  const [open, setOpen] = useState<'amend' | 'history' | 'void' | null>(null);
  const close = () => setOpen(null);
  const enterInError = useDeed(
    (reason: string, key) => voidPatient(slug, patient.id, patient.version, { reason }, key),
    { refresh: ['clinic', slug], onDone: close },
  );
  const isCurrent = patient.status === 'current';
  return (
    <Section
      title="Details"
      actions={
        <>
          {treats && isCurrent && (
            <Button size="compact-sm" variant="default" onClick={() => setOpen('amend')}>
              Amend
            </Button>
          )}
          <DisclosureMenu label="More" name="More about the details">
            <MenuButton onPress={() => setOpen('history')}>History</MenuButton>
            {mayVoid && isCurrent && (
              <MenuButton onPress={() => setOpen('void')}>Registered in error</MenuButton>
            )}
          </DisclosureMenu>
        </>
      }
    >
      <dl className={styles['facts']}>
        <dt>Record number</dt>
        <dd>{patient.mrn}</dd>
        <dt>Born</dt>
        <dd>{patient.birthDate === null ? 'not known' : format.day(patient.birthDate)}</dd>
        <dt>Sex</dt>
        <dd>{sexWords[patient.sex]}</dd>
        <dt>Indications</dt>
        <dd>{indicationList(patient.indications) ?? 'none recorded'}</dd>
        <dt>Telephone</dt>
        <dd>{patient.phone ?? 'not recorded'}</dd>
        <dt>Email</dt>
        <dd>{patient.email ?? 'not recorded'}</dd>
      </dl>
      <Suspense>
        {open === 'amend' && <AmendPatientDialog patient={patient} onClose={close} />}
        {open === 'history' && <PatientHistoryDialog patientId={patient.id} onClose={close} />}
      </Suspense>
      <ReasonDialog
        opened={open === 'void'}
        onClose={close}
        title="Was this patient registered in error?"
        consequence="The patient leaves every list, and the record number is free again. The history stays. This cannot be undone, and is refused while the patient has courses or answered forms."
        confirm="Take out of the record"
        suggestions={['Registered twice', 'Wrong person']}
        pending={enterInError.isPending}
        error={enterInError.error}
        onConfirm={(reason) => enterInError.mutate(reason)}
      />
    </Section>
  );
}
