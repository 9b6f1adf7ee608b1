import { Injectable } from '@nestjs/common';
import type { OwnSafetyPlan, SafetyPlan, SafetyPlanChange } from '@courseline/contracts';
import { z } from 'zod';
import { dayIn } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';

const revisionRow = z.object({
  n: z.number(),
  warning_signs: z.string().nullable(),
  what_helps: z.string().nullable(),
  people: z.string().nullable(),
  professionals: z.string().nullable(),
  safe_place: z.string().nullable(),
  reasons_to_live: z.string().nullable(),
  review_on: z.string(),
  by_name: z.string(),
  recorded_at: z.date(),
});
type RevisionRow = z.infer<typeof revisionRow>;

/** Safety plans in the patient's own words: staff write them down with the patient, who reads them at any time. */
@Injectable()
export class SafetyPlans {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async read(patientId: string): Promise<SafetyPlan> {
    await this.touchVisible(patientId);
    const revisions = await this.list(patientId);
    const [current] = revisions;
    return {
      version: current?.n ?? 0,
      isReviewOverdue: current !== undefined && current.review_on < this.today(),
      revisions: revisions.map((row) => ({
        n: row.n,
        ...partsOf(row),
        reviewOn: row.review_on,
        byName: row.by_name,
        at: row.recorded_at.toISOString(),
      })),
    };
  }

  /** A change or a review: both are a version of their own. */
  async write(patientId: string, expectedN: number, plan: SafetyPlanChange): Promise<SafetyPlan> {
    const { version } = await this.read(patientId);
    if (version !== expectedN) throw new DomainError('version-conflict', { extra: { version } });
    if (plan.reviewOn < this.today()) {
      throw new DomainError('rule-violated', {
        errors: [{ pointer: '/reviewOn', detail: 'Choose today or a later day.' }],
      });
    }
    const written = await this.context.execute(
      `insert into safety_plan_revision (clinic_id, patient_id, n, warning_signs, what_helps, people, professionals,
         safe_place, reasons_to_live, review_on, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      [
        this.context.clinic.id,
        patientId,
        expectedN + 1,
        plan.warningSigns,
        plan.whatHelps,
        plan.people,
        plan.professionals,
        plan.safePlace,
        plan.reasonsToLive,
        plan.reviewOn,
        this.context.principal.accountId,
        this.clock.now(),
      ],
    );
    if (written === 0) throw new DomainError('version-conflict');
    return this.read(patientId);
  }

  /** The patient's own, as it is in force. */
  async readOwn(): Promise<OwnSafetyPlan> {
    const { patientId } = this.context.principal;
    if (patientId === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    const [current] = await this.list(patientId);
    if (current === undefined) return { plan: null };
    const writtenOn = dayIn(this.context.clinic.timeZone, current.recorded_at);
    return { plan: { ...partsOf(current), writtenOn } };
  }

  private list(patientId: string): Promise<RevisionRow[]> {
    return this.context.query(
      revisionRow,
      `select r.n, r.warning_signs, r.what_helps, r.people, r.professionals, r.safe_place, r.reasons_to_live, r.review_on,
              r.recorded_at, coalesce(m.name, '') as by_name
         from safety_plan_revision r
         left join member_name m on m.clinic_id = r.clinic_id and m.account_id = r.recorded_by
        where r.clinic_id = $1 and r.patient_id = $2 order by r.n desc`,
      [this.context.clinic.id, patientId],
    );
  }

  private async touchVisible(patientId: string): Promise<void> {
    const found = await this.context.find(
      z.object({ id: z.string() }),
      `select id from current_patient where clinic_id = $1 and id = $2`,
      [this.context.clinic.id, patientId],
    );
    if (found === null) throw new DomainError('not-found');
    this.context.touch(patientId);
  }

  private today(): string {
    return dayIn(this.context.clinic.timeZone, this.clock.now());
  }
}

function partsOf(row: RevisionRow) {
  return {
    warningSigns: row.warning_signs,
    whatHelps: row.what_helps,
    people: row.people,
    professionals: row.professionals,
    safePlace: row.safe_place,
    reasonsToLive: row.reasons_to_live,
  };
}
