import type { DraftAnswers } from '@courseline/contracts';
import type { DraftBody } from './session-draft.queries.js';

/** One form of a draft, as it will be kept. */
export interface FormOfDraft {
  readonly assessmentId: string;
  readonly instrument: string;
  readonly answers: readonly (number | null)[];
  readonly difficulty: number | null;
  /** When its last answer was entered; null when that was after the dose began, since the form is about before it. */
  readonly at: Date | null;
}

/** The forms begun in a draft: what was not asked is missing, like what was declined. */
export function formsOfDraft(
  body: DraftBody,
  answers: Readonly<Record<string, DraftAnswers>>,
  startedAt: Date | null,
): readonly FormOfDraft[] {
  return Object.entries(answers).flatMap(([instrument, { items, extra }]) => {
    const assessmentId = body.assessmentIds[instrument];
    if (assessmentId === undefined || items.every((item) => item === undefined)) return [];
    const entered = lastEntry(body, instrument);
    return [
      {
        assessmentId,
        instrument,
        answers: items.map((item) => item ?? null),
        difficulty: extra['difficulty'] ?? null,
        at: entered !== null && startedAt !== null && entered > startedAt ? null : entered,
      },
    ];
  });
}

function lastEntry(body: DraftBody, instrument: string): Date | null {
  const times = Object.entries(body.fields)
    .filter(([path]) => path.startsWith(`answers/${instrument}/`))
    .map(([, field]) => Date.parse(field.at));
  return times.length === 0 ? null : new Date(Math.max(...times));
}
