import type { OnsetDrawing } from './onset-scale';
import type { OnsetForm, OnsetMeasure, OnsetValue } from './onset-series';
import lanes from './lanes.module.css';
import styles from './onset-chart.module.css';

interface OnsetPanelProps {
  readonly measure: OnsetMeasure;
  readonly drawing: OnsetDrawing;
  readonly height: number;
  readonly active: OnsetForm | null;
  /** What period the measure asks about, said once for all panels. */
  readonly asks: string | null;
}

const MOST = 10;

/** One thing asked about right now, 0 to 10: each session faint, the median of all strong. */
export function OnsetPanel({ measure, drawing: { frame, x }, height, active, asks }: OnsetPanelProps) {
  const y = (value: number): number => height - (value / MOST) * height;
  const right = frame.width - frame.right;
  const path = (run: readonly OnsetValue[]): string =>
    run.map(({ hours, value }, index) => `${index === 0 ? 'M' : 'L'}${x(hours)} ${y(value)}`).join('');
  const sessions = measure.lines.length;
  const last = measure.medianRuns.at(-1)?.at(-1);
  const better = measure.better === 'high' ? 'higher is better' : 'lower is better';
  return (
    <>
      {frame.narrow ? (
        <text x={frame.left} y={-8} className={lanes['name']}>
          {measure.name}, {better}
        </text>
      ) : (
        <>
          <text x={0} y={height / 2} className={lanes['name']}>
            {measure.name}, 0–10
          </text>
          <text x={0} y={height / 2 + 16} className={lanes['tick']}>
            {better}
          </text>
        </>
      )}
      {[0, MOST].map((value) => (
        <text key={value} x={frame.left - 4} y={y(value) + 4} textAnchor="end" className={lanes['tick']}>
          {value}
        </text>
      ))}
      <path d={`M${frame.left} ${height + 0.5}H${right}`} className={lanes['axis']} />
      {measure.lines.map(({ session, runs }) => (
        <g key={session}>
          {runs.map((run, index) => (
            <path key={index} d={path(run)} className={styles['session']} />
          ))}
          {runs.flat().map((value, index) => (
            <circle
              key={index}
              cx={x(value.hours)}
              cy={y(value.value)}
              r={2.5}
              className={styles['answer']}
            />
          ))}
        </g>
      ))}
      {measure.medianRuns.map((run, index) => (
        <g key={index}>
          <path d={path(run)} className={styles['median']} />
          {run.map((value) => (
            <circle
              key={value.slot}
              cx={x(value.hours)}
              cy={y(value.value)}
              r={4}
              className={styles['medianPoint']}
            />
          ))}
        </g>
      ))}
      {active !== null &&
        measure.lines
          .filter(({ session }) => session === active.session)
          .flatMap(({ runs }) => runs.flat())
          .filter(({ hours }) => hours === active.hours)
          .map(({ hours, value }) => (
            <circle key={hours} cx={x(hours)} cy={y(value)} r={7} className={styles['active']} />
          ))}
      {last !== undefined && (
        <text x={x(last.hours) + 10} y={y(last.value) + 4} className={styles['label']}>
          {sessions === 1 ? `${last.value}` : `median ${last.value}`}
        </text>
      )}
      {asks !== null && (
        <text x={right} y={frame.narrow ? 4 : -8} textAnchor="end" className={styles['asks']}>
          {asks}
        </text>
      )}
    </>
  );
}
