import { describeFailure, problemOf } from '../../ui/failure-words';

/** What the server said about what was sent, field by field, or what went wrong as a whole. */
export function problemWords(error: unknown): string {
  const details = problemOf(error)?.errors?.map(({ detail }) => detail) ?? [];
  const { title, advice } = describeFailure(error);
  return details.length > 0 ? details.join(' ') : `${title} ${advice}`;
}
