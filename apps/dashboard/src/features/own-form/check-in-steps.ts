import { getInstrument } from '@courseline/instruments';
import type { FormShown } from './form-steps';
import { answerOf, resumeAt, stepsOf, type Step } from './form-steps';

/** One question of one form. */
export interface CheckInQuestion {
  readonly form: FormShown;
  readonly step: Exclude<Step, { kind: 'hand-in' }>;
}

/** All questions of a check-in in a row. */
export function questionsOf(forms: readonly FormShown[]): readonly CheckInQuestion[] {
  return forms.flatMap((form) =>
    stepsOf(getInstrument(form.instrument), form).flatMap((step) =>
      step.kind === 'hand-in' ? [] : [{ form, step }],
    ),
  );
}

/**
 * Where a check-in is taken up: after the last question that was answered or declined. The number of questions when
 * all were.
 */
export function takeUpAt(forms: readonly FormShown[]): number {
  const reached = forms.findLastIndex((form) => form.seen > 0);
  const form = forms[reached];
  if (form === undefined) return 0;
  const before = questionsOf(forms.slice(0, reached)).length;
  const definition = getInstrument(form.instrument);
  const at = resumeAt(definition, form);
  const steps = stepsOf(definition, form);
  const asked = steps[at];
  const isAnswered = asked?.kind === 'difficulty' && answerOf(form, asked) !== undefined;
  return before + (isAnswered ? at + 1 : at);
}

/** How many questions of these forms have no answer. */
export function notAnswered(forms: readonly FormShown[]): { readonly missing: number; readonly of: number } {
  const answers = forms.flatMap((form) => form.answers);
  return { missing: answers.filter((answer) => answer === null).length, of: answers.length };
}
