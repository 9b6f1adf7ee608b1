import { Injectable } from '@nestjs/common';
import {
  recallDaysOf,
  type NewOwnForm,
  type NewOwnSideEffect,
  type OwnAnswer,
  type OwnForm,
  type SubmittedOwnForm,
} from '@courseline/contracts';
import { getInstrument, scoreAssessment } from '@courseline/instruments';
import { findSideEffectTerm, HOURS_OF_GRACE } from '@courseline/treatment';
import { AnswerTrail, DIFFICULTY_ITEM } from '../assessments/answer-trail.js';
import { AnswersObservers } from '../assessments/answers-observers.js';
import { AssessmentPlacement } from '../assessments/assessment-placement.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { asksAboutNow } from '../check-in-plans/clinic-days.js';
import { dayIn } from '../clinics/clinic-calendar.js';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { SessionAlerts } from '../safety/session-alerts.service.js';
import { within } from './answer-intake.js';
import { AssessmentDraftEntity } from './assessment-draft.entity.js';
import { asksForCrisisPage, HARM_ITEM, isStale, toOwnForm, withAnswer } from './own-draft.js';
import { OwnRecordQueries, type OwnDraftRow } from './own-record.queries.js';
import { SideEffectReportEntity } from './side-effect-report.entity.js';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Forms that a patient fills in: each answer is saved as it is given, and what it says of harm is told at once. */
@Injectable()
export class OwnFormsService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: OwnRecordQueries,
    private readonly assessments: AssessmentsService,
    private readonly placement: AssessmentPlacement,
    private readonly observers: AnswersObservers,
    private readonly alerts: SessionAlerts,
    private readonly trail: AnswerTrail,
  ) {}

  /** Begins a form, or takes up the one begun. */
  async begin({ instrument, startedAt }: NewOwnForm): Promise<OwnForm> {
    const patientId = this.ownPatient();
    if (recallDaysOf(instrument) === null) {
      throw new DomainError('rule-violated', {
        errors: [{ pointer: '/instrument', detail: 'This form is not asked of patients.' }],
      });
    }
    const now = this.clock.now();
    const open = (await this.queries.listOpenDrafts()).find((draft) => draft.instrument === instrument);
    if (open !== undefined) {
      if (!isStale(open, now)) return toOwnForm(open);
      await this.queries.closeDraft(open, 'expired', now);
    }
    const definition = getInstrument(instrument);
    const began = startedAt === undefined ? now : within(new Date(startedAt), now);
    if (await this.queries.isHandedInSince(instrument, began)) {
      throw new DomainError('conflict', { detail: 'This form was handed in from another device meanwhile.' });
    }
    const id = newId();
    await this.context.manager.insert(AssessmentDraftEntity, {
      clinicId: this.context.clinic.id,
      id,
      patientId,
      courseId: null,
      sessionId: null,
      instrument: definition.id,
      instrumentVersion: definition.version,
      version: 1,
      answers: Array.from({ length: definition.itemCount }, () => null),
      seen: 0,
      difficulty: null,
      startedAt: began,
      updatedBy: this.context.principal.accountId,
      updatedAt: now,
      closedAt: null,
      closedAs: null,
    });
    return toOwnForm(await this.get(id));
  }

  async find(formId: string): Promise<OwnForm> {
    this.ownPatient();
    return toOwnForm(await this.get(formId));
  }

  async answer(formId: string, expectedVersion: number, { item, answer }: OwnAnswer): Promise<OwnForm> {
    const patientId = this.ownPatient();
    const draft = await this.getOpen(formId, expectedVersion);
    const definition = getInstrument(draft.instrument, draft.instrument_version);
    const now = this.clock.now();
    const changed = { ...withAnswer(definition, draft, item, answer), version: draft.version + 1 };
    if (!(await this.queries.saveDraft(changed, draft.version, now)))
      throw new DomainError('version-conflict');
    await this.trail.add(draft.id, patientId, [
      {
        n: (await this.trail.list(draft.id)).length + 1,
        item: item === 'difficulty' ? DIFFICULTY_ITEM : item,
        answer,
        form_version: changed.version,
        set_aside: false,
        device_id: null,
        sequence: null,
        given_at: now,
      },
    ]);
    if (item === HARM_ITEM) {
      await this.observers.tell({
        assessmentId: draft.id,
        n: 1,
        patientId,
        instrument: draft.instrument,
        item9: answer,
        way: 'patient',
        historical: false,
      });
    }
    return toOwnForm(await this.get(formId));
  }

  /** Hands the form in: what was not asked is missing, like what was declined. */
  async submit(formId: string, expectedVersion: number, handedInAt?: string): Promise<SubmittedOwnForm> {
    const patientId = this.ownPatient();
    const draft = await this.getOpen(formId, expectedVersion);
    const now = this.clock.now();
    // By the device's clock where it waited for a network: a form is dated when it was filled in.
    const at = handedInAt === undefined ? now : within(new Date(handedInAt), now);
    const onDate = dayIn(this.context.clinic.timeZone, at);
    if (!(await this.queries.closeDraft({ id: formId, version: expectedVersion }, 'submitted', now))) {
      throw new DomainError('version-conflict');
    }
    await this.assessments.record({
      id: draft.id,
      patientId,
      courseId: await this.placement.courseOn(patientId, onDate),
      sessionId: null,
      instrument: draft.instrument,
      instrumentVersion: draft.instrument_version,
      answers: draft.answers,
      difficulty: draft.difficulty,
      total: null,
      onDate,
      at,
      context: await this.contextAt(at, onDate, draft.instrument),
      way: 'patient',
      secondsTaken: Math.min(
        86_400,
        Math.max(0, Math.round((at.getTime() - draft.started_at.getTime()) / 1000)),
      ),
    });
    const definition = getInstrument(draft.instrument, draft.instrument_version);
    return {
      instrument: draft.instrument,
      total: scoreAssessment(definition, draft.answers).total,
      showCrisisPage: asksForCrisisPage(draft),
    };
  }

  async reportSideEffect(report: NewOwnSideEffect): Promise<void> {
    const patientId = this.ownPatient();
    if (!(await this.queries.isOwnSession(report.sessionId))) throw new DomainError('not-found');
    if (findSideEffectTerm(report.code)?.patientWording == null) {
      throw new DomainError('rule-violated', {
        errors: [{ pointer: '/code', detail: 'This is not one of the effects that are asked about.' }],
      });
    }
    await this.context.manager.insert(SideEffectReportEntity, {
      clinicId: this.context.clinic.id,
      id: newId(),
      sessionId: report.sessionId,
      patientId,
      code: report.code,
      severity: report.severity,
      onsetMinutes: null,
      durationMinutes: report.durationMinutes,
      note: report.note,
      reportedBy: this.context.principal.accountId,
      reportedAt: this.clock.now(),
      withdrawnAt: null,
    });
    const session = { sessionId: report.sessionId, patientId, way: 'patient' } as const;
    await this.alerts.sessionTold(session);
    await this.context.bumpClinicVersion();
  }

  async withdrawSideEffect(reportId: string): Promise<void> {
    this.ownPatient();
    if (!(await this.queries.withdrawReport(reportId, this.clock.now()))) throw new DomainError('not-found');
    await this.context.bumpClinicVersion();
  }

  /** Within a day after a dose the acute effect would be measured; before one on the same day it counts for the visit. */
  private async contextAt(
    now: Date,
    today: string,
    instrument: string,
  ): Promise<'before-dose' | 'after-dose' | 'between'> {
    const given = await this.queries.findLastGiven();
    if (given !== null) {
      const since = given.started_at === null ? null : now.getTime() - given.started_at.getTime();
      if (since === null ? given.on_date === today : since >= 0 && since < DAY_MS) return 'after-dose';
    }
    const [next] = await this.queries.listUpcoming(today);
    if (next?.on_date !== today) return 'between';
    // A session is often signed later than its dose was given: what asks about now goes by the hour planned.
    const begun = (next.planned_at?.getTime() ?? Infinity) + HOURS_OF_GRACE * HOUR_MS <= now.getTime();
    return begun && asksAboutNow(instrument) ? 'after-dose' : 'before-dose';
  }

  private ownPatient(): string {
    const { patientId } = this.context.principal;
    if (patientId === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    return patientId;
  }

  private async get(formId: string): Promise<OwnDraftRow> {
    const draft = await this.queries.findDraft(formId);
    if (draft === null) throw new DomainError('not-found');
    return draft;
  }

  private async getOpen(formId: string, expectedVersion: number): Promise<OwnDraftRow> {
    const draft = await this.get(formId);
    if (draft.closed_at !== null)
      throw new DomainError('conflict', { detail: 'This form was handed in before.' });
    if (draft.version !== expectedVersion) {
      throw new DomainError('version-conflict', { extra: { version: draft.version } });
    }
    return draft;
  }
}
