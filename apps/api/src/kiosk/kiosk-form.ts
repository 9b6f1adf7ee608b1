import type { KioskAnswers } from '@courseline/contracts';
import type { InstrumentDefinition } from '@courseline/instruments';
import { DomainError } from '../http/domain-error.js';

const HARM_ITEM = 9;

/** Throws with a pointer to each answer that the form does not have. */
export function checkAnswers(definition: InstrumentDefinition, form: KioskAnswers): void {
  const errors = form.answers.flatMap((answer, index) =>
    answer !== null && answer > definition.itemMaximum
      ? [{ pointer: `/answers/${index}`, detail: `0 to ${definition.itemMaximum}, or null.` }]
      : [],
  );
  if (form.answers.length !== definition.itemCount) {
    errors.push({ pointer: '/answers', detail: `This form has ${definition.itemCount} questions.` });
  }
  if (form.seen > definition.itemCount)
    errors.push({ pointer: '/seen', detail: 'Beyond the last question.' });
  if (form.difficulty !== null && definition.extraItems.length === 0) {
    errors.push({ pointer: '/difficulty', detail: 'This form does not ask how difficult it all is.' });
  }
  if (errors.length > 0) throw new DomainError('rule-violated', { errors });
}

/** The answer to item 9 of the PHQ-9: undefined where it was not asked yet. */
export function harmAnswer(instrument: string, form: KioskAnswers): number | null | undefined {
  if (instrument !== 'phq-9' || (form.seen < HARM_ITEM && !form.done)) return undefined;
  return form.answers[HARM_ITEM - 1] ?? null;
}

/** As little of a name as tells the right patient that this is theirs. */
export function initialsOf(person: { given_name: string; family_name: string }): string {
  return [person.given_name, person.family_name]
    .map((name) => Array.from(name.trim())[0])
    .filter((letter) => letter !== undefined)
    .map((letter) => `${letter.toLocaleUpperCase()}.`)
    .join(' ');
}
