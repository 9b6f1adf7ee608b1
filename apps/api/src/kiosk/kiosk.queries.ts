import { Injectable } from '@nestjs/common';
import { crisisLineSchema, instrumentIdSchema } from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const formRow = z.object({
  instrument: instrumentIdSchema,
  assessment_id: z.string(),
  instrument_version: z.string(),
  step: z.number(),
  started_at: z.date(),
  handed_in_at: z.date().nullable(),
});
export type KioskFormRow = z.infer<typeof formRow>;

const lateRow = z.object({
  id: z.string(),
  hand_over_id: z.string(),
  patient_id: z.string(),
  instrument: instrumentIdSchema,
  assessment_id: z.string(),
  sealed: z.instanceof(Buffer),
  received_at: z.date(),
});
export type LateFormRow = z.infer<typeof lateRow>;

const shownRow = z.object({
  given_name: z.string(),
  family_name: z.string(),
  phone: z.string().nullable(),
  opening_hours: z.string().nullable(),
  crisis_lines: z.array(crisisLineSchema),
});

/** The answers of a form as they are kept while it is being filled in. */
export interface KioskFormState {
  readonly step: number;
  readonly answers: readonly (number | null)[];
  readonly seen: number;
  readonly difficulty: number | null;
}

/** What is kept of a tablet's forms until they are in the record. */
@Injectable()
export class KioskQueries {
  constructor(private readonly context: RequestContext) {}

  findShown() {
    return this.context.find(
      shownRow,
      `select p.given_name, p.family_name, c.phone, c.opening_hours, c.crisis_lines
         from current_patient p join clinic c on c.id = p.clinic_id
        where p.clinic_id = $1 and p.id = $2`,
      [this.context.clinic.id, this.context.handOver.patientId],
    );
  }

  listForms() {
    return this.context.query(
      formRow,
      `select instrument, assessment_id, instrument_version, step, started_at, handed_in_at
         from kiosk_form where clinic_id = $1 and hand_over_id = $2`,
      this.handOver,
    );
  }

  /** Waits for whoever saves the same form at the same time. */
  findFormForUpdate(instrument: string) {
    return this.context.find(
      formRow,
      `select instrument, assessment_id, instrument_version, step, started_at, handed_in_at
         from kiosk_form where clinic_id = $1 and hand_over_id = $2 and instrument = $3 for update`,
      [...this.handOver, instrument],
    );
  }

  /** Does nothing where the form was begun before. */
  async beginForm(
    form: { instrument: string; version: string; assessmentId: string },
    state: KioskFormState,
    startedAt: Date,
    now: Date,
  ): Promise<void> {
    const { patientId, sessionId } = this.context.handOver;
    await this.context.execute(
      `insert into kiosk_form (clinic_id, hand_over_id, instrument, patient_id, session_id, assessment_id,
                               instrument_version, step, answers, seen, difficulty, started_at, updated_at, handed_in_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, null)
       on conflict do nothing`,
      [
        ...this.handOver,
        form.instrument,
        patientId,
        sessionId,
        form.assessmentId,
        form.version,
        state.step,
        state.answers,
        state.seen,
        state.difficulty,
        startedAt,
        now,
      ],
    );
  }

  async saveForm(instrument: string, state: KioskFormState, now: Date, done: boolean): Promise<void> {
    await this.context.execute(
      `update kiosk_form set step = $4, answers = $5, seen = $6, difficulty = $7, updated_at = $8, handed_in_at = $9
        where clinic_id = $1 and hand_over_id = $2 and instrument = $3`,
      [
        ...this.handOver,
        instrument,
        state.step,
        state.answers,
        state.seen,
        state.difficulty,
        now,
        done ? now : null,
      ],
    );
  }

  /** The newest step stays; what was decided stays decided. */
  async keepLate(
    form: { id: string; instrument: string; assessmentId: string; step: number },
    sealed: Buffer,
    now: Date,
  ): Promise<void> {
    const { patientId, sessionId } = this.context.handOver;
    await this.context.execute(
      `insert into kiosk_late_form as l (clinic_id, id, hand_over_id, patient_id, session_id, instrument, assessment_id,
                                         step, sealed, received_at, decided_at, decided_by, kept)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, null, null)
       on conflict (clinic_id, hand_over_id, instrument) do update
         set step = excluded.step, sealed = excluded.sealed, received_at = excluded.received_at
         where l.decided_at is null and l.step < excluded.step`,
      [
        this.context.clinic.id,
        form.id,
        this.context.handOver.id,
        patientId,
        sessionId,
        form.instrument,
        form.assessmentId,
        form.step,
        sealed,
        now,
      ],
    );
  }

  listLate(sessionId: string) {
    return this.context.query(
      lateRow,
      `select id, hand_over_id, patient_id, instrument, assessment_id, sealed, received_at
         from kiosk_late_form where clinic_id = $1 and session_id = $2 and decided_at is null
        order by received_at, id`,
      [this.context.clinic.id, sessionId],
    );
  }

  /** Null when it was decided before. */
  async decideLate(lateId: string, sessionId: string, kept: boolean, now: Date): Promise<LateFormRow | null> {
    return this.context.find(
      lateRow,
      `update kiosk_late_form set decided_at = $4, decided_by = $5, kept = $6
        where clinic_id = $1 and id = $2 and session_id = $3 and decided_at is null
        returning id, hand_over_id, patient_id, instrument, assessment_id, sealed, received_at`,
      [this.context.clinic.id, lateId, sessionId, now, this.context.principal.accountId, kept],
    );
  }

  private get handOver(): readonly [string, string] {
    return [this.context.clinic.id, this.context.handOver.id];
  }
}
