import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../access/entry.js';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';

/** One thing somebody did, or tried, in a clinic. */
export interface AuditEntry {
  readonly principal: Pick<Principal, 'accountId' | 'clinicId'>;
  readonly at: Date;
  readonly action: string;
  readonly route: string;
  readonly requestId: string;
  readonly patientIds: ReadonlySet<string>;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** More than this many patients are a list, not a look at somebody: their number and a digest are kept. */
const mostPatients = 50;

/** The append-only record of who read or changed whose data. */
@Injectable()
export class AuditLog {
  async write(sql: Sql, entry: AuditEntry): Promise<void> {
    const { ids, detail } = described(entry.patientIds);
    await sql.execute(
      `insert into audit_event (clinic_id, id, at, account_id, action, route, patient_ids, outcome, detail, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        entry.principal.clinicId,
        newId(),
        entry.at,
        entry.principal.accountId,
        entry.action,
        entry.route,
        ids,
        entry.outcome,
        { ...entry.detail, ...detail },
        entry.requestId,
      ],
    );
  }
}

function described(patientIds: ReadonlySet<string>): {
  ids: readonly string[];
  detail: Record<string, string | number>;
} {
  const ids = [...patientIds].sort();
  if (ids.length <= mostPatients) return { ids, detail: {} };
  const digest = createHash('sha256').update(ids.join()).digest('hex');
  return { ids: [], detail: { patients: ids.length, patientsSha256: digest } };
}
