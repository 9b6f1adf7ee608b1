import { Injectable } from '@nestjs/common';
import type { NewOwnSideEffect, OwnAnswer, OwnForm, SubmittedOwnForm } from '@courseline/contracts';
import { getInstrument, scoreAssessment, type InstrumentDefinition } from '@courseline/instruments';
import { findSideEffectTerm } from '@courseline/treatment';
import { AnswersObservers } from '../assessments/answers-observers.js';
import { AssessmentPlacement } from '../assessments/assessment-placement.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { dayIn } from '../clinics/clinic-calendar.js';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { AssessmentDraftEntity } from './assessment-draft.entity.js';
import { ASKED_OF_PATIENTS } from './due-forms.js';
import { OwnRecordQueries, type OwnDraftRow } from './own-record.queries.js';
import { SideEffectReportEntity } from './side-effect-report.entity.js';

const HARM_ITEM = 9;
const DAY_MS = 24 * 60 * 60 * 1000;

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
  ) {}

  /** Begins a form, or takes up the one begun. */
  async begin(instrument: string): Promise<OwnForm> {
    const patientId = this.ownPatient();
    const asked = ASKED_OF_PATIENTS.find((each) => each === instrument);
    if (asked === undefined) {
      throw new DomainError('rule-violated', {
        errors: [{ pointer: '/instrument', detail: 'This form is not asked of patients.' }],
      });
    }
    const open = (await this.queries.listOpenDrafts()).find((draft) => draft.instrument === asked);
    if (open !== undefined) return toOwnForm(open);
    const definition = getInstrument(asked);
    const now = this.clock.now();
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
      startedAt: now,
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
    const changed = withAnswer(definition, draft, item, answer);
    if (!(await this.queries.saveDraft(changed, this.clock.now()))) throw new DomainError('version-conflict');
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
  async submit(formId: string, expectedVersion: number): Promise<SubmittedOwnForm> {
    const patientId = this.ownPatient();
    const draft = await this.getOpen(formId, expectedVersion);
    const now = this.clock.now();
    const onDate = dayIn(this.context.clinic.timeZone, now);
    if (!(await this.queries.closeDraft(formId, expectedVersion, now))) {
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
      at: now,
      context: await this.contextAt(now, onDate),
      way: 'patient',
      secondsTaken: Math.min(86_400, Math.round((now.getTime() - draft.started_at.getTime()) / 1000)),
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
    await this.context.bumpClinicVersion();
  }

  async withdrawSideEffect(reportId: string): Promise<void> {
    this.ownPatient();
    if (!(await this.queries.withdrawReport(reportId, this.clock.now()))) throw new DomainError('not-found');
    await this.context.bumpClinicVersion();
  }

  /** Within a day after a dose the acute effect would be measured; before one on the same day it counts for the visit. */
  private async contextAt(now: Date, today: string): Promise<'before-dose' | 'after-dose' | 'between'> {
    const given = await this.queries.findLastGiven();
    if (given !== null) {
      const since = given.started_at === null ? null : now.getTime() - given.started_at.getTime();
      if (since === null ? given.on_date === today : since >= 0 && since < DAY_MS) return 'after-dose';
    }
    const [next] = await this.queries.listUpcoming(today);
    return next?.on_date === today ? 'before-dose' : 'between';
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

function withAnswer(
  definition: InstrumentDefinition,
  draft: OwnDraftRow,
  item: number | 'difficulty',
  answer: number | null,
): OwnDraftRow {
  if (item === 'difficulty') {
    const extra = definition.extraItems.find((each) => each.id === 'difficulty');
    if (extra === undefined || (answer !== null && answer >= extra.options.length)) throw refused('/answer');
    return { ...draft, difficulty: answer };
  }
  if (item > definition.itemCount) throw refused('/item');
  if (answer !== null && answer > definition.itemMaximum) throw refused('/answer');
  return {
    ...draft,
    answers: draft.answers.map((each, index) => (index === item - 1 ? answer : each)),
    seen: Math.max(draft.seen, item),
  };
}

function refused(pointer: string): DomainError {
  return new DomainError('rule-violated', {
    errors: [{ pointer, detail: 'The form has no such question or answer.' }],
  });
}

function asksForCrisisPage(draft: OwnDraftRow): boolean {
  return draft.instrument === 'phq-9' && (draft.answers[HARM_ITEM - 1] ?? 0) > 0;
}

function toOwnForm(draft: OwnDraftRow): OwnForm {
  return {
    id: draft.id,
    instrument: draft.instrument,
    version: draft.version,
    answers: draft.answers,
    seen: draft.seen,
    difficulty: draft.difficulty,
    showCrisisPage: asksForCrisisPage(draft),
  };
}
