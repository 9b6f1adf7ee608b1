import type { KeptLetter } from '@courseline/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mailboxQuery } from '../api/mailbox';
import { isProblem } from '../api/problem-error';
import { linkParts } from '../ui/link-parts';
import { Loaded } from '../ui/loaded';
import { OuterPage } from '../ui/outer-page';
import { LinesSkeleton } from '../ui/skeletons';
import { EmptyState } from '../ui/states';
import styles from './mailbox-page.module.css';

/** `/mailbox`: what the demo clinics sent, kept on this machine because their addresses are made up. */
export function MailboxPage() {
  const mailbox = useQuery(mailboxQuery());
  if (isProblem(mailbox.error, 'not-found')) {
    return (
      <OuterPage title="There is no mailbox here">
        <p>
          Letters of this server go to the people they are for. Only the demo on one’s own machine keeps them.
        </p>
      </OuterPage>
    );
  }
  return (
    <OuterPage
      title="Mailbox"
      lead="What the demo clinics would have sent. Nothing leaves this machine, and nothing of it is real."
      wide
    >
      <Loaded query={mailbox} skeleton={<LinesSkeleton lines={8} />}>
        {({ letters }) =>
          letters.length === 0 ? (
            <EmptyState title="Nothing was sent yet.">
              Open a patient’s record and send a link to a check-in; reminders come by themselves when
              something is due.
            </EmptyState>
          ) : (
            <Letters letters={letters} />
          )
        }
      </Loaded>
    </OuterPage>
  );
}

/** So many at first: the demo sends reminders of its own. */
const atFirst = 20;

function Letters({ letters }: { readonly letters: readonly KeptLetter[] }) {
  const [showsAll, setShowsAll] = useState(false);
  return (
    <>
      <ol className={styles['letters']}>
        {(showsAll ? letters : letters.slice(0, atFirst)).map((letter) => (
          <Letter key={letter.id} letter={letter} />
        ))}
      </ol>
      {!showsAll && letters.length > atFirst && (
        <div>
          <Button variant="default" onClick={() => setShowsAll(true)}>
            Show all {letters.length}
          </Button>
        </div>
      )}
    </>
  );
}

const shownAt = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

function Letter({ letter }: { readonly letter: KeptLetter }) {
  return (
    <li className={styles['letter']}>
      <article aria-label={letter.subject}>
        <h2 className={styles['subject']}>{letter.subject}</h2>
        <p className={styles['head']}>
          {letter.by === 'sms' ? 'Text message to' : 'To'} {letter.to}
          {' · '}
          <time dateTime={letter.at}>{shownAt.format(new Date(letter.at))}</time>
        </p>
        <p className={styles['text']}>
          {linkParts(letter.text).map(({ text, href }, index) =>
            href === null ? (
              text
            ) : (
              <a key={`${letter.id} ${index}`} href={href}>
                {text}
              </a>
            ),
          )}
        </p>
      </article>
    </li>
  );
}
