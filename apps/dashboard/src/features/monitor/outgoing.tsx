import { Button } from '@mantine/core';
import { ProblemError, UnreachableError } from '../../api/problem-error';
import { entryWords } from '../../messages/monitor-words';
import { Callout } from '../../ui/callout';
import type { Entries } from './use-entries';
import styles from './monitor.module.css';

/** Entries that the server does not have: those on their way, and those it did not take. */
export function Outgoing({ outgoing, drop }: Pick<Entries, 'outgoing' | 'drop'>) {
  const failed = outgoing.filter(({ failure }) => failure !== null);
  if (failed.length === 0) return null;
  return (
    <ul className={styles['outgoing']}>
      {failed.map(({ key, entry, failure }) => (
        <li key={key}>
          <Callout
            tone="attention"
            live
            actions={
              failure instanceof UnreachableError ? undefined : (
                <Button variant="default" size="compact-sm" onClick={() => drop(key)}>
                  Seen
                </Button>
              )
            }
          >
            {failure instanceof UnreachableError
              ? `Not saved yet, tried again by itself: ${entryWords(entry.body)}.`
              : `Not taken: ${entryWords(entry.body)}. ${reasonOf(failure)}`}
          </Callout>
        </li>
      ))}
    </ul>
  );
}

function reasonOf(failure: Error | null): string {
  if (!(failure instanceof ProblemError)) return 'Something went wrong on our side.';
  const details = failure.errors.map(({ detail }) => detail);
  return details.length > 0 ? details.join(' ') : (failure.detail ?? failure.message);
}
