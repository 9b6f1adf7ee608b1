import type { DraftChange } from '@courseline/contracts';
import { isProblem, ProblemError, UnreachableError } from '../../api/problem-error';
import type { SaveFailure } from './draft-saver';

const passing = ['internal', 'unavailable', 'too-many-requests', 'not-signed-in'] as const;

/** What to do about a save of the draft that failed. */
export function judgeSave(failure: unknown, changes: readonly DraftChange[]): SaveFailure {
  if (isProblem(failure, 'version-conflict')) return { kind: 'overtaken', failure };
  if (failure instanceof UnreachableError || isProblem(failure, ...passing))
    return { kind: 'passing', failure };
  const refused = failure instanceof ProblemError ? refusedBy(failure, changes) : new Map<string, string>();
  return refused.size > 0 ? { kind: 'refused', changes: refused } : { kind: 'lasting', failure };
}

/** `/changes/3/value` is the fourth change that was sent. */
function refusedBy(problem: ProblemError, changes: readonly DraftChange[]): Map<string, string> {
  const refused = new Map<string, string>();
  for (const { pointer, detail } of problem.errors) {
    const at = /^\/changes\/(\d+)(?:\/|$)/.exec(pointer)?.[1];
    const change = at === undefined ? undefined : changes[Number(at)];
    if (change !== undefined) refused.set(change.path, detail);
  }
  return refused;
}
