import { formatSigned } from './format';
import styles from './notation.module.css';

interface NotationProps {
  readonly value: number | null;
  /** The score to compare with; null where there is none. */
  readonly was: number | null;
  /** What to say instead of a score that is missing. */
  readonly missing?: string;
}

/** "12, was 17 (−5)": the number first, then where it came from. 0 is a score; only null is missing. */
export function Notation({ value, was, missing = 'not recorded' }: NotationProps) {
  if (value === null) return <span className={styles['missing']}>{missing}</span>;
  return (
    <span className={styles['notation']}>
      <span className={styles['value']}>{value}</span>
      {was !== null && (
        <span className={styles['change']}>
          , was {was} ({formatSigned(value - was)})
        </span>
      )}
    </span>
  );
}
