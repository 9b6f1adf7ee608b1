import { instrumentMark } from '../ui/instrument-mark';
import { DAY_HOURS, type OnsetDrawing } from './onset-scale';
import type { WeeklyLine, WeeklyValue } from './onset-series';
import { ScoreMark } from './score-mark';
import lanes from './lanes.module.css';
import styles from './onset-chart.module.css';

interface OnsetWeeksProps {
  readonly weeks: readonly WeeklyLine[];
  readonly drawing: OnsetDrawing;
  readonly height: number;
}

const LABEL = 15;
const STEP = 25;

/** The scales that ask about weeks, in per cent of their baselines: so they share one panel honestly. */
export function OnsetWeeks({ weeks, drawing: { frame, x }, height }: OnsetWeeksProps) {
  const highest = Math.max(100, ...weeks.flatMap(({ runs }) => runs.flat().map(({ percent }) => percent)));
  const top = Math.ceil(highest / STEP) * STEP;
  const y = (percent: number): number => height - (percent / top) * height;
  const right = frame.width - frame.right;
  const path = (run: readonly WeeklyValue[]): string =>
    run
      .map(({ days, percent }, index) => `${index === 0 ? 'M' : 'L'}${x(days * DAY_HOURS)} ${y(percent)}`)
      .join('');
  return (
    <>
      {frame.narrow ? (
        <text x={frame.left} y={-8} className={lanes['name']}>
          Scales of weeks, % of baseline
        </text>
      ) : (
        <>
          <text x={0} y={height / 2} className={lanes['name']}>
            Scales of weeks
          </text>
          <text x={0} y={height / 2 + 16} className={lanes['tick']}>
            % of baseline
          </text>
          <text x={0} y={height / 2 + 32} className={lanes['tick']}>
            lower is better
          </text>
        </>
      )}
      {[0, 50, 100].map((value) => (
        <text key={value} x={frame.left - 4} y={y(value) + 4} textAnchor="end" className={lanes['tick']}>
          {value}
        </text>
      ))}
      <path d={`M${frame.left} ${y(100)}H${right}`} className={styles['baseline']} />
      <path d={`M${frame.left} ${height + 0.5}H${right}`} className={lanes['axis']} />
      {weeks.map(({ instrument, runs }) => (
        <g key={instrument}>
          {runs.map((run, index) => (
            <path
              key={index}
              d={path(run.filter(({ days }) => days > 0))}
              className={styles['weekly']}
              stroke={instrumentMark(instrument).colour}
            />
          ))}
          <path
            d={path((runs[0] ?? []).slice(0, 2))}
            className={styles['across']}
            stroke={instrumentMark(instrument).colour}
          />
          {runs.flat().map(({ date, days, percent, status }) => (
            <ScoreMark
              key={date}
              x={x(days * DAY_HOURS)}
              y={y(percent)}
              instrument={instrument}
              status={status}
              inTrend
              hasRisk={false}
              isActive={false}
            />
          ))}
        </g>
      ))}
      {spread(weeks, y, frame.narrow ? '' : ' %').map(({ instrument, words, y: place }) => (
        <text
          key={instrument}
          x={right + 4}
          y={place + 4}
          className={styles['ending']}
          fill={instrumentMark(instrument).colour}
        >
          {words}
        </text>
      ))}
      <text x={x(4)} y={height - 10} className={styles['asks']}>
        {frame.narrow ? 'ask about weeks' : 'ask about the last 2 weeks (PCL-5: the past month)'}
      </text>
    </>
  );
}

interface PlacedWords {
  readonly instrument: string;
  readonly words: string;
  readonly y: number;
}

/** The latest value of each scale at its height, pushed down where two would stand on each other. */
function spread(
  weeks: readonly WeeklyLine[],
  y: (percent: number) => number,
  unit: string,
): readonly PlacedWords[] {
  const wanted = weeks
    .flatMap(({ instrument, name, runs }) => {
      const last = runs.at(-1)?.at(-1);
      if (last === undefined) return [];
      return [{ instrument, words: `${name} ${Math.round(last.percent)}${unit}`, y: y(last.percent) }];
    })
    .toSorted((a, b) => a.y - b.y);
  let free = -Infinity;
  return wanted.map((label) => {
    const place = Math.max(label.y, free);
    free = place + LABEL;
    return { ...label, y: place };
  });
}
