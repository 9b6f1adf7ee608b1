import { memo } from 'react';
import { thinned } from './axis-ticks';
import { frameOf, plotWidth } from './frame';
import { OnsetPanel } from './onset-panel';
import { DAY_HOURS, onsetScale } from './onset-scale';
import type { OnsetForm, OnsetMeasure, WeeklyLine } from './onset-series';
import { OnsetWeeks } from './onset-weeks';
import lanes from './lanes.module.css';

interface OnsetChartProps {
  readonly measures: readonly OnsetMeasure[];
  readonly weeks: readonly WeeklyLine[];
  readonly width: number;
  /** The form that is looked at. */
  readonly active: OnsetForm | null;
}

const TOP = 22;
const PANEL = 64;
const GAP = 30;
const WEEKS = 120;
const WEEKS_GAP = 14;
const AXIS = 40;
const TICK_GAP = 30;

/** The hours after each dose and the weeks of the course over one axis, each measure in a panel of its own. */
export const OnsetChart = memo(function OnsetChart({ measures, weeks, width, active }: OnsetChartProps) {
  const frame = frameOf(width);
  const scale = onsetScale([
    ...measures.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.flat().map(({ hours }) => hours))),
    ...weeks.flatMap(({ runs }) => runs.flat().map(({ days }) => days * DAY_HOURS)),
  ]);
  const inner = plotWidth(frame) - 2 * frame.inset;
  const place = (share: number): number => frame.left + frame.inset + share * inner;
  const drawing = { frame, x: (hours: number) => place(scale.at(hours)) };
  const weeksTop = TOP + measures.length * (PANEL + GAP) + WEEKS_GAP;
  const axisTop = weeks.length === 0 ? weeksTop - GAP - WEEKS_GAP + 10 : weeksTop + WEEKS + 10;
  const right = frame.width - frame.right;
  const ticks = thinned(
    scale.ticks.map(({ label, at }) => ({ label, x: place(at) })),
    TICK_GAP,
  );
  return (
    <svg className={lanes['lane']} width={width} height={axisTop + AXIS} aria-hidden focusable="false">
      {measures.map((measure, index) => (
        <g key={measure.name} transform={`translate(0 ${TOP + index * (PANEL + GAP)})`}>
          <OnsetPanel
            measure={measure}
            drawing={drawing}
            height={PANEL}
            active={active}
            asks={index === 0 ? 'asks about right now' : null}
          />
        </g>
      ))}
      {weeks.length > 0 && (
        <g transform={`translate(0 ${weeksTop})`}>
          <OnsetWeeks weeks={weeks} drawing={drawing} height={WEEKS} />
        </g>
      )}
      <g transform={`translate(0 ${axisTop})`}>
        <path d={`M${drawing.x(0) - 12} 0.5H${drawing.x(0) + 12}`} className={lanes['axis']} />
        <path d={`M${drawing.x(0) + 22} 0.5H${right}`} className={lanes['axis']} />
        {ticks.map(({ label, x }) => (
          <g key={label} transform={`translate(${x} 0)`}>
            <path d="M0 0.5V4.5" className={lanes['axis']} />
            <text y={17} textAnchor="middle" className={lanes['tick']}>
              {label}
            </text>
          </g>
        ))}
        <text
          x={drawing.x(4)}
          y={34}
          textAnchor={frame.narrow ? 'middle' : 'start'}
          className={lanes['tick']}
        >
          {frame.narrow ? 'from each dose' : 'hours from each dose'}
        </text>
        <text x={right} y={34} textAnchor="end" className={lanes['tick']}>
          {frame.narrow ? 'from the first dose' : 'days from the first dose'}
        </text>
      </g>
    </svg>
  );
});
