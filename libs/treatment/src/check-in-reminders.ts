import type { ClinicDays } from './check-in-course.js';
import type { CheckInOccurrence } from './check-in-occurrences.js';

/** A reminder that was sent, and for which occurrences (by key). */
export interface SentReminder {
  readonly at: number;
  readonly occurrences: readonly string[];
}

export interface ReminderRules {
  /** At most so many reminders for one occurrence. */
  readonly budget: number;
  /** From this time of day, `HH:MM` in the clinic's zone, reminders may be sent ... */
  readonly from: string;
  /** ... and from this one on no more: quiet hours run from here to `from` of the next day. */
  readonly until: string;
}

/** Two reminders an occurrence, none from nine in the evening to eight in the morning: our own rule. */
export const defaultReminderRules: ReminderRules = { budget: 2, from: '08:00', until: '21:00' };

/** A reminder to be sent at an instant, for all that is asked then. */
export interface Reminder {
  readonly at: number;
  readonly occurrences: readonly CheckInOccurrence[];
}

export interface ReminderQuestion {
  readonly occurrences: readonly CheckInOccurrence[];
  /** What was sent to this person, for whatever course. */
  readonly sent: readonly SentReminder[];
  readonly now: number;
  readonly days: ClinicDays;
  readonly rules: ReminderRules;
}

function isOpen({ state }: CheckInOccurrence): boolean {
  return state === 'due' || state === 'late' || state === 'upcoming';
}

/**
 * When an occurrence is worth a reminder: as it opens, on the day before it is due and on the day after; what counts
 * in hours, at its hour.
 */
function slotsOf(occurrence: CheckInOccurrence, days: ClinicDays, rules: ReminderRules): readonly number[] {
  if (occurrence.inHours) return [occurrence.dueAt];
  const dueOn = days.dayOf(occurrence.dueAt - 1);
  return [
    Math.max(occurrence.opensAt, days.at(days.dayOf(occurrence.opensAt), rules.from)),
    days.at(days.addDays(dueOn, -1), rules.from),
    days.at(days.addDays(dueOn, 1), rules.from),
  ]
    .filter((slot) => slot >= occurrence.opensAt && slot < occurrence.closesAt)
    .toSorted((a, b) => a - b);
}

/** The first instant from `at` on that is outside the quiet hours. */
export function afterQuietHours(at: number, days: ClinicDays, rules: ReminderRules): number {
  const day = days.dayOf(at);
  if (at < days.at(day, rules.from)) return days.at(day, rules.from);
  if (at < days.at(day, rules.until)) return at;
  return days.at(days.addDays(day, 1), rules.from);
}

/** When one occurrence may be reminded of next, by itself; null when never again. */
function nextFor(occurrence: CheckInOccurrence, question: ReminderQuestion): number | null {
  const { sent, now, days, rules } = question;
  if (!isOpen(occurrence)) return null;
  const own = sent.filter(({ occurrences }) => occurrences.includes(occurrence.key));
  if (own.length >= rules.budget) return null;
  const lastAt = Math.max(-Infinity, ...own.map(({ at }) => at));
  const slot = slotsOf(occurrence, days, rules).find((each) => each > lastAt);
  if (slot === undefined) return null;
  const wanted = Math.max(slot, now, occurrence.heldUntil ?? -Infinity);
  const at = afterFreeDay(afterQuietHours(wanted, days, rules), question);
  return at < occurrence.closesAt ? at : null;
}

/** One reminder a day for a person: after a day that had one comes the next morning. */
function afterFreeDay(at: number, { sent, days, rules }: ReminderQuestion): number {
  const taken = new Set(sent.map((each) => days.dayOf(each.at)));
  let free = at;
  while (taken.has(days.dayOf(free))) free = days.at(days.addDays(days.dayOf(free), 1), rules.from);
  return free;
}

/**
 * The next reminder for a person, as things stand. At its instant ask again with what is true then, and send what comes
 * back if its instant has come; ask again when anything changed;
 * null when there is nothing to remind of. Never two on one day of the clinic, never in quiet hours, never more than
 * the budget for one occurrence, none for what is answered, closed, or held because a dose was given within a day.
 * A day on which something is asked at an hour (4 h after a dose) keeps its one reminder for that hour.
 */
export function nextReminder(question: ReminderQuestion): Reminder | null {
  const { occurrences, days } = question;
  const wishes = occurrences.flatMap((occurrence) => {
    const at = nextFor(occurrence, question);
    return at === null ? [] : [{ occurrence, at, day: days.dayOf(at) }];
  });
  const first = wishes.toSorted((a, b) => a.at - b.at)[0];
  if (first === undefined) return null;
  const ofDay = wishes.filter(({ day }) => day === first.day);
  const atAnHour = ofDay.filter(({ occurrence }) => occurrence.inHours).toSorted((a, b) => a.at - b.at)[0];
  const at = atAnHour?.at ?? first.at;
  const together = ofDay.filter(
    ({ occurrence, at: own }) => own <= at && occurrence.opensAt <= at && at < occurrence.closesAt,
  );
  return { at, occurrences: together.map(({ occurrence }) => occurrence) };
}
