import { Injectable } from '@nestjs/common';
import { hasSessions, type CourseAgent } from '@courseline/contracts';
import {
  checkInOccurrences,
  defaultCheckInPlan,
  type CheckInCourse,
  type CheckInOccurrence,
  type CheckInPlan,
  type ClinicDays,
} from '@courseline/treatment';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';
import { CheckInPlansQueries, type CheckInFormRow, type CheckInPlanRow } from './check-in-plans.queries.js';
import { asksAboutNow, clinicDays } from './clinic-days.js';
import { checkInForm, checkInSession } from './check-in-facts.js';

/** A course with the plan it follows and all that the plan hangs on. */
export interface PlannedCheckIns {
  readonly courseId: string;
  readonly patientId: string;
  readonly row: CheckInPlanRow;
  readonly plan: CheckInPlan;
  readonly course: CheckInCourse;
  readonly forms: readonly CheckInFormRow[];
  readonly days: ClinicDays;
  readonly occurrences: readonly CheckInOccurrence[];
}

/** Reads what the plan of a course asks, as things stand now: computed each time, never stored. */
@Injectable()
export class CheckInReader {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: CheckInPlansQueries,
  ) {}

  /** Null for a course the reader may not see, and for one without sessions (a comparator): nothing hangs on doses there. */
  async read(courseId: string): Promise<PlannedCheckIns | null> {
    const found = await this.queries.findCourse(courseId);
    const row = await this.queries.findPlan(courseId);
    if (found === null || row === null || !hasSessions(found.agent as CourseAgent)) return null;
    const sessions = await this.queries.listSessions(courseId);
    const forms = await this.queries.listForms(courseId);
    const course: CheckInCourse = {
      startedOn: found.started_on,
      endedOn: found.ended_on,
      dayZero: found.day_zero,
      phases: found.phases,
      asksTrauma: found.asks_trauma,
      sessions: sessions.map((session) => checkInSession(session)),
      forms: forms.map((form) => checkInForm(form)),
    };
    const plan = row.moments ?? defaultCheckInPlan;
    const days = clinicDays(this.context.clinic.timeZone);
    const occurrences = checkInOccurrences({
      plan,
      course,
      now: this.clock.now().getTime(),
      days,
      asksAboutNow,
    });
    return { courseId, patientId: found.patient_id, row, plan, course, forms, days, occurrences };
  }
}
