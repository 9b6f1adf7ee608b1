import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PriorTreatment } from '@courseline/contracts';
import { lazy, Suspense, useState } from 'react';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { priorTreatmentsQuery, voidPriorTreatment } from '../../api/prior-treatments';
import { useDeed } from '../../api/use-deed';
import {
  adequacyWords,
  adherenceWords,
  episodeWords,
  treatmentKindWords,
  trialCountsWords,
  trialOutcomeWords,
} from '../../messages/record-words';
import { DataTable, type Column } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import { DisclosureMenu, MenuButton } from '../../ui/disclosure-menu';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { ReasonDialog } from '../../ui/reason-dialog';
import { RowsSkeleton } from '../../ui/skeletons';
import { EmptyState } from '../../ui/states';
import styles from './patients.module.css';

const AddPriorTreatmentForm = lazy(async () => ({
  default: (await import('./prior-treatment-form')).AddPriorTreatmentForm,
}));
const AmendPriorTreatmentForm = lazy(async () => ({
  default: (await import('./prior-treatment-form')).AmendPriorTreatmentForm,
}));
const PriorTreatmentHistoryDialog = lazy(async () => ({
  default: (await import('./prior-treatment-history-dialog')).PriorTreatmentHistoryDialog,
}));

type Open =
  | { readonly what: 'add' | 'history' }
  | { readonly what: 'amend' | 'void'; readonly priorTreatment: PriorTreatment };

/** What the patient tried before, and how many adequate trials did not help enough. */
export function PriorTreatmentsSection({ patientId }: { readonly patientId: string }) {
  const { slug } = useCurrentClinic();
  const treats = useHasRole('nurse', 'clinician');
  const query = useQuery(priorTreatmentsQuery(slug, patientId));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const add = treats && (
    <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: 'add' })}>
      Add a treatment
    </Button>
  );
  return (
    <Section
      title="Treatments tried before"
      lead={
        query.data !== undefined && query.data.priorTreatments.length > 0 ? (
          <>{trialCountsWords(query.data.counts)}.</>
        ) : undefined
      }
      actions={
        <>
          {add}
          <DisclosureMenu label="More" name="More about treatments tried before">
            <MenuButton onPress={() => setOpen({ what: 'history' })}>History</MenuButton>
          </DisclosureMenu>
        </>
      }
    >
      <Loaded query={query} skeleton={<RowsSkeleton rows={3} />}>
        {({ priorTreatments }) =>
          priorTreatments.length === 0 ? (
            <EmptyState title="No treatments tried before">
              Here stands what was tried, for how long and with what outcome; it says how hard the depression
              is to treat.
            </EmptyState>
          ) : (
            <DataTable
              caption="Treatments tried before"
              rows={priorTreatments}
              rowKey={(row) => row.id}
              columns={columns(treats, setOpen)}
            />
          )
        }
      </Loaded>
      <Dialog
        opened={open?.what === 'add' || open?.what === 'amend'}
        onClose={close}
        title={open?.what === 'amend' ? 'Amend the treatment' : 'Add a treatment tried before'}
        size="lg"
      >
        <Suspense>
          {open?.what === 'add' && <AddPriorTreatmentForm patientId={patientId} onDone={close} />}
          {open?.what === 'amend' && (
            <AmendPriorTreatmentForm priorTreatment={open.priorTreatment} onDone={close} />
          )}
        </Suspense>
      </Dialog>
      <Suspense>
        {open?.what === 'history' && <PriorTreatmentHistoryDialog patientId={patientId} onClose={close} />}
      </Suspense>
      {open?.what === 'void' && <VoidDialog priorTreatment={open.priorTreatment} onClose={close} />}
    </Section>
  );
}

function columns(
  treats: boolean,
  setOpen: (open: Open) => void,
): [Column<PriorTreatment>, ...Column<PriorTreatment>[]] {
  return [
    {
      id: 'name',
      header: 'Treatment',
      cell: (row) => (
        <span className={styles['name']}>
          {row.name}
          <span className={styles['soft']}>{treatmentKindWords[row.kind]}</span>
        </span>
      ),
    },
    { id: 'dose', header: 'Highest dose', cell: (row) => row.highestDose ?? 'not recorded' },
    {
      id: 'weeks',
      header: 'Weeks',
      numeric: true,
      cell: (row) => (row.weeksAtDose === null ? 'not known' : `${row.weeksAtDose} wk`),
    },
    { id: 'adherence', header: 'Taken', card: 'hidden', cell: (row) => adherenceWords[row.adherence] },
    {
      id: 'adequate',
      header: 'Tried well enough',
      cell: (row) =>
        `${adequacyWords[row.adequate]}${row.adequacyRule === null ? '' : ` (${row.adequacyRule})`}`,
    },
    { id: 'outcome', header: 'Outcome', cell: (row) => trialOutcomeWords[row.outcome] },
    { id: 'episode', header: 'When', cell: (row) => episodeWords[row.episode] },
    ...(treats
      ? [
          {
            id: 'deeds',
            header: '',
            card: 'end' as const,
            fit: true,
            cell: (row: PriorTreatment) => (
              <DisclosureMenu label="Change" name={`Change ${row.name}`}>
                <MenuButton onPress={() => setOpen({ what: 'amend', priorTreatment: row })}>Amend</MenuButton>
                <MenuButton onPress={() => setOpen({ what: 'void', priorTreatment: row })}>
                  Entered in error
                </MenuButton>
              </DisclosureMenu>
            ),
          },
        ]
      : []),
  ];
}

interface VoidDialogProps {
  readonly priorTreatment: PriorTreatment;
  readonly onClose: () => void;
}

function VoidDialog({ priorTreatment, onClose }: VoidDialogProps) {
  const { slug } = useCurrentClinic();
  const enterInError = useDeed(
    (reason: string, key) =>
      voidPriorTreatment(slug, priorTreatment.id, priorTreatment.version, { reason }, key),
    { refresh: ['clinic', slug, 'patient', priorTreatment.patientId], onDone: onClose },
  );
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={`Was ${priorTreatment.name} entered in error?`}
      consequence="It leaves the list and the counts, and stays in the history."
      confirm="Take out of the record"
      suggestions={['Never taken', 'Entered twice', 'Another patient’s']}
      pending={enterInError.isPending}
      error={enterInError.error}
      onConfirm={(reason) => enterInError.mutate(reason)}
    />
  );
}
