import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Completion, CompletionQuery } from '@courseline/contracts';
import { checkInOccurrences, defaultCheckInPlan, type CheckInCourse } from '@courseline/treatment';
import { asksAboutNow, clinicDays } from '../check-in-plans/clinic-days.js';
import { addDays, dayIn, daysBetween } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { completionFigures, type CourseCompletion } from './completion-figures.js';
import { CompletionQueries } from './completion.queries.js';
import { groupBy } from './group-by.js';
import { checkInForm, checkInSession } from '../check-in-plans/check-in-facts.js';

const PERIOD_DAYS = 90;
const MOST_COURSES = 2000;
/** So many courses are laid out before others have their turn. */
const AT_ONCE = 50;

/** How much of what is asked is answered, and what it asks of patients. */
@Injectable()
export class CompletionService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: CompletionQueries,
  ) {}

  async read(query: CompletionQuery): Promise<Completion> {
    const now = this.clock.now();
    const today = dayIn(this.context.clinic.timeZone, now);
    const to = query.to ?? today;
    const from = query.from ?? addDays(to, -PERIOD_DAYS);
    if (from > to)
      throw new DomainError('rule-violated', {
        errors: [{ pointer: '/from', detail: 'The period ends before it begins.' }],
      });
    const rows = await this.queries.listCourses(from, to, MOST_COURSES);
    const ids = rows.map(({ id }) => id);
    const sessions = groupBy(await this.queries.listSessions(ids), (row) => row.course_id);
    const forms = groupBy(await this.queries.listForms(ids), (row) => row.course_id);
    const days = clinicDays(this.context.clinic.timeZone);
    const courses: CourseCompletion[] = [];
    for (const [index, row] of rows.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
      const own = forms.get(row.id) ?? [];
      const plan = row.moments ?? defaultCheckInPlan;
      const course: CheckInCourse = {
        startedOn: row.started_on,
        endedOn: row.ended_on,
        dayZero: row.day_zero,
        phases: row.phases,
        asksTrauma: row.asks_trauma,
        sessions: (sessions.get(row.id) ?? []).map((session) => checkInSession(session)),
        forms: own.map((form) => checkInForm(form)),
      };
      const last = [to, today, row.ended_on ?? today].toSorted()[0] ?? to;
      const first = row.started_on > from ? row.started_on : from;
      courses.push({
        plan,
        occurrences: checkInOccurrences({ plan, course, now: now.getTime(), days, asksAboutNow }),
        forms: new Map(
          own.map(({ id, way, seconds_taken: secondsTaken }) => [id, { id, way, secondsTaken }]),
        ),
        days: Math.max(0, daysBetween(first, last) + 1),
      });
    }
    const period = { from: days.at(from, '00:00'), to: days.at(addDays(to, 1), '00:00') };
    return {
      from,
      to,
      courses: rows.length,
      coursesLeftOff: (rows[0]?.total ?? 0) - rows.length,
      ...completionFigures(courses, period),
    };
  }
}
