import type { ClinicDays } from '../check-in-course.js';

const DAY = 86_400_000;
const QUARTER = 900_000;

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Days of a zone by the platform's own time zone data, for tests: independent of what the product uses. */
export function zoneDays(timeZone: string): ClinicDays {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const read = (at: number): number => {
    const by = new Map(parts.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => by.get(type) ?? 0;
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  };
  const offsets = new Map<number, number>();
  /** The clock of the zone at an instant, as if it were UTC; clocks change on a quarter of an hour. */
  const clock = (at: number): number => {
    const quarter = Math.floor(at / QUARTER) * QUARTER;
    const offset = offsets.get(quarter) ?? read(quarter) - quarter;
    offsets.set(quarter, offset);
    return at + offset;
  };
  return {
    dayOf: (at) => isoDay(clock(at)),
    at: (day, time) => {
      const wanted = Date.parse(`${day}T${time}:00Z`);
      // The zone's offset a day before, then a day after: the first that gives the wanted clock, else the earlier offset.
      const around = [wanted - DAY, wanted + DAY].map((at) => clock(at) - at);
      const hit = around.map((offset) => wanted - offset).find((at) => clock(at) === wanted);
      return hit ?? wanted - (around[0] ?? 0);
    },
    addDays: (day, count) => isoDay(Date.parse(`${day}T00:00:00Z`) + count * DAY),
    daysBetween: (from, to) =>
      Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY),
  };
}
