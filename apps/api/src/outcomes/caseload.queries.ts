import { Injectable } from '@nestjs/common';
import {
  assessmentContexts,
  checkInMomentSchema,
  cohortInstrumentSchema,
  courseAgentSchema,
  coursePhaseSchema,
  courseRouteSchema,
  indicationSchema,
} from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const personRowSchema = z.object({
  id: z.string(),
  mrn: z.string(),
  family_name: z.string(),
  given_name: z.string(),
  indications: z.array(indicationSchema),
  mine: z.boolean(),
  total: z.number(),
  course_id: z.string().nullable(),
  agent: courseAgentSchema.nullable(),
  agent_name: z.string().nullable(),
  route: courseRouteSchema.nullable(),
  ended_on: z.string().nullable(),
  started_on: z.string().nullable(),
  day_zero: z.string().nullable(),
  first_dose_at: z.date().nullable(),
  phases: z.array(
    z.object({
      phase: coursePhaseSchema,
      startsOn: z.string().nullable(),
      plannedSessions: z.number().nullable(),
    }),
  ),
  /** The plan of the course; null: the default. */
  check_ins: z.array(checkInMomentSchema).nullable(),
});
export type CaseloadPersonRow = z.infer<typeof personRowSchema>;

const sessionsRowSchema = z.object({
  patient_id: z.string(),
  /** Doses given, in order of time. */
  dose_courses: z.array(z.string()),
  dose_phases: z.array(coursePhaseSchema),
  dose_days: z.array(z.string()),
  dose_times: z.array(z.number().nullable()),
  planned: z.array(
    z.object({
      id: z.string(),
      courseId: z.string(),
      phase: coursePhaseSchema,
      date: z.string(),
      at: z.number().nullable(),
      begun: z.boolean(),
    }),
  ),
});
export type CaseloadSessionsRow = z.infer<typeof sessionsRowSchema>;

const scoresRowSchema = z.object({
  course_id: z.string(),
  instrument: cohortInstrumentSchema,
  /** Columns of the same forms, in order of time. */
  dates: z.array(z.string()),
  days: z.array(z.number().nullable()),
  times: z.array(z.number().nullable()),
  totals: z.array(z.number().nullable()),
  contexts: z.array(z.enum(assessmentContexts)),
});
export type CaseloadScoresRow = z.infer<typeof scoresRowSchema>;

const MILLISECONDS = (column: string): string => `round(extract(epoch from ${column}) * 1000)::float8`;

/** The rows of a caseload: three statements for all patients together. */
@Injectable()
export class CaseloadQueries {
  constructor(private readonly context: RequestContext) {}

  private get clinicId(): string {
    return this.context.clinic.id;
  }

  /**
   * Patients whom the reader may see, each with the course under way or the latest one: those under treatment first,
   * then by who comes next. `total` is how many there are, `limit` how many come.
   */
  listPeople(text: string | null, today: string, limit: number): Promise<readonly CaseloadPersonRow[]> {
    return this.context.query(
      personRowSchema,
      `with person as (
          select p.id, p.mrn, p.family_name, p.given_name, p.indications, count(*) over ()::int as total
          from current_patient p
          where p.clinic_id = $1 and ($2::text is null or p.mrn ilike $2 || '%'
            or concat_ws(' ', p.given_name, p.family_name) ilike '%' || $2 || '%'
            or concat_ws(', ', p.family_name, p.given_name) ilike '%' || $2 || '%')),
        course as (
          select distinct on (c.patient_id) c.patient_id, c.id, c.n, c.agent, c.agent_name, c.route, c.started_on, c.ended_on, c.day_zero, c.first_dose_at
          from current_course c where c.clinic_id = $1 and c.patient_id in (select id from person)
          order by c.patient_id, (c.ended_on is null) desc, coalesce(c.day_zero, c.started_on) desc, c.id desc),
        next as (
          select s.patient_id, min(s.on_date) as on_date from current_session s
          where s.clinic_id = $1 and s.state = 'planned' and s.on_date >= $3 group by s.patient_id)
        select person.*, course.id as course_id, course.agent, course.agent_name, course.route, course.started_on, course.ended_on,
          course.day_zero, course.first_dose_at,
          (select v.moments from check_in_plan_in_force v where v.clinic_id = $1 and v.course_id = course.id) as check_ins,
          exists (select 1 from care_team t where t.clinic_id = $1 and t.patient_id = person.id and t.account_id = $4
            and t.ended_at is null) as mine,
          coalesce((select json_agg(json_build_object('phase', h.phase, 'startsOn', h.starts_on,
              'plannedSessions', h.planned_sessions) order by h.position)
            from course_phase h where h.clinic_id = $1 and h.course_id = course.id and h.n = course.n), '[]') as phases
        from person
        left join course on course.patient_id = person.id
        left join next on next.patient_id = person.id
        order by (course.id is null or course.ended_on is null) desc, next.on_date nulls last, lower(person.family_name),
          lower(person.given_name), person.id
        limit $5`,
      [
        this.clinicId,
        text === null ? null : likeLiteral(text),
        today,
        this.context.principal.accountId,
        limit,
      ],
    );
  }

