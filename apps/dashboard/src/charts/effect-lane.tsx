import { memo } from 'react';
import { classNames } from '../ui/class-names';
import { isInPlot, type Frame } from './frame';
import { LaneName } from './lane-name';
import styles from './lanes.module.css';
import { leastDistance } from './session-lanes';

export interface LaneCell {
  readonly id: string;
  readonly x: number;
  /** What is written in the cell; empty for nothing. */
  readonly text: string;
  /** 0 to 3: how dark; null for a cell that stays blank. */
  readonly shade: number | null;
  readonly isSerious: boolean;
}

interface EffectLaneProps {
  readonly name: string;
  readonly cells: readonly LaneCell[];
  readonly frame: Frame;
  /** Room for the widest text, in pixels. */
  readonly textRoom?: number;
}

const CELL = { width: 28, height: 18 } as const;
const NAME_HEIGHT = 16;

/** One row of cells, one for each session, in the columns of the doses. */
export const EffectLane = memo(function EffectLane(props: EffectLaneProps) {
  const { name, cells, frame, textRoom = 12 } = props;
  const seen = cells.filter(({ x }) => isInPlot(x, frame));
  const room = leastDistance(seen.map(({ x }) => x));
  const width = Math.max(3, Math.min(CELL.width, room - 2));
  const top = frame.narrow ? NAME_HEIGHT : 1;
  return (
    <svg
      className={styles['lane']}
      width={frame.width}
      height={CELL.height + top + 1}
      aria-hidden
      focusable="false"
    >
      {frame.narrow ? (
        <text x={frame.left} y={12} className={styles['name']}>
          {name}
        </text>
      ) : (
        <LaneName frame={frame} y={top + 13} name={name} />
      )}
      {seen.map((cell) => (
        <g key={cell.id} transform={`translate(${cell.x} ${top})`}>
          {cell.shade !== null && (
            <rect
              x={-width / 2}
              width={width}
              height={CELL.height}
              rx={Math.min(2, width / 3)}
              className={classNames(
                styles[`shade-${cell.shade}`],
                cell.shade === 0 && width < textRoom && styles['answered'],
                cell.isSerious && styles['serious'],
              )}
            />
          )}
          {width >= textRoom && cell.text !== '' && (
            <text
              y={13.5}
              textAnchor="middle"
              className={classNames(
                styles['cellText'],
                styles[`on-${cell.shade ?? 0}`],
                (cell.shade ?? 0) === 0 && styles['halo'],
              )}
            >
              {cell.text}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
});
