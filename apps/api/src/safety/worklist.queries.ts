import { Injectable } from '@nestjs/common';
import {
  alertFactsSchema,
  alertLevels,
  alertOutcomes,
  alertStates,
  assessmentWays,
  dispositionDecisions,
  MOST_RESOLVED,
  safetyRuleIds,
  type WorklistAlert,
} from '@courseline/contracts';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';
import { ruleDefinition } from './rules/catalogue.js';

const alertRow = z.object({
  id: z.string(),
  patient_id: z.string(),
  patient_name: z.string(),
  rule: z.enum(safetyRuleIds),
  level: z.enum(alertLevels),
  value: z.number().nullable(),
  facts: z.record(z.string(), z.unknown()),
  way: z.enum([...assessmentWays, 'schedule']),
  raised_at: z.date(),
  assessment_id: z.string().nullable(),
  session_id: z.string().nullable(),
  state: z.enum(alertStates),
  acknowledged_at: z.date().nullable(),
  escalated_at: z.date().nullable(),
  resolved_at: z.date().nullable(),
  owner_id: z.string().nullable(),
  owner_name: z.string().nullable(),
  events: z.array(
    z.object({
      kind: z.enum(['acknowledged', 'assigned', 'escalated', 'resolved']),
      at: z.string(),
      by_name: z.string().nullable(),
      owner_name: z.string().nullable(),
      outcome: z.enum([...alertOutcomes, 'done-with-item-9']).nullable(),
      note: z.string().nullable(),
    }),
  ),
  dispositions: z.array(
    z.object({
      id: z.string(),
      cssrs_level: z.number().nullable(),
      safety_plan_reviewed: z.boolean(),
      decision: z.enum(dispositionDecisions),
      note: z.string().nullable(),
      by_name: z.string(),
      at: z.string(),
    }),
  ),
});

/** Which alerts to read. */
export type WorklistFilter =
  | { readonly kind: 'unresolved' }
  | { readonly kind: 'one'; readonly alertId: string }
  | {
      readonly kind: 'resolved';
      readonly since: Date;
      readonly until: Date;
      readonly rule: string | null;
      readonly patientId: string | null;
    };

const summaryRow = z.object({ unresolved: z.number(), open_red: z.number() });

/** Reads of alerts of every rule with what was done about them. */
@Injectable()
export class WorklistQueries {
  constructor(private readonly context: RequestContext) {}

  async list(filter: WorklistFilter): Promise<readonly WorklistAlert[]> {
    const { condition, values, order } = conditionOf(filter);
    const rows = await this.context.query(
      alertRow,
      `select a.id, a.patient_id, concat_ws(', ', nullif(p.family_name, ''), nullif(p.given_name, '')) as patient_name,
              a.rule, a.level, a.value, a.facts, a.way, a.raised_at, f.id as assessment_id,
              case when a.cause in ('session', 'reading') then a.subject_id else coalesce(f.session_id, d.session_id) end as session_id,
              s.state, s.acknowledged_at, s.escalated_at, s.resolved_at, s.owner_id, o.name as owner_name,
              coalesce(happened.list, '[]') as events, coalesce(done.list, '[]') as dispositions
         from alert_state s
         join alert a on a.clinic_id = s.clinic_id and a.id = s.alert_id
         join current_patient p on p.clinic_id = a.clinic_id and p.id = a.patient_id
         left join assessment f on f.clinic_id = a.clinic_id and f.id = a.assessment_id
         left join session_draft d on d.clinic_id = a.clinic_id and d.patient_id = a.patient_id
           and d.body->'assessmentIds'->>'phq-9' = a.assessment_id::text
         left join member_name o on o.clinic_id = s.clinic_id and o.account_id = s.owner_id
         left join lateral (
           select json_agg(json_build_object('kind', x.kind, 'at', x.recorded_at, 'by_name', m.name, 'owner_name', w.name,
                    'outcome', x.outcome, 'note', x.note) order by x.recorded_at, x.id) as list
             from alert_event x
             left join member_name m on m.clinic_id = x.clinic_id and m.account_id = x.recorded_by
             left join member_name w on w.clinic_id = x.clinic_id and w.account_id = x.owner_id
            where x.clinic_id = a.clinic_id and x.alert_id = a.id) happened on true
         left join lateral (
           select json_agg(json_build_object('id', x.id, 'cssrs_level', x.cssrs_level,
                    'safety_plan_reviewed', x.safety_plan_reviewed, 'decision', x.decision, 'note', x.note,
                    'by_name', coalesce(m.name, ''), 'at', x.recorded_at) order by x.recorded_at) as list
             from alert_disposition x
             left join member_name m on m.clinic_id = x.clinic_id and m.account_id = x.recorded_by
            where x.clinic_id = a.clinic_id and x.alert_id = a.id) done on true
        where s.clinic_id = $1 and ${condition}
        order by ${order}`,
      [this.context.clinic.id, ...values],
    );
    return rows.map(toAlert);
  }

