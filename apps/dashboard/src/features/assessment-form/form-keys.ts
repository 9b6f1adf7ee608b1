import type { DraftAnswers } from '@courseline/contracts';
import type { Definition } from '@courseline/instruments';
import { askedItems, withAnswer } from './form-items';

/** Where a key leads: to a question, or out of the form at its end or its beginning. */
export type FormPlace =
  { readonly kind: 'item'; readonly item: string } | { readonly kind: 'after' } | { readonly kind: 'before' };

export interface FormStep {
  readonly answer: { readonly item: string; readonly value: number | null } | null;
  readonly to: FormPlace;
}

export const declineKey = '-';

/**
 * What a key does at a question. A digit answers and moves on, `-` declines and moves on; Enter and ArrowDown move
 * on without an answer, Backspace and ArrowUp go back without touching one. Null for a key that means nothing here,
 * such as a digit the question has no answer for.
 */
export function pressFormKey(
  definition: Definition,
  answers: DraftAnswers,
  at: string,
  key: string,
): FormStep | null {
  if (key === 'Backspace' || key === 'ArrowUp')
    return { answer: null, to: neighbour(definition, answers, at, -1) };
  if (key === 'Enter' || key === 'ArrowDown')
    return { answer: null, to: neighbour(definition, answers, at, 1) };
  if (key === declineKey) return answered(definition, answers, at, null);
  if (!/^\d$/.test(key)) return null;
  const item = askedItems(definition, answers).find((each) => each.id === at);
  const option = item?.options.find((each) => each.value === Number(key));
  return option === undefined ? null : answered(definition, answers, at, option.value);
}

/** A question is answered, by key or by pointer: on to the next, which the answer itself may have brought up. */
export function answered(
  definition: Definition,
  answers: DraftAnswers,
  item: string,
  value: number | null,
): FormStep {
  const then = withAnswer(definition, answers, item, value);
  return { answer: { item, value }, to: neighbour(definition, then, item, 1) };
}

function neighbour(definition: Definition, answers: DraftAnswers, at: string, by: 1 | -1): FormPlace {
  const items = askedItems(definition, answers);
  const index = items.findIndex((item) => item.id === at);
  if (index === -1) return { kind: by === 1 ? 'after' : 'before' };
  const item = items[index + by];
  if (item !== undefined) return { kind: 'item', item: item.id };
  return { kind: by === 1 ? 'after' : 'before' };
}
