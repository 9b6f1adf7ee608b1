import { Injectable } from '@nestjs/common';
import {
  readDraftFields,
  type HandOverHindrance,
  type HandOverOffer,
  type SessionLog,
} from '@courseline/contracts';
import type { InstrumentId } from '@courseline/instruments';
import type { FastifyReply } from 'fastify';
import { AppConfig } from '../config/app-config.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { HandOvers } from '../sign-in/hand-overs.js';
import { SessionLogService } from '../signing/session-log.service.js';
import { hindranceOf, isDoseBegun } from './hand-over-rule.js';
import { KioskFiling } from './kiosk-filing.js';
import { KioskQueries } from './kiosk.queries.js';
import { openLateForm } from './late-form-seal.js';

const words: Readonly<Record<HandOverHindrance, string>> = {
  'nothing-due': 'No questionnaire is due in this session.',
  sedated: 'The last reading says the patient is sedated.',
  dissociated: 'The last reading says the patient is dissociated.',
  'not-looked-at-since-dose': 'Sedation and dissociation have not been looked at since the dose.',
  'session-closed': 'This session is closed.',
};

/** What staff do with a tablet: hand it over, and take in what came late. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly config: AppConfig,
    private readonly logs: SessionLogService,
    private readonly queries: KioskQueries,
    private readonly filing: KioskFiling,
    private readonly handOvers: HandOvers,
  ) {}

  async offer(sessionId: string): Promise<HandOverOffer> {
    const log = await this.logs.get(sessionId);
    const late = await this.queries.listLate(sessionId);
    return {
      instruments: [...askedOnTablet(log)],
      hindrance: hindranceIn(log),
      lateForms: late.map((form) => ({
        id: form.id,
        instrument: form.instrument,
        receivedAt: form.received_at.toISOString(),
      })),
    };
  }

  async handOver(sessionId: string, reply: FastifyReply): Promise<void> {
    const log = await this.logs.get(sessionId);
    const hindrance = hindranceIn(log);
    if (hindrance !== null) throw new DomainError('conflict', { detail: words[hindrance] });
    const { principal, account } = this.context;
    await this.handOvers.begin(
      {
        clinicId: principal.clinicId,
        patientId: log.patient.id,
        sessionId,
        instruments: askedOnTablet(log),
        accountId: principal.accountId,
        signInId: account.signInId,
      },
      reply,
    );
    // What the browser kept of the pages before is not for the patient.
    void reply.header('clear-site-data', '"cache"');
  }

  /** Takes late answers into the record as of when they came, or leaves them out of it. */
  async decide(sessionId: string, lateId: string, keep: boolean): Promise<void> {
    const log = await this.logs.get(sessionId);
    const late = await this.queries.decideLate(lateId, sessionId, keep, this.clock.now());
    if (late === null) throw new DomainError('not-found');
    this.context.note('kept', keep);
    if (!keep) return;
    const { clinic } = this.context;
    const place = { clinicId: clinic.id, handOverId: late.hand_over_id, instrument: late.instrument };
    const { answers, difficulty, instrumentVersion } = openLateForm(this.config.secret, place, late.sealed);
    await this.filing.file({
      assessmentId: late.assessment_id,
      patientId: late.patient_id,
      instrument: late.instrument,
      instrumentVersion,
      answers,
      difficulty,
      at: late.received_at,
      isAfterDose: isDoseBegun(draftOf(log)),
      secondsTaken: null,
    });
  }
}

const draftOf = (log: SessionLog) => readDraftFields(log.draft?.fields ?? {});

/** What is due and nobody has begun to ask by word of mouth. */
function askedOnTablet(log: SessionLog): readonly InstrumentId[] {
  const begun = draftOf(log).answers;
  return log.instruments
    .filter(({ due, answered, instrument }) => due && answered === null && begun[instrument] === undefined)
    .map(({ instrument }) => instrument);
}

function hindranceIn(log: SessionLog): HandOverHindrance | null {
  if (log.session.state !== 'planned') return 'session-closed';
  return hindranceOf(draftOf(log)) ?? (askedOnTablet(log).length === 0 ? 'nothing-due' : null);
}
