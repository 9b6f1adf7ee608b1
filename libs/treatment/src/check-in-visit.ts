import type { CheckInCourse, ClinicDays } from './check-in-course.js';
import { checkInOccurrences, type CheckInOccurrence } from './check-in-occurrences.js';
import type { CheckInPlan } from './check-in-plan.js';

/** Before a dose a form may be up to 72 hours old: three calendar days. Our own rule. */
export const FRESH_DAYS = 3;

export interface CheckInVisitQuestion {
  readonly plan: CheckInPlan;
  readonly course: CheckInCourse;
  /** One of the course's sessions. */
  readonly sessionId: string;
  readonly days: ClinicDays;
  readonly asksAboutNow: (instrument: string) => boolean;
}

/**
 * What a plan asks at a visit before its dose: what hangs on the visit itself, and what else has its window open on
 * that day. Answered or not; empty for a session that is not of the course. What is asked at hours after a dose is
 * not of the visit.
 */
export function askedAtVisit(question: CheckInVisitQuestion): readonly CheckInOccurrence[] {
  const { plan, course, sessionId, days, asksAboutNow } = question;
  const visit = course.sessions.find(({ id }) => id === sessionId);
  if (visit === undefined) return [];
  // As it stood before the dose: whether it was given since does not change what was to be asked.
  const sessions = course.sessions.map((each) =>
    each.id === sessionId ? { ...each, state: 'planned' as const } : each,
  );
  const from = days.at(visit.onDate, '00:00');
  const to = days.at(days.addDays(visit.onDate, 1), '00:00');
  const now = Math.min(visit.at ?? days.at(visit.onDate, '12:00'), to) - 1;
  return checkInOccurrences({ plan, course: { ...course, sessions }, now, days, asksAboutNow }).filter(
    (each) =>
      !each.inHours &&
      each.opensAt < to &&
      each.closesAt > from &&
      (each.heldUntil === null || each.formId !== null) &&
      // What hangs on a later dose is asked at its own visit.
      (each.sessionId === null || each.sessionId === sessionId || each.anchorOn < visit.onDate),
  );
}

/** Of what is asked at a visit, the instruments that nobody has answered yet. */
export function dueAtVisit(question: CheckInVisitQuestion): readonly string[] {
  const open = askedAtVisit(question).filter(({ formId }) => formId === null);
  return [...new Set(open.map(({ instrument }) => instrument))];
}
