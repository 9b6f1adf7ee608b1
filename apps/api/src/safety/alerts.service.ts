import { Injectable } from '@nestjs/common';
import type { Alert, NewDisposition } from '@courseline/contracts';
import { newId } from '../database/ids.js';
import { ClinicEvents } from '../events/clinic-events.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { AlertDispositionEntity } from './alert-disposition.entity.js';
import { AlertsQueries } from './alerts.queries.js';
import { WorklistService } from './worklist.service.js';

/** The alerts of item 9, and what people did about them. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: AlertsQueries,
    private readonly worklist: WorklistService,
    private readonly events: ClinicEvents,
  ) {}

  listOpen(): Promise<readonly Alert[]> {
    return this.queries.list({ kind: 'open' });
  }

  /** The open alerts of a patient, and those raised since, with what was done. */
  listOfPatient(patientId: string, since: Date): Promise<readonly Alert[]> {
    return this.queries.list({ kind: 'patient', patientId, since });
  }

  async dispose(alertId: string, disposition: NewDisposition): Promise<Alert> {
    const found = await this.get(alertId);
    const { manager, clinic, principal } = this.context;
    this.context.touch(found.patientId);
    await manager.insert(AlertDispositionEntity, {
      clinicId: clinic.id,
      id: newId(),
      alertId,
      patientId: found.patientId,
      cssrsLevel: disposition.cssrsLevel,
      safetyPlanReviewed: disposition.safetyPlanReviewed,
      decision: disposition.decision,
      note: disposition.note,
      recordedBy: principal.accountId,
      recordedAt: this.clock.now(),
    });
    await this.events.announce({ kind: 'alerts', patientId: found.patientId });
    const now = await this.get(alertId);
    if (!now.open) await this.worklist.resolveWithItemNine(alertId);
    return now;
  }

  private async get(alertId: string): Promise<Alert> {
    const [found] = await this.queries.list({ kind: 'one', alertId });
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }
}
