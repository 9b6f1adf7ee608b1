import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { JobsDatabase } from '../database/jobs-database.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';

const messageRow = z.object({
  id: z.string(),
  account_id: z.string(),
  channel: z.enum(['email', 'sms']),
  kind: z.string(),
  cause: z.string(),
  created_by: z.string().nullable(),
  created_at: z.date(),
  state: z.enum(['queued', 'sending', 'sent', 'failed', 'unknown', 'dropped']),
  attempts: z.number(),
  not_before: z.date(),
});
export type MessageRow = z.infer<typeof messageRow>;
export type MessageState = MessageRow['state'];

const columns = 'id, account_id, channel, kind, cause, created_by, created_at, state, attempts, not_before';

/** Rows of the outbox as the jobs role, always in one clinic. */
@Injectable()
export class Messages {
  constructor(
    private readonly database: JobsDatabase,
    private readonly clock: Clock,
  ) {}

  /** Those to be sent now, and those somebody began to send. */
  async listOpen(clinicId: string): Promise<readonly string[]> {
    const rows = await this.database.transaction(clinicId, (sql) =>
      sql.query(
        z.object({ id: z.string() }),
        `select id from message where clinic_id = $1 and (state = 'sending' or (state = 'queued' and not_before <= $2))
         order by not_before, id`,
        [clinicId, this.clock.now()],
      ),
    );
    return rows.map(({ id }) => id);
  }

  async get(sql: Sql, clinicId: string, id: string): Promise<MessageRow> {
    const [row] = await sql.query(
      messageRow,
      `select ${columns} from message where clinic_id = $1 and id = $2`,
      [clinicId, id],
    );
    if (row === undefined) throw new Error('A message has gone from the outbox.');
    return row;
  }

  /** Moves a message on from a state; false when it is no longer in that one. */
  async move(
    clinicId: string,
    id: string,
    from: readonly MessageState[],
    to: MessageState,
    { notBefore = null, attempt = false }: { notBefore?: Date | null; attempt?: boolean } = {},
  ): Promise<boolean> {
    const moved = await this.database.transaction(clinicId, (sql) =>
      sql.execute(
        `update message set state = $4, changed_at = $5, not_before = coalesce($6, not_before), attempts = attempts + $7
         where clinic_id = $1 and id = $2 and state = any ($3)`,
        [clinicId, id, from, to, this.clock.now(), notBefore, attempt ? 1 : 0],
      ),
    );
    return moved === 1;
  }
}
