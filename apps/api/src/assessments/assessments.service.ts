import { Injectable } from '@nestjs/common';
import type { AssessmentDetail, AssessmentRevision, AssessmentWay } from '@courseline/contracts';
import { instrumentIdSchema } from '@courseline/contracts';
import { newId } from '../database/ids.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { AnswersObservers } from './answers-observers.js';
import { AssessmentWrites, type RevisionContent } from './assessment-writes.js';
import {
  AssessmentsQueries,
  type AssessmentHeadRow,
  type AssessmentRevisionRow,
} from './assessments.queries.js';
import { ScoreObservers, type ScoreStored } from './score-observers.js';
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
  readonly way: Exclude<AssessmentWay, 'import'>;
  readonly secondsTaken: number | null;
}

export interface AssessmentChange {
  readonly assessmentId: string;
  readonly expectedN: number;
  readonly reason: string;
}

/** Keeps filled-in instruments: each change is a new revision with its author and reason. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly context: RequestContext,
    private readonly queries: AssessmentsQueries,
    private readonly writes: AssessmentWrites,
    private readonly observers: AnswersObservers,
    private readonly scores: ScoreObservers,
  ) {}

  async record(toRecord: AssessmentToRecord): Promise<void> {
    const scored = scoredColumns(toRecord);
    const { id, patientId, courseId, sessionId } = toRecord;
    await this.writes.start({ id, patientId, courseId, sessionId }, scored, {
      status: 'current',
      reason: null,
      context: toRecord.context,
      onDate: toRecord.onDate,
      at: toRecord.at,
      way: toRecord.way,
      secondsTaken: toRecord.secondsTaken,
      linkedAssessmentId: null,
      importBatchId: null,
    });
    await this.tell(toRecord.id, 1, toRecord.patientId, scored, toRecord.way);
    await this.tellScore({ assessmentId: toRecord.id, n: 1, ...toRecord }, scored);
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
    await this.addRevision(head, change, scored, {
      ...contentOf(current),
      status: 'current',
      reason: change.reason,
      linkedAssessmentId: null,
    });
    await this.tell(head.id, change.expectedN + 1, head.patient_id, scored, current.way);
    if (scored.total !== current.total) {
      await this.tellScore(
        {
          assessmentId: head.id,
          n: change.expectedN + 1,
          patientId: head.patient_id,
          courseId: head.course_id,
          instrument: head.instrument,
          onDate: current.on_date,
          way: current.way,
        },
        scored,
      );
    }
    await this.context.bumpClinicVersion();
  }

  async enterInError(change: AssessmentChange): Promise<void> {
    const { head, current } = await this.currentOf(change);
    await this.addRevision(head, change, sameScore(head, current), {
      ...contentOf(current),
      status: 'entered-in-error',
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
    const scored = sameScore(head, current);
    const id = newId();
    await this.addRevision(head, change, scored, {
      ...contentOf(current),
      status: 'belongs-to-another-patient',
      reason: change.reason,
      linkedAssessmentId: id,
    });
    await this.writes.start({ id, ...target }, scored, {
      ...contentOf(current),
      way: current.way === 'import' ? 'staff' : current.way,
      importBatchId: null,
      status: 'current',
      reason: change.reason,
      linkedAssessmentId: head.id,
    });
    await this.tell(id, 1, target.patientId, scored, 'staff');
    await this.tellScore(
      {
        assessmentId: id,
        n: 1,
        ...target,
        instrument: head.instrument,
        onDate: current.on_date,
        way: 'staff',
      },
      scored,
    );
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

  private addRevision(
    head: AssessmentHeadRow,
    change: AssessmentChange,
    scored: ScoredColumns,
    content: RevisionContent,
  ): Promise<void> {
    return this.writes.addRevision(
      { id: head.id, patientId: head.patient_id },
      change.expectedN + 1,
      scored,
      content,
    );
  }

  private async tellScore(score: ScoreStored, { total }: ScoredColumns): Promise<void> {
    if (total === null) return;
    const { assessmentId, n, patientId, courseId, instrument, onDate, way } = score;
    await this.scores.tell({ assessmentId, n, patientId, courseId, instrument, onDate, way });
  }

  private async tell(
    assessmentId: string,
    n: number,
    patientId: string,
    scored: ScoredColumns,
    way: AssessmentWay,
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

/** What a further revision takes over from the one before. */
function contentOf(row: AssessmentRevisionRow) {
  return {
    context: row.context,
    onDate: row.on_date,
    at: row.at,
    way: row.way,
    secondsTaken: null,
    importBatchId: row.import_batch_id,
  };
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
