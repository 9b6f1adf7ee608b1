import { useFormat } from '../../ui/format-context';
import styles from './monitor.module.css';

interface WhenFieldProps {
  /** Whole minutes ago. */
  readonly ago: number;
  readonly onChange: (ago: number) => void;
  readonly now: Date;
}

/** When it happened: now, unless it was some minutes ago. */
export function WhenField({ ago, onChange, now }: WhenFieldProps) {
  const format = useFormat();
  const at = new Date(now.getTime() - ago * 60_000);
  return (
    <div className={styles['when']} role="group" aria-label="When">
      <button
        type="button"
        className={styles['step']}
        onClick={() => onChange(ago + 1)}
        aria-label="A minute earlier"
      >
        −1 min
      </button>
      <span className={styles['whenWords']} role="status">
        {ago === 0 ? 'now' : `${ago} min ago`}, {format.time(at.toISOString())}
      </span>
      <button
        type="button"
        className={styles['step']}
        disabled={ago === 0}
        onClick={() => onChange(Math.max(0, ago - 1))}
        aria-label="A minute later"
      >
        +1 min
      </button>
    </div>
  );
}
