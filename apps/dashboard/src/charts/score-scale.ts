import type { TrajectoryInstrument } from '@courseline/contracts';
import { percentCeiling, type ScoreScale } from './score-series';

/** The vertical extent of one panel and what is written along it. */
export interface ScoreRange {
  /** A little wider than the instrument's range, so that marks at its ends are whole. */
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** Share of the range added at both ends. */
const MARGIN = 0.035;

function widened(from: number, to: number): readonly [number, number] {
  const margin = (to - from) * MARGIN;
  return [from - margin, to + margin];
}

function quarters(from: number, to: number): readonly number[] {
  return [0, 1, 2, 3, 4].map((quarter) => Math.round(from + ((to - from) * quarter) / 4));
}

/** The instrument's whole range, always: a panel that zooms makes small changes look large. */
export function scoreRange(instrument: TrajectoryInstrument, scale: ScoreScale): ScoreRange {
  if (scale === 'percent') {
    const ceiling = percentCeiling(instrument.points);
    const step = ceiling > 200 ? 100 : 50;
    const ticks = Array.from({ length: Math.floor(ceiling / step) + 1 }, (_, index) => index * step);
    return { domain: widened(0, ceiling), ticks };
  }
  const { min, max } = instrument.range;
  const starts = instrument.bands.map(({ from }) => from).filter((from) => from > min);
  return {
    domain: widened(min, max),
    ticks: instrument.bands.length === 0 ? quarters(min, max) : [min, ...starts, max],
  };
}

export interface VerticalScale {
  readonly height: number;
  readonly y: (value: number) => number;
}

export function verticalScale({ domain: [low, high] }: ScoreRange, height: number): VerticalScale {
  return { height, y: (value) => ((high - value) / (high - low)) * height };
}

export interface BandArea {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** 0 to 4, towards more severe. */
  readonly tint: number;
}

const DARKEST = 4;

/**
 * Severity bands as areas. Scores are whole numbers, so the edges lie half way between two of them; the lowest and
 * the highest band reach to the ends of the panel.
 */
export function bandAreas(instrument: TrajectoryInstrument, { domain }: ScoreRange): readonly BandArea[] {
  const last = instrument.bands.length - 1;
  return instrument.bands.map(({ id, label, from, to }, index) => ({
    id,
    label,
    low: index === 0 ? domain[0] : from - 0.5,
    high: index === last ? domain[1] : to + 0.5,
    tint: index === last ? DARKEST : index,
  }));
}

export type ScoreLineKind = 'baseline' | 'response' | 'remission' | 'cut';

export interface ScoreLine {
  readonly kind: ScoreLineKind;
  readonly value: number;
  readonly label: string;
}

/** The lines a score is held against: where the course began, response, remission, and the cut where there are no bands. */
export function scoreLines(instrument: TrajectoryInstrument, scale: ScoreScale): readonly ScoreLine[] {
  const { baseline, responseLine, thresholds, cutLine } = instrument;
  const isPercent = scale === 'percent';
  if (isPercent && (baseline === null || baseline.total === 0)) return [];
  const share = (value: number): number =>
    isPercent && baseline !== null ? (value / baseline.total) * 100 : value;
  const lines: ScoreLine[] = [];
  if (baseline !== null) {
    lines.push({ kind: 'baseline', value: share(baseline.total), label: `Baseline ${baseline.total}` });
  }
  if (responseLine !== null) {
    const label = `Response: ${responseLine.orLess} or less`;
    lines.push({ kind: 'response', value: share(responseLine.at), label });
  }
  const below = thresholds?.remission?.below;
  if (below !== undefined) {
    lines.push({ kind: 'remission', value: share(below - 0.5), label: `Remission: ${below - 1} or less` });
  }
  if (cutLine !== null) {
    lines.push({ kind: 'cut', value: share(cutLine.value - 0.5), label: `Cut-off: ${cutLine.value}` });
  }
  return lines;
}

export interface ChangeBracket {
  readonly high: number;
  readonly low: number;
  readonly points: number;
}

/** From the baseline down as far as measurement error reaches; null where there is no baseline or no such rule. */
export function changeBracket(instrument: TrajectoryInstrument, scale: ScoreScale): ChangeBracket | null {
  const { baseline, thresholds, range } = instrument;
  if (baseline === null || thresholds === null || (scale === 'percent' && baseline.total === 0)) return null;
  const { points } = thresholds.reliableChange;
  const end = Math.max(range.min, baseline.total - points);
  const share = (value: number): number => (scale === 'percent' ? (value / baseline.total) * 100 : value);
  return { high: share(baseline.total), low: share(end), points };
}
