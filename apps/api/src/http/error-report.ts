import { refusalOf } from '../database/sql-state.js';
import { BrokenAnswerError } from './contract.js';

/** Messages of these are written by this product or by the engine about code; others may quote what somebody typed. */
const speakable = new Set([
  'Error',
  'TypeError',
  'ReferenceError',
  BrokenAnswerError.name,
  'ContextLeftBehindError',
]);

/** What the log may know of an unexpected error: where it happened, never which values were in it. */
export function errorReport(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const refusal = refusalOf(error);
  const spoken = refusal === null && speakable.has(error.name);
  return {
    kind: error.name,
    ...(spoken ? { message: error.message } : {}),
    ...(refusal === null ? {} : { database: refusal }),
    at: (error.stack ?? '').split('\n').flatMap((line) => /^ {4}at .*/.exec(line)?.[0].trim() ?? []),
  };
}
