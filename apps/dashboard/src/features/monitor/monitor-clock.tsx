import { minutesFrom, nextReadings, type DueReadings } from '@courseline/treatment';
import { dueWords, monitoringMomentWords } from '../../messages/monitor-words';
import { classNames } from '../../ui/class-names';
import styles from './monitor-clock.module.css';

interface MonitorClockProps {
  readonly start: Date | null;
  readonly discharged: Date | null;
  readonly now: Date;
  readonly due: readonly DueReadings[];
  /** How the infusion stands, in words; null where nothing runs in. */
  readonly infusion: string | null;
}

/** Where in the session we are, and what comes next: read from across the room. */
export function MonitorClock({ start, discharged, now, due, infusion }: MonitorClockProps) {
  const next = nextReadings(due);
  return (
    <div className={styles['clock']}>
      <div>
        <p className={styles['label']}>
          {start === null
            ? 'The dose has not been started'
            : discharged === null
              ? 'Since the dose'
              : 'Discharged after'}
        </p>
        <p className={styles['minutes']} role="timer">
          {start === null ? '–' : elapsedWords(start, discharged ?? now)}
        </p>
        {infusion !== null && discharged === null && <p className={styles['infusion']}>{infusion}</p>}
      </div>
      <div>
        <p className={styles['label']}>Next</p>
        <p
          className={classNames(styles['next'], next?.state === 'overdue' && styles['overdue'])}
          role="status"
        >
          {next === null || discharged !== null
            ? 'Nothing more is due'
            : `${next.state === 'overdue' ? '! ' : ''}Readings ${monitoringMomentWords[next.moment]}: ${dueWords(next)}`}
        </p>
        <ol className={styles['due']} aria-label="Readings of this session">
          {due.map((each) => (
            <li key={each.moment} className={classNames(styles['moment'], styles[each.state])}>
              <span>{each.minute === null ? 'before' : `${each.minute} min`}</span>
              <span className={styles['state']}>{dueWords(each)}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** "32:10", or with hours "2:04:10". */
export function elapsedWords(from: Date, to: Date): string {
  const seconds = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1_000));
  const pad = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours === 0 ? `${minutes}:${pad(seconds % 60)}` : `${hours}:${pad(minutes)}:${pad(seconds % 60)}`;
}

/** "runs, 8 min left", "paused", "ended". */
export function infusionWords(
  start: Date | null,
  minutes: number | null,
  last: 'infusion-paused' | 'infusion-resumed' | 'infusion-ended' | null,
  now: Date,
): string | null {
  if (start === null || minutes === null) return null;
  if (last === 'infusion-ended') return 'Infusion ended';
  if (last === 'infusion-paused') return 'Infusion paused';
  const left = minutes - minutesFrom(start, now);
  if (last === 'infusion-resumed') return 'Infusion runs again';
  return left > 0 ? `Infusion runs, ${left} min left of ${minutes}` : `Infusion: its ${minutes} min are over`;
}
