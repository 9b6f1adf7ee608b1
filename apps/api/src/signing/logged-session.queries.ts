import { Injectable } from '@nestjs/common';
import { instrumentIdSchema, phases, sessionStates } from '@courseline/contracts';
import { agents, readingKinds, readingMoments, routes, seriousCriteria } from '@courseline/treatment';
import { z } from 'zod';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';

const weightUnit = z.enum(['kg', 'lb']);

const sessionRowSchema = z.object({
  id: z.string(),
  patient_id: z.string(),
  course_id: z.string(),
  n: z.number(),
  state: z.enum(sessionStates),
  phase: z.enum(phases),
  planned_at: z.date().nullable(),
  on_date: z.string(),
  agent: z.enum(agents),
  route: z.enum(routes),
  ordered_mg: z.number().nullable(),
  ordered_mg_per_kg: z.number().nullable(),
  infusion_minutes: z.number().nullable(),
  course_ordered_mg: z.number().nullable(),
  course_ordered_mg_per_kg: z.number().nullable(),
  course_infusion_minutes: z.number().nullable(),
  day_zero: z.string().nullable(),
  first_dose_at: z.date().nullable(),
  number: z.number(),
  planned_sessions: z.number().nullable(),
  family_name: z.string(),
  given_name: z.string(),
  birth_date: z.string().nullable(),
  allergies: z.string().nullable(),
  contraindications: z.string().nullable(),
  indications: z.array(z.string()),
  import_batch_id: z.string().nullable(),
});
export type LoggedSessionRow = z.infer<typeof sessionRowSchema>;

const weightRowSchema = z.object({
  weight_kg: z.number(),
  weight_entered: z.number(),
  weight_unit: weightUnit,
  weight_on: z.string(),
});

const revisionRowSchema = z.object({
  n: z.number(),
  status: z.enum(['current', 'entered-in-error', 'belongs-to-another-patient']),
  state: z.enum(sessionStates),
  state_reason: z.string().nullable(),
  phase: z.enum(phases),
  planned_at: z.date().nullable(),
  on_date: z.string(),
  started_at: z.date().nullable(),
  ended_at: z.date().nullable(),
  agent: z.enum(agents),
  route: z.enum(routes),
  ordered_mg: z.number().nullable(),
  ordered_mg_per_kg: z.number().nullable(),
  given_mg: z.number().nullable(),
  weight_kg: z.number().nullable(),
  weight_entered: z.number().nullable(),
  weight_unit: weightUnit.nullable(),
  weight_on: z.string().nullable(),
  infusion_minutes: z.number().nullable(),
  route_details: z.record(z.string(), z.json()),
  concomitant: z.record(z.string(), z.json()),
  dose_reason: z.string().nullable(),
  pressure_reason: z.string().nullable(),
  side_effects_asked: z.enum(['none', 'some', 'not-asked']),
  note: z.string().nullable(),
  signed_by_name: z.string().nullable(),
  signed_at: z.date().nullable(),
  reason: z.string().nullable(),
  by_name: z.string(),
  recorded_at: z.date(),
});
export type SessionRevisionRow = z.infer<typeof revisionRowSchema>;

const readingRowSchema = z.object({
  n: z.number(),
  kind: z.enum(readingKinds),
  moment: z.enum(readingMoments),
  at: z.date().nullable(),
  minute: z.number().nullable(),
  value: z.number(),
  diastolic: z.number().nullable(),
});
export type ReadingRow = z.infer<typeof readingRowSchema>;

const sideEffectRowSchema = z.object({
  n: z.number(),
  code: z.string(),
  severity: z.number(),
  onset_minutes: z.number().nullable(),
  duration_minutes: z.number().nullable(),
  ctcae_grade: z.number().nullable(),
  serious: z.boolean().nullable(),
  serious_criterion: z.enum(seriousCriteria).nullable(),
  reporter: z.enum(['patient', 'staff']),
  note: z.string().nullable(),
});
export type SideEffectRow = z.infer<typeof sideEffectRowSchema>;

const headRowSchema = z.object({
  id: z.string(),
  patient_id: z.string(),
  course_id: z.string(),
  current_n: z.number(),
});
export type SessionHeadRow = z.infer<typeof headRowSchema>;

const formRowSchema = z.object({
  assessment_id: z.string(),
  instrument: instrumentIdSchema,
  status: z.enum(['current', 'entered-in-error', 'belongs-to-another-patient']),
});
export type SessionFormRow = z.infer<typeof formRowSchema>;

/** Reads of one session: for logging it, and with all its versions. */
@Injectable()
export class LoggedSessionQueries {
  constructor(private readonly context: RequestContext) {}

