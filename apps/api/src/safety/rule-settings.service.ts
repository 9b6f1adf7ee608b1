import { Injectable } from '@nestjs/common';
import type {
  EscalationChange,
  EscalationSettings,
  RuleChange,
  SafetyRule,
  SafetyRuleId,
} from '@courseline/contracts';
import { z } from 'zod';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { escalationColumns, escalationRow, toEscalationTimes } from './escalation-row.js';
import { RuleSettingsQueries } from './rule-settings.queries.js';
import { ruleDefinition, safetyRules, triggerWords } from './rules/catalogue.js';
import { STANDARD_ESCALATION } from './rules/escalation-due.js';

const escalationRevisionRow = escalationRow.extend({
  reason: z.string(),
  by_name: z.string(),
  recorded_at: z.date(),
});

/** The rules as the clinic has them, with who changed what and why. */
@Injectable()
export class RuleSettings {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: RuleSettingsQueries,
  ) {}

  async list(): Promise<readonly SafetyRule[]> {
    const revisions = await this.queries.listRevisions();
    const inForce = await this.queries.inForce();
    return safetyRules.map((definition) => {
      const { enabled, values, n } = inForce(definition.id);
      return {
        id: definition.id,
        definition: definition.version,
        title: definition.title,
        level: definition.level,
        trigger: triggerWords(definition, values),
        handling: definition.handling,
        source: definition.source,
        parameters: [...definition.parameters],
        mayBeOff: definition.mayBeOff,
        enabled,
        values: { ...values },
        version: n,
        history: revisions
          .filter(({ rule }) => rule === definition.id)
          .map((row) => ({
            n: row.n,
            enabled: row.enabled,
            parameters: row.parameters,
            reason: row.reason,
            byName: row.by_name,
            at: row.recorded_at.toISOString(),
          })),
      };
    });
  }

  async change(rule: SafetyRuleId, expectedN: number, change: RuleChange): Promise<SafetyRule> {
    refuseWrong(rule, change);
    const current = (await this.queries.inForce())(rule).n;
    if (current !== expectedN) throw new DomainError('version-conflict', { extra: { version: current } });
    const { enabled, parameters, reason } = change;
    const added = await this.context.execute(
      `insert into alert_rule_revision (clinic_id, rule, n, enabled, parameters, reason, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [
        this.context.clinic.id,
        rule,
        expectedN + 1,
        enabled,
        JSON.stringify(parameters),
        reason,
        this.context.principal.accountId,
        this.clock.now(),
      ],
    );
    if (added === 0) throw new DomainError('version-conflict');
    this.context.note('rule', rule);
    const changed = (await this.list()).find(({ id }) => id === rule);
    if (changed === undefined) throw new DomainError('not-found');
    return changed;
  }

  async escalation(): Promise<EscalationSettings> {
    const own = await this.context.find(
      escalationRevisionRow,
      `select ${escalationColumns}, r.reason, r.recorded_at, coalesce(m.name, '') as by_name
         from escalation_revision r
         left join member_name m on m.clinic_id = r.clinic_id and m.account_id = r.recorded_by
        where r.clinic_id = $1 order by r.n desc limit 1`,
      [this.context.clinic.id],
    );
    const times = own === null ? STANDARD_ESCALATION : toEscalationTimes(own);
    return {
      ...times,
      weekdays: [...times.weekdays],
      version: own?.n ?? 0,
      reason: own?.reason ?? null,
      byName: own?.by_name ?? null,
      at: own?.recorded_at.toISOString() ?? null,
    };
  }

  async changeEscalation(expectedN: number, change: EscalationChange): Promise<EscalationSettings> {
    const { version } = await this.escalation();
    if (version !== expectedN) throw new DomainError('version-conflict', { extra: { version } });
    const added = await this.context.execute(
      `insert into escalation_revision (clinic_id, n, red_minutes, amber_working_days, weekdays, opens, closes,
         red_when_closed, reason, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [
        this.context.clinic.id,
        expectedN + 1,
        change.redMinutes,
        change.amberWorkingDays,
        change.weekdays.toSorted(),
        change.opens,
        change.closes,
        change.redWhenClosed,
        change.reason,
        this.context.principal.accountId,
        this.clock.now(),
      ],
    );
    if (added === 0) throw new DomainError('version-conflict');
    return this.escalation();
  }
}

/** Every number of the rule, each within its bounds, and none that is not its own. */
function refuseWrong(rule: SafetyRuleId, { enabled, parameters }: RuleChange): void {
  const definition = ruleDefinition(rule);
  const errors = definition.parameters.flatMap(({ name, from, to }) => {
    const value = parameters[name];
    return value !== undefined && value >= from && value <= to
      ? []
      : [{ pointer: `/parameters/${name}`, detail: `A whole number from ${from} to ${to}.` }];
  });
  const own = new Set(definition.parameters.map(({ name }) => name));
  for (const name of Object.keys(parameters)) {
    if (!own.has(name)) {
      errors.push({ pointer: `/parameters/${name}`, detail: 'The rule has no such number.' });
    }
  }
  if (!enabled && !definition.mayBeOff) {
    errors.push({ pointer: '/enabled', detail: 'This rule can never be switched off.' });
  }
  if (errors.length > 0) throw new DomainError('rule-violated', { errors });
}
