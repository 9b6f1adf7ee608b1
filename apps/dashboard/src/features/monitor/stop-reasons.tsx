import type { Override, Stop } from '@courseline/treatment';
import { TextField } from '../../ui/fields/text-field';
import styles from './monitor.module.css';

interface StopReasonsProps {
  readonly stops: readonly Stop[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly onChange: (reasons: Readonly<Record<string, string>>) => void;
  /** Says which reasons are missing. */
  readonly checked: boolean;
}

/** Each rule that stands in the way, whose it is, and why it is gone over all the same. */
export function StopReasons({ stops, reasons, onChange, checked }: StopReasonsProps) {
  if (stops.length === 0) return null;
  return (
    <ul className={styles['stops']}>
      {stops.map(({ rule, words, source }) => (
        <li key={rule}>
          <p>
            <strong>! {words}</strong> <span className={styles['source']}>({source})</span>
          </p>
          <TextField
            label="Go on all the same, because"
            value={reasons[rule] ?? ''}
            maxLength={500}
            error={
              checked && (reasons[rule] ?? '').trim().length < 3
                ? 'Say why, or put it right first.'
                : undefined
            }
            onChange={(event) => onChange({ ...reasons, [rule]: event.currentTarget.value })}
          />
        </li>
      ))}
    </ul>
  );
}

/** The reasons for the stops that stand now; those for stops put right since are left out. */
export function overridesOf(stops: readonly Stop[], reasons: Readonly<Record<string, string>>): Override[] {
  return stops.flatMap(({ rule }) => {
    const reason = (reasons[rule] ?? '').trim();
    return reason === '' ? [] : [{ rule, reason }];
  });
}
