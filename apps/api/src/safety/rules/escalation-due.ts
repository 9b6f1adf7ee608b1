import { addDays, dayIn, instantAt } from '../../clinics/clinic-calendar.js';

/** When an alert that nobody took on is said to others. */
export interface EscalationTimes {
  readonly redMinutes: number;
  readonly amberWorkingDays: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly opens: string;
  readonly closes: string;
  readonly redWhenClosed: 'at-once' | 'next-opening';
}

/** Our own rule, until the clinic says otherwise. Holidays are not known: a clinic that is closed says so by its weekdays. */
export const STANDARD_ESCALATION: EscalationTimes = {
  redMinutes: 15,
  amberWorkingDays: 2,
  weekdays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '18:00',
  redWhenClosed: 'at-once',
};

/**
 * From when on an alert that nobody has taken on is late. Red: so many minutes after it was raised in opening hours;
 * outside of them at once, since nobody looks at a screen, or so many minutes after the next opening. Amber: when the
 * clinic closes on the last of so many working days after the day on which it was raised.
 */
export function escalationDue(
  alert: { readonly level: 'red' | 'amber'; readonly raisedAt: Date },
  times: EscalationTimes,
  timeZone: string,
): Date {
  const { raisedAt } = alert;
  const day = dayIn(timeZone, raisedAt);
  if (alert.level === 'amber') {
    let last = day;
    for (let left = times.amberWorkingDays; left > 0; left -= 1) last = nextWorkingDay(last, times);
    return instantAt(timeZone, last, times.closes);
  }
  const opening = instantAt(timeZone, day, times.opens);
  const isWorkingDay = times.weekdays.includes(weekdayOf(day));
  const isOpen = isWorkingDay && raisedAt >= opening && raisedAt < instantAt(timeZone, day, times.closes);
  if (isOpen) return minutesAfter(raisedAt, times.redMinutes);
  if (times.redWhenClosed === 'at-once') return raisedAt;
  const next =
    isWorkingDay && raisedAt < opening
      ? opening
      : instantAt(timeZone, nextWorkingDay(day, times), times.opens);
  return minutesAfter(next, times.redMinutes);
}

function nextWorkingDay(day: string, { weekdays }: EscalationTimes): string {
  let next = addDays(day, 1);
  while (!weekdays.includes(weekdayOf(next))) next = addDays(next, 1);
  return next;
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(day: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 ? 7 : weekday;
}

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
