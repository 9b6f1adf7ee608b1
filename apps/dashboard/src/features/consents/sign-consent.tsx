import { signatureMeaning, type OwnConsent } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { ownConsentsQuery, signOwnConsent } from '../../api/consents';
import { useCurrentClinic } from '../../api/current-clinic';
import { useDeed } from '../../api/use-deed';
import { Callout } from '../../ui/callout';
import { describeFailure } from '../../ui/failure-words';
import { TextField } from '../../ui/fields/text-field';
import styles from './consents.module.css';

/** A signature: the name typed under what it means. */
export function SignConsent({ consent }: { readonly consent: OwnConsent }) {
  const { slug } = useCurrentClinic();
  const { scope, version, text } = consent;
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const sign = useDeed(
    (signedName: string, key) =>
      signOwnConsent(
        slug,
        version,
        { scope, textVersion: text.version, textSha256: text.sha256, signedName },
        key,
      ),
    { refresh: ownConsentsQuery(slug).queryKey, onDone: () => undefined },
  );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    const signedName = name.trim();
    if (signedName !== '') sign.mutate(signedName);
  };
  return (
    <form className={styles['sign']} onSubmit={submit} aria-label={`Sign “${text.title}”`} noValidate>
      <p className={styles['meaning']}>{signatureMeaning}</p>
      <TextField
        label="Your full name"
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asked && name.trim() === '' ? 'Type your name to sign.' : undefined}
      />
      {sign.isError && (
        <Callout tone="attention" live>
          {describeFailure(sign.error).title} {describeFailure(sign.error).advice}
        </Callout>
      )}
      <div>
        <Button type="submit" loading={sign.isPending}>
          Sign
        </Button>
      </div>
    </form>
  );
}
