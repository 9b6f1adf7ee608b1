import { Injectable } from '@nestjs/common';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';

/** Where a process hears that something waits to be sent; the payload is the clinic's id. */
export const outboxChannel = 'courseline_outbox';

export type Channel = 'email' | 'sms';

export interface Outgoing {
  readonly clinicId: string;
  /** The recipient's account; its address is looked up when the letter is written. */
  readonly to: string;
  /** Which `LetterWriter` writes it. */
  readonly kind: string;
  /** What it is about, such as `<alert id>/2`: for the same kind, cause, recipient and channel there is one, ever. */
  readonly cause: string;
  readonly channel?: Channel;
  /** Not to be sent earlier: quiet hours. */
  readonly notBefore?: Date;
  /** The person who acts; null when the product does by itself. */
  readonly createdBy: string | null;
}

/**
 * Letters that are to go out. Written in the transaction that causes them, so that there is a letter exactly when
 * there is a cause, and sent after it by `Deliveries`, once:
 *
 *     await this.outbox.add(this.context.sql, { clinicId, to: accountId, kind: 'alert-open', cause: alertId, createdBy });
 *
 * with `context.sql` in a request, or the `sql` of a `ClinicTurn` (createdBy null) in a recurring job. The words are
 * not stored: a writer added to `LetterWriters` for the kind makes them when the letter goes, and may find by then
 * that there is nothing left to say.
 */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** The message's id, or null when there was one already. */
  async add(sql: Sql, outgoing: Outgoing): Promise<string | null> {
    const { clinicId, to, kind, cause, channel = 'email', createdBy } = outgoing;
    const [id, now] = [newId(), this.clock.now()];
    const added = await sql.execute(
      `insert into message (clinic_id, id, account_id, channel, kind, cause, not_before, created_by, created_at, state,
         attempts, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', 0, $9) on conflict do nothing`,
      [clinicId, id, to, channel, kind, cause, outgoing.notBefore ?? now, createdBy, now],
    );
    if (added === 0) return null;
    await sql.execute(`select pg_notify('${outboxChannel}', $1)`, [clinicId]);
    return id;
  }
}
