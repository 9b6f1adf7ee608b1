import type { OwnForm } from '@courseline/contracts';
import type { InstrumentDefinition } from '@courseline/instruments';
import { asksAboutNow } from '../check-in-plans/clinic-days.js';
import { DomainError } from '../http/domain-error.js';
import type { OwnDraftRow } from './own-record.queries.js';

/** A form about right now that was left for longer than this is about another moment: our own rule. */
const FRESH_MS = 60 * 60 * 1000;

/** Whether a form begun before is begun anew, for its first answers are of another moment. */
export function isStale(draft: Pick<OwnDraftRow, 'instrument' | 'started_at'>, now: Date): boolean {
  return asksAboutNow(draft.instrument) && now.getTime() - draft.started_at.getTime() > FRESH_MS;
}

/** Asks about thoughts of being better off dead or of self-harm, in the PHQ-9. */
export const HARM_ITEM = 9;

/** The form with one more answer; a question or an answer that the instrument does not have is refused. */
export function withAnswer(
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

/** The answer that stands in the form: null where it was declined or never asked. */
export function standingAnswer(draft: OwnDraftRow, item: number | 'difficulty'): number | null {
  return (item === 'difficulty' ? draft.difficulty : draft.answers[item - 1]) ?? null;
}

export function asksForCrisisPage(draft: OwnDraftRow): boolean {
  return draft.instrument === 'phq-9' && (draft.answers[HARM_ITEM - 1] ?? 0) > 0;
}

export function toOwnForm(draft: OwnDraftRow): OwnForm {
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

function refused(pointer: string): DomainError {
  return new DomainError('rule-violated', {
    errors: [{ pointer, detail: 'The form has no such question or answer.' }],
  });
}
