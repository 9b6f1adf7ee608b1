import type { ChartAxis, Moment, NumberedSession } from './axis';
import { DAY_MS, dayOf, dayStart } from './chart-time';
import type { HorizontalScale } from './frame';

export interface AxisTick {
  readonly x: number;
  readonly date: string | null;
  readonly session: number | null;
  /** For ticks that stand for a month rather than a day. */
  readonly wholeMonth: boolean;
}

interface TickRequest {
  readonly axis: ChartAxis;
  readonly scale: HorizontalScale;
  /** What happened: the days that deserve a tick of their own while there is room. */
  readonly moments: readonly Moment[];
  readonly sessions: readonly NumberedSession[];
  /** The least distance between two labels, in pixels. */
  readonly gap: number;
  /** Labelled whatever stands beside it. */
  readonly today: string;
}

/**
 * Of labels that stand too close, keeps those that say most: what must stay, then the first and the last, then the
 * others from the left.
 */
export function thinned<T extends { readonly x: number }>(
  ticks: readonly T[],
  gap: number,
  mustStay: (tick: T) => boolean = () => false,
): readonly T[] {
  const first = ticks.slice(0, 1);
  const last = ticks.slice(-1);
  const kept = new Set<T>();
  for (const tick of [...ticks.filter(mustStay), ...first, ...last, ...ticks]) {
    if ([...kept].every((other) => other === tick || Math.abs(other.x - tick.x) >= gap)) kept.add(tick);
  }
  return ticks.filter((tick) => kept.has(tick));
}

function monthStarts(from: number, to: number, everyMonths: number): readonly string[] {
  const begin = new Date(from);
  const months: string[] = [];
  for (let index = 1; ; index += 1) {
    const time = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + index, 1);
    if (time > to) return months;
    if (new Date(time).getUTCMonth() % everyMonths === 0) months.push(dayOf(time));
  }
}

const MONTHS_FROM = 75 * DAY_MS;

function dateTicks({ axis, scale, moments, gap, today }: TickRequest): readonly AxisTick[] {
  const [from, to] = axis.domain;
  if (to - from > MONTHS_FROM) {
    for (const every of [1, 3, 6, 12]) {
      const ticks = monthStarts(from, to, every).map((date) => ({
        x: scale.at(dayStart(date)),
        date,
        session: null,
        wholeMonth: true,
      }));
      const closest = Math.min(...ticks.slice(1).map((tick, index) => tick.x - (ticks[index]?.x ?? 0)));
      if (closest >= gap) return ticks;
    }
  }
  const days = [...new Set(moments.map(({ date }) => date))].sort();
  const ticks = days
    .map((date) => {
      const ofDay = moments.filter((moment) => moment.date === date).map(({ time }) => time);
      const middle = ofDay.reduce((sum, time) => sum + time, 0) / ofDay.length;
      return { x: scale.at(middle), date, session: null, wholeMonth: false };
    })
    .filter(({ x }) => x >= scale.at(from) - 1 && x <= scale.at(to) + 1);
  return thinned(ticks, gap, ({ date }) => date === today);
}

function sessionTicks({ axis, scale, sessions, gap }: TickRequest): readonly AxisTick[] {
  const [from, to] = axis.domain;
  const ticks = [...sessions]
    .sort((a, b) => a.number - b.number)
    .filter(({ number }) => number >= from && number <= to)
    .map(({ number, date }) => ({ x: scale.at(number), date, session: number, wholeMonth: false }));
  return thinned(ticks, gap / 2);
}

/** Where the axis is labelled: days on which something happened, months over long stretches, or session numbers. */
export function axisTicks(request: TickRequest): readonly AxisTick[] {
  return request.axis.kind === 'session' ? sessionTicks(request) : dateTicks(request);
}
