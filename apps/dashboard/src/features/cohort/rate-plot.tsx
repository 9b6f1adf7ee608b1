import type { Rate } from '@courseline/contracts';
import styles from './cohort.module.css';

interface RatePlotProps {
  readonly rate: Rate;
  /** A published rate, drawn as a tick; words beside the plot say what it is. */
  readonly published?: number | null;
}

const percentOf = (fraction: number): string => `${Math.round(fraction * 1000) / 10}%`;

/** A share as a dot with its interval as whiskers, on 0 to 100 %. The numbers stand beside it in words. */
export function RatePlot({ rate, published = null }: RatePlotProps) {
  return (
    <svg className={styles['plot']} aria-hidden focusable="false">
      <line className={styles['axis']} x1="0" x2="100%" y1="50%" y2="50%" />
      {[0, 0.5, 1].map((tick) => (
        <line
          key={tick}
          className={styles['axis']}
          x1={percentOf(tick)}
          x2={percentOf(tick)}
          y1="25%"
          y2="75%"
        />
      ))}
      {published !== null && (
        <line
          className={styles['published']}
          x1={percentOf(published)}
          x2={percentOf(published)}
          y1="10%"
          y2="90%"
        />
      )}
      {rate.p !== null && rate.lo !== null && rate.hi !== null && (
        <>
          <line
            className={styles['whisker']}
            x1={percentOf(rate.lo)}
            x2={percentOf(rate.hi)}
            y1="50%"
            y2="50%"
          />
          <circle className={styles['dot']} cx={percentOf(rate.p)} cy="50%" r="5" />
        </>
      )}
    </svg>
  );
}
