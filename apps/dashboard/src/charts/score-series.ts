import type { TrajectoryPoint } from '@courseline/contracts';
import type { ChartAxis, Moment } from './axis';
import { compareEvents, daysApart, midday, standingTimes } from './chart-time';

/** A longer silence than this is a gap in the line: nobody knows what lay between. Our own rule. */
export const GAP_DAYS = 45;

export type ScoreScale = 'score' | 'percent';

export interface ScoreMark extends Moment {
  readonly point: TrajectoryPoint;
  /** Where the mark stands on the axis. */
  readonly position: number;
  /** Points, or per cent of the baseline; null for a form without a total. */
  readonly value: number | null;
}

export interface ScoreSeries {
  /** Every form in order of time, those without a total and those after a dose included. */
  readonly marks: readonly ScoreMark[];
  /** The stretches that are joined by a line, each of one mark or more. */
  readonly segments: readonly (readonly ScoreMark[])[];
}

function compare(a: TrajectoryPoint, b: TrajectoryPoint): number {
  return compareEvents(a, b) || (a.id < b.id ? -1 : 1);
}

function valueOf(point: TrajectoryPoint, scale: ScoreScale): number | null {
  return scale === 'score' ? point.total : point.percentOfBaseline;
}

/**
 * What is drawn of one instrument: marks in order of time, and which of them a line joins. The line breaks where a
 * form had too few answers for a total and where more than 45 days lie between; scores after a dose stand alone.
 */
export function scoreSeries(
  points: readonly TrajectoryPoint[],
  axis: ChartAxis,
  scale: ScoreScale,
  zone: string,
): ScoreSeries {
  const ordered = [...points].sort(compare);
  const times = standingTimes(ordered, zone);
  const marks = ordered.map((point, index): ScoreMark => {
    const moment = { date: point.date, time: times[index] ?? midday(point.date) };
    return { ...moment, point, position: axis.position(moment), value: valueOf(point, scale) };
  });
  const segments: ScoreMark[][] = [];
  let open: ScoreMark[] | null = null;
  for (const mark of marks) {
    if (!mark.point.inTrend) continue;
    if (mark.value === null) {
      open = null;
      continue;
    }
    const previous = open?.at(-1);
    if (open === null || previous === undefined || daysApart(previous.date, mark.date) > GAP_DAYS) {
      open = [mark];
      segments.push(open);
    } else {
      open.push(mark);
    }
  }
  return { marks, segments };
}

/** The highest per cent a panel has to show: 125, or as much more as the scores need. */
export function percentCeiling(points: readonly TrajectoryPoint[]): number {
  const highest = Math.max(0, ...points.map(({ percentOfBaseline }) => percentOfBaseline ?? 0));
  return Math.max(125, Math.ceil(highest / 25) * 25);
}
