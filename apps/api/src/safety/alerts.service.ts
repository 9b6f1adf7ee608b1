import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Alert, NewDisposition } from '@courseline/contracts';
import {
  AnswersObservers,
  type AnswersObserver,
  type AnswersSeen,
} from '../assessments/answers-observers.js';
import { newId } from '../database/ids.js';
import { ClinicEvents } from '../events/clinic-events.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { AlertDispositionEntity } from './alert-disposition.entity.js';
import { AlertsQueries } from './alerts.queries.js';
import { alertFor, ITEM_9_RULE_VERSION } from './item-9-rule.js';

/** Raises alerts with the answers that cause them, and keeps what people did about them. */
@Injectable()
export class AlertsService implements AnswersObserver, OnModuleInit {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: AlertsQueries,
    private readonly observers: AnswersObservers,
    private readonly events: ClinicEvents,
  ) {}

  onModuleInit(): void {
    this.observers.add(this);
  }

  /** Exactly one alert for each form, revision, rule and value, however often the same answer is saved. */
  async answersSeen(answers: AnswersSeen): Promise<void> {
    const raised = alertFor(answers);
    if (raised === null) return;
    const { clinic, principal } = this.context;
    // No conflict target: naming one would ask for the right to read alerts, which a patient does not have.
    const added = await this.context.execute(
      `insert into alert (clinic_id, id, patient_id, rule, rule_version, level, assessment_id, assessment_n, value,
                          historical, way, raised_by, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict do nothing`,
      [
        clinic.id,
        newId(),
        answers.patientId,
        raised.rule,
        ITEM_9_RULE_VERSION,
        raised.level,
        answers.assessmentId,
        answers.n,
        raised.value,
        answers.historical,
        answers.way,
        principal.accountId,
        this.clock.now(),
      ],
    );
    if (added > 0 && !answers.historical)
      await this.events.announce({ kind: 'alerts', patientId: answers.patientId });
  }

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
    return this.get(alertId);
  }

  private async get(alertId: string): Promise<Alert> {
    const [found] = await this.queries.list({ kind: 'one', alertId });
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }
}
