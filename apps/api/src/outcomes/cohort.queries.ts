import { Injectable } from '@nestjs/common';
import {
  assessmentContexts,
  cohortInstrumentSchema,
  courseAgentSchema,
  courseRouteSchema,
  scoreStatuses,
} from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const courseRowSchema = z.object({
  id: z.string(),
  patient_id: z.string(),
  agent: courseAgentSchema,
  route: courseRouteSchema,
  day_zero: z.string(),
  /** By its plan or by a dose: else there is no end of an induction to be measured at. */
  has_induction: z.boolean(),
});
export type CohortCourseRow = z.infer<typeof courseRowSchema>;

const pointRowSchema = z.object({
  course_id: z.string(),
  id: z.string(),
  instrument: cohortInstrumentSchema,
  day: z.number(),
  at: z.date().nullable(),
  total: z.number().nullable(),
  score_status: z.enum(scoreStatuses),
  context: z.enum(assessmentContexts),
});
export type CohortPointRow = z.infer<typeof pointRowSchema>;

const sessionRowSchema = z.object({
  course_id: z.string(),
  id: z.string(),
  phase: z.enum(['induction', 'continuation', 'maintenance', 'booster', 'rescue']),
  day: z.number(),
  started_at: z.date().nullable(),
  side_effects_asked: z.enum(['none', 'some', 'not-asked']),
});
export type CohortSessionRow = z.infer<typeof sessionRowSchema>;

const effectRowSchema = z.object({
  session_id: z.string(),
  code: z.string(),
  severity: z.number(),
  onset_minutes: z.number().nullable(),
  duration_minutes: z.number().nullable(),
  serious: z.boolean().nullable(),
});
export type CohortEffectRow = z.infer<typeof effectRowSchema>;

const plannedRowSchema = z.object({
  course_id: z.string(),
  open: z.boolean(),
});

const personRowSchema = z.object({ id: z.string(), name: z.string(), mrn: z.string() });

/** The rows that the rates of a clinic are computed from: courses that have a day 0, and all that is filed under them. */
@Injectable()
export class CohortQueries {
  constructor(private readonly context: RequestContext) {}

  private get clinicId(): string {
    return this.context.clinic.id;
  }

  listCourses(): Promise<readonly CohortCourseRow[]> {
    return this.context.query(
      courseRowSchema,
      `select c.id, c.patient_id, c.agent, c.route, c.day_zero,
          exists (select 1 from course_phase h
            where h.clinic_id = c.clinic_id and h.course_id = c.id and h.n = c.n and h.phase = 'induction')
          or exists (select 1 from current_session s
            where s.clinic_id = c.clinic_id and s.course_id = c.id and s.phase = 'induction'
              and s.state in ('given', 'stopped-early')) as has_induction
         from current_course c
        where c.clinic_id = $1 and c.day_zero is not null order by c.day_zero, c.id`,
      [this.clinicId],
    );
  }

  listPoints(courseIds: readonly string[]): Promise<readonly CohortPointRow[]> {
    return this.context.query(
      pointRowSchema,
      `select course_id, assessment_id as id, instrument, day, at, total, score_status, context from course_point
        where clinic_id = $1 and course_id = any ($2::uuid[]) and instrument in ('phq-9', 'gad-7', 'pcl-5') and day is not null`,
      [this.clinicId, courseIds],
    );
  }

  /** Sessions in which a dose was given. */
  listSessions(courseIds: readonly string[]): Promise<readonly CohortSessionRow[]> {
    return this.context.query(
      sessionRowSchema,
      `select s.course_id, s.id, s.phase, s.on_date - c.day_zero as day, s.started_at, s.side_effects_asked
         from current_session s
         join current_course c on c.clinic_id = s.clinic_id and c.id = s.course_id
        where s.clinic_id = $1 and s.course_id = any ($2::uuid[]) and s.state in ('given', 'stopped-early')`,
      [this.clinicId, courseIds],
    );
  }

  /** Courses with induction sessions still planned: their induction has no end yet. */
  async listInInduction(): Promise<ReadonlySet<string>> {
    const rows = await this.context.query(
      plannedRowSchema,
      `select course_id, bool_or(state = 'planned') as open from current_session
        where clinic_id = $1 and phase = 'induction' group by course_id`,
      [this.clinicId],
    );
    return new Set(rows.filter((row) => row.open).map((row) => row.course_id));
  }

  /** What staff and patients reported, of the current version of each session. */
  listSideEffects(sessionIds: readonly string[]): Promise<readonly CohortEffectRow[]> {
    return this.context.query(
      effectRowSchema,
      `select e.session_id, e.code, e.severity, e.onset_minutes, e.duration_minutes, e.serious
         from side_effect e
         join session s on s.clinic_id = e.clinic_id and s.id = e.session_id and s.current_n = e.n
        where e.clinic_id = $1 and e.session_id = any ($2::uuid[])
       union all
       select r.session_id, r.code, r.severity, r.onset_minutes, r.duration_minutes, null
         from side_effect_report r
        where r.clinic_id = $1 and r.session_id = any ($2::uuid[]) and r.withdrawn_at is null`,
      [this.clinicId, sessionIds],
    );
  }

  async namesOf(patientIds: readonly string[]): Promise<ReadonlyMap<string, { name: string; mrn: string }>> {
    const rows = await this.context.query(
      personRowSchema,
      `select id, concat_ws(', ', nullif(family_name, ''), nullif(given_name, '')) as name, mrn
         from current_patient where clinic_id = $1 and id = any ($2::uuid[])`,
      [this.clinicId, patientIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
