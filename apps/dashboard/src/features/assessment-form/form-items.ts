import type { DraftAnswers } from '@courseline/contracts';
import type { AnswerOption, Definition } from '@courseline/instruments';

/** A question as it is asked: one of the instrument's items, or one printed with it. */
export interface AskedItem {
  /** `1` … `20`, or the id of an extra item such as `difficulty`. */
  readonly id: string;
  readonly number: number | null;
  readonly text: string;
  readonly options: readonly AnswerOption[];
}

export const noAnswers: DraftAnswers = { items: [], extra: {} };

/** The questions in the order of the form. The difficulty question is asked once any answer is above 0. */
export function askedItems(definition: Definition, answers: DraftAnswers): readonly AskedItem[] {
  const items = definition.items.map(({ number, text }) => ({
    id: String(number),
    number,
    text,
    options: definition.options,
  }));
  const anyAboveZero = answers.items.some((answer) => (answer ?? 0) > 0);
  const extra = anyAboveZero
    ? definition.extraItems.map(({ id, text, options }) => ({ id, number: null, text, options }))
    : [];
  return [...items, ...extra];
}

/** The answer to a question: null is declined, undefined not asked yet. */
export function answerTo(answers: DraftAnswers, item: string): number | null | undefined {
  return /^\d+$/.test(item) ? answers.items[Number(item) - 1] : answers.extra[item];
}

/** The answers with one more, as they will be once the draft has it. */
export function withAnswer(
  definition: Definition,
  answers: DraftAnswers,
  item: string,
  value: number | null,
): DraftAnswers {
  if (!/^\d+$/.test(item)) return { ...answers, extra: { ...answers.extra, [item]: value } };
  const items = Array.from({ length: definition.itemCount }, (_, index) => answers.items[index]);
  items[Number(item) - 1] = value;
  return { ...answers, items };
}

/** The first question without an answer; null when each has one. */
export function firstOpenItem(definition: Definition, answers: DraftAnswers): string | null {
  const open = askedItems(definition, answers).find((item) => answerTo(answers, item.id) === undefined);
  return open?.id ?? null;
}