  /** The session with its patient and course; not found when it may not be seen or is out of the record. */
  async get(sessionId: string): Promise<LoggedSessionRow> {
    const rows = await this.context.query(
      sessionRowSchema,
      `select s.id, s.patient_id, s.course_id, s.n, s.state, s.phase, s.planned_at, s.on_date, s.agent, s.route,
              s.ordered_mg, s.ordered_mg_per_kg, s.infusion_minutes, s.import_batch_id,
              c.ordered_mg as course_ordered_mg, c.ordered_mg_per_kg as course_ordered_mg_per_kg,
              c.infusion_minutes as course_infusion_minutes, c.day_zero, c.first_dose_at,
              (select count(*) from current_session o
                where o.clinic_id = s.clinic_id and o.course_id = s.course_id and o.phase = s.phase and o.id <> s.id
                  and o.state in ('given', 'stopped-early') and (o.on_date, o.id) < (s.on_date, s.id)) + 1 as number,
              (select sum(f.planned_sessions) from course_phase f
                where f.clinic_id = c.clinic_id and f.course_id = c.id and f.n = c.n and f.phase = s.phase) as planned_sessions,
              p.family_name, p.given_name, p.birth_date, p.allergies, p.contraindications, p.indications
         from current_session s
         join current_course c on c.clinic_id = s.clinic_id and c.id = s.course_id
         join current_patient p on p.clinic_id = s.clinic_id and p.id = s.patient_id
        where s.clinic_id = $1 and s.id = $2`,
      [this.context.clinic.id, sessionId],
    );
    const [row] = rows;
    if (row === undefined) throw new DomainError('not-found');
    return row;
  }

  /** The last weight taken of this patient up to this day, this session's own left out. */
  async lastWeight(session: { patient_id: string; id: string; on_date: string }) {
    const rows = await this.context.query(
      weightRowSchema,
      `select weight_kg, weight_entered, weight_unit, weight_on from current_session
        where clinic_id = $1 and patient_id = $2 and id <> $3 and weight_kg is not null and weight_on <= $4
        order by weight_on desc, id desc limit 1`,
      [this.context.clinic.id, session.patient_id, session.id, session.on_date],
    );
    return rows[0] ?? null;
  }

  async findHead(sessionId: string): Promise<SessionHeadRow | null> {
    const rows = await this.context.query(
      headRowSchema,
      `select id, patient_id, course_id, current_n from session where clinic_id = $1 and id = $2`,
      [this.context.clinic.id, sessionId],
    );
    return rows[0] ?? null;
  }

  /** The forms filled in with the session, also those that are out of the record. */
  async listForms(sessionId: string): Promise<readonly SessionFormRow[]> {
    return this.context.query(
      formRowSchema,
      `select a.id as assessment_id, r.instrument, r.status
         from assessment a
         join assessment_revision r on r.clinic_id = a.clinic_id and r.assessment_id = a.id and r.n = a.current_n
        where a.clinic_id = $1 and a.session_id = $2
        order by r.instrument, a.id`,
      [this.context.clinic.id, sessionId],
    );
  }

  /** Every version of the session, the newest first. */
  async listRevisions(sessionId: string): Promise<readonly SessionRevisionRow[]> {
    return this.context.query(
      revisionRowSchema,
      `select r.n, r.status, r.state, r.state_reason, r.phase, r.planned_at, r.on_date, r.started_at, r.ended_at, r.agent,
              r.route, r.ordered_mg, r.ordered_mg_per_kg, r.given_mg, r.weight_kg, r.weight_entered, r.weight_unit,
              r.weight_on, r.infusion_minutes, r.route_details, r.concomitant, r.dose_reason, r.pressure_reason, r.side_effects_asked, r.note,
              s.name as signed_by_name, r.signed_at, r.reason, coalesce(m.name, '') as by_name, r.recorded_at
         from session_revision r
         left join member_name m on m.clinic_id = r.clinic_id and m.account_id = r.recorded_by
         left join member_name s on s.clinic_id = r.clinic_id and s.account_id = r.signed_by
        where r.clinic_id = $1 and r.session_id = $2
        order by r.n desc`,
      [this.context.clinic.id, sessionId],
    );
  }

  /** The readings of all versions, in their order. */
  async listReadings(sessionId: string): Promise<readonly ReadingRow[]> {
    return this.context.query(
      readingRowSchema,
      `select n, kind, moment, at, minute, value, diastolic from reading
        where clinic_id = $1 and session_id = $2 order by n, position`,
      [this.context.clinic.id, sessionId],
    );
  }

  /** The side effects of all versions, in their order. */
  async listSideEffects(sessionId: string): Promise<readonly SideEffectRow[]> {
    return this.context.query(
      sideEffectRowSchema,
      `select n, code, severity, onset_minutes, duration_minutes, ctcae_grade, serious, serious_criterion, reporter, note
         from side_effect where clinic_id = $1 and session_id = $2 order by n, position`,
      [this.context.clinic.id, sessionId],
    );
  }
}
