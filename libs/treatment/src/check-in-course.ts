import type { CheckInPhase } from './check-in-plan.js';

/** Days and instants in the clinic's zone, handed in; instants are milliseconds since 1970, days `YYYY-MM-DD`. */
export interface ClinicDays {
  readonly dayOf: (at: number) => string;
  /** The instant of `HH:MM` on a day. */
  readonly at: (day: string, time: string) => number;
  readonly addDays: (day: string, days: number) => string;
  readonly daysBetween: (from: string, to: string) => number;
}

/** A session of the course, in whatever state. */
export interface CheckInSession {
  readonly id: string;
  readonly onDate: string;
  /** When the dose was started, or is planned to; null when only the day is known. */
  readonly at: number | null;
  readonly state: 'planned' | 'given' | 'stopped-early' | 'cancelled' | 'no-show';
  readonly phase: CheckInPhase;
}

/** A form that was answered. */
export interface CheckInForm {
  readonly id: string;
  readonly instrument: string;
  readonly onDate: string;
  /** Null when only the day is known. */
  readonly at: number | null;
  /** Answered within a day after a dose: a scale that asks about weeks is then not used. */
  readonly afterDose: boolean;
  readonly sessionId: string | null;
}

/** What the moments of a plan hang on. */
export interface CheckInCourse {
  readonly startedOn: string;
  readonly endedOn: string | null;
  /** Declared, or the first dose given; null before it. */
  readonly dayZero: string | null;
  readonly phases: readonly { readonly phase: CheckInPhase; readonly plannedSessions: number | null }[];
  readonly sessions: readonly CheckInSession[];
  readonly forms: readonly CheckInForm[];
  /** Trauma is among the indications, or a trauma form was answered before. */
  readonly asksTrauma: boolean;
}

/** Sessions with a dose given or still to come, in order of time. */
export function dosesOf(course: CheckInCourse): readonly CheckInSession[] {
  return course.sessions
    .filter(({ state }) => state === 'planned' || state === 'given' || state === 'stopped-early')
    .toSorted(
      (a, b) =>
        (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0) ||
        (a.at ?? Infinity) - (b.at ?? Infinity) ||
        (a.id < b.id ? -1 : 1),
    );
}

export function isGiven(session: CheckInSession): boolean {
  return session.state === 'given' || session.state === 'stopped-early';
}
