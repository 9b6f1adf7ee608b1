import type { PatientConsent } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { patientConsentsQuery, recordConsentWithdrawal } from '../../api/consents';
import { useCurrentClinic, useHasRole } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { useFormat, type Format } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { ReasonDialog } from '../../ui/reason-dialog';
import { LinesSkeleton } from '../../ui/skeletons';
import { scopeMeaning, scopeWords, stateWords, wantsSignature } from './consent-words';
import styles from './consents.module.css';

const PaperConsentDialog = lazy(async () => ({
  default: (await import('./paper-consent-dialog')).PaperConsentDialog,
}));

interface Open {
  readonly what: 'paper' | 'withdraw';
  readonly consent: PatientConsent;
}

/** What a patient agreed to, with each signature and withdrawal; staff record what came on paper or was said. */
export function ConsentsSection({ patientId }: { readonly patientId: string }) {
  const { slug } = useCurrentClinic();
  const treats = useHasRole('nurse', 'clinician');
  const query = useQuery(patientConsentsQuery(slug, patientId));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title="Consents">
      <Loaded query={query} skeleton={<LinesSkeleton lines={4} />}>
        {({ scopes }) => (
          <ul className={styles['list']}>
            {scopes.map((consent) => (
              <li key={consent.scope}>
                <Consent consent={consent} />
                {treats && <Deeds consent={consent} onOpen={(what) => setOpen({ what, consent })} />}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Suspense>
        {open?.what === 'paper' && (
          <PaperConsentDialog patientId={patientId} consent={open.consent} onClose={close} />
        )}
      </Suspense>
      {open?.what === 'withdraw' && (
        <Withdrawal patientId={patientId} consent={open.consent} onClose={close} />
      )}
    </Section>
  );
}

function Consent({ consent }: { readonly consent: PatientConsent }) {
  const format = useFormat();
  const { scope, state, events } = consent;
  return (
    <div>
      <p>
        <strong>{scopeWords[scope]}</strong>: {wantsSignature(state) && '! '}
        {stateWords[state]}
      </p>
      <p className={styles['soft']}>{scopeMeaning[scope]}</p>
      {events.length > 0 && (
        <details className={styles['details']}>
          <summary>{events.length === 1 ? '1 entry' : `${events.length} entries`}</summary>
          <ol className={styles['events']}>
            {events.map((event) => (
              <li key={event.n}>{eventWords(event, format)}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function eventWords(event: PatientConsent['events'][number], format: Format): string {
  const by = event.way === 'own-page' ? 'by the patient on their own page' : `recorded by ${nameOf(event)}`;
  if (event.kind === 'withdrawn')
    return `Withdrawn ${format.nearMoment(event.recordedAt)}, ${by}${event.reason === null ? '' : `: ${event.reason}`}`;
  const on = event.signedOn === null ? '' : ` ${format.day(event.signedOn)}`;
  const time = event.way === 'own-page' ? `, ${format.time(event.recordedAt)}` : '';
  return `Version ${event.textVersion ?? ''} signed as “${event.signedName ?? ''}”${on}${time}, ${
    event.way === 'paper' ? `on paper, ${by}` : by
  }. Text ${event.textSha256?.slice(0, 12) ?? ''}. “${event.meaning ?? ''}”`;
}

function nameOf({ recordedBy }: PatientConsent['events'][number]): string {
  return recordedBy.name ?? 'somebody the clinic no longer knows';
}

interface DeedsProps {
  readonly consent: PatientConsent;
  readonly onOpen: (what: Open['what']) => void;
}

function Deeds({ consent: { scope, state, text }, onOpen }: DeedsProps) {
  if (state === 'given') {
    return (
      <Button size="compact-sm" variant="default" onClick={() => onOpen('withdraw')}>
        Record a withdrawal<span className="visually-hidden"> of {scopeWords[scope]}</span>
      </Button>
    );
  }
  if (text === null) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => onOpen('paper')}>
      Signed on paper<span className="visually-hidden"> ({scopeWords[scope]})</span>
    </Button>
  );
}

interface WithdrawalProps {
  readonly patientId: string;
  readonly consent: PatientConsent;
  readonly onClose: () => void;
}

function Withdrawal({ patientId, consent: { scope, version }, onClose }: WithdrawalProps) {
  const { slug } = useCurrentClinic();
  const withdraw = useDeed(
    (reason: string, key) =>
      recordConsentWithdrawal({ clinic: slug, patient: patientId, version }, { scope, reason }, key),
    { refresh: ['clinic', slug, 'patient', patientId], onDone: onClose },
  );
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={`Has the patient withdrawn the consent to ${scopeWords[scope].toLowerCase()}?`}
      consequence="From now on it allows nothing. The signature stays in the history. The patient can sign again."
      confirm="Record the withdrawal"
      suggestions={['Said so at a visit', 'Said so on the telephone', 'Wrote to us']}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={(reason) => withdraw.mutate(reason)}
    />
  );
}
