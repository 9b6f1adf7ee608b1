import { Injectable } from '@nestjs/common';
import {
  resolvedWithoutAction,
  safetyRuleIds,
  type Ledger,
  type LedgerLine,
  type LedgerQuery,
} from '@courseline/contracts';
import { z } from 'zod';
import { addDays, instantAt } from '../clinics/clinic-calendar.js';
import { RequestContext } from '../http/request-context.js';

const lineRow = z.object({
  rule: z.enum(safetyRuleIds),
  fired: z.number(),
  resolved: z.number(),
  without_action: z.number(),
  acknowledged: z.number(),
  open: z.number(),
  escalated: z.number(),
  median_minutes: z.number().nullable(),
  ninetieth_minutes: z.number().nullable(),
});

/** What became of the alerts of a period, rule by rule. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly context: RequestContext) {}

  /** By the day on which they were raised, in the clinic's zone. A rule that did not fire has a line of zeros. */
  async read({ from, to }: LedgerQuery): Promise<Ledger> {
    const { timeZone } = this.context.clinic;
    const rows = await this.context.query(
      lineRow,
      `select a.rule, count(*)::integer as fired,
              count(*) filter (where s.state = 'resolved')::integer as resolved,
              count(*) filter (where s.state = 'resolved' and how.outcome = any ($4))::integer as without_action,
              count(*) filter (where s.state = 'acknowledged')::integer as acknowledged,
              count(*) filter (where s.state = 'open')::integer as open,
              count(*) filter (where s.escalated_at is not null)::integer as escalated,
              percentile_cont(0.5) within group (order by taken.minutes) as median_minutes,
              percentile_cont(0.9) within group (order by taken.minutes) as ninetieth_minutes
         from alert_state s
         join alert a on a.clinic_id = s.clinic_id and a.id = s.alert_id
         left join lateral (
           select coalesce(
             (select x.outcome from alert_event x
               where x.clinic_id = a.clinic_id and x.alert_id = a.id and x.kind = 'resolved'),
             (select x.decision from alert_disposition x
               where x.clinic_id = a.clinic_id and x.alert_id = a.id and x.decision <> 'could-not-reach'
               order by x.recorded_at limit 1)) as outcome) how on true
         cross join lateral (
           select (extract(epoch from s.acknowledged_at - a.raised_at) / 60)::double precision as minutes) taken
        where s.clinic_id = $1 and a.raised_at >= $2 and a.raised_at < $3
        group by a.rule`,
      [
        this.context.clinic.id,
        instantAt(timeZone, from, '00:00'),
        instantAt(timeZone, addDays(to, 1), '00:00'),
        resolvedWithoutAction,
      ],
    );
    const byRule = new Map(rows.map((row) => [row.rule, row]));
    return { from, to, lines: safetyRuleIds.map((rule) => toLine(rule, byRule.get(rule))) };
  }
}

function toLine(rule: (typeof safetyRuleIds)[number], row: z.infer<typeof lineRow> | undefined): LedgerLine {
  return {
    rule,
    fired: row?.fired ?? 0,
    ledToAction: (row?.resolved ?? 0) - (row?.without_action ?? 0),
    withoutAction: row?.without_action ?? 0,
    acknowledged: row?.acknowledged ?? 0,
    open: row?.open ?? 0,
    escalated: row?.escalated ?? 0,
    medianMinutes: row?.median_minutes ?? null,
    ninetiethMinutes: row?.ninetieth_minutes ?? null,
  };
}
