import type { TrajectoryInstrument } from '@courseline/contracts';
import { plotWidth, type Frame, type HorizontalScale } from './frame';
import { placeLabels } from './label-places';
import styles from './score-panel.module.css';
import { changeBracket, scoreLines, type BandArea, type VerticalScale } from './score-scale';
import type { ScoreScale, ScoreSeries } from './score-series';

interface ScorePanelLabelsProps {
  readonly instrument: TrajectoryInstrument;
  readonly series: ScoreSeries;
  readonly scale: ScoreScale;
  readonly frame: Frame;
  readonly horizontal: HorizontalScale;
  readonly vertical: VerticalScale;
  readonly bands: readonly BandArea[];
}

const LINE_HEIGHT = 13;
const EDGE = 6;
const BRACKET_ARM = 4;
/** On a wide figure the bracket stands left of the numbers of the scale. */
const BRACKET_GUTTER = { score: 34, percent: 52 } as const;
const LETTERS_NARROW = 11;

/** Left of "100 %" there is less room than left of "27"; on a phone the words stand below the figure. */
function bracketLines(points: number, scale: ScoreScale): readonly string[] {
  return scale === 'percent'
    ? [`${points} points:`, 'beyond', 'measurement', 'error']
    : [`${points} points: beyond`, 'measurement error'];
}

/** On a phone a long name takes two lines, as long as its band is tall enough for them. */
function linesOf(text: string, isNarrow: boolean, room: number): readonly string[] {
  if (!isNarrow || text.length <= LETTERS_NARROW || room < 2 * LINE_HEIGHT) return [text];
  return /^(.+?-)(.+)$/.exec(text)?.slice(1) ?? text.split(' ', 2);
}

/** What is written into a panel: the names of lines inside it, those of bands at its right edge, and the bracket. */
export function ScorePanelLabels(props: ScorePanelLabelsProps) {
  const { instrument, series, scale, frame, horizontal, vertical, bands } = props;
  const right = frame.width - frame.right;
  const polylines = series.segments.map((segment) =>
    segment.flatMap(({ position, value }) =>
      value === null ? [] : [{ x: horizontal.at(position), y: vertical.y(value) }],
    ),
  );
  const named = placeLabels(
    scoreLines(instrument, scale).map(({ kind, value, label }) => ({
      id: kind,
      text: label,
      y: vertical.y(value),
    })),
    polylines,
    { left: frame.left + EDGE, right: right - EDGE, height: vertical.height },
  );
  const bracket = changeBracket(instrument, scale);
  const edge = bands.map(({ id, label, low, high }) => ({
    id,
    lines: linesOf(label, frame.narrow, vertical.y(low) - vertical.y(high)),
    y: vertical.y((low + high) / 2),
  }));
  return (
    <>
      {plotWidth(frame) > 160 &&
        named.map(({ id, text, y, side, place }) => (
          <text
            key={id}
            className={styles['lineLabel']}
            x={{ start: frame.left + EDGE, middle: (frame.left + right) / 2, end: right - EDGE }[side]}
            y={place === 'above' ? y - 4 : y + 12}
            textAnchor={side}
          >
            {text}
          </text>
        ))}
      {bracket !== null && (
        <Bracket
          x={frame.narrow ? right + 2 : frame.left - BRACKET_GUTTER[scale]}
          arm={frame.narrow ? BRACKET_ARM : -BRACKET_ARM}
          high={vertical.y(bracket.high)}
          low={vertical.y(bracket.low)}
          words={frame.narrow ? [] : bracketLines(bracket.points, scale)}
        />
      )}
      {edge.map(({ id, lines, y }) => (
        <text
          key={id}
          className={styles['bandLabel']}
          x={right + 12}
          y={y + 4 - ((lines.length - 1) * LINE_HEIGHT) / 2}
        >
          {lines.map((line, index) => (
            <tspan key={line} x={right + 12} dy={index === 0 ? 0 : LINE_HEIGHT}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </>
  );
}

interface BracketProps {
  readonly x: number;
  /** Which way its arms reach, in pixels: towards the plot. */
  readonly arm: number;
  readonly high: number;
  readonly low: number;
  readonly words: readonly string[];
}

function Bracket({ x, arm, high, low, words }: BracketProps) {
  const middle = (high + low) / 2;
  return (
    <>
      <path className={styles['bracket']} d={`M${x} ${high}h${arm}V${low}h${-arm}`} />
      {words.map((line, index) => (
        <text
          key={line}
          className={styles['bracketLabel']}
          x={x + arm - 4}
          y={middle + 4 + (index - (words.length - 1) / 2) * LINE_HEIGHT}
          textAnchor="end"
        >
          {line}
        </text>
      ))}
    </>
  );
}