  async countResolved(filter: WorklistFilter & { kind: 'resolved' }): Promise<number> {
    const { condition, values } = conditionOf(filter);
    const found = await this.context.find(
      z.object({ count: z.number() }),
      `select count(*)::integer as count from alert_state s
         join alert a on a.clinic_id = s.clinic_id and a.id = s.alert_id
        where s.clinic_id = $1 and ${condition}`,
      [this.context.clinic.id, ...values],
    );
    return found?.count ?? 0;
  }

  async summary(): Promise<{ readonly unresolved: number; readonly openRed: number }> {
    const found = await this.context.find(
      summaryRow,
      `select count(*)::integer as unresolved,
              count(*) filter (where s.state = 'open' and a.level = 'red')::integer as open_red
         from alert_state s
         join alert a on a.clinic_id = s.clinic_id and a.id = s.alert_id
         join current_patient p on p.clinic_id = a.clinic_id and p.id = a.patient_id
        where s.clinic_id = $1 and s.state <> 'resolved'`,
      [this.context.clinic.id],
    );
    return { unresolved: found?.unresolved ?? 0, openRed: found?.open_red ?? 0 };
  }
}

function conditionOf(filter: WorklistFilter): {
  condition: string;
  values: readonly unknown[];
  order: string;
} {
  switch (filter.kind) {
    case 'unresolved':
      return {
        condition: `s.state <> 'resolved'`,
        values: [],
        order: `s.state = 'acknowledged', a.level = 'amber', a.raised_at, a.id`,
      };
    case 'one':
      return { condition: 's.alert_id = $2', values: [filter.alertId], order: 'a.id' };
    case 'resolved':
      return {
        condition: `s.state = 'resolved' and s.resolved_at >= $2 and s.resolved_at < $3
          and ($4::text is null or a.rule = $4) and ($5::uuid is null or a.patient_id = $5)`,
        values: [filter.since, filter.until, filter.rule, filter.patientId],
        order: `s.resolved_at desc, a.id limit ${MOST_RESOLVED}`,
      };
  }
}

function toAlert(row: z.infer<typeof alertRow>): WorklistAlert {
  const { title, handling } = ruleDefinition(row.rule);
  const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;
  return {
    id: row.id,
    patientId: row.patient_id,
    patientName: row.patient_name,
    rule: row.rule,
    title,
    handling,
    level: row.level,
    // Alerts of item 9 keep their answer as a value: the first of them are older than the facts.
    facts:
      'kind' in row.facts
        ? alertFactsSchema.parse(row.facts)
        : { kind: 'item-9', value: row.value, from: null },
    way: row.way,
    raisedAt: row.raised_at.toISOString(),
    assessmentId: row.assessment_id,
    sessionId: row.session_id,
    state: row.state,
    acknowledgedAt: iso(row.acknowledged_at),
    escalatedAt: iso(row.escalated_at),
    resolvedAt: iso(row.resolved_at),
    owner: row.owner_id === null ? null : { accountId: row.owner_id, name: row.owner_name ?? '' },
    events: row.events.map((event) => ({
      kind: event.kind,
      at: new Date(event.at).toISOString(),
      byName: event.by_name,
      ownerName: event.owner_name,
      outcome: event.outcome,
      note: event.note,
    })),
    dispositions: row.dispositions.map((disposition) => ({
      id: disposition.id,
      cssrsLevel: disposition.cssrs_level,
      safetyPlanReviewed: disposition.safety_plan_reviewed,
      decision: disposition.decision,
      note: disposition.note,
      byName: disposition.by_name,
      at: new Date(disposition.at).toISOString(),
    })),
  };
}
