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
 * form is returned as words, to stand above the button; null when everything found its field.
 */
export function placeProblem<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  fields: readonly FieldPath<Values>[],
): string | null {
  const failure = describeFailure(error);
  const placed: FieldPath<Values>[] = [];
  const unplaced: string[] = [];
  for (const { pointer, detail } of problemOf(error)?.errors ?? []) {
    const name = fieldOfPointer(pointer);
    const field = fields.find((each) => each === name || name.startsWith(`${each}.`));
    if (field === undefined) {
      unplaced.push(detail);
    } else {
      form.setError(field, { type: 'server', message: detail }, { shouldFocus: placed.length === 0 });
      placed.push(field);
    }
  }
  if (unplaced.length > 0) return unplaced.join(' ');
  return placed.length > 0 ? null : `${failure.title} ${failure.advice}`;
}
