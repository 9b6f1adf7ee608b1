import { Injectable } from '@nestjs/common';
import { consentScopeSchema, consentStateSchema, consentWays } from '@courseline/contracts';
import { z } from 'zod';
import { author, joinMember } from '../clinics/author.js';
import { moment } from '../database/moment.js';
import { RequestContext } from '../http/request-context.js';

const textRow = z.object({
  scope: consentScopeSchema,
  version: z.number(),
  title: z.string(),
  body: z.string(),
  asksAgain: z.boolean(),
  sha256: z.string(),
  writtenAt: moment(),
});
const eventRow = z.object({
  scope: consentScopeSchema,
  n: z.number(),
  kind: z.enum(['signed', 'withdrawn']),
  way: z.enum(consentWays),
  textVersion: z.number().nullable(),
  textSha256: z.string().nullable(),
  signedName: z.string().nullable(),
  signedOn: z.string().nullable(),
  meaning: z.string().nullable(),
  reason: z.string().nullable(),
  recordedBy: z.object({ accountId: z.string(), name: z.string().nullable() }),
  recordedAt: moment(),
});
export type ConsentEventRow = z.infer<typeof eventRow>;
const stateRow = z.object({
  scope: consentScopeSchema,
  state: consentStateSchema.extract(['given', 'outdated', 'withdrawn']),
});
const countRow = z.object({
  scope: consentScopeSchema,
  given: z.number(),
  outdated: z.number(),
  withdrawn: z.number(),
  missing: z.number(),
});

/** Texts, signatures and where they stand, as the person of the request may see them. */
@Injectable()
export class ConsentsQueries {
  constructor(private readonly context: RequestContext) {}

  listTexts() {
    return this.context.query(
      textRow,
      `select scope, n as version, title, body, asks_again as "asksAgain", sha256, recorded_at as "writtenAt"
         from consent_text where clinic_id = $1 order by scope, n desc`,
      [this.context.clinic.id],
    );
  }

  listEvents(patientId: string) {
    return this.context.query(
      eventRow,
      `select c.scope, c.n, c.kind, c.way, c.text_n as "textVersion", c.text_sha256 as "textSha256",
              c.signed_name as "signedName", c.signed_on as "signedOn", c.meaning, c.reason,
              ${author('c.recorded_by', 'm')} as "recordedBy", c.recorded_at as "recordedAt"
         from consent c
         ${joinMember('m', 'c.clinic_id', 'c.recorded_by')}
        where c.clinic_id = $1 and c.patient_id = $2 order by c.scope, c.n desc`,
      [this.context.clinic.id, patientId],
    );
  }

  listStates(patientId: string) {
    return this.context.query(
      stateRow,
      `select scope, state from consent_state where clinic_id = $1 and patient_id = $2`,
      [this.context.clinic.id, patientId],
    );
  }

  async countPatients(): Promise<number> {
    const found = await this.context.find(
      z.object({ patients: z.number() }),
      `select count(*)::int as patients from current_patient where clinic_id = $1`,
      [this.context.clinic.id],
    );
    return found?.patients ?? 0;
  }

  /** Of the patients in the record, for each scope that the clinic has a text for. */
  countStates() {
    return this.context.query(
      countRow,
      `select t.scope,
              count(*) filter (where s.state = 'given')::int as given,
              count(*) filter (where s.state = 'outdated')::int as outdated,
              count(*) filter (where s.state = 'withdrawn')::int as withdrawn,
              count(*) filter (where s.state is null)::int as missing
         from (select distinct scope from consent_text where clinic_id = $1) t
         cross join (select id from current_patient where clinic_id = $1) p
         left join consent_state s on s.clinic_id = $1 and s.patient_id = p.id and s.scope = t.scope
        group by t.scope`,
      [this.context.clinic.id],
    );
  }
}
