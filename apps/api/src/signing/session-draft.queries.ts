import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const entrySchema = z.object({ value: z.json(), by: z.string(), at: z.string() });

/** What is kept in the draft's one column. */
export const draftBodySchema = z.object({
  fields: z.record(z.string(), entrySchema),
  assessmentIds: z.record(z.string(), z.string()),
});
export type DraftBody = z.infer<typeof draftBodySchema>;

const draftRowSchema = z.object({
  session_id: z.string(),
  patient_id: z.string(),
  version: z.number(),
  body: draftBodySchema,
  updated_at: z.date(),
  updated_by_name: z.string(),
  closed_as: z.enum(['signed', 'discarded']).nullable(),
});
export type SessionDraftRow = z.infer<typeof draftRowSchema>;

const nameRowSchema = z.object({ account_id: z.string(), name: z.string() });

/** The shared draft of a session, as it lies in the database. */
@Injectable()
export class SessionDraftQueries {
  constructor(private readonly context: RequestContext) {}

  async find(sessionId: string): Promise<SessionDraftRow | null> {
    const rows = await this.context.query(
      draftRowSchema,
      `select d.session_id, d.patient_id, d.version, d.body, d.updated_at, d.closed_as, coalesce(m.name, '') as updated_by_name
         from session_draft d
         left join member_name m on m.clinic_id = d.clinic_id and m.account_id = d.updated_by
        where d.clinic_id = $1 and d.session_id = $2`,
      [this.context.clinic.id, sessionId],
    );
    return rows[0] ?? null;
  }

  async namesOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.context.query(
      nameRowSchema,
      `select account_id, name from member_name where clinic_id = $1 and account_id = any ($2::uuid[])`,
      [this.context.clinic.id, accountIds],
    );
    return new Map(rows.map((row) => [row.account_id, row.name]));
  }

  /** False when someone else began the draft in the meantime. */
  async begin(sessionId: string, patientId: string, body: DraftBody, now: Date): Promise<boolean> {
    const rows = await this.context.query(
      z.object({ version: z.number() }),
      `insert into session_draft (clinic_id, session_id, patient_id, version, body, updated_by, updated_at)
       values ($1, $2, $3, 1, $4, $5, $6)
       on conflict (clinic_id, session_id) do nothing returning version`,
      [
        this.context.clinic.id,
        sessionId,
        patientId,
        JSON.stringify(body),
        this.context.principal.accountId,
        now,
      ],
    );
    return rows.length === 1;
  }

  /** False when the version is no longer the expected one, or the draft is closed. */
  async replace(sessionId: string, expectedVersion: number, body: DraftBody, now: Date): Promise<boolean> {
    const rows = await this.context.query(
      z.object({ version: z.number() }),
      `update session_draft set version = version + 1, body = $4, updated_by = $5, updated_at = $6
        where clinic_id = $1 and session_id = $2 and version = $3 and closed_at is null returning version`,
      [
        this.context.clinic.id,
        sessionId,
        expectedVersion,
        JSON.stringify(body),
        this.context.principal.accountId,
        now,
      ],
    );
    return rows.length === 1;
  }

  /** A draft is closed, never deleted. False when the version is no longer the expected one. */
  async close(sessionId: string, expectedVersion: number, closedAs: 'signed', now: Date): Promise<boolean> {
    const rows = await this.context.query(
      z.object({ version: z.number() }),
      `update session_draft set closed_at = $4, closed_as = $5
        where clinic_id = $1 and session_id = $2 and version = $3 and closed_at is null returning version`,
      [this.context.clinic.id, sessionId, expectedVersion, now, closedAs],
    );
    return rows.length === 1;
  }
}
