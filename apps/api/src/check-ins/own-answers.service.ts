import { Injectable } from '@nestjs/common';
import type { OwnAnswers, SavedOwnAnswers } from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import { AnswerTrail } from '../assessments/answer-trail.js';
import { AnswersObservers } from '../assessments/answers-observers.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { takeIn } from './answer-intake.js';
import { HARM_ITEM, toOwnForm } from './own-draft.js';
import { OwnRecordQueries } from './own-record.queries.js';

/** Answers as a patient's device sends them: at once, or in a row once there is a network again. */
@Injectable()
export class OwnAnswersService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: OwnRecordQueries,
    private readonly trail: AnswerTrail,
    private readonly observers: AnswersObservers,
  ) {}

  async save(formId: string, sent: OwnAnswers): Promise<SavedOwnAnswers> {
    const { patientId } = this.context.principal;
    if (patientId === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    const draft = await this.queries.lockDraft(formId);
    if (draft === null) throw new DomainError('not-found');
    const now = this.clock.now();
    const definition = getInstrument(draft.instrument, draft.instrument_version);
    const taken = takeIn(definition, draft, await this.trail.list(draft.id), sent, now);
    if (
      taken.draft.version !== draft.version &&
      !(await this.queries.saveDraft(taken.draft, draft.version, now))
    )
      throw new DomainError('version-conflict');
    await this.trail.add(draft.id, patientId, taken.added);
    // Each answer by itself, those changed or set aside too: what was said of harm is told, whatever was said after.
    for (const { item, answer } of taken.added) {
      if (item !== HARM_ITEM) continue;
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
    return {
      form: toOwnForm(taken.draft),
      handedIn: draft.closed_at !== null,
      conflicts: [...taken.conflicts],
    };
  }
}
