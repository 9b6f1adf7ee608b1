import { Injectable } from '@nestjs/common';
import { monitoringBodySchema, type TimelineEntry } from '@courseline/contracts';
import type { MonitoringEntry } from '@courseline/treatment';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const eventRow = z.object({
  id: z.string(),
  at: z.date(),
  body: monitoringBodySchema,
  draft_row: z.string().nullable(),
  withdraws: z.string().nullable(),
  recorded_by: z.string(),
  by_name: z.string(),
  recorded_at: z.date(),
});

/** An entry of a session's timeline as it is kept. */
export interface KeptEntry extends MonitoringEntry {
  readonly body: TimelineEntry['body'];
  /** The row of vitals in the draft that its readings stand in. */
  readonly draftRow: string | null;
  readonly by: string;
  readonly byName: string;
  readonly recordedAt: Date;
}

/** What happened in a session, in the order in which it was written down. */
@Injectable()
export class SessionEventsQueries {
  constructor(private readonly context: RequestContext) {}

  /** Until the end of the transaction nobody else adds to this session: what is added next sees all before it. */
  async lock(sessionId: string): Promise<void> {
    await this.context.execute(`select pg_advisory_xact_lock(hashtextextended('session_event ' || $1, 0))`, [
      sessionId,
    ]);
  }

  async list(sessionId: string): Promise<readonly KeptEntry[]> {
    const rows = await this.context.query(
      eventRow,
      `select e.id, e.at, e.body, e.draft_row, e.withdraws, e.recorded_by, coalesce(m.name, '') as by_name, e.recorded_at
         from session_event e
         left join member_name m on m.clinic_id = e.clinic_id and m.account_id = e.recorded_by
        where e.clinic_id = $1 and e.session_id = $2
        order by e.recorded_at, e.id`,
      [this.context.clinic.id, sessionId],
    );
    return rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      withdraws: row.withdraws,
      body: row.body,
      draftRow: row.draft_row,
      by: row.recorded_by,
      byName: row.by_name,
      recordedAt: row.recorded_at,
    }));
  }
}
