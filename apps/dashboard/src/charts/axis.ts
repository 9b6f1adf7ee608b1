import { DAY_MS } from './chart-time';

/** Something that happened: its day, and its time on the chart's clock. */
export interface Moment {
  readonly date: string;
  readonly time: number;
}

export interface NumberedSession extends Moment {
  readonly number: number;
}

/** What all lanes of one figure share: where a moment stands, and from where to where the figure reaches. */
export interface ChartAxis {
  readonly kind: 'date' | 'session';
  readonly domain: readonly [number, number];
  readonly position: (moment: Moment) => number;
}

/** Days shown around a course in which everything happened on one day. */
const LONELY_DAY_MARGIN = 3 * DAY_MS;

function span(moments: readonly Moment[]): readonly [number, number] | null {
  if (moments.length === 0) return null;
  const times = moments.map(({ time }) => time);
  return [Math.min(...times), Math.max(...times)];
}

/** The axis by date, from the first moment to the last; null when nothing happened. */
export function dateAxis(moments: readonly Moment[]): ChartAxis | null {
  const reach = span(moments);
  if (reach === null) return null;
  const [first, last] = reach;
  const domain =
    last - first < DAY_MS
      ? ([first - LONELY_DAY_MARGIN, last + LONELY_DAY_MARGIN] as const)
      : ([first, last] as const);
  return { kind: 'date', domain, position: ({ time }) => time };
}

function between(time: number, from: number, to: number): number {
  return to === from ? 0 : (time - from) / (to - from);
}

/**
 * The axis by session number. What lies on the day of a session stands at its number; what lies between two keeps
 * its share of the way; what came before the first lies between 0 and 1, what came after the last in the step
 * behind it. Null without a session: then there is nothing to count by.
 */
export function sessionAxis(
  moments: readonly Moment[],
  sessions: readonly NumberedSession[],
): ChartAxis | null {
  const reach = span([...moments, ...sessions]);
  const ordered = [...sessions].sort((a, b) => a.number - b.number);
  const first = ordered.at(0);
  const last = ordered.at(-1);
  if (reach === null || first === undefined || last === undefined) return null;
  const [begin, end] = reach;

  const position = ({ date, time }: Moment): number => {
    const sameDay = ordered.filter((session) => session.date === date);
    const nearest = sameDay.toSorted((a, b) => Math.abs(a.time - time) - Math.abs(b.time - time)).at(0);
    if (nearest !== undefined) return nearest.number;
    if (time < first.time) return first.number - 1 + between(time, begin, first.time);
    if (time > last.time) return last.number + between(time, last.time, end);
    const before = ordered.findLast((session) => session.time <= time) ?? first;
    const after = ordered.find((session) => session.time > time) ?? last;
    return before.number + (after.number - before.number) * between(time, before.time, after.time);
  };

  const positions = moments.map(position);
  return {
    kind: 'session',
    domain: [
      Math.min(first.number - (ordered.length === 1 ? 1 : 0), ...positions),
      Math.max(last.number + (ordered.length === 1 ? 1 : 0), ...positions),
    ],
    position,
  };
}

/** The same axis, showing only the days from and to (both included). */
export function clippedAxis(axis: ChartAxis, from: Moment, to: Moment): ChartAxis {
  const domain = [axis.position(from), axis.position(to)] as const;
  return domain[1] > domain[0] ? { ...axis, domain } : axis;
}
