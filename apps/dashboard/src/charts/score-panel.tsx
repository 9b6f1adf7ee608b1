import type { TrajectoryInstrument } from '@courseline/contracts';
import { memo } from 'react';
import { ComposedChart, Line, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { instrumentMark } from '../ui/instrument-mark';
import type { Frame, HorizontalScale } from './frame';
import { ScorePanelLabels } from './score-panel-labels';
import { ScorePanelMarks } from './score-panel-marks';
import styles from './score-panel.module.css';
import { bandAreas, scoreLines, scoreRange, verticalScale } from './score-scale';
import type { ScoreScale, ScoreSeries } from './score-series';

interface ScorePanelProps {
  readonly instrument: TrajectoryInstrument;
  readonly series: ScoreSeries;
  readonly scale: ScoreScale;
  readonly frame: Frame;
  readonly horizontal: HorizontalScale;
  readonly height: number;
  /** The day under the pointer or the keyboard. */
  readonly activeDate: string | null;
  readonly showRisk: boolean;
}

const tints = [
  'var(--severity-0)',
  'var(--severity-1)',
  'var(--severity-2)',
  'var(--severity-3)',
  'var(--severity-4)',
];
const TICK_GAP = 6;
/**
 * Everything in the one layer of the drawing, in the order it is written. Recharts puts other layers into portals,
 * on which React listens for focus; Chromium takes a part of a drawing that listens for focus for a tab stop.
 */
const IN_ORDER = 0;

/** The line's rows: a row without a score between two stretches keeps them apart. */
function lineRows({ segments }: ScoreSeries): readonly { position: number; value: number | null }[] {
  return segments.flatMap((segment, index) => {
    const rows = segment.map(({ position, value }) => ({ position, value }));
    const end = segment.at(-1);
    return index === segments.length - 1 || end === undefined
      ? rows
      : [...rows, { position: end.position, value: null }];
  });
}

/**
 * One instrument over the shared time axis: bands, the lines a score is held against, and the scores. Its size is
 * given in pixels, never taken from the window: charts that measure themselves print blank (Recharts issue 6112).
 */
export const ScorePanel = memo(function ScorePanel(props: ScorePanelProps) {
  const { instrument, series, scale, frame, horizontal, height } = props;
  const range = scoreRange(instrument, scale);
  const vertical = verticalScale(range, height);
  const bands = scale === 'score' ? bandAreas(instrument, range) : [];
  const rows = lineRows(series);
  const { colour } = instrumentMark(instrument.id);
  return (
    <div className={styles['panel']} style={{ width: frame.width, height }}>
      <ComposedChart
        width={frame.width}
        height={height}
        data={rows}
        margin={{ top: 0, right: frame.right, bottom: 0, left: frame.left }}
        accessibilityLayer={false}
      >
        <XAxis type="number" dataKey="position" domain={[...horizontal.edges]} allowDataOverflow hide />
        <YAxis type="number" domain={[...range.domain]} allowDataOverflow hide />
        {bands.map((band) => (
          <ReferenceArea
            key={band.id}
            y1={band.low}
            y2={band.high}
            fill={tints[band.tint] ?? 'none'}
            fillOpacity={1}
            stroke="none"
            zIndex={IN_ORDER}
          />
        ))}
        {bands.slice(1).map((band) => (
          <ReferenceLine key={band.id} y={band.low} stroke="var(--hairline)" zIndex={IN_ORDER} />
        ))}
        {bands.length === 0 &&
          range.ticks.map((value) => (
            <ReferenceLine key={value} y={value} stroke="var(--hairline)" zIndex={IN_ORDER} />
          ))}
        {scoreLines(instrument, scale).map(({ kind, value }) => (
          <ReferenceLine
            key={kind}
            y={value}
            stroke="var(--ink-soft)"
            strokeWidth={1}
            strokeDasharray={kind === 'cut' ? '0' : kind === 'baseline' ? '1 3' : '5 4'}
            zIndex={IN_ORDER}
          />
        ))}
        {rows.length > 1 && (
          <Line
            dataKey="value"
            type="linear"
            stroke={colour}
            strokeWidth={2}
            dot={false}
            activeDot={false}
            connectNulls={false}
            isAnimationActive={false}
            zIndex={IN_ORDER}
          />
        )}
      </ComposedChart>
      <svg className={styles['overlay']} width={frame.width} height={height} aria-hidden focusable="false">
        {range.ticks.map((value) => (
          <text
            key={value}
            className={styles['tick']}
            x={frame.left - TICK_GAP}
            y={vertical.y(value)}
            dy="0.355em"
            textAnchor="end"
          >
            {scale === 'percent' ? `${value} %` : value}
          </text>
        ))}
        <ScorePanelLabels
          instrument={instrument}
          series={series}
          scale={scale}
          frame={frame}
          horizontal={horizontal}
          vertical={vertical}
          bands={bands}
        />
        <ScorePanelMarks
          instrument={instrument.id}
          marks={series.marks}
          frame={frame}
          horizontal={horizontal}
          vertical={vertical}
          activeDate={props.activeDate}
          showRisk={props.showRisk}
        />
      </svg>
    </div>
  );
});
