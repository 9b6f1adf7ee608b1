import { memo } from 'react';
import { minuteTicks } from './duration-chart';
import { frameOf, plotWidth, type Frame } from './frame';
import {
  minutesShown,
  pointsOf,
  scaleOf,
  tracePanels,
  type SessionTrace,
  type TracePanel,
} from './session-trace';
import lanes from './lanes.module.css';
import bars from './duration-chart.module.css';
import styles from './session-chart.module.css';

interface SessionChartProps {
  readonly trace: SessionTrace;
  /** Earlier sessions of the course, faint behind this one. */
  readonly earlier: readonly SessionTrace[];
  readonly width: number;
  /** The reading that is looked at: its minute. */
  readonly minute: number | null;
}

const PANEL = 64;
const GAP = 26;
const BAR_ROW = 24;
/** About the width of a letter of a label. */
const LETTER = 6.5;
const AXIS = 26;
/** Room for the word at the dose, and on a phone for the first panel's name under it. */
const TOP = 36;

interface Drawing {
  readonly frame: Frame;
  readonly x: (minute: number) => number;
}

/** What was measured over the minutes of a session, one panel a kind, with the dose and the side effects under them. */
export const SessionChart = memo(function SessionChart({ trace, earlier, width, minute }: SessionChartProps) {
  const frame = frameOf(width);
  const [from, to] = minutesShown([trace, ...earlier]);
  const x = (at: number): number =>
    frame.left + frame.inset + ((at - from) / (to - from)) * (plotWidth(frame) - 2 * frame.inset);
  const drawing = { frame, x };
  const panels = tracePanels.filter(({ kinds }) =>
    [trace, ...earlier].some((each) => kinds.some((kind) => pointsOf(each, kind).length > 0)),
  );
  const panelsEnd = TOP + panels.length * (PANEL + GAP);
  const barsEnd = panelsEnd + trace.spells.length * BAR_ROW;
  const right = frame.width - frame.right;
  const step = minuteTicks(to).filter((tick) => tick <= to);
  return (
    <svg className={lanes['lane']} width={width} height={barsEnd + AXIS} aria-hidden focusable="false">
      {trace.infusionTo !== null && trace.infusionTo > 0 && (
        <rect
          x={x(0)}
          y={TOP - 8}
          width={Math.max(1, x(trace.infusionTo) - x(0))}
          height={barsEnd - TOP + 8}
          className={styles['infusion']}
        />
      )}
      <path d={`M${x(0)} ${TOP - 8}V${barsEnd}`} className={styles['dose']} />
      <text x={x(0) + 4} y={11} className={lanes['tick']}>
        {trace.infusionTo === null ? 'dose' : 'dose runs in'}
      </text>
      {panels.map((panel, index) => (
        <g key={panel.name} transform={`translate(0 ${TOP + index * (PANEL + GAP)})`}>
          <Panel panel={panel} trace={trace} earlier={earlier} drawing={drawing} minute={minute} />
        </g>
      ))}
      {trace.marks.map((mark) => (
        <path
          key={`${mark.minute} ${mark.words}`}
          d={`M${x(mark.minute)} ${TOP - 8}V${barsEnd}`}
          className={styles['mark']}
        />
      ))}
      {trace.spells.map((spell, index) => {
        const words = spell.to === null ? `${spell.name}, going on` : spell.name;
        const end = x(spell.to ?? Math.max(spell.from, lastMinute(trace)));
        return (
          <g key={`${spell.name} ${spell.from}`} transform={`translate(0 ${panelsEnd + index * BAR_ROW})`}>
            <text
              x={Math.max(frame.left, Math.min(x(spell.from), width - words.length * LETTER))}
              y={0}
              className={lanes['tick']}
            >
              {words}
            </text>
            <rect
              x={x(spell.from)}
              y={4}
              width={Math.max(3, end - x(spell.from))}
              height={7}
              rx={1}
              className={bars[`severity-${spell.severity}`]}
            />
          </g>
        );
      })}
      <g transform={`translate(0 ${barsEnd})`}>
        <path d={`M${frame.left} 0.5H${right}`} className={lanes['axis']} />
        {step.map((tick) => (
          <text key={tick} x={x(tick)} y={16} textAnchor="middle" className={lanes['tick']}>
            {tick === 0 ? '0' : `${tick} min`}
          </text>
        ))}
      </g>
    </svg>
  );
});

/** Until when something is known of a session: what still goes on is drawn no further. */
function lastMinute({ readings, spells, marks }: SessionTrace): number {
  return Math.max(
    0,
    ...readings.map(({ minute }) => minute),
    ...marks.map(({ minute }) => minute),
    ...spells.map(({ from, to }) => to ?? from),
  );
}

interface PanelProps {
  readonly panel: TracePanel;
  readonly trace: SessionTrace;
  readonly earlier: readonly SessionTrace[];
  readonly drawing: Drawing;
  readonly minute: number | null;
}

function Panel({ panel, trace, earlier, drawing: { frame, x }, minute }: PanelProps) {
  const [low, high] = scaleOf(panel, [trace, ...earlier]);
  const y = (value: number): number => PANEL - ((value - low) / (high - low)) * PANEL;
  const right = frame.width - frame.right;
  const lineOf = (of: SessionTrace, kind: TracePanel['kinds'][number]) =>
    pointsOf(of, kind)
      .map(({ minute: at, value }, index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`)
      .join('');
  return (
    <>
      <text x={frame.narrow ? frame.left : 0} y={frame.narrow ? -6 : PANEL / 2} className={lanes['name']}>
        {panel.name}
      </text>
      {!frame.narrow && (
        <text x={0} y={PANEL / 2 + 15} className={lanes['tick']}>
          {panel.unit}
        </text>
      )}
      <path d={`M${frame.left} ${PANEL + 0.5}H${right}`} className={lanes['axis']} />
      {[low, high].map((value) => (
        <text key={value} x={frame.left - 4} y={y(value) + 4} textAnchor="end" className={lanes['tick']}>
          {value}
        </text>
      ))}
      {panel.line !== null && (
        <>
          <path d={`M${frame.left} ${y(panel.line.at)}H${right}`} className={styles['line']} />
          <text x={right + 4} y={y(panel.line.at) + 4} className={lanes['tick']}>
            {panel.line.words}
          </text>
        </>
      )}
      {panel.kinds.map((kind) => (
        <g key={kind}>
          {earlier.map((each, index) => (
            <path key={index} d={lineOf(each, kind)} className={styles['earlier']} />
          ))}
          <path d={lineOf(trace, kind)} className={styles['trace']} />
          {pointsOf(trace, kind).map(({ minute: at, value }) => (
            <circle key={at} cx={x(at)} cy={y(value)} r={at === minute ? 6 : 4} className={styles['point']} />
          ))}
        </g>
      ))}
    </>
  );
}
