const DAY_MS = 86_400_000;

function epochDay(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(date)) {
    throw new RangeError('Not a calendar day of the form YYYY-MM-DD');
  }
  return ms / DAY_MS;
}

/**
 * How many calendar days a day lies after day zero of a course (negative: before it).
 * Both are calendar days 'YYYY-MM-DD' in the clinic's own zone, so no clock and no zone enters here.
 * Throws a RangeError for anything else, 30 February included.
 */
export function dayNumber(date: string, dayZero: string): number {
  return epochDay(date) - epochDay(dayZero);
}

/**
 * The calendar day 'YYYY-MM-DD' that lies so many days after day zero of a course: the inverse of
 * `dayNumber`. Throws a RangeError where day zero is no calendar day or the number no whole one.
 */
export function dayOfCourse(day: number, dayZero: string): string {
  if (!Number.isInteger(day)) throw new RangeError('A day of a course is a whole number');
  return new Date((epochDay(dayZero) + day) * DAY_MS).toISOString().slice(0, 10);
}
