import { Injectable } from '@nestjs/common';
import {
  instrumentIdSchema,
  type CheckInPlanChange,
  type CheckInTemplate,
  type CourseCheckInPlan,
  type CourseCheckIns,
} from '@courseline/contracts';
import { defaultCheckInPlan, type CheckInPlan } from '@courseline/treatment';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { CheckInPlansQueries, type CheckInPlanRow } from './check-in-plans.queries.js';
import { CheckInReader, type PlannedCheckIns } from './check-in-reader.js';
import { CheckInTemplateEntity } from './check-in-template.entity.js';
import { CourseCheckInPlanEntity } from './course-check-in-plan.entity.js';

type Moments = CheckInTemplate['moments'];

/** What is asked when: the template of the clinic and the plans of its courses. */
@Injectable()
export class CheckInPlansService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: CheckInPlansQueries,
    private readonly reader: CheckInReader,
  ) {}

  async template(): Promise<CheckInTemplate> {
    const versions = await this.queries.listTemplates();
    const [current] = versions;
    return {
      version: current?.n ?? 0,
      moments: current?.moments ?? momentsOf(defaultCheckInPlan),
      history: versions.map((row) => ({
        version: row.n,
        reason: row.reason,
        byName: row.by_name,
        recordedAt: row.recorded_at.toISOString(),
      })),
    };
  }

  async changeTemplate(change: CheckInPlanChange, expected: number): Promise<CheckInTemplate> {
    await this.context.bumpClinicVersion();
    const { version } = await this.template();
    if (version !== expected) throw new DomainError('version-conflict', { extra: { version } });
    await this.context.manager.insert(CheckInTemplateEntity, {
      clinicId: this.context.clinic.id,
      n: version + 1,
      ...change,
      recordedBy: this.context.principal.accountId,
      recordedAt: this.clock.now(),
    });
    return this.template();
  }

  async plan(courseId: string): Promise<CourseCheckInPlan> {
    const row = await this.planRow(courseId);
    this.context.touch(row.patient_id);
    return { courseId, ...planOf(row) };
  }

  async changePlan(
    courseId: string,
    change: CheckInPlanChange,
    expected: number,
  ): Promise<CourseCheckInPlan> {
    await this.context.bumpClinicVersion();
    const row = await this.planRow(courseId);
    this.context.touch(row.patient_id);
    if (row.n !== expected) throw new DomainError('version-conflict', { extra: { version: row.n } });
    await this.context.manager.insert(CourseCheckInPlanEntity, {
      clinicId: this.context.clinic.id,
      courseId,
      patientId: row.patient_id,
      n: row.n + 1,
      ...change,
      recordedBy: this.context.principal.accountId,
      recordedAt: this.clock.now(),
    });
    return this.plan(courseId);
  }

  async checkIns(courseId: string): Promise<CourseCheckIns> {
    const planned = await this.reader.read(courseId);
    if (planned === null) throw new DomainError('not-found');
    this.context.touch(planned.patientId);
    return {
      courseId,
      patientId: planned.patientId,
      plan: planOf(planned.row),
      occurrences: occurrencesOf(planned),
    };
  }

  /** Nobody plans check-ins for a course that is out of the record, or without sessions. */
  private async planRow(courseId: string): Promise<CheckInPlanRow> {
    const planned = await this.reader.read(courseId);
    if (planned === null) throw new DomainError('not-found');
    return planned.row;
  }
}

function planOf(row: CheckInPlanRow): CourseCheckIns['plan'] {
  return {
    version: row.n,
    source: row.source,
    moments: row.moments ?? momentsOf(defaultCheckInPlan),
    changed:
      row.reason === null || row.recorded_at === null
        ? null
        : { reason: row.reason, byName: row.by_name ?? '', recordedAt: row.recorded_at.toISOString() },
  };
}

function momentsOf(plan: CheckInPlan): Moments {
  return plan.map((moment) => ({
    ...moment,
    instruments: moment.instruments.map((instrument) => instrumentIdSchema.parse(instrument)),
  }));
}

function occurrencesOf({ occurrences, forms }: PlannedCheckIns): CourseCheckIns['occurrences'] {
  const byId = new Map(forms.map((form) => [form.id, form]));
  const iso = (at: number): string => new Date(at).toISOString();
  return occurrences.map(({ formId, ...each }) => {
    const form = formId === null ? undefined : byId.get(formId);
    return {
      ...each,
      instrument: instrumentIdSchema.parse(each.instrument),
      opensAt: iso(each.opensAt),
      dueAt: iso(each.dueAt),
      closesAt: iso(each.closesAt),
      heldUntil: each.heldUntil === null ? null : iso(each.heldUntil),
      form:
        form === undefined
          ? null
          : { id: form.id, onDate: form.on_date, at: form.at?.toISOString() ?? null, way: form.way },
    };
  });
}
