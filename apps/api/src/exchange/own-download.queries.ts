import { Injectable } from '@nestjs/common';
import { assessmentContexts, assessmentWays, instrumentIdSchema, scoreStatuses } from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const personRow = z.object({
  mrn: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  birth_date: z.string().nullable(),
});

const formRow = z.object({
  instrument: instrumentIdSchema,
  instrument_version: z.string(),
  on_date: z.string(),
  at: z.date().nullable(),
  context: z.enum(assessmentContexts),
  way: z.enum(assessmentWays),
  total: z.number().nullable(),
  score_status: z.enum(scoreStatuses),
  answers: z.array(z.number().nullable()).nullable(),
});
export type OwnFormRow = z.infer<typeof formRow>;

const sessionRow = z.object({
  id: z.string(),
  n: z.number(),
  on_date: z.string(),
  state: z.string(),
  agent: z.string(),
  route: z.string(),
  given_mg: z.number().nullable(),
});

const readingRow = z.object({
  session_id: z.string(),
  kind: z.string(),
  at: z.date().nullable(),
  value: z.number(),
  diastolic: z.number().nullable(),
});

const effectRow = z.object({
  session_id: z.string(),
  code: z.string(),
  severity: z.number(),
  duration_minutes: z.number().nullable(),
  reported_by: z.enum(['patient', 'staff']),
});

/** All of a patient's own rows. Row-level security leaves nothing else to read. */
@Injectable()
export class OwnDownloadQueries {
  constructor(private readonly context: RequestContext) {}

  private get own(): readonly [string, string | null] {
    return [this.context.clinic.id, this.context.principal.patientId];
  }

  findPerson() {
    return this.context.find(
      personRow,
      `select mrn, given_name, family_name, birth_date from current_patient where clinic_id = $1 and id = $2`,
      this.own,
    );
  }

  listForms() {
    return this.context.query(
      formRow,
      `select instrument, instrument_version, on_date, at, context, way, total, score_status, answers
         from current_assessment where clinic_id = $1 and patient_id = $2
        order by on_date, at nulls first, id`,
      this.own,
    );
  }

  listSessions() {
    return this.context.query(
      sessionRow,
      `select id, n, on_date, state, agent, route, given_mg
         from current_session where clinic_id = $1 and patient_id = $2
        order by on_date, id`,
      this.own,
    );
  }

  listReadings() {
    return this.context.query(
      readingRow,
      `select r.session_id, r.kind, r.at, r.value, r.diastolic
         from reading r
         join current_session s on s.clinic_id = r.clinic_id and s.id = r.session_id and s.n = r.n
        where r.clinic_id = $1 and r.patient_id = $2
        order by r.session_id, r.position`,
      this.own,
    );
  }

  listSideEffects() {
    return this.context.query(
      effectRow,
      `select e.session_id, e.code, e.severity, e.duration_minutes, e.reporter as reported_by
         from side_effect e
         join current_session s on s.clinic_id = e.clinic_id and s.id = e.session_id and s.n = e.n
        where e.clinic_id = $1 and e.patient_id = $2 and e.severity > 0
       union all
       select p.session_id, p.code, p.severity, p.duration_minutes, 'patient'
         from side_effect_report p
        where p.clinic_id = $1 and p.patient_id = $2 and p.withdrawn_at is null`,
      this.own,
    );
  }
}
