import type { WorklistAlert } from '@courseline/contracts';
import { useFormat } from '../../ui/format-context';
import { dispositionLine } from './alert-words';
import { eventWords } from './worklist-words';
import styles from './worklist.module.css';

/** What happened to an alert and was done about it, the last of it last. */
export function AlertHistory({ alert }: { readonly alert: WorklistAlert }) {
  const format = useFormat();
  const lines = [
    ...alert.events.map((event) => ({ ...event, words: eventWords(event) })),
    ...alert.dispositions.map((disposition) => ({ ...disposition, words: dispositionLine(disposition) })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  if (lines.length === 0) return <p className={styles['soft']}>Nobody has taken it on yet.</p>;
  return (
    <ol className={styles['history']} aria-label="What was done">
      {lines.map(({ at, words, byName, note }) => (
        <li key={`${at} ${words}`}>
          {words}{' '}
          <span className={styles['soft']}>
            {byName === null || byName === '' ? '' : `${byName}, `}
            {format.nearMoment(at)}
          </span>
          {note !== null && <p className={styles['note']}>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
