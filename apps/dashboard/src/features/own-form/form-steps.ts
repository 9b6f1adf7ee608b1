import type { OwnForm } from '@courseline/contracts';
import type { InstrumentDefinition } from '@courseline/instruments';

/** What of a form its questions are made of. */
export type FormShown = Pick<OwnForm, 'instrument' | 'answers' | 'seen' | 'difficulty'>;

/** A question of the form, or the last look before it is handed in. */
export type Step =
  | { readonly kind: 'item'; readonly number: number }
  | { readonly kind: 'difficulty' }
  | { readonly kind: 'hand-in' };

/** The questions in their order. How difficult it all is, is asked only where any answer was above zero. */
export function stepsOf(definition: InstrumentDefinition, form: FormShown): readonly Step[] {
  const troubled = form.answers.some((answer) => (answer ?? 0) > 0);
  return [
    ...definition.items.map((item): Step => ({ kind: 'item', number: item.number })),
    ...(definition.extraItems.length > 0 && troubled ? [{ kind: 'difficulty' } as const] : []),
    { kind: 'hand-in' },
  ];
}

/** Where a form begun before is taken up: the first question that was neither answered nor declined. */
export function resumeAt(definition: InstrumentDefinition, form: FormShown): number {
  return Math.min(form.seen, definition.items.length);
}

/** The answer that stands for a step: undefined is not asked yet, null is declined. */
export function answerOf(form: FormShown, step: Step): number | null | undefined {
  if (step.kind === 'hand-in') return undefined;
  if (step.kind === 'difficulty') return form.difficulty ?? undefined;
  return step.number > form.seen ? undefined : form.answers[step.number - 1];
}
