/**
 * The clock of the charts: the clinic's wall clock, written as epoch milliseconds as though it were UTC. Every day
 * is as wide as every other, whatever summer time does, and a day without a time of its own never slips.
 */
export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const NOON_MS = DAY_MS / 2;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(zone, clock);
  return clock;
}

function minuteOfDay(instant: string, zone: string): number {
  const [hour, minute] = clockOf(zone).format(new Date(instant)).split(':');
  return Number(hour) * 60 + Number(minute);
}

/** Midnight at which a calendar day `YYYY-MM-DD` begins. */
export function dayStart(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The calendar day a time of the chart lies in. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The middle of a calendar day. */
export function midday(date: string): number {
  return dayStart(date) + NOON_MS;
}

/** Something that happened on a day, at an instant where that is known. */
export interface DatedEvent {
  readonly date: string;
  readonly at: string | null;
}

/**
 * Where events of one kind stand on the chart. An event that is alone on its day stands at midday, so that all
 * lanes of a day stand in one column; several of one day stand at their times, one without a time before them.
 */
export function standingTimes(events: readonly DatedEvent[], zone: string): readonly number[] {
  return events.map(({ date, at }) => {
    const ofDay = events.filter((event) => event.date === date);
    if (ofDay.length === 1 || ofDay.every((event) => event.at === null)) return midday(date);
    return dayStart(date) + (at === null ? 0 : minuteOfDay(at, zone) * MINUTE_MS);
  });
}

/** Order in time: by day, then by instant, one without an instant first; otherwise as they came. */
export function compareEvents(a: DatedEvent, b: DatedEvent): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const instantA = a.at === null ? -Infinity : Date.parse(a.at);
  const instantB = b.at === null ? -Infinity : Date.parse(b.at);
  return instantA === instantB ? 0 : instantA - instantB;
}

export function daysApart(from: string, to: string): number {
  return Math.round((dayStart(to) - dayStart(from)) / DAY_MS);
}