  /** Doses given and sessions planned, of all courses of these patients. */
  listSessions(patientIds: readonly string[]): Promise<readonly CaseloadSessionsRow[]> {
    return this.context.query(
      sessionsRowSchema,
      `select s.patient_id,
          coalesce(json_agg(s.course_id order by s.on_date, s.started_at nulls last, s.id) filter (where s.given), '[]') as dose_courses,
          coalesce(json_agg(s.phase order by s.on_date, s.started_at nulls last, s.id) filter (where s.given), '[]') as dose_phases,
          coalesce(json_agg(s.on_date order by s.on_date, s.started_at nulls last, s.id) filter (where s.given), '[]') as dose_days,
          coalesce(json_agg(${MILLISECONDS('s.started_at')} order by s.on_date, s.started_at nulls last, s.id)
            filter (where s.given), '[]') as dose_times,
          coalesce(json_agg(json_build_object('id', s.id, 'courseId', s.course_id, 'phase', s.phase, 'date', s.on_date,
              'at', ${MILLISECONDS('s.planned_at')}, 'begun', s.begun) order by s.on_date, s.planned_at nulls last, s.id)
            filter (where not s.given), '[]') as planned
        from (
          select s.id, s.patient_id, s.course_id, s.phase, s.on_date, s.started_at, s.planned_at,
            s.state in ('given', 'stopped-early') as given,
            s.state = 'planned' and exists (select 1 from session_draft d
              where d.clinic_id = s.clinic_id and d.session_id = s.id and d.closed_at is null) as begun
          from current_session s
          where s.clinic_id = $1 and s.patient_id = any ($2::uuid[]) and s.state in ('given', 'stopped-early', 'planned')) s
        group by s.patient_id`,
      [this.clinicId, patientIds],
    );
  }

  /** The scores of these courses, as columns: thousands of forms are a few hundred rows. */
  listScores(courseIds: readonly string[]): Promise<readonly CaseloadScoresRow[]> {
    return this.context.query(
      scoresRowSchema,
      `select a.course_id, a.instrument,
          json_agg(a.on_date order by a.on_date, a.at nulls first, a.assessment_id) as dates,
          json_agg(a.day order by a.on_date, a.at nulls first, a.assessment_id) as days,
          json_agg(${MILLISECONDS('a.at')} order by a.on_date, a.at nulls first, a.assessment_id) as times,
          json_agg(a.total order by a.on_date, a.at nulls first, a.assessment_id) as totals,
          json_agg(a.context order by a.on_date, a.at nulls first, a.assessment_id) as contexts
        from course_point a
        where a.clinic_id = $1 and a.course_id = any ($2::uuid[]) and a.instrument in ('phq-9', 'gad-7', 'pcl-5')
        group by a.course_id, a.instrument`,
      [this.clinicId, courseIds],
    );
  }
}

/** What someone typed stands for itself in a pattern. */
function likeLiteral(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
