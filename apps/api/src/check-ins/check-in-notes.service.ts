import { Injectable } from '@nestjs/common';
import { sideEffectAnswers, type CheckInNotes, type NewCheckInNote } from '@courseline/contracts';
import { z } from 'zod';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { within } from './answer-intake.js';
import { CheckInNoteEntity } from './check-in-note.entity.js';
import { OwnRecordQueries } from './own-record.queries.js';

const noteRowSchema = z.object({
  id: z.string(),
  side_effects: z.enum(sideEffectAnswers),
  session_on: z.string().nullable(),
  note: z.string().nullable(),
  written_at: z.date(),
});

/** What patients say after the forms: kept as it was said, and read by the care team. */
@Injectable()
export class CheckInNotesService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly own: OwnRecordQueries,
  ) {}

  async add(said: NewCheckInNote): Promise<void> {
    const { patientId, accountId } = this.context.principal;
    if (patientId === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    if (said.sessionId !== null && !(await this.own.isOwnSession(said.sessionId)))
      throw new DomainError('not-found');
    const now = this.clock.now();
    await this.context.manager.insert(CheckInNoteEntity, {
      clinicId: this.context.clinic.id,
      id: newId(),
      patientId,
      sessionId: said.sessionId,
      sideEffects: said.sideEffects,
      note: said.note,
      writtenAt: within(new Date(said.writtenAt), now),
      recordedBy: accountId,
      recordedAt: now,
    });
  }

  async listOf(patientId: string): Promise<CheckInNotes> {
    const { clinic } = this.context;
    const patient = await this.context.find(
      z.object({ id: z.string() }),
      `select id from current_patient where clinic_id = $1 and id = $2`,
      [clinic.id, patientId],
    );
    if (patient === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    const rows = await this.context.query(
      noteRowSchema,
      `select n.id, n.side_effects, s.on_date as session_on, n.note, n.written_at
         from check_in_note n
         left join current_session s on s.clinic_id = n.clinic_id and s.id = n.session_id
        where n.clinic_id = $1 and n.patient_id = $2
        order by n.written_at desc, n.id desc limit 20`,
      [clinic.id, patientId],
    );
    return {
      notes: rows.map((row) => ({
        id: row.id,
        sideEffects: row.side_effects,
        sessionOn: row.session_on,
        note: row.note,
        writtenAt: row.written_at.toISOString(),
      })),
    };
  }
}
