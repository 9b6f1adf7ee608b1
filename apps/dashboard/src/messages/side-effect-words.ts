import type { SessionSideEffect } from '@courseline/contracts';
import { findSideEffectTerm } from '@courseline/treatment';

/** What staff call a side effect: the term of its code, or what was written where the list has none. */
export function effectName({ code, otherText }: Pick<SessionSideEffect, 'code' | 'otherText'>): string {
  if (otherText !== null) return otherText;
  return findSideEffectTerm(code)?.label ?? code.replaceAll('_', ' ');
}
