import { memo } from 'react';
import { thinned } from './axis-ticks';
import { frameOf, isInPlot, plotWidth } from './frame';
import { LaneName } from './lane-name';
import styles from './duration-chart.module.css';
import lanes from './lanes.module.css';

export interface DurationBar {
  readonly id: string;
  /** Minutes after the dose. */
  readonly from: number;
  readonly to: number;
  /** 1 to 3. */
  readonly severity: number;
}

export interface DurationRow {
  readonly key: string;
  readonly name: string;
  readonly bars: readonly DurationBar[];
  readonly medianEnd: number | null;
}

interface DurationChartProps {
  readonly rows: readonly DurationRow[];
  readonly width: number;
}

const BAR = 5;
const BAR_GAP = 2;
const ROW_GAP = 12;
const AXIS = 34;
const TICK_GAP = 48;
const steps = [15, 30, 60, 120, 240, 480, 1440, 2880];

/** Round minutes for the axis: as few as name the whole reach. */
export function minuteTicks(longest: number): readonly number[] {
  const step = steps.find((each) => longest / each <= 6) ?? Math.ceil(longest / 6 / 1440) * 1440;
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, index) => index * step);
}

function label(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  return minutes % 1440 === 0 && minutes > 0 ? `${minutes / 1440} d` : `${minutes / 60} h`;
}

/** From when to when each side effect lasted, one thin bar a session, with the median end as a tick. */
export const DurationChart = memo(function DurationChart({ rows, width }: DurationChartProps) {
  const frame = frameOf(width);
  const top = frame.narrow ? 16 : 2;
  const longest = Math.max(30, ...rows.flatMap(({ bars }) => bars.map(({ to }) => to)));
  const earliest = Math.min(0, ...rows.flatMap(({ bars }) => bars.map(({ from }) => from)));
  const perMinute = (plotWidth(frame) - frame.inset) / (longest - earliest);
  const x = (minute: number): number => frame.left + (minute - earliest) * perMinute;
  const ticks = thinned(
    minuteTicks(longest).map((minute) => ({ minute, x: x(minute) })),
    TICK_GAP,
    ({ minute }) => minute === 0,
  );
  let y = 0;
  const placed = rows.map((row) => {
    const at = y;
    y += top + row.bars.length * (BAR + BAR_GAP) + ROW_GAP;
    return { ...row, at };
  });
  return (
    <svg className={lanes['lane']} width={width} height={y + AXIS - ROW_GAP} aria-hidden focusable="false">
      {placed.map(({ key, name, bars, medianEnd, at }) => {
        const height = bars.length * (BAR + BAR_GAP) - BAR_GAP;
        return (
          <g key={key} transform={`translate(0 ${at})`}>
            {frame.narrow ? (
              <text x={frame.left} y={11} className={lanes['name']}>
                {name}
              </text>
            ) : (
              <LaneName frame={frame} y={top + height / 2 + 4} name={name} />
            )}
            {bars.map((bar, index) => (
              <rect
                key={bar.id}
                x={x(bar.from)}
                y={top + index * (BAR + BAR_GAP)}
                width={Math.max(2, x(bar.to) - x(bar.from))}
                height={BAR}
                rx={1}
                className={styles[`severity-${bar.severity}`]}
              />
            ))}
            {medianEnd !== null && isInPlot(x(medianEnd), frame) && (
              <path d={`M${x(medianEnd)} ${top - 2}V${top + height + 2}`} className={styles['median']} />
            )}
          </g>
        );
      })}
      <g transform={`translate(0 ${y - ROW_GAP + 6})`}>
        <path d={`M${frame.left} 0.5H${frame.width - frame.right}`} className={lanes['axis']} />
        {ticks.map(({ minute, x: place }) => (
          <g key={minute} transform={`translate(${place} 0)`}>
            <path d="M0 0.5V4.5" className={lanes['axis']} />
            <text y={18} textAnchor="middle" className={lanes['tick']}>
              {minute === 0 ? 'dose' : label(minute)}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
});
