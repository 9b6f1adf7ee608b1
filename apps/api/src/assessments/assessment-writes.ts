import { Injectable } from '@nestjs/common';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { AssessmentEntity } from './assessment.entity.js';
import { AssessmentRevisionEntity } from './assessment-revision.entity.js';
import type { ScoredColumns } from './scored-assessment.js';

/** Where a new assessment stands. */
export interface NewHead {
  readonly id: string;
  readonly patientId: string;
  readonly courseId: string | null;
  readonly sessionId: string | null;
}

/** What one revision says beside its score. */
export type RevisionContent = Pick<
  AssessmentRevisionEntity,
  | 'status'
  | 'reason'
  | 'context'
  | 'onDate'
  | 'at'
  | 'way'
  | 'secondsTaken'
  | 'linkedAssessmentId'
  | 'importBatchId'
>;

/** Writes assessments: a head and its revisions, each under the name of who asks. */
@Injectable()
export class AssessmentWrites {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** A new assessment with its first revision. */
  async start(head: NewHead, scored: ScoredColumns, content: RevisionContent): Promise<void> {
    this.context.touch(head.patientId);
    await this.context.manager.insert(AssessmentEntity, {
      clinicId: this.context.clinic.id,
      ...head,
      instrument: scored.instrument,
      currentN: 1,
      createdAt: this.clock.now(),
      importBatchId: null,
    });
    await this.insertRevision(head, 1, scored, content);
  }

  /** The next revision of one that stands at `n - 1`; refused when it has moved on. */
  async addRevision(
    head: Pick<NewHead, 'id' | 'patientId'>,
    n: number,
    scored: ScoredColumns,
    content: RevisionContent,
  ): Promise<void> {
    await this.insertRevision(head, n, scored, content);
    const moved = await this.context.execute(
      `update assessment set current_n = $3 where clinic_id = $1 and id = $2 and current_n = $3 - 1`,
      [this.context.clinic.id, head.id, n],
    );
    if (moved !== 1) throw new DomainError('version-conflict');
  }

  private async insertRevision(
    head: Pick<NewHead, 'id' | 'patientId'>,
    n: number,
    scored: ScoredColumns,
    content: RevisionContent,
  ): Promise<void> {
    await this.context.manager.insert(AssessmentRevisionEntity, {
      clinicId: this.context.clinic.id,
      assessmentId: head.id,
      patientId: head.patientId,
      n,
      recordedBy: this.context.principal.accountId,
      recordedAt: this.clock.now(),
      ...scored,
      ...content,
    });
  }
}
