import type { AssessmentRevision, DraftAnswers } from '@courseline/contracts';
import type { Definition } from '@courseline/instruments';

/** The answers as the server takes them: one for each item, null where it was declined. */
export function filledAnswers(definition: Definition, answers: DraftAnswers) {
  return {
    answers: Array.from({ length: definition.itemCount }, (_, index) => answers.items[index] ?? null),
    difficulty: answers.extra['difficulty'] ?? null,
  };
}

/** The answers of a version as they are put right: every item was answered or declined. */
export function answersToAmend({
  answers,
  difficulty,
}: Pick<AssessmentRevision, 'answers' | 'difficulty'>): DraftAnswers {
  return { items: [...(answers ?? [])], extra: { difficulty } };
}

/** How many answers differ between two versions. */
export function changedItems(
  before: Pick<AssessmentRevision, 'answers' | 'difficulty'>,
  after: Pick<AssessmentRevision, 'answers' | 'difficulty'>,
): readonly { readonly item: string; readonly from: number | null; readonly to: number | null }[] {
  const items = (after.answers ?? []).flatMap((to, index) => {
    const from = before.answers?.[index] ?? null;
    return from === to ? [] : [{ item: `item ${index + 1}`, from, to }];
  });
  return before.difficulty === after.difficulty
    ? items
    : [...items, { item: 'difficulty', from: before.difficulty, to: after.difficulty }];
}
