import { memo } from 'react';
import type { AxisTick } from './axis-ticks';
import type { Frame } from './frame';
import styles from './lanes.module.css';

interface AxisLaneProps {
  readonly ticks: readonly AxisTick[];
  readonly frame: Frame;
  readonly label: (tick: AxisTick) => string;
}

const HEIGHT = 26;

/** The one axis of the figure, at its foot. */
export const AxisLane = memo(function AxisLane({ ticks, frame, label }: AxisLaneProps) {
  return (
    <svg className={styles['lane']} width={frame.width} height={HEIGHT} aria-hidden focusable="false">
      <path d={`M${frame.left} 0.5H${frame.width - frame.right}`} className={styles['axis']} />
      {ticks.map((tick) => (
        <g key={`${tick.date ?? ''}${tick.session ?? ''}`} transform={`translate(${tick.x} 0)`}>
          <path d="M0 0.5V4.5" className={styles['axis']} />
          <text y={18} textAnchor="middle" className={styles['tick']}>
            {label(tick)}
          </text>
        </g>
      ))}
    </svg>
  );
});
