import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';
import { AlertRaiser, type AlertCause } from './alert-raiser.js';
import { RuleSettingsQueries } from './rule-settings.queries.js';
import { fire, type FiredRule } from './rules/rule-definition.js';
import { doseAlerts, readingAlerts, sideEffectAlerts, type ReadingSeen } from './rules/session-rules.js';

/** A reading with what tells it apart from every other of its session, such as its row or its id. */
export interface ReadingInPlace extends ReadingSeen {
  readonly place: string;
}

interface OfSession {
  readonly sessionId: string;
  readonly patientId: string;
  readonly way: 'patient' | 'staff';
}

/** As many sessions as the longest rule looks at. */
const MOST_SESSIONS = 4;

const sessionRow = z.object({ id: z.string(), phase: z.string(), codes: z.array(z.string()) });

/** Raises the alerts that a session causes: call it in the transaction that stores what is told. */
@Injectable()
export class SessionAlerts {
  constructor(
    private readonly context: RequestContext,
    private readonly raiser: AlertRaiser,
    private readonly settings: RuleSettingsQueries,
  ) {}

  /** Readings as they are entered; said again, the same reading in the same place raises nothing new. */
  async readingsSeen(session: OfSession, readings: readonly ReadingInPlace[]): Promise<void> {
    if (readings.length === 0) return;
    const rules = await this.settings.inForce();
    for (const reading of readings) {
      const key = [reading.place, reading.kind, reading.value, reading.diastolic ?? ''].join('/');
      const cause = { cause: 'reading', subjectId: session.sessionId, key } as const;
      await this.raise(readingAlerts(reading, rules), cause, session);
    }
  }

  /** Side effects in a session that is not signed yet: what needs somebody now does not wait for the signature. */
  async sideEffectsEntered(session: OfSession, codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    const fired = sideEffectAlerts([{ codes: new Set(codes) }], await this.settings.inForce());
    await this.raise(fired, { cause: 'session', subjectId: session.sessionId }, session);
  }

  /** A dose given, and the side effects told of its session so far, by staff and by the patient. */
  async sessionTold(session: OfSession): Promise<void> {
    const sessions = await this.context.query(
      sessionRow,
      `select s.id, s.phase, coalesce(told.codes, '{}') as codes
         from current_session own
         join current_session s on s.clinic_id = own.clinic_id and s.patient_id = own.patient_id
           and s.state in ('given', 'stopped-early')
           and (s.on_date, coalesce(s.started_at, s.recorded_at), s.id) <= (own.on_date, coalesce(own.started_at, own.recorded_at), own.id)
         left join lateral (
           select array_agg(code) as codes from (
             select e.code from side_effect e
              where e.clinic_id = s.clinic_id and e.session_id = s.id and e.n = s.n and e.severity > 0
             union select r.code from side_effect_report r
              where r.clinic_id = s.clinic_id and r.session_id = s.id and r.withdrawn_at is null and r.severity > 0) each) told on true
        where own.clinic_id = $1 and own.id = $2 and own.state in ('given', 'stopped-early')
        order by s.on_date desc, coalesce(s.started_at, s.recorded_at) desc, s.id desc limit ${MOST_SESSIONS}`,
      [this.context.clinic.id, session.sessionId],
    );
    const [own] = sessions;
    if (own === undefined) return;
    const rules = await this.settings.inForce();
    const effects = sideEffectAlerts(
      sessions.map(({ codes }) => ({ codes: new Set(codes) })),
      rules,
    );
    const fired = [...effects, ...doseAlerts(own.phase, rules)];
    await this.raise(fired, { cause: 'session', subjectId: session.sessionId }, session);
  }

  /** Somebody went home although stops held: which, and why. */
  async dischargeOverridden(
    session: OfSession,
    overrides: readonly { readonly rule: string; readonly reason: string }[],
  ): Promise<void> {
    if (overrides.length === 0) return;
    const rules = await this.settings.inForce();
    const facts = {
      kind: 'override',
      stops: overrides.map(({ rule }) => rule),
      reason: [...new Set(overrides.map(({ reason }) => reason))].join('; '),
    } as const;
    const fired = fire(rules('discharge-override'), facts);
    await this.raise(fired, { cause: 'session', subjectId: session.sessionId }, session);
  }

  private async raise(fired: readonly FiredRule[], cause: AlertCause, session: OfSession): Promise<void> {
    for (const { rule, level, facts } of fired) {
      await this.raiser.raise({
        patientId: session.patientId,
        rule: rule.id,
        ruleVersion: rule.version,
        level,
        cause,
        value: null,
        facts,
        parameters: rule.values,
        way: session.way,
        historical: false,
      });
    }
  }
}
