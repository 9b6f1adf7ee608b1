import type { OwnInstrument, OwnPoint } from '@courseline/contracts';

export interface PlacedPoint {
  readonly point: OwnPoint;
  readonly x: number;
  readonly y: number;
}

export interface OwnSeries {
  readonly placed: readonly PlacedPoint[];
  /** Line segments, broken over long gaps. */
  readonly lines: readonly string[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly padX: number;
  readonly padY: number;
}

const GAP_DAYS = 45;
const DAY_MS = 86_400_000;

const timeOf = (point: OwnPoint): number =>
  point.at === null ? Date.parse(`${point.onDate}T12:00:00Z`) : Date.parse(point.at);

/** The scores from the one on that the change is measured from; all of them where there is none yet. */
export function sinceStart({ first, points }: Pick<OwnInstrument, 'first' | 'points'>): readonly OwnPoint[] {
  if (first === null) return points;
  const start = points.findIndex(
    ({ onDate, at, total }) => onDate === first.onDate && at === first.at && total === first.total,
  );
  return points.slice(Math.max(0, start));
}

/**
 * Scores placed on a small chart: time to the right, more symptoms up, the whole range of the instrument. The line
 * breaks where nothing was answered for more than 45 days; a score of zero is a score.
 */
export function ownSeries(points: readonly OwnPoint[], highest: number, frame: Frame): OwnSeries {
  const times = points.map(timeOf);
  const from = Math.min(...times);
  const span = Math.max(...times) - from;
  const inner = frame.width - 2 * frame.padX;
  const placed = points.map((point, index) => ({
    point,
    x: span === 0 ? frame.width / 2 : frame.padX + (((times[index] ?? from) - from) / span) * inner,
    y: frame.padY + (1 - point.total / highest) * (frame.height - 2 * frame.padY),
  }));
  const lines: string[] = [];
  let line: PlacedPoint[] = [];
  const flush = () => {
    if (line.length > 1) lines.push(line.map(({ x, y }) => `${round(x)},${round(y)}`).join(' '));
    line = [];
  };
  placed.forEach((each, index) => {
    const before = times[index - 1];
    if (before !== undefined && (times[index] ?? before) - before > GAP_DAYS * DAY_MS) flush();
    line.push(each);
  });
  flush();
  return { placed, lines };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
