import type { OwnConsent } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownConsentsQuery, withdrawOwnConsent } from '../../api/consents';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useFormat, type Format } from '../../ui/format-context';
import { Section } from '../../ui/page';
import { ownScopeWords, wantsSignature } from './consent-words';
import { SignConsent } from './sign-consent';
import styles from './consents.module.css';

/** What the clinic asks the patient to agree to, and what the patient said; signed and withdrawn here. */
export function OwnConsents() {
  const { slug } = useCurrentClinic();
  const { data } = useQuery(ownConsentsQuery(slug));
  if (data === undefined || data.scopes.length === 0) return null;
  const open = data.scopes.filter(({ state }) => wantsSignature(state)).length;
  return (
    <Section
      title="What I agreed to"
      lead={open === 0 ? undefined : `${open} to read${open === 1 ? '' : ', each by itself'}`}
    >
      <div className={styles['own']}>
        {data.scopes.map((consent) => (
          <OneConsent key={`${consent.scope} ${consent.version}`} consent={consent} />
        ))}
      </div>
    </Section>
  );
}

function OneConsent({ consent }: { readonly consent: OwnConsent }) {
  const format = useFormat();
  const { scope, state, text } = consent;
  return (
    <div className={styles['one']}>
      <div>
        <h3>{ownScopeWords[scope]}</h3>
        <p>{standing(consent, format)}</p>
      </div>
      <details className={styles['details']}>
        <summary>{state === 'given' ? `Read “${text.title}”` : `Read and sign “${text.title}”`}</summary>
        <p className={styles['text']}>{text.body}</p>
        {state !== 'given' && <SignConsent consent={consent} />}
      </details>
      {state === 'given' && <Withdraw consent={consent} />}
    </div>
  );
}

function standing({ state, signed }: OwnConsent, format: Format): string {
  if (signed !== null)
    return `You agreed ${format.nearDay(signed.on)}, ${
      signed.way === 'paper' ? 'on paper' : `signed as ${signed.name}`
    }.`;
  switch (state) {
    case 'outdated':
      return 'The text has changed since you signed. Until you agree to the new one, your agreement does not count.';
    case 'withdrawn':
      return 'You withdrew this. You can agree again at any time.';
    default:
      return 'You have not signed this yet. It is your choice; ask us if anything is not clear.';
  }
}

function Withdraw({ consent: { scope, version } }: { readonly consent: OwnConsent }) {
  const { slug } = useCurrentClinic();
  const [asking, setAsking] = useState(false);
  const withdraw = useDeed((_: void, key) => withdrawOwnConsent(slug, version, { scope }, key), {
    refresh: ownConsentsQuery(slug).queryKey,
    onDone: () => setAsking(false),
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Withdraw<span className="visually-hidden"> {ownScopeWords[scope]}</span>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Withdraw your agreement?"
        consequence={consequences[scope]}
        confirm="Withdraw"
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate()}
      />
    </>
  );
}

const consequences: Readonly<Record<OwnConsent['scope'], string>> = {
  treatment: 'The clinic sees it. Please also tell them: they will talk with you about what comes next.',
  messages: 'You get no more reminders or links from us. You can still sign in here and answer questions.',
  research: 'Your data is in no research from now on. Your treatment stays as it is.',
};
