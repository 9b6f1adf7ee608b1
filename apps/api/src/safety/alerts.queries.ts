import { Injectable } from '@nestjs/common';
import {
  alertLevels,
  alertRules,
  assessmentWays,
  dispositionDecisions,
  leavesAlertOpen,
  type Alert,
} from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { z } from 'zod';
import { RequestContext } from '../http/request-context.js';

const alertRowSchema = z.object({
  id: z.string(),
  patient_id: z.string(),
  patient_name: z.string(),
  rule: z.enum(alertRules),
  level: z.enum(alertLevels),
  value: z.number().nullable(),
  way: z.enum(assessmentWays),
  raised_at: z.date(),
  assessment_id: z.string(),
  session_id: z.string().nullable(),
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

/** Which alerts to read: all open ones, one by id, or those of one patient since an instant and the open ones. */
export type AlertFilter =
  | { readonly kind: 'open' }
  | { readonly kind: 'one'; readonly alertId: string }
  | { readonly kind: 'patient'; readonly patientId: string; readonly since: Date };

/** Reads of alerts with what was done about them. */
@Injectable()
export class AlertsQueries {
  constructor(private readonly context: RequestContext) {}

  async list(filter: AlertFilter): Promise<readonly Alert[]> {
    const { condition, values } = conditionOf(filter);
    const rows = await this.context.query(
      alertRowSchema,
      `select a.id, a.patient_id, concat_ws(', ', nullif(p.family_name, ''), nullif(p.given_name, '')) as patient_name,
              a.rule, a.level, a.value, a.way, a.raised_at, a.assessment_id,
              coalesce(s.session_id, d.session_id) as session_id, coalesce(done.list, '[]') as dispositions
         from alert a
         join current_patient p on p.clinic_id = a.clinic_id and p.id = a.patient_id
         left join assessment s on s.clinic_id = a.clinic_id and s.id = a.assessment_id
         left join session_draft d on d.clinic_id = a.clinic_id and d.patient_id = a.patient_id
           and d.body->'assessmentIds'->>'phq-9' = a.assessment_id::text
         left join lateral (
           select json_agg(json_build_object('id', x.id, 'cssrs_level', x.cssrs_level,
                    'safety_plan_reviewed', x.safety_plan_reviewed, 'decision', x.decision, 'note', x.note,
                    'by_name', coalesce(m.name, ''), 'at', x.recorded_at) order by x.recorded_at) as list,
                  bool_or(not (x.decision = any ($2))) as closed
             from alert_disposition x
             left join member_name m on m.clinic_id = x.clinic_id and m.account_id = x.recorded_by
            where x.clinic_id = a.clinic_id and x.alert_id = a.id) done on true
        where a.clinic_id = $1 and not a.historical and a.rule in ('item-9', 'item-9-declined') and ${condition}
        order by a.level = 'red' desc, a.raised_at, a.id`,
      [this.context.clinic.id, leavesAlertOpen, ...values],
    );
    return rows.map(toAlert);
  }
}

const OPEN = 'done.closed is not true';

function conditionOf(filter: AlertFilter): { condition: string; values: readonly unknown[] } {
  switch (filter.kind) {
    case 'open':
      return { condition: OPEN, values: [] };
    case 'one':
      return { condition: 'a.id = $3', values: [filter.alertId] };
    case 'patient':
      return {
        condition: `a.patient_id = $3 and (${OPEN} or a.raised_at >= $4)`,
        values: [filter.patientId, filter.since],
      };
  }
}

function toAlert(row: z.infer<typeof alertRowSchema>): Alert {
  const options = getInstrument('phq-9').options;
  return {
    id: row.id,
    patientId: row.patient_id,
    patientName: row.patient_name,
    rule: row.rule,
    level: row.level,
    value: row.value,
    answer: options.find((option) => option.value === row.value)?.label ?? null,
    way: row.way,
    raisedAt: row.raised_at.toISOString(),
    assessmentId: row.assessment_id,
    sessionId: row.session_id,
    open: row.dispositions.every((disposition) => leavesAlertOpen.includes(disposition.decision)),
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
