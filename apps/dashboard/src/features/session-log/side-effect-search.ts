import { sideEffectTerms, type SideEffectTerm } from '@courseline/treatment';

/** How well a term fits what was typed: 0 best, null not at all. Every typed word has to begin a word of the term. */
function fit(term: SideEffectTerm, typed: string): number | null {
  const label = term.label.toLowerCase();
  if (label.startsWith(typed)) return term.frequent ? 0 : 1;
  const words = `${label} ${(term.patientWording ?? '').toLowerCase()} ${term.code}`.split(/[^a-z₂]+/);
  return typed.split(/\s+/).every((part) => words.some((word) => word.startsWith(part))) ? 2 : null;
}

/** Terms by a few letters, the likeliest first; without letters the frequent ones. Those noted already are left out. */
export function findTerms(text: string, taken: readonly string[]): readonly SideEffectTerm[] {
  const typed = text.trim().toLowerCase();
  const free = sideEffectTerms.filter((term) => !taken.includes(term.code));
  if (typed === '') return free.filter((term) => term.frequent);
  return free
    .map((term) => ({ term, rank: fit(term, typed) }))
    .filter((each): each is { term: SideEffectTerm; rank: number } => each.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map((each) => each.term);
}
