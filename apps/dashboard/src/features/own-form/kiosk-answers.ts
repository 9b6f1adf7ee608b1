import type { KioskAnswers } from '@courseline/contracts';
import type { InstrumentDefinition } from '@courseline/instruments';

/** A form on the tablet as it is being answered; it lives in the page alone, and each save sends all of it. */
export type KioskForm = Omit<KioskAnswers, 'done'>;

export function blankForm(definition: InstrumentDefinition): KioskForm {
  return {
    step: 0,
    answers: Array.from({ length: definition.itemCount }, () => null),
    seen: 0,
    difficulty: null,
  };
}

/** The form with one more answer, as a further step; null is declined. */
export function withKioskAnswer(
  form: KioskForm,
  item: number | 'difficulty',
  answer: number | null,
): KioskForm {
  const step = form.step + 1;
  if (item === 'difficulty') return { ...form, step, difficulty: answer };
  return {
    ...form,
    step,
    answers: form.answers.map((each, index) => (index === item - 1 ? answer : each)),
    seen: Math.max(form.seen, item),
  };
}
