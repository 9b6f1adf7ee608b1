import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { describeFailure, problemOf } from './failure-words';

/** `/clinic/crisisLines/0/phone` is the field `clinic.crisisLines.0.phone`. */
export function fieldOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/**
 * Puts what the server refused on the fields it names, and goes to the first. What belongs to no field of the
 * form is returned as words, to stand above the button; null when everything found its field. `within` is the
 * part of the form that was sent, where the body was not the whole form.
 */
export function placeProblem<Values extends FieldValues, Sent extends FieldValues>(
  form: UseFormReturn<Values, unknown, Sent>,
  error: unknown,
  fields: readonly FieldPath<Values>[],
  within = '',
): string | null {
  const failure = describeFailure(error);
  let placed = 0;
  const unplaced: string[] = [];
  for (const { pointer, detail } of problemOf(error)?.errors ?? []) {
    const name = `${within}${fieldOfPointer(pointer)}`;
    const field = fields.find((each) => each === name || name.startsWith(`${each}.`));
    if (field === undefined) {
      unplaced.push(detail);
    } else {
      // In a list, each entry has fields of its own.
      const place = Array.isArray(form.getValues(field)) ? (name as FieldPath<Values>) : field;
      form.setError(place, { type: 'server', message: detail }, { shouldFocus: placed === 0 });
      placed += 1;
    }
  }
  if (unplaced.length > 0) return unplaced.join(' ');
  return placed > 0 ? null : `${failure.title} ${failure.advice}`;
}
