import { Button } from '@mantine/core';
import type { HandOverHindrance } from '@courseline/contracts';
import { getInstrument, type InstrumentId } from '@courseline/instruments';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCurrentClinic } from '../../api/current-clinic';
import { handOver, handOverOfferQuery } from '../../api/kiosk';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { LateForms } from './late-forms';
import styles from './hand-over.module.css';

/** Why the tablet stays with staff, where that is worth a word. */
const hindranceWords: Readonly<Record<HandOverHindrance, string | null>> = {
  'nothing-due': null,
  'session-closed': null,
  sedated: 'The last reading says sedated: the patient is not asked to fill in anything yet.',
  dissociated: 'The last reading says dissociated: the patient is not asked to fill in anything yet.',
  'not-looked-at-since-dose':
    'The dose was given: enter sedation and dissociation before the patient is asked to fill in anything.',
};

interface HandOverProps {
  readonly sessionId: string;
  readonly onForms: () => void;
}

/** The tablet becomes the patient's, with the questionnaires that are due and nothing else on it. */
export function HandOver({ sessionId, onForms }: HandOverProps) {
  const { slug } = useCurrentClinic();
  const offer = useQuery(handOverOfferQuery(slug, sessionId));
  const [asking, setAsking] = useState(false);
  const begin = useMutation({
    mutationFn: () => handOver(slug, sessionId),
    // A new document: nothing of the pages before stays in the memory of this one.
    onSuccess: () => globalThis.location.replace('/kiosk'),
  });
  if (offer.data === undefined) return null;
  const { instruments, hindrance, lateForms } = offer.data;
  const why = hindrance === null || instruments.length === 0 ? null : hindranceWords[hindrance];
  return (
    <>
      <LateForms sessionId={sessionId} forms={lateForms} onDecided={onForms} />
      {why !== null && <p className={styles['hindrance']}>{why}</p>}
      {hindrance === null && (
        <div className={styles['offer']}>
          <Button variant="default" onClick={() => setAsking(true)}>
            Hand the tablet to the patient
          </Button>
          <span className={styles['what']}>It will ask {namesOf(instruments)}.</span>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Hand this device to the patient?"
        consequence={`It shows only ${namesOf(instruments)}, and signs you out here. You come back with your password, to this session.`}
        confirm="Hand over"
        onConfirm={() => begin.mutate()}
        pending={begin.isPending || begin.isSuccess}
        error={begin.error}
      />
    </>
  );
}

function namesOf(instruments: readonly InstrumentId[]): string {
  const names = instruments.map((id) => getInstrument(id).name);
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
