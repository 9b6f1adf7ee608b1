import { Injectable } from '@nestjs/common';
import type { AssessmentDetail, AssessmentRevision } from '@courseline/contracts';
import { instrumentIdSchema } from '@courseline/contracts';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { AnswersObservers } from './answers-observers.js';
import { AssessmentEntity } from './assessment.entity.js';
import { AssessmentRevisionEntity } from './assessment-revision.entity.js';
import {
  AssessmentsQueries,
  type AssessmentHeadRow,
  type AssessmentRevisionRow,
} from './assessments.queries.js';
import { scoredColumns, type FilledIn, type ScoredColumns } from './scored-assessment.js';

/** A filled-in instrument to be kept for good. */
export interface AssessmentToRecord extends FilledIn {
  readonly id: string;
  readonly patientId: string;
  readonly courseId: string | null;
  readonly sessionId: string | null;
  readonly onDate: string;
  readonly at: Date | null;
  readonly context: 'before-dose' | 'after-dose' | 'between' | 'unknown';
  readonly way: 'patient' | 'staff';
  readonly secondsTaken: number | null;
}

export interface AssessmentChange {
  readonly assessmentId: string;
  readonly expectedN: number;
  readonly reason: string;
}

interface NextRevision {
  readonly head: AssessmentHeadRow;
  readonly n: number;
  readonly status: AssessmentRevisionEntity['status'];
  readonly scored: ScoredColumns;
  readonly from: AssessmentRevisionRow;
  readonly reason: string;
  readonly linkedAssessmentId: string | null;
}

