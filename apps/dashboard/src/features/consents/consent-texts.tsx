import {
  consentScopes,
  type ConsentCounts,
  type ConsentScope,
  type ConsentText,
} from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consentCountsQuery, consentTextsQuery } from '../../api/consents';
import { useCurrentClinic } from '../../api/current-clinic';
import { useFormat } from '../../ui/format-context';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/page';
import { LinesSkeleton } from '../../ui/skeletons';
import { ConsentTextForm } from './consent-text-form';
import { scopeMeaning, scopeWords } from './consent-words';
import styles from './consents.module.css';

/** The clinic's texts by what they ask for, how many agreed, and a new version of each. */
export function ConsentTexts() {
  const { slug } = useCurrentClinic();
  const texts = useQuery(consentTextsQuery(slug));
  const counts = useQuery(consentCountsQuery(slug));
  return (
    <Loaded query={texts} skeleton={<LinesSkeleton lines={12} />}>
      {(data) => (
        <Loaded query={counts} skeleton={<LinesSkeleton lines={12} />}>
          {(counted) =>
            consentScopes.map((scope) => (
              <TextsOfScope
                key={scope}
                scope={scope}
                texts={data.texts.filter((text) => text.scope === scope)}
                counts={counted}
              />
            ))
          }
        </Loaded>
      )}
    </Loaded>
  );
}

interface TextsOfScopeProps {
  readonly scope: ConsentScope;
  /** The newest first. */
  readonly texts: readonly ConsentText[];
  readonly counts: ConsentCounts;
}

function TextsOfScope({ scope, texts, counts }: TextsOfScopeProps) {
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const [newest, ...earlier] = texts;
  const counted = counts.scopes.find((each) => each.scope === scope);
  return (
    <Section
      title={scopeWords[scope]}
      lead={scopeMeaning[scope]}
      actions={
        !writing && (
          <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
            {newest === undefined ? 'Write a text' : 'Write a new version'}
            <span className="visually-hidden"> for {scopeWords[scope]}</span>
          </Button>
        )
      }
    >
      <div className={styles['own']}>
        {newest === undefined && !writing && (
          <p>
            No text yet: nobody is asked
            {scope === 'messages' ? ', and messages are sent to every patient with access.' : '.'}
          </p>
        )}
        {counted !== undefined && (
          <p className={styles['numbers']}>
            <span>
              <strong>{format.number(counted.given)}</strong> of {format.number(counts.patients)} patients
              agree
            </span>
            <span>{format.number(counted.missing)} not signed yet</span>
            <span>{format.number(counted.outdated)} asked again</span>
            <span>{format.number(counted.withdrawn)} withdrawn</span>
          </p>
        )}
        {writing && (
          <ConsentTextForm scope={scope} newest={newest ?? null} onDone={() => setWriting(false)} />
        )}
        {newest !== undefined && !writing && (
          <div>
            <h3>{newest.title}</h3>
            <p className={styles['soft']}>
              Version {newest.version}, {format.nearMoment(newest.writtenAt)}
            </p>
            <p className={styles['text']}>{newest.body}</p>
          </div>
        )}
        {earlier.length > 0 && (
          <details className={styles['details']}>
            <summary>
              {earlier.length === 1 ? '1 earlier version' : `${earlier.length} earlier versions`}
            </summary>
            <ol className={styles['events']} reversed>
              {earlier.map((text) => (
                <li key={text.version} value={text.version}>
                  {text.title}, {format.nearMoment(text.writtenAt)}
                  <p className={styles['text']}>{text.body}</p>
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </Section>
  );
}
