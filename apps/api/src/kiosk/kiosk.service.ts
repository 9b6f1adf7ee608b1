import { Injectable } from '@nestjs/common';
import { readDraftFields, type Kiosk, type KioskAnswers, type KioskSaved } from '@courseline/contracts';
import { getInstrument, type InstrumentDefinition, type InstrumentId } from '@courseline/instruments';
import { AnswersObservers } from '../assessments/answers-observers.js';
import { AppConfig } from '../config/app-config.js';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { SessionDraftService } from '../signing/session-draft.service.js';
import { isDoseBegun } from './hand-over-rule.js';
import { checkAnswers, harmAnswer, initialsOf } from './kiosk-form.js';
import { KioskFiling } from './kiosk-filing.js';
import { KioskQueries, type KioskFormRow } from './kiosk.queries.js';
import { sealLateForm } from './late-form-seal.js';

/** What a patient does on a tablet that was handed over: sees the blank forms, and answers them. */
@Injectable()
export class KioskService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly config: AppConfig,
    private readonly queries: KioskQueries,
    private readonly filing: KioskFiling,
    private readonly drafts: SessionDraftService,
    private readonly observers: AnswersObservers,
  ) {}

  async get(): Promise<Kiosk> {
    const { handOver, clinic } = this.context;
    this.context.touch(handOver.patientId);
    const shown = await this.queries.findShown();
    const instruments = await this.remaining();
    if (shown === null || instruments.length === 0) throw new DomainError('not-signed-in');
    return {
      initials: initialsOf(shown),
      clinicName: clinic.name,
      clinicPhone: shown.phone,
      openingHours: shown.opening_hours,
      locale: clinic.locale,
      timeZone: clinic.timeZone,
      crisisLines: shown.crisis_lines,
      expiresAt: handOver.expiresAt.toISOString(),
      instruments: [...instruments],
    };
  }

  /** Each save holds all answers so far, so that one that is lost or comes twice changes nothing. */
  async save(instrument: InstrumentId, form: KioskAnswers): Promise<KioskSaved> {
    const { handOver } = this.context;
    this.context.touch(handOver.patientId);
    this.context.note('hand_over', handOver.id);
    if (!handOver.instruments.includes(instrument)) throw new DomainError('not-found');
    const definition = getInstrument(instrument);
    checkAnswers(definition, form);
    if (handOver.isLate) return this.keepLate(definition, form);
    const kept = await this.keep(definition, form);
    if (kept.handed_in_at !== null) return { state: 'handed-in', instruments: [...(await this.remaining())] };
    if (form.done) await this.handIn(definition, form, kept);
    return { state: form.done ? 'handed-in' : 'saved', instruments: [...(await this.remaining())] };
  }

  /** The form as it stands after this save; one that was handed in, or saved with a later step, stays as it is. */
  private async keep(definition: InstrumentDefinition, form: KioskAnswers): Promise<KioskFormRow> {
    const now = this.clock.now();
    const begun = { instrument: definition.id, version: definition.version, assessmentId: newId() };
    await this.queries.beginForm(begun, form, this.context.handOver.startedAt, now);
    const kept = await this.queries.findFormForUpdate(definition.id);
    if (kept === null) throw new DomainError('not-found');
    if (kept.handed_in_at !== null || kept.step > form.step) return kept;
    await this.queries.saveForm(definition.id, form, now, form.done);
    await this.tellOfHarm(definition.id, form, kept.assessment_id);
    return kept;
  }

  private async handIn(
    definition: InstrumentDefinition,
    form: KioskAnswers,
    kept: KioskFormRow,
  ): Promise<void> {
    const now = this.clock.now();
    const { patientId, sessionId } = this.context.handOver;
    const draft = await this.drafts.find(sessionId);
    const isAfterDose = draft !== null && isDoseBegun(readDraftFields(draft.fields));
    await this.filing.file({
      assessmentId: kept.assessment_id,
      patientId,
      instrument: definition.id,
      instrumentVersion: definition.version,
      answers: form.answers,
      difficulty: form.difficulty,
      at: now,
      isAfterDose,
      secondsTaken: Math.round((now.getTime() - kept.started_at.getTime()) / 1000),
    });
  }

  private async keepLate(definition: InstrumentDefinition, form: KioskAnswers): Promise<KioskSaved> {
    const { clinic, handOver } = this.context;
    const begun = (await this.queries.listForms()).find(({ instrument }) => instrument === definition.id);
    if (begun?.handed_in_at != null) return { state: 'handed-in', instruments: [] };
    const assessmentId = begun?.assessment_id ?? newId();
    const sealed = sealLateForm(
      this.config.secret,
      { clinicId: clinic.id, handOverId: handOver.id, instrument: definition.id },
      { answers: form.answers, difficulty: form.difficulty, instrumentVersion: definition.version },
    );
    const late = { id: newId(), instrument: definition.id, assessmentId, step: form.step };
    await this.queries.keepLate(late, sealed, this.clock.now());
    // Too late for the record, never too late for help.
    await this.tellOfHarm(definition.id, form, assessmentId);
    return { state: 'late', instruments: [] };
  }

  private async tellOfHarm(instrument: string, form: KioskAnswers, assessmentId: string): Promise<void> {
    const item9 = harmAnswer(instrument, form);
    if (item9 === undefined) return;
    await this.observers.tell({
      assessmentId,
      n: 1,
      patientId: this.context.handOver.patientId,
      instrument,
      item9,
      way: 'kiosk',
      historical: false,
    });
  }

  private async remaining(): Promise<readonly InstrumentId[]> {
    const handedIn = (await this.queries.listForms()).filter((form) => form.handed_in_at !== null);
    return this.context.handOver.instruments
      .map((id) => getInstrument(id).id)
      .filter((id) => !handedIn.some(({ instrument }) => instrument === id));
  }
}