/** Keeps filled-in instruments: each change is a new revision with its author and reason. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: AssessmentsQueries,
    private readonly observers: AnswersObservers,
  ) {}

  async record(toRecord: AssessmentToRecord): Promise<void> {
    const scored = scoredColumns(toRecord);
    const { manager, clinic, principal } = this.context;
    const now = this.clock.now();
    this.context.touch(toRecord.patientId);
    await manager.insert(AssessmentEntity, {
      clinicId: clinic.id,
      id: toRecord.id,
      patientId: toRecord.patientId,
      courseId: toRecord.courseId,
      sessionId: toRecord.sessionId,
      instrument: scored.instrument,
      currentN: 1,
      createdAt: now,
      importBatchId: null,
    });
    await manager.insert(AssessmentRevisionEntity, {
      clinicId: clinic.id,
      assessmentId: toRecord.id,
      n: 1,
      patientId: toRecord.patientId,
      status: 'current',
      reason: null,
      recordedBy: principal.accountId,
      recordedAt: now,
      ...scored,
      context: toRecord.context,
      onDate: toRecord.onDate,
      at: toRecord.at,
      way: toRecord.way,
      secondsTaken: toRecord.secondsTaken,
      linkedAssessmentId: null,
      importBatchId: null,
    });
    await this.tell(toRecord.id, 1, toRecord.patientId, scored, toRecord.way);
    await this.context.bumpClinicVersion();
  }

  async amend(
    change: AssessmentChange,
    answers: readonly (number | null)[],
    difficulty: number | null,
  ): Promise<void> {
    const { head, current } = await this.currentOf(change);
    if (current.answers === null) {
      throw new DomainError('rule-violated', {
        errors: [
          {
            pointer: '/answers',
            detail: 'Only the total of this form is kept. Enter it in error and record it anew.',
          },
        ],
      });
    }
    const scored = scoredColumns({
      instrument: head.instrument,
      instrumentVersion: current.instrument_version,
      answers,
      difficulty,
      total: null,
    });
    await this.addRevision({
      head,
      n: change.expectedN + 1,
      status: 'current',
      scored,
      from: current,
      reason: change.reason,
      linkedAssessmentId: null,
    });
    await this.tell(head.id, change.expectedN + 1, head.patient_id, scored, current.way);
    await this.context.bumpClinicVersion();
  }

  async enterInError(change: AssessmentChange): Promise<void> {
    const { head, current } = await this.currentOf(change);
    await this.addRevision({
      head,
      n: change.expectedN + 1,
      status: 'entered-in-error',
      scored: sameScore(head, current),
      from: current,
      reason: change.reason,
      linkedAssessmentId: null,
    });
    await this.context.bumpClinicVersion();
  }

  /** Leaves this patient and starts anew at the other, each pointing at the other; gives the new id. */
  async moveToPatient(
    change: AssessmentChange,
    target: { patientId: string; courseId: string | null; sessionId: string | null },
  ): Promise<string> {
    const { head, current } = await this.currentOf(change);
    const { manager, clinic, principal } = this.context;
    const scored = sameScore(head, current);
    const now = this.clock.now();
    const id = newId();
    await this.addRevision({
      head,
      n: change.expectedN + 1,
      status: 'belongs-to-another-patient',
      scored,
      from: current,
      reason: change.reason,
      linkedAssessmentId: id,
    });
    this.context.touch(target.patientId);
    await manager.insert(AssessmentEntity, {
      clinicId: clinic.id,
      id,
      patientId: target.patientId,
      courseId: target.courseId,
      sessionId: target.sessionId,
      instrument: head.instrument,
      currentN: 1,
      createdAt: now,
      importBatchId: null,
    });
    await manager.insert(AssessmentRevisionEntity, {
      clinicId: clinic.id,
      assessmentId: id,
      n: 1,
      patientId: target.patientId,
      status: 'current',
      reason: change.reason,
      recordedBy: principal.accountId,
      recordedAt: now,
      ...scored,
      context: current.context,
      onDate: current.on_date,
      at: current.at,
      way: current.way === 'import' ? 'staff' : current.way,
      secondsTaken: null,
      linkedAssessmentId: head.id,
      importBatchId: null,
    });
    await this.tell(id, 1, target.patientId, scored, 'staff');
    await this.context.bumpClinicVersion();
    return id;
  }

  async detail(assessmentId: string): Promise<AssessmentDetail> {
    const head = await this.queries.findHead(assessmentId);
    if (head === null) throw new DomainError('not-found');
    this.context.touch(head.patient_id);
    const revisions = await this.queries.listRevisions(assessmentId);
    return {
      id: head.id,
      patientId: head.patient_id,
      courseId: head.course_id,
      sessionId: head.session_id,
      instrument: instrumentIdSchema.parse(head.instrument),
      version: head.current_n,
      revisions: revisions.map(toRevision),
    };
  }

  private async currentOf({ assessmentId, expectedN }: AssessmentChange) {
    const head = await this.queries.findHead(assessmentId);
    if (head === null) throw new DomainError('not-found');
    this.context.touch(head.patient_id);
    if (head.current_n !== expectedN)
      throw new DomainError('version-conflict', { extra: { version: head.current_n } });
    const current = (await this.queries.listRevisions(assessmentId))[0];
    if (current?.status !== 'current') {
      throw new DomainError('conflict', { detail: 'This form was taken out of the record before.' });
    }
    return { head, current };
  }

  private async addRevision(next: NextRevision): Promise<void> {
    const { manager, clinic, principal } = this.context;
    const { head, from } = next;
    await manager.insert(AssessmentRevisionEntity, {
      clinicId: clinic.id,
      assessmentId: head.id,
      n: next.n,
      patientId: head.patient_id,
      status: next.status,
      reason: next.reason,
      recordedBy: principal.accountId,
      recordedAt: this.clock.now(),
      ...next.scored,
      context: from.context,
      onDate: from.on_date,
      at: from.at,
      way: from.way,
      secondsTaken: null,
      linkedAssessmentId: next.linkedAssessmentId,
      importBatchId: from.import_batch_id,
    });
    const moved = await manager
      .createQueryBuilder()
      .update(AssessmentEntity)
      .set({ currentN: next.n })
      .where('clinic_id = :clinic and id = :id and current_n = :expected', {
        clinic: clinic.id,
        id: head.id,
        expected: next.n - 1,
      })
      .execute();
    if (moved.affected !== 1) throw new DomainError('version-conflict');
  }

  private async tell(
    assessmentId: string,
    n: number,
    patientId: string,
    scored: ScoredColumns,
    way: 'patient' | 'staff' | 'import',
  ): Promise<void> {
    if (scored.answers === null) return;
    await this.observers.tell({
      assessmentId,
      n,
      patientId,
      instrument: scored.instrument,
      item9: scored.answers[8] ?? null,
      way,
      historical: false,
    });
  }
}

function sameScore(head: AssessmentHeadRow, row: AssessmentRevisionRow): ScoredColumns {
  return scoredColumns({
    instrument: head.instrument,
    instrumentVersion: row.instrument_version,
    answers: row.answers,
    difficulty: row.difficulty,
    total: row.imported_total,
  });
}

function toRevision(row: AssessmentRevisionRow): AssessmentRevision {
  return {
    n: row.n,
    status: row.status,
    answers: row.answers,
    difficulty: row.difficulty,
    importedTotal: row.imported_total,
    total: row.total,
    scoreStatus: row.score_status,
    context: row.context,
    onDate: row.on_date,
    at: row.at?.toISOString() ?? null,
    way: row.way,
    reason: row.reason,
    byName: row.by_name,
    recordedAt: row.recorded_at.toISOString(),
  };
}
