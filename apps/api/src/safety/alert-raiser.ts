import { Injectable } from '@nestjs/common';
import type { AlertFacts, AssessmentWay, SafetyRuleId } from '@courseline/contracts';
import { newId } from '../database/ids.js';
import { ClinicEvents } from '../events/clinic-events.js';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';

/** What caused an alert: one alert for each cause and rule, however often it is said. */
export type AlertCause =
  | { readonly cause: 'form'; readonly assessmentId: string; readonly n: number }
  | { readonly cause: 'session' | 'course'; readonly subjectId: string }
  /** A reading of a session, known by its place in it and its value; what was absent, by its day. */
  | { readonly cause: 'reading' | 'absence'; readonly subjectId: string; readonly key: string };

export interface AlertToRaise {
  readonly patientId: string;
  readonly rule: SafetyRuleId;
  readonly ruleVersion: string;
  readonly level: 'red' | 'amber';
  readonly cause: AlertCause;
  /** The answer to item 9: each of its answers is a cause of its own. */
  readonly value: number | null;
  readonly facts: AlertFacts | null;
  /** The clinic's numbers that made it. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly way: AssessmentWay;
  readonly historical: boolean;
}

/** Writes alerts in the transaction of what caused them. */
@Injectable()
export class AlertRaiser {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly events: ClinicEvents,
  ) {}

  /** Whether it is new. */
  async raise(alert: AlertToRaise): Promise<boolean> {
    const { cause } = alert;
    // No conflict target: naming one would ask for the right to read alerts, which a patient does not have.
    const added = await this.context.execute(
      `insert into alert (clinic_id, id, patient_id, rule, rule_version, level, cause, assessment_id, assessment_n,
                          subject_id, subject_key, value, facts, parameters, historical, way, raised_by, raised_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
       on conflict do nothing`,
      [
        this.context.clinic.id,
        newId(),
        alert.patientId,
        alert.rule,
        alert.ruleVersion,
        alert.level,
        cause.cause,
        cause.cause === 'form' ? cause.assessmentId : null,
        cause.cause === 'form' ? cause.n : null,
        cause.cause === 'form' ? null : cause.subjectId,
        'key' in cause ? cause.key : '',
        alert.value,
        JSON.stringify(alert.facts ?? {}),
        JSON.stringify(alert.parameters),
        alert.historical,
        alert.way,
        this.context.principal.accountId,
        this.clock.now(),
      ],
    );
    if (added === 0) return false;
    await this.events.announce({ kind: 'alerts', patientId: alert.patientId });
    return true;
  }
}
