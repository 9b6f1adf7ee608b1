import { memo } from 'react';
import type { Frame } from './frame';
import styles from './lanes.module.css';

export interface PlacedPhase {
  readonly key: string;
  /** From the fullest to the shortest: the first that fits is written. */
  readonly labels: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Whether it has an end; one that runs fades into what is to come. */
  readonly isOpen: boolean;
}

interface PhaseLaneProps {
  readonly phases: readonly PlacedPhase[];
  readonly frame: Frame;
}

const HEIGHT = 26;
const LETTER = 6.6;

/** Phases of the course as spans over the time axis. */
export const PhaseLane = memo(function PhaseLane({ phases, frame }: PhaseLaneProps) {
  const left = frame.left;
  const right = frame.width - frame.right;
  return (
    <svg className={styles['lane']} width={frame.width} height={HEIGHT} aria-hidden focusable="false">
      {phases.map(({ key, labels, from, to, isOpen }) => {
        const start = Math.max(left, from);
        const end = Math.min(right, to);
        if (end <= start) return null;
        const text = labels.find((label) => label.length * LETTER <= end - start) ?? '';
        return (
          <g key={key}>
            <text x={start} y={12} className={styles['phaseName']}>
              {text}
            </text>
            <path
              d={`M${start} 17V22H${end}${isOpen ? '' : 'V17'}`}
              className={isOpen ? styles['phaseOpen'] : styles['phase']}
            />
          </g>
        );
      })}
    </svg>
  );
});
