import type { TimelineEntry } from '@courseline/contracts';
import { minutesFrom, type Override } from '@courseline/treatment';
import { entryWords, minuteWords } from '../../messages/monitor-words';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/format-context';
import styles from './timeline.module.css';

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly start: Date | null;
  /** Left out where nothing can be changed any more. */
  readonly onCorrect?: (entry: TimelineEntry) => void;
  readonly onWithdraw?: (entry: TimelineEntry) => void;
}

/** Everything that was written, the latest first, with who wrote it; what was taken back stays to be seen. */
export function Timeline({ entries, start, onCorrect, onWithdraw }: TimelineProps) {
  const format = useFormat();
  const goneBy = new Map(
    entries.flatMap((entry) => (entry.withdraws === null ? [] : [[entry.withdraws, entry]])),
  );
  const shown = entries
    .filter(({ body }) => body.kind !== 'withdrawal')
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.id.localeCompare(a.id));
  if (shown.length === 0) return <p>What is entered stands here, with the time and who entered it.</p>;
  return (
    <ol className={styles['timeline']} aria-label="What happened">
      {shown.map((entry) => {
        const gone = goneBy.get(entry.id);
        return (
          <li key={entry.id} className={classNames(styles['entry'], gone !== undefined && styles['gone'])}>
            <span className={styles['minute']}>
              {minuteWords(start === null ? null : minutesFrom(start, entry.at))}
              <span className={styles['time']}>{format.time(entry.at)}</span>
            </span>
            <span className={styles['words']}>
              <span className={styles['what']}>{entryWords(entry.body)}</span>
              <Overrides body={entry.body} />
              <span className={styles['by']}>
                {entry.byName}
                {gone !== undefined &&
                  `, ${gone.body.kind === 'withdrawal' ? 'taken back' : 'corrected'} by ${gone.byName}${
                    gone.body.kind === 'withdrawal' ? `: ${gone.body.reason}` : ''
                  }`}
              </span>
            </span>
            {gone === undefined && (
              <span className={styles['deeds']}>
                {onCorrect !== undefined && entry.body.kind === 'readings' && (
                  <button
                    type="button"
                    className={styles['deed']}
                    aria-label={`Correct: ${entryWords(entry.body)}`}
                    onClick={() => onCorrect(entry)}
                  >
                    Correct
                  </button>
                )}
                {onWithdraw !== undefined && (
                  <button
                    type="button"
                    className={styles['deed']}
                    aria-label={`Take back: ${entryWords(entry.body)}`}
                    onClick={() => onWithdraw(entry)}
                  >
                    Take back
                  </button>
                )}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Overrides({ body }: { readonly body: TimelineEntry['body'] }) {
  const overrides: readonly Override[] = 'overrides' in body ? body.overrides : [];
  return overrides.map(({ rule, reason }) => (
    <span key={rule} className={styles['override']}>
      ! {rule.replaceAll('-', ' ')}: {reason}
    </span>
  ));
}
