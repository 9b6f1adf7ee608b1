import type { Definition } from './instrument.js';

/** One answer per item in the order of the form; null is a question not answered, 0 is an answer. */
export type Answers = readonly (number | null)[];

export type AnswerRule = 'total-only' | 'answer-count' | 'answer-value' | 'unknown-item';

/** Thrown for answers that cannot belong to the instrument; names the rule and, where there is one, the item. */
export class AnswerError extends Error {
  constructor(
    readonly rule: AnswerRule,
    /** The item number, the id of an extra item, or null when no single item is at fault. */
    readonly item: number | string | null,
    message: string,
  ) {
    super(message);
    this.name = 'AnswerError';
  }
}

/**
 * Checks that there is one answer per item, each null or a whole number from 0 to the item maximum. Throws
 * `AnswerError` for the first fault, and always for an instrument of which only totals are kept.
 */
export function checkAnswers(definition: Definition, answers: Answers): void {
  const { name, itemCount, itemMaximum } = definition;
  if (definition.totalOnly) {
    throw new AnswerError('total-only', null, `${name} is kept as a total; it has no answers to score.`);
  }
  if (answers.length !== itemCount) {
    throw new AnswerError('answer-count', null, `${name} has ${itemCount} items, not ${answers.length}.`);
  }
  for (const [index, answer] of answers.entries()) {
    if (answer !== null && !isWholeNumberWithin(answer, itemMaximum)) {
      const item = index + 1;
      throw new AnswerError(
        'answer-value',
        item,
        `${name} item ${item} must be a whole number from 0 to ${itemMaximum}, or not answered.`,
      );
    }
  }
}

/**
 * Checks the answer to a question outside the total, such as the PHQ-9 difficulty item; null is not answered.
 * Throws `AnswerError` for an answer that is not one of its options, or an item the instrument does not have.
 */
export function checkExtraAnswer(definition: Definition, itemId: string, answer: number | null): void {
  const extra = definition.extraItems.find((item) => item.id === itemId);
  if (extra === undefined) {
    throw new AnswerError('unknown-item', itemId, `${definition.name} has no item "${itemId}".`);
  }
  if (answer !== null && !extra.options.some((option) => option.value === answer)) {
    throw new AnswerError(
      'answer-value',
      itemId,
      `${definition.name} item "${itemId}" has no answer of that value.`,
    );
  }
}

function isWholeNumberWithin(value: number, maximum: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= maximum;
}
