const DAY_IN_MS = 86_400_000;
const DAYS_IN_WEEK = 7;

/** How a series of sessions is spread over the calendar. */
export interface SessionSeries {
  /** The day of the first session, `YYYY-MM-DD`; it stands as given, even on a closed weekday. */
  readonly firstDay: string;
  /** How many sessions. */
  readonly count: number;
  /** Days from one session to the next on average, such as 3.5 for twice a week. */
  readonly intervalDays: number;
  /** Weekdays on which the clinic is closed, 1 (Monday) to 7 (Sunday): such a session falls on the next open day. */
  readonly closedWeekdays: readonly number[];
}

/** 2.33, as three times a week is stored, is meant as 7/3: otherwise the series slips by a day each few weeks. */
function exactInterval(intervalDays: number): number {
  const timesAWeek = Math.round(DAYS_IN_WEEK / intervalDays);
  const exact = DAYS_IN_WEEK / timesAWeek;
  return timesAWeek >= 1 && Math.abs(exact - intervalDays) < 0.005 ? exact : intervalDays;
}

function isoWeekday(dayNumber: number): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber + 3) % DAYS_IN_WEEK) + DAYS_IN_WEEK) % DAYS_IN_WEEK) + 1;
}

/**
 * The days of a series of sessions, each later than the one before. Twice a week from a Tuesday falls on Tuesdays
 * and Fridays (3, 6, 10, 13 November 2026). Throws a RangeError where no weekday is open, or the count or the
 * interval is not positive.
 */
export function seriesDays(series: SessionSeries): readonly string[] {
  const closed = new Set(series.closedWeekdays);
  if (closed.size >= DAYS_IN_WEEK) throw new RangeError('No weekday is open.');
  if (!(series.count >= 1) || !(series.intervalDays > 0))
    throw new RangeError('A series needs sessions and an interval.');
  const first = Date.parse(`${series.firstDay}T00:00:00Z`) / DAY_IN_MS;
  const interval = exactInterval(series.intervalDays);
  const days: number[] = [];
  for (let index = 0; index < series.count; index += 1) {
    const previous = days.at(-1);
    let candidate = first + Math.floor(index * interval + 1e-9);
    if (previous !== undefined) {
      // A session that was moved off a closed day pushes the next one on: never closer than the interval.
      candidate = Math.max(candidate, previous + Math.max(1, Math.floor(interval)));
      while (closed.has(isoWeekday(candidate))) candidate += 1;
    }
    days.push(candidate);
  }
  return days.map((day) => new Date(day * DAY_IN_MS).toISOString().slice(0, 10));
}
