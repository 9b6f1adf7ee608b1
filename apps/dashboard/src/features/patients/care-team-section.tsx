import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CareTeamEntry } from '@courseline/contracts';
import { useState } from 'react';
import { addToCareTeam, careTeamQuery, endCare } from '../../api/care-team';
import { colleaguesQuery } from '../../api/clinics';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { describeFailure } from '../../ui/failure-words';
import { SelectField } from '../../ui/fields/select-field';
import { useFormat } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { LinesSkeleton } from '../../ui/skeletons';
import styles from './patients.module.css';

/** Who treats the patient: they alone see the record, unless the clinic is open to all its clinicians. */
export function CareTeamSection({ patientId }: { readonly patientId: string }) {
  const { slug } = useCurrentClinic();
  const query = useQuery(careTeamQuery(slug, patientId));
  const [ending, setEnding] = useState<CareTeamEntry | null>(null);
  return (
    <Section title="Care team">
      <Loaded query={query} skeleton={<LinesSkeleton lines={2} />}>
        {({ entries }) => (
          <>
            <ul className={styles['people']}>
              {entries
                .filter((entry) => entry.endedAt === null)
                .map((entry) => (
                  <li key={entry.id} className={styles['person']}>
                    {entry.member.name ?? 'No longer known'}
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Remove ${entry.member.name ?? 'this person'} from the care team`}
                      onClick={() => setEnding(entry)}
                    >
                      Remove
                    </Button>
                  </li>
                ))}
            </ul>
            <AddToCareTeam patientId={patientId} entries={entries} />
            <FormerTeam entries={entries.filter((entry) => entry.endedAt !== null)} />
          </>
        )}
      </Loaded>
      {ending !== null && (
        <EndCareDialog patientId={patientId} entry={ending} onClose={() => setEnding(null)} />
      )}
    </Section>
  );
}

interface AddToCareTeamProps {
  readonly patientId: string;
  readonly entries: readonly CareTeamEntry[];
}

function AddToCareTeam({ patientId, entries }: AddToCareTeamProps) {
  const { slug } = useCurrentClinic();
  const colleagues = useQuery(colleaguesQuery(slug));
  const [chosen, setChosen] = useState('');
  const add = useDeed((accountId: string, key) => addToCareTeam(slug, patientId, { accountId }, key), {
    refresh: ['clinic', slug, 'patient', patientId, 'care-team'],
    onDone: () => setChosen(''),
  });
  const present = new Set(
    entries.filter((entry) => entry.endedAt === null).map((entry) => entry.member.accountId),
  );
  const options = (colleagues.data?.colleagues ?? [])
    .filter(({ accountId, roles }) => !present.has(accountId) && roles.some(treats))
    .map(({ accountId, name }) => ({ value: accountId, label: name }));
  if (options.length === 0) return null;
  return (
    <div className={styles['stack']}>
      <SelectField
        label="Add to the care team"
        empty="Choose"
        options={options}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {chosen !== '' && (
        <Button variant="default" loading={add.isPending} onClick={() => add.mutate(chosen)}>
          Add
        </Button>
      )}
      {add.error !== null && (
        <Callout tone="attention" live>
          {describeFailure(add.error).title} {describeFailure(add.error).advice}
        </Callout>
      )}
    </div>
  );
}

function treats(role: string): boolean {
  return role === 'nurse' || role === 'clinician';
}

function FormerTeam({ entries }: { readonly entries: readonly CareTeamEntry[] }) {
  const format = useFormat();
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>Before ({entries.length})</summary>
      <ul className={styles['people']}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles['soft']}>
            {entry.member.name ?? 'No longer known'}, {format.day(format.dayOf(entry.addedAt))} to{' '}
            {entry.endedAt === null ? 'now' : format.day(format.dayOf(entry.endedAt))}
            {entry.endReason === null ? '' : `: ${entry.endReason}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface EndCareDialogProps {
  readonly patientId: string;
  readonly entry: CareTeamEntry;
  readonly onClose: () => void;
}

function EndCareDialog({ patientId, entry, onClose }: EndCareDialogProps) {
  const { slug, accountId } = useCurrentClinic();
  const end = useDeed((_: null, key) => endCare(slug, patientId, entry.id, { reason: null }, key), {
    refresh: ['clinic', slug, 'patient', patientId, 'care-team'],
    onDone: onClose,
  });
  const self = entry.member.accountId === accountId;
  const name = self ? 'yourself' : (entry.member.name ?? 'this person');
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Remove ${name} from the care team?`}
      consequence={
        self
          ? 'You will not see this patient any more until someone of the team adds you again.'
          : 'They will not see this patient any more. You can add them again.'
      }
      confirm="Remove"
      pending={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate(null)}
    />
  );
}
