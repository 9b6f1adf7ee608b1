import { Injectable } from '@nestjs/common';
import {
  assessmentWays,
  checkInMomentSchema,
  checkInPlanSources,
  instrumentIdSchema,
  phases,
} from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const moments = z.array(checkInMomentSchema);
const templateRow = z.object({
  n: z.number(),
  moments,
  reason: z.string(),
  by_name: z.string(),
  recorded_at: z.date(),
});
const planRow = z.object({
  course_id: z.string(),
  patient_id: z.string(),
  n: z.number(),
  source: z.enum(checkInPlanSources),
  moments: moments.nullable(),
  reason: z.string().nullable(),
  by_name: z.string().nullable(),
  recorded_at: z.date().nullable(),
});
export type CheckInPlanRow = z.infer<typeof planRow>;
const courseRow = z.object({
  id: z.string(),
  patient_id: z.string(),
  agent: z.string(),
  started_on: z.string(),
  ended_on: z.string().nullable(),
  day_zero: z.string().nullable(),
  asks_trauma: z.boolean(),
  phases: z.array(z.object({ phase: z.enum(phases), plannedSessions: z.number().nullable() })),
});
const sessionRow = z.object({
  id: z.string(),
  on_date: z.string(),
  at: z.date().nullable(),
  state: z.enum(['planned', 'cancelled', 'no-show', 'given', 'stopped-early']),
  phase: z.enum(phases),
});
const formRow = z.object({
  id: z.string(),
  instrument: instrumentIdSchema,
  on_date: z.string(),
  at: z.date().nullable(),
  after_dose: z.boolean(),
  session_id: z.string().nullable(),
  way: z.enum(assessmentWays),
});
export type CheckInFormRow = z.infer<typeof formRow>;

/** What plans are and what they hang on. Whoever may not see a course finds nothing. */
@Injectable()
export class CheckInPlansQueries {
  constructor(private readonly context: RequestContext) {}

  /** All versions of the clinic's template, the newest first. */
  listTemplates() {
    return this.context.query(
      templateRow,
      `select t.n, t.moments, t.reason, coalesce(m.name, '') as by_name, t.recorded_at
         from check_in_template t
         left join member_name m on m.clinic_id = t.clinic_id and m.account_id = t.recorded_by
        where t.clinic_id = $1 order by t.n desc`,
      [this.context.clinic.id],
    );
  }

  findPlan(courseId: string): Promise<CheckInPlanRow | null> {
    return this.context.find(
      planRow,
      `select p.course_id, p.patient_id, p.n, p.source, p.moments, p.reason, m.name as by_name, p.recorded_at
         from check_in_plan_in_force p
         left join member_name m on m.clinic_id = p.clinic_id and m.account_id = p.recorded_by
        where p.clinic_id = $1 and p.course_id = $2`,
      [this.context.clinic.id, courseId],
    );
  }

  findCourse(courseId: string) {
    return this.context.find(
      courseRow,
      `select c.id, c.patient_id, c.agent, c.started_on, c.ended_on, c.day_zero,
              'ptsd' = any (p.indications) or exists (select 1 from current_assessment a
                where a.clinic_id = c.clinic_id and a.patient_id = c.patient_id and a.instrument = 'pcl-5') as asks_trauma,
              coalesce((select json_agg(json_build_object('phase', f.phase, 'plannedSessions', f.planned_sessions)
                  order by f.position)
                from course_phase f where f.clinic_id = c.clinic_id and f.course_id = c.id and f.n = c.n), '[]') as phases
         from current_course c
         join current_patient p on p.clinic_id = c.clinic_id and p.id = c.patient_id
        where c.clinic_id = $1 and c.id = $2`,
      [this.context.clinic.id, courseId],
    );
  }

  listSessions(courseId: string) {
    return this.context.query(
      sessionRow,
      `select id, on_date, coalesce(started_at, planned_at) as at, state, phase from current_session
        where clinic_id = $1 and course_id = $2 order by on_date, id`,
      [this.context.clinic.id, courseId],
    );
  }

  listForms(courseId: string): Promise<CheckInFormRow[]> {
    return this.context.query(
      formRow,
      `select p.assessment_id as id, p.instrument, p.on_date, p.at, p.context = 'after-dose' as after_dose,
              p.session_id, p.way
         from course_point p where p.clinic_id = $1 and p.course_id = $2 order by p.on_date, p.at, p.assessment_id`,
      [this.context.clinic.id, courseId],
    );
  }
}
