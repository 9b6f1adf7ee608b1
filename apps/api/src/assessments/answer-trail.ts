import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';

/** How an instrument's question about difficulty is numbered among the items. */
export const DIFFICULTY_ITEM = 0;

const givenAnswerRowSchema = z.object({
  n: z.number(),
  item: z.number(),
  answer: z.number().nullable(),
  form_version: z.number(),
  set_aside: z.boolean(),
  device_id: z.string().nullable(),
  sequence: z.number().nullable(),
  given_at: z.date(),
});
export type GivenAnswerRow = z.infer<typeof givenAnswerRowSchema>;

/** Each answer to a form in the order in which it came: what a mis-tap was, and what it was changed to, is never lost. */
@Injectable()
export class AnswerTrail {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  list(assessmentId: string): Promise<GivenAnswerRow[]> {
    return this.context.query(
      givenAnswerRowSchema,
      `select n, item, answer, form_version, set_aside, device_id, sequence, given_at from given_answer
        where clinic_id = $1 and assessment_id = $2 order by n`,
      [this.context.clinic.id, assessmentId],
    );
  }

  /** Whose form it is, handed in or not; null where no answer is known or none is one's to see. */
  async patientOf(assessmentId: string): Promise<string | null> {
    const found = await this.context.find(
      z.object({ patient_id: z.string() }),
      `select patient_id from given_answer where clinic_id = $1 and assessment_id = $2 limit 1`,
      [this.context.clinic.id, assessmentId],
    );
    return found?.patient_id ?? null;
  }

  /** To be called in the transaction that holds the form, so that the numbers follow each other. */
  async add(assessmentId: string, patientId: string, rows: readonly GivenAnswerRow[]): Promise<void> {
    const now = this.clock.now();
    for (const row of rows) {
      await this.context.execute(
        `insert into given_answer (clinic_id, assessment_id, n, patient_id, item, answer, form_version, set_aside,
                                   device_id, sequence, given_at, given_by, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          this.context.clinic.id,
          assessmentId,
          row.n,
          patientId,
          row.item,
          row.answer,
          row.form_version,
          row.set_aside,
          row.device_id,
          row.sequence,
          row.given_at,
          this.context.principal.accountId,
          now,
        ],
      );
    }
  }
}
