import type { CheckInCourse, CheckInForm, CheckInSession, ClinicDays } from '../check-in-course.js';
import { checkInOccurrences, type CheckInOccurrence } from '../check-in-occurrences.js';
import { defaultCheckInPlan, RIGHT_NOW, type CheckInPlan } from '../check-in-plan.js';
import { zoneDays } from './zone-days.js';

export const newYork = zoneDays('America/New_York');

export const asksAboutNow = (instrument: string): boolean => instrument === RIGHT_NOW;

export function aCheckInSession(
  id: string,
  onDate: string,
  more: Partial<CheckInSession> & { readonly time?: string | null; readonly days?: ClinicDays } = {},
): CheckInSession {
  const { time = '14:30', days = newYork, ...rest } = more;
  const at = time === null ? null : days.at(onDate, time);
  return { id, onDate, at, state: 'planned', phase: 'induction', ...rest };
}

export function aCheckInForm(
  instrument: string,
  onDate: string,
  more: Partial<CheckInForm> & { readonly time?: string; readonly days?: ClinicDays } = {},
): CheckInForm {
  const { time, days = newYork, ...rest } = more;
  return {
    id: `${instrument} ${onDate}`,
    instrument,
    onDate,
    at: time === undefined ? null : days.at(onDate, time),
    afterDose: false,
    sessionId: null,
    ...rest,
  };
}

/** Six sessions from 3 November 2026, twice a week at 14:30 in New York; none given unless a test says so. */
export function aCheckInCourse(over: Partial<CheckInCourse> = {}): CheckInCourse {
  const days = ['2026-11-03', '2026-11-06', '2026-11-10', '2026-11-13', '2026-11-17', '2026-11-20'];
  return {
    startedOn: '2026-11-01',
    endedOn: null,
    dayZero: null,
    phases: [{ phase: 'induction', plannedSessions: 6 }],
    sessions: days.map((day, index) => aCheckInSession(`s${index + 1}`, day)),
    forms: [],
    asksTrauma: false,
    ...over,
  };
}

/** Of the course's sessions, those before `today` were given. */
export function givenBefore(course: CheckInCourse, today: string): CheckInCourse {
  const sessions = course.sessions.map((session) =>
    session.onDate < today ? { ...session, state: 'given' as const } : session,
  );
  const first = sessions.find(({ state }) => state === 'given');
  return { ...course, sessions, dayZero: first?.onDate ?? course.dayZero };
}

export function occurrencesAt(
  course: CheckInCourse,
  now: number,
  { days = newYork, plan = defaultCheckInPlan }: { days?: ClinicDays; plan?: CheckInPlan } = {},
): readonly CheckInOccurrence[] {
  return checkInOccurrences({ plan, course, now, days, asksAboutNow });
}
