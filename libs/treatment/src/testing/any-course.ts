import type { CheckInCourse, CheckInForm, CheckInSession, ClinicDays } from '../check-in-course.js';
import type { CheckInPhase } from '../check-in-plan.js';
import { aCheckInCourse } from './check-in-course-builder.js';
import { zoneDays } from './zone-days.js';

/** Zones whose clocks change in the weeks the courses run through, at different hours and by different steps, and two that never do. */
export const zonesWithDays = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'UTC',
].map((zone) => ({ zone, days: zoneDays(zone) }));

/** Within ten days of a change of the clocks in one of the zones. */
export const startsNearAChange = [
  '2026-03-02',
  '2026-03-22',
  '2026-04-01',
  '2026-09-01',
  '2026-10-20',
  '2026-10-28',
];

export const timesOfDay = ['00:30', '02:30', '09:00', '14:30', '20:45', '23:30'];

/** What a course of any kind is made from. */
export interface CourseSeed {
  readonly start: string;
  readonly sessions: readonly {
    readonly gap: number;
    readonly time: string | null;
    readonly state: CheckInSession['state'];
    readonly phase: CheckInPhase;
  }[];
  readonly plannedSessions: number | null;
  readonly asksTrauma: boolean;
  /** Days until it ends; null while it runs. */
  readonly runs: number | null;
  readonly forms: readonly {
    readonly instrument: string;
    readonly day: number;
    readonly time: string | null;
    readonly afterDose: boolean;
  }[];
}

export function courseOf(seed: CourseSeed, days: ClinicDays): CheckInCourse {
  let day = seed.start;
  const sessions = seed.sessions.map((each, index): CheckInSession => {
    day = days.addDays(day, each.gap);
    const { state, phase, time } = each;
    return { id: `s${index + 1}`, onDate: day, at: time === null ? null : days.at(day, time), state, phase };
  });
  const forms = seed.forms.map((each, index): CheckInForm => {
    const onDate = days.addDays(seed.start, each.day);
    const { instrument, afterDose, time } = each;
    const at = time === null ? null : days.at(onDate, time);
    return { id: `f${index}`, instrument, onDate, at, afterDose, sessionId: null };
  });
  const given = sessions.find(({ state }) => state === 'given' || state === 'stopped-early');
  return aCheckInCourse({
    startedOn: seed.start,
    endedOn: seed.runs === null ? null : days.addDays(seed.start, seed.runs),
    dayZero: given?.onDate ?? null,
    phases: [{ phase: 'induction', plannedSessions: seed.plannedSessions }],
    sessions,
    forms,
    asksTrauma: seed.asksTrauma,
  });
}
