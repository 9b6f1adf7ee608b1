import { Button } from '@mantine/core';
import type { LateForm } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newIdempotencyKey } from '../../api/client';
import { useCurrentClinic } from '../../api/current-clinic';
import { decideLateForm, handOverOfferKey } from '../../api/kiosk';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';
import { useFormat } from '../../ui/format-context';
import styles from './hand-over.module.css';

interface LateFormsProps {
  readonly sessionId: string;
  readonly forms: readonly LateForm[];
  readonly onDecided: () => void;
}

/** Answers that came when the tablet's time was over: kept, and in the record only when someone takes them in. */
export function LateForms({ sessionId, forms, onDecided }: LateFormsProps) {
  const { slug } = useCurrentClinic();
  const format = useFormat();
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ form, keep }: { form: string; keep: boolean }) =>
      decideLateForm(slug, sessionId, form, keep, newIdempotencyKey()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: handOverOfferKey(slug, sessionId) });
      onDecided();
    },
  });
  return forms.map((form) => (
    <Callout
      key={form.id}
      tone="attention"
      actions={
        <span className={styles['decisions']}>
          <Button
            variant="default"
            loading={decide.isPending}
            onClick={() => decide.mutate({ form: form.id, keep: true })}
          >
            Take them in
          </Button>
          <Button
            variant="subtle"
            disabled={decide.isPending}
            onClick={() => decide.mutate({ form: form.id, keep: false })}
          >
            Leave them out
          </Button>
        </span>
      }
    >
      <strong>{getInstrument(form.instrument).name}</strong> was answered on the tablet at{' '}
      {format.time(form.receivedAt)}, after its time was over. The answers are kept, but not in the record.
      {decide.isError && ` ${describeFailure(decide.error).title}`}
    </Callout>
  ));
}
