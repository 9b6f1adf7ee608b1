import { draftFieldSchema, type DraftChange, type FieldProblem } from '@courseline/contracts';
import type { DraftBody } from './session-draft.queries.js';

export interface AppliedChanges {
  readonly body: DraftBody;
  readonly problems: readonly FieldProblem[];
}

interface Author {
  readonly accountId: string;
  readonly at: Date;
  readonly newAssessmentId: () => string;
}

/**
 * A draft with the changes in it, each under the name of who made it. A value that does not fit its field is
 * named, and then none of the changes may be stored. Null takes a field out; for an answer it means "declined".
 */
export function withChanges(
  body: DraftBody,
  changes: readonly DraftChange[],
  author: Author,
): AppliedChanges {
  const fields = { ...body.fields };
  const assessmentIds = { ...body.assessmentIds };
  const problems: FieldProblem[] = [];
  changes.forEach(({ path, value }, index) => {
    const schema = draftFieldSchema(path);
    if (schema === null) {
      problems.push({ pointer: `/changes/${index}/path`, detail: 'There is no such field in a session.' });
      return;
    }
    const isAnswer = path.startsWith('answers/');
    if (value === null && !isAnswer) {
      // Paths come from a closed grammar: nothing but a field of the draft can be named.
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
      delete fields[path];
      return;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const where = issue?.path.map((part) => `/${String(part)}`).join('') ?? '';
      problems.push({
        pointer: `/changes/${index}/value${where}`,
        detail: issue?.message ?? 'This value does not fit.',
      });
      return;
    }
    fields[path] = { value, by: author.accountId, at: author.at.toISOString() };
    const instrument = isAnswer ? path.split('/')[1] : undefined;
    if (instrument !== undefined) assessmentIds[instrument] ??= author.newAssessmentId();
  });
  return { body: { fields, assessmentIds }, problems };
}
