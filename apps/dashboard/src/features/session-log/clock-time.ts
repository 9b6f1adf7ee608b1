import type { Parsed } from './typed-values';

/** A time of day as people type it: "1422", "14:22", "9.05", "2:22 pm". Gives `HH:MM`. */
export function parseClock(text: string): Parsed<string> {
  const error = { error: 'A time, such as 14:22.' };
  const match = /^(\d{1,2})[:.h ]?(\d{2})\s*([ap])?\.?m?\.?$/i.exec(text.trim());
  if (match === null) return error;
  const half = match[3]?.toLowerCase();
  const typedHour = Number(match[1]);
  const minute = Number(match[2]);
  if (half !== undefined && (typedHour < 1 || typedHour > 12)) return error;
  const hour = half === undefined ? typedHour : (typedHour % 12) + (half === 'p' ? 12 : 0);
  if (hour > 23 || minute > 59) return error;
  return { value: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

/** How far the clock of a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(moment / 1000) * 1000;
}

/**
 * The moment at which the clinic's clock shows a time on a day, as an ISO string. Of the hour that comes twice in
 * autumn it is the first; of the one that is left out in spring, as much after the change.
 */
export function momentAt(timeZone: string, day: string, time: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const dayBefore = offsetAt(timeZone, asUtc - 86_400_000);
  const dayAfter = offsetAt(timeZone, asUtc + 86_400_000);
  const candidates = [asUtc - dayBefore, asUtc - dayAfter];
  const shown = candidates.filter((moment) => moment + offsetAt(timeZone, moment) === asUtc);
  return new Date(shown.length > 0 ? Math.min(...shown) : asUtc - dayBefore).toISOString();
}

/** A moment to the minute, as the clock on the wall shows it. */
export function toMinute(moment: Date): string {
  return new Date(Math.floor(moment.getTime() / 60_000) * 60_000).toISOString();
}
