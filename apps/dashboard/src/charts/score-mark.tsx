import type { TrajectoryPoint } from '@courseline/contracts';
import { instrumentMark } from '../ui/instrument-mark';
import styles from './score-panel.module.css';

interface ScoreMarkProps {
  readonly x: number;
  readonly y: number;
  readonly instrument: string;
  readonly status: TrajectoryPoint['status'];
  /** False for a score after a dose: drawn small, joined to nothing. */
  readonly inTrend: boolean;
  /** A small red triangle above: thoughts of death or self-harm were affirmed. */
  readonly hasRisk: boolean;
  readonly isActive: boolean;
}

const BOX = 12;
const DIAMETER = 8;
const SMALL = 5;

/**
 * One score. Filled: complete. Hollow: prorated. With a bar through: a total without its answers. A short dash on
 * the ground: a form without a total.
 */
export function ScoreMark({ x, y, instrument, status, inTrend, hasRisk, isActive }: ScoreMarkProps) {
  const { colour, path } = instrumentMark(instrument);
  const size = (inTrend ? DIAMETER : SMALL) / BOX;
  const isHollow = status === 'prorated' || !inTrend;
  return (
    <g transform={`translate(${x} ${y})`}>
      {isActive && <circle r={8.5} className={styles['halo']} />}
      {status === 'partial' ? (
        <path d="M-4 0H4" stroke={colour} strokeWidth={2} strokeDasharray="3 2" />
      ) : (
        <path
          d={path}
          transform={`scale(${size}) translate(${-BOX / 2} ${-BOX / 2})`}
          className={isHollow ? styles['hollow'] : styles['filled']}
          fill={isHollow ? 'var(--ground)' : colour}
          stroke={isHollow ? colour : 'var(--ground)'}
        />
      )}
      {status === 'imported' && (
        <>
          <path d="M-6.5 6.5 6.5 -6.5" className={styles['barGround']} />
          <path d="M-6.5 6.5 6.5 -6.5" stroke={colour} strokeWidth={1.5} />
        </>
      )}
      {hasRisk && <path d="M-4.5 -8.5 4.5 -8.5 0 -16.5Z" className={styles['risk']} />}
    </g>
  );
}
