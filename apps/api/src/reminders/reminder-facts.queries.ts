import { Injectable } from '@nestjs/common';
import { checkInMomentSchema, phases } from '@courseline/contracts';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';

const courseRow = z.object({
  id: z.string(),
  patient_id: z.string(),
  agent: z.string(),
  started_on: z.string(),
  ended_on: z.string().nullable(),
  declared_day_zero: z.string().nullable(),
  traumatised: z.boolean(),
  moments: z.array(checkInMomentSchema).nullable(),
  phases: z.array(z.object({ phase: z.enum(phases), plannedSessions: z.number().nullable() })),
});
export type FactCourse = z.infer<typeof courseRow>;

const sessionRow = z.object({
  id: z.string(),
  course_id: z.string(),
  on_date: z.string(),
  at: z.date().nullable(),
  state: z.enum(['planned', 'cancelled', 'no-show', 'given', 'stopped-early']),
  phase: z.enum(phases),
});
export type FactSession = z.infer<typeof sessionRow>;

const formRow = z.object({
  id: z.string(),
  patient_id: z.string(),
  course_id: z.string().nullable(),
  session_id: z.string().nullable(),
  instrument: z.string(),
  on_date: z.string(),
  at: z.date().nullable(),
  after_dose: z.boolean(),
});
export type FactForm = z.infer<typeof formRow>;

/** When things are planned, were given and answered, of some patients of a clinic, as the jobs role may see it. */
@Injectable()
export class ReminderFactsQueries {
  /** Every course in the record, ended or not; `moments` is the plan it follows, null for the default. */
  listCourses(sql: Sql, clinicId: string, patients: readonly string[]): Promise<FactCourse[]> {
    return sql.query(
      courseRow,
      `select c.id, c.patient_id, r.agent, r.started_on, r.ended_on, r.declared_day_zero,
              'ptsd' = any (q.indications) as traumatised,
              coalesce(
                (select p.moments from course_check_in_plan p
                  where p.clinic_id = c.clinic_id and p.course_id = c.id order by p.n desc limit 1),
                (select t.moments from check_in_template t
                  where t.clinic_id = c.clinic_id and t.recorded_at <= c.created_at order by t.n desc limit 1)) as moments,
              coalesce((select json_agg(json_build_object('phase', f.phase, 'plannedSessions', f.planned_sessions)
                  order by f.position)
                from course_phase f where f.clinic_id = c.clinic_id and f.course_id = c.id and f.n = r.n), '[]') as phases
         from course c
         join course_revision r on r.clinic_id = c.clinic_id and r.course_id = c.id and r.n = c.current_n
         join patient p on p.clinic_id = c.clinic_id and p.id = c.patient_id
         join patient_revision q on q.clinic_id = p.clinic_id and q.patient_id = p.id and q.n = p.current_n
        where c.clinic_id = $1 and c.patient_id = any ($2) and r.status = 'current' and q.status = 'current'`,
      [clinicId, patients],
    );
  }

  listSessions(sql: Sql, clinicId: string, patients: readonly string[]): Promise<FactSession[]> {
    return sql.query(
      sessionRow,
      `select s.id, s.course_id, r.on_date, coalesce(r.started_at, r.planned_at) as at, r.state, r.phase
         from session s
         join session_revision r on r.clinic_id = s.clinic_id and r.session_id = s.id and r.n = s.current_n
        where s.clinic_id = $1 and s.patient_id = any ($2) and r.status = 'current' order by r.on_date, s.id`,
      [clinicId, patients],
    );
  }

  listForms(sql: Sql, clinicId: string, patients: readonly string[]): Promise<FactForm[]> {
    return sql.query(
      formRow,
      `select a.id, a.patient_id, a.course_id, a.session_id, r.instrument, r.on_date, r.at,
              r.context = 'after-dose' as after_dose
         from assessment a
         join assessment_revision r on r.clinic_id = a.clinic_id and r.assessment_id = a.id and r.n = a.current_n
        where a.clinic_id = $1 and a.patient_id = any ($2) and r.status = 'current' order by r.on_date, r.at, a.id`,
      [clinicId, patients],
    );
  }
}
