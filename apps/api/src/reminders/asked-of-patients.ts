import { hasSessions, type CourseAgent } from '@courseline/contracts';
import {
  checkInOccurrences,
  defaultCheckInPlan,
  type CheckInCourse,
  type CheckInOccurrence,
  type ClinicDays,
} from '@courseline/treatment';
import { asksAboutNow } from '../check-in-plans/clinic-days.js';
import type { FactCourse, FactForm, FactSession } from './reminder-facts.queries.js';

/** The last form before day 0 may be so old: as the outcomes have it. */
const DAYS_BEFORE = 14;

export interface ReminderFacts {
  /** Every course in the record of these patients, ended or not. */
  readonly courses: readonly FactCourse[];
  readonly sessions: readonly FactSession[];
  readonly forms: readonly FactForm[];
}

/**
 * All that the plans of the running courses ask, by patient. The key of an occurrence begins with its course, so that
 * two courses of one patient are told apart.
 */
export function askedOfPatients(
  facts: ReminderFacts,
  now: number,
  days: ClinicDays,
): ReadonlyMap<string, readonly CheckInOccurrence[]> {
  const asked = new Map<string, CheckInOccurrence[]>();
  const running = facts.courses.filter(
    (course) => course.ended_on === null && hasSessions(course.agent as CourseAgent),
  );
  for (const course of running) {
    const occurrences = checkInOccurrences({
      plan: course.moments ?? defaultCheckInPlan,
      course: checkInCourse(course, facts, days),
      now,
      days,
      asksAboutNow,
    }).map((occurrence) => ({ ...occurrence, key: `${course.id}/${occurrence.key}` }));
    asked.set(course.patient_id, [...(asked.get(course.patient_id) ?? []), ...occurrences]);
  }
  return asked;
}

function checkInCourse(course: FactCourse, facts: ReminderFacts, days: ClinicDays): CheckInCourse {
  const sessions = facts.sessions.filter(({ course_id: id }) => id === course.id);
  const given = sessions.find(({ state }) => state === 'given' || state === 'stopped-early');
  const dayZero = course.declared_day_zero ?? given?.on_date ?? null;
  const others = new Set(facts.courses.map(({ id }) => id).filter((id) => id !== course.id));
  const from = days.addDays(dayZero ?? course.started_on, -DAYS_BEFORE);
  const own = facts.forms.filter(({ patient_id: id }) => id === course.patient_id);
  return {
    startedOn: course.started_on,
    endedOn: course.ended_on,
    dayZero,
    phases: course.phases,
    asksTrauma: course.traumatised || own.some(({ instrument }) => instrument === 'pcl-5'),
    sessions: sessions.map(({ id, on_date: onDate, at, state, phase }) => ({
      id,
      onDate,
      at: at?.getTime() ?? null,
      state,
      phase,
    })),
    forms: own
      .filter(
        ({ course_id: filed, on_date: on }) =>
          filed === course.id || ((filed === null || !others.has(filed)) && on >= from),
      )
      .map((form) => ({
        id: form.id,
        instrument: form.instrument,
        onDate: form.on_date,
        at: form.at?.getTime() ?? null,
        afterDose: form.after_dose,
        sessionId: form.session_id,
      })),
  };
}
