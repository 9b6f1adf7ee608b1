import { Injectable } from '@nestjs/common';
import type {
  AddPriorTreatment,
  AmendPriorTreatment,
  PriorTreatment,
  PriorTreatmentHistory,
  PriorTreatments,
} from '@courseline/contracts';
import { ADEQUACY_RULE, countTrials, trialAdequacy, type Adequacy } from '@courseline/treatment';
import { newId } from '../database/ids.js';
import { rowOf, type Row } from '../database/row-of.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { PriorTreatmentEntity } from './prior-treatment.entity.js';
import { PriorTreatmentRevisionEntity } from './prior-treatment-revision.entity.js';
import { PriorTreatmentsQueries } from './prior-treatments.queries.js';
import { TreatedPatients } from './treated-patients.js';

export interface PriorTreatmentChange {
  readonly priorTreatmentId: string;
  readonly expectedN: number;
  readonly reason: string;
}

/** Keeps what a patient tried before, and judges by ATHF-SF whether it was tried well enough to count. */
@Injectable()
export class PriorTreatmentsService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: PriorTreatmentsQueries,
    private readonly treated: TreatedPatients,
  ) {}

  async list(patientId: string): Promise<PriorTreatments> {
    await this.treated.requireVisible(patientId);
    const priorTreatments = await this.queries.listCurrent(patientId);
    return { priorTreatments, counts: countTrials(priorTreatments) };
  }

  async history(patientId: string): Promise<PriorTreatmentHistory> {
    await this.treated.requireVisible(patientId);
    return { revisions: await this.queries.listRevisions(patientId) };
  }

  async add(patientId: string, trial: AddPriorTreatment): Promise<PriorTreatment> {
    await this.treated.requireTreated(patientId);
    const { manager, clinic, principal } = this.context;
    const id = newId();
    const now = this.clock.now();
    await manager.insert(PriorTreatmentEntity, {
      clinicId: clinic.id,
      id,
      patientId,
      currentN: 1,
      createdAt: now,
    });
    await manager.insert(PriorTreatmentRevisionEntity, {
      clinicId: clinic.id,
      priorTreatmentId: id,
      n: 1,
      patientId,
      status: 'current',
      reason: null,
      recordedBy: principal.accountId,
      recordedAt: now,
      ...judged(trial),
    });
    await this.context.bumpClinicVersion();
    return this.get(id);
  }

  async amend(
    priorTreatmentId: string,
    expectedN: number,
    { reason, ...trial }: AmendPriorTreatment,
  ): Promise<PriorTreatment> {
    const current = await this.currentOf({ priorTreatmentId, expectedN, reason });
    await this.revise(current, { ...judged(trial), reason });
    return this.get(priorTreatmentId);
  }

  async enterInError(change: PriorTreatmentChange): Promise<PriorTreatment> {
    const current = await this.currentOf(change);
    await this.revise(current, { status: 'entered-in-error', reason: change.reason });
    return this.get(change.priorTreatmentId);
  }

  private async get(priorTreatmentId: string): Promise<PriorTreatment> {
    const found = await this.queries.find(priorTreatmentId);
    if (found === null) throw new DomainError('not-found');
    return found;
  }

  private async currentOf(change: PriorTreatmentChange): Promise<Row<PriorTreatmentRevisionEntity>> {
    const shown = await this.get(change.priorTreatmentId);
    await this.treated.requireTreated(shown.patientId);
    if (shown.version !== change.expectedN)
      throw new DomainError('version-conflict', { extra: { version: shown.version } });
    if (shown.status !== 'current')
      throw new DomainError('conflict', { detail: 'This was entered in error.' });
    const current = await this.context.manager.findOneByOrFail(PriorTreatmentRevisionEntity, {
      clinicId: this.context.clinic.id,
      priorTreatmentId: change.priorTreatmentId,
      n: shown.version,
    });
    return rowOf(current);
  }

  private async revise(
    current: Row<PriorTreatmentRevisionEntity>,
    change: Partial<Row<PriorTreatmentRevisionEntity>> & { readonly reason: string },
  ): Promise<void> {
    const { manager, clinic, principal } = this.context;
    const moved = await this.context.execute(
      `update prior_treatment set current_n = $3 + 1 where clinic_id = $1 and id = $2 and current_n = $3`,
      [clinic.id, current.priorTreatmentId, current.n],
    );
    if (moved !== 1) throw new DomainError('version-conflict');
    await manager.insert(PriorTreatmentRevisionEntity, {
      ...current,
      ...change,
      n: current.n + 1,
      recordedBy: principal.accountId,
      recordedAt: this.clock.now(),
    });
    await this.context.bumpClinicVersion();
  }
}

/** The judgement of a person stands; left to the rule, it carries the rule's name. */
function judged({ adequate, ...trial }: AddPriorTreatment): Omit<AddPriorTreatment, 'adequate'> & {
  adequate: Adequacy;
  adequacyRule: string | null;
} {
  if (adequate !== 'by-rule') return { ...trial, adequate, adequacyRule: null };
  const byRule = trialAdequacy(trial);
  return { ...trial, adequate: byRule ?? 'unknown', adequacyRule: byRule === null ? null : ADEQUACY_RULE };
}
