import { Button } from '@mantine/core';
import {
  alertOutcomes,
  alertOutcomeWords,
  alertResolutionSchema,
  type AlertOutcome,
  type AlertResolution,
  type WorklistAlert,
} from '@courseline/contracts';
import { useState, type SubmitEvent } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { alertsKey, resolveAlert } from '../../api/safety-worklist';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';
import { Choice } from '../../ui/fields/choice';
import { TextAreaField } from '../../ui/fields/text-field';
import styles from './worklist.module.css';

interface ResolutionFormProps {
  readonly alert: WorklistAlert;
  readonly onDone: () => void;
}

const options = alertOutcomes.map((value) => ({ value, label: alertOutcomeWords[value] }));

/** What was done about an alert of any rule but item 9. It resolves the alert, under one's name. */
export function ResolutionForm({ alert, onDone }: ResolutionFormProps) {
  const { slug } = useCurrentClinic();
  const [outcome, setOutcome] = useState<AlertOutcome | null>(null);
  const [note, setNote] = useState('');
  const [asks, setAsks] = useState<string | null>(null);
  const deed = useDeed((body: AlertResolution, key) => resolveAlert(slug, alert.id, body, key), {
    refresh: alertsKey(slug),
    onDone,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const checked = alertResolutionSchema.safeParse({ outcome, note: note.trim() === '' ? null : note });
    setAsks(
      checked.success ? null : outcome === null ? 'Say what was done.' : 'Say in a note what was done.',
    );
    if (checked.success) deed.mutate(checked.data);
  };
  const failure = deed.error === null ? null : describeFailure(deed.error);
  return (
    <form className={styles['form']} onSubmit={submit} noValidate aria-label="What was done">
      <Choice label="What was done" options={options} value={outcome} onChange={setOutcome} />
      <TextAreaField
        label="Note"
        rows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {(asks ?? failure) !== null && (
        <Callout tone="attention" live>
          {asks ?? `${failure?.title ?? ''} ${failure?.advice ?? ''}`}
        </Callout>
      )}
      <div>
        <Button type="submit" loading={deed.isPending}>
          Record and resolve
        </Button>
      </div>
    </form>
  );
}
