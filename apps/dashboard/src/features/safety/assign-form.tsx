import { Button } from '@mantine/core';
import type { WorklistAlert } from '@courseline/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { careTeamQuery } from '../../api/care-team';
import { useCurrentClinic } from '../../api/current-clinic';
import { alertsKey, assignAlert } from '../../api/safety-worklist';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';
import { SelectField } from '../../ui/fields/select-field';
import styles from './worklist.module.css';

interface AssignFormProps {
  readonly alert: WorklistAlert;
  readonly onDone: () => void;
}

/** Gives an alert to somebody of the care team: it stays open until somebody records what was done. */
export function AssignForm({ alert, onDone }: AssignFormProps) {
  const { slug, accountId } = useCurrentClinic();
  const team = useQuery(careTeamQuery(slug, alert.patientId));
  const [chosen, setChosen] = useState('');
  const deed = useDeed((to: string, key) => assignAlert(slug, alert.id, { accountId: to, note: null }, key), {
    refresh: alertsKey(slug),
    onDone,
  });
  const others = (team.data?.entries ?? [])
    .filter(({ endedAt, member }) => endedAt === null && member.accountId !== alert.owner?.accountId)
    .map(({ member }) => ({ accountId: member.accountId, name: member.name ?? 'a colleague' }));
  if (others.length === 0) return null;
  const failure = deed.error === null ? null : describeFailure(deed.error);
  return (
    <div className={`${styles['part'] ?? ''} ${styles['give'] ?? ''}`}>
      <SelectField
        label="Give it to"
        empty="Choose a colleague of the care team"
        options={others.map((member) => ({
          value: member.accountId,
          label: member.accountId === accountId ? `${member.name} (you)` : member.name,
        }))}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={chosen === ''}
        loading={deed.isPending}
        onClick={() => deed.mutate(chosen)}
      >
        Give
      </Button>
      {failure !== null && (
        <Callout tone="attention" live>
          {failure.title} {failure.advice}
        </Callout>
      )}
    </div>
  );
}
