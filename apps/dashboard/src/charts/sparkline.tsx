import { instrumentMark } from '../ui/instrument-mark';

interface SparklineProps {
  readonly instrument: string;
  /** In order of time, the latest last. */
  readonly totals: readonly number[];
  /** The instrument's highest total: every sparkline of it has the same height for the same score. */
  readonly maximum: number;
}

const WIDTH = 60;
const HEIGHT = 26;
const MARGIN = 3;

/** How a score went, at the size of a word. The numbers beside it say the same, so it is hidden from screen readers. */
export function Sparkline({ instrument, totals, maximum }: SparklineProps) {
  const { colour } = instrumentMark(instrument);
  const step = totals.length < 2 ? 0 : (WIDTH - 2 * MARGIN) / (totals.length - 1);
  const points = totals.map((total, index) => ({
    x: totals.length < 2 ? WIDTH - MARGIN : MARGIN + index * step,
    y: HEIGHT - MARGIN - (total / maximum) * (HEIGHT - 2 * MARGIN),
  }));
  const last = points.at(-1);
  if (last === undefined) return null;
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden focusable="false">
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} stroke="var(--hairline)" />
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke={colour}
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      <circle cx={last.x} cy={last.y} r={2.25} fill={colour} />
    </svg>
  );
}
