import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';
import { rulesInForce } from './rules/catalogue.js';
import type { RulesInForce } from './rules/rule-definition.js';

const overrideRow = z.object({
  rule: z.string(),
  n: z.number(),
  enabled: z.boolean(),
  parameters: z.record(z.string(), z.number()),
});
const revisionRow = overrideRow.extend({ reason: z.string(), by_name: z.string(), recorded_at: z.date() });
export type RuleRevisionRow = z.infer<typeof revisionRow>;

/** The clinic's own versions of the rules. */
@Injectable()
export class RuleSettingsQueries {
  constructor(private readonly context: RequestContext) {}

  async inForce(): Promise<RulesInForce> {
    const rows = await this.context.query(
      overrideRow,
      `select distinct on (rule) rule, n, enabled, parameters from alert_rule_revision
        where clinic_id = $1 order by rule, n desc`,
      [this.context.clinic.id],
    );
    return rulesInForce(rows);
  }

  /** Every change of the clinic, the newest first. */
  listRevisions(): Promise<readonly RuleRevisionRow[]> {
    return this.context.query(
      revisionRow,
      `select r.rule, r.n, r.enabled, r.parameters, r.reason, r.recorded_at, coalesce(m.name, '') as by_name
         from alert_rule_revision r
         left join member_name m on m.clinic_id = r.clinic_id and m.account_id = r.recorded_by
        where r.clinic_id = $1 order by r.rule, r.n desc`,
      [this.context.clinic.id],
    );
  }
}
