import { Injectable } from '@nestjs/common';
import { careTeamEntrySchema, type CareTeamEntry } from '@courseline/contracts';
import { author, joinMember } from '../clinics/author.js';
import { moment } from '../database/moment.js';
import { RequestContext } from '../http/request-context.js';

const row = careTeamEntrySchema.extend({ addedAt: moment(), endedAt: moment().nullable() });

/** Reads of who treats a patient, and who did. */
@Injectable()
export class CareTeamQueries {
  constructor(private readonly context: RequestContext) {}

  /** Those who treat the patient by the day they came, then those who did, the last to go first. */
  async list(patientId: string): Promise<CareTeamEntry[]> {
    return this.context.query(
      row,
      `select t.id, ${author('t.account_id', 'm')} as member, ${author('t.added_by', 'a')} as "addedBy",
         t.added_at as "addedAt", case when t.ended_by is not null then ${author('t.ended_by', 'e')} end as "endedBy",
         t.ended_at as "endedAt", t.end_reason as "endReason"
         from care_team t
         ${joinMember('m', 't.clinic_id', 't.account_id')}
         ${joinMember('a', 't.clinic_id', 't.added_by')}
         ${joinMember('e', 't.clinic_id', 't.ended_by')}
        where t.clinic_id = $1 and t.patient_id = $2
        order by t.ended_at desc nulls first, t.added_at, t.id`,
      [this.context.clinic.id, patientId],
    );
  }
}
