import type { Frame } from './frame';
import styles from './lanes.module.css';

interface LaneNameProps {
  readonly frame: Frame;
  readonly y: number;
  readonly name: string;
}

const LETTERS = 22;

/** The name of a lane: left of the plot, or on a phone above the lane's marks. */
export function LaneName({ frame, y, name }: LaneNameProps) {
  if (frame.narrow) return null;
  const short = name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name;
  return (
    <text x={frame.left - 12} y={y} textAnchor="end" className={styles['name']}>
      {short}
    </text>
  );
}
