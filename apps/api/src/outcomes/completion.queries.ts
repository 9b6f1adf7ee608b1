import { Injectable } from '@nestjs/common';
import {
  assessmentWays,
  checkInMomentSchema,
  coursePhaseSchema,
  instrumentIdSchema,
  sessionStateSchema,
} from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const courseRow = z.object({
  id: z.string(),
  started_on: z.string(),
  ended_on: z.string().nullable(),
  day_zero: z.string().nullable(),
  asks_trauma: z.boolean(),
  total: z.number(),
  moments: z.array(checkInMomentSchema).nullable(),
  phases: z.array(z.object({ phase: coursePhaseSchema, plannedSessions: z.number().nullable() })),
});
const sessionRow = z.object({
  course_id: z.string(),
  id: z.string(),
  on_date: z.string(),
  at: z.date().nullable(),
  state: sessionStateSchema,
  phase: coursePhaseSchema,
});
const formRow = z.object({
  course_id: z.string(),
  id: z.string(),
  instrument: instrumentIdSchema,
  on_date: z.string(),
  at: z.date().nullable(),
  after_dose: z.boolean(),
  session_id: z.string().nullable(),
  way: z.enum(assessmentWays),
  seconds_taken: z.number().nullable(),
});

/** The courses of a period with what their plans hang on: three statements for all together. */
@Injectable()
export class CompletionQueries {
  constructor(private readonly context: RequestContext) {}

  /** Courses with sessions that ran in the period, the latest first; imported history was never asked by a plan. */
  listCourses(from: string, to: string, limit: number) {
    return this.context.query(
      courseRow,
      `select c.id, c.started_on, c.ended_on, c.day_zero, count(*) over ()::int as total, v.moments,
          'ptsd' = any (p.indications) or exists (select 1 from current_assessment a
            where a.clinic_id = c.clinic_id and a.patient_id = c.patient_id and a.instrument = 'pcl-5') as asks_trauma,
          coalesce((select json_agg(json_build_object('phase', f.phase, 'plannedSessions', f.planned_sessions) order by f.position)
            from course_phase f where f.clinic_id = c.clinic_id and f.course_id = c.id and f.n = c.n), '[]') as phases
        from current_course c
        join current_patient p on p.clinic_id = c.clinic_id and p.id = c.patient_id
        join check_in_plan_in_force v on v.clinic_id = c.clinic_id and v.course_id = c.id
        where c.clinic_id = $1 and c.agent in ('ketamine', 'esketamine') and c.import_batch_id is null
          and c.started_on <= $3 and (c.ended_on is null or c.ended_on >= $2)
        order by c.started_on desc, c.id desc limit $4`,
      [this.context.clinic.id, from, to, limit],
    );
  }

  listSessions(courses: readonly string[]) {
    return this.context.query(
      sessionRow,
      `select course_id, id, on_date, coalesce(started_at, planned_at) as at, state, phase from current_session
        where clinic_id = $1 and course_id = any ($2::uuid[])`,
      [this.context.clinic.id, courses],
    );
  }

  /** The time a form took is that of its first version: an amendment takes none of the patient's. */
  listForms(courses: readonly string[]) {
    return this.context.query(
      formRow,
      `select p.course_id, p.assessment_id as id, p.instrument, p.on_date, p.at, p.context = 'after-dose' as after_dose,
          p.session_id, p.way, r.seconds_taken
        from course_point p
        join assessment_revision r on r.clinic_id = p.clinic_id and r.assessment_id = p.assessment_id and r.n = 1
        where p.clinic_id = $1 and p.course_id = any ($2::uuid[])`,
      [this.context.clinic.id, courses],
    );
  }
}
