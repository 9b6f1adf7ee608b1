import type { DraftAnswers, LoggedInstrument } from '@courseline/contracts';
import { scoreAssessment, type Band, type Definition } from '@courseline/instruments';

/**
 * What a form amounts to while it is filled in. A band and a change are of a finished form only; a form with
 * questions left open or too many declined has a sum so far, and no total.
 */
export type FormStanding =
  | { readonly kind: 'open'; readonly sum: number; readonly answered: number; readonly left: number }
  | {
      readonly kind: 'scored';
      readonly total: number;
      readonly band: Band | null;
      readonly prorated: boolean;
      readonly declined: readonly number[];
    }
  | { readonly kind: 'partial'; readonly answered: number; readonly declined: readonly number[] };

export function formStanding(definition: Definition, answers: DraftAnswers): FormStanding {
  const items = Array.from({ length: definition.itemCount }, (_, index) => answers.items[index]);
  const given = items.filter((answer) => typeof answer === 'number');
  const left = items.filter((answer) => answer === undefined).length;
  if (left > 0) return { kind: 'open', sum: given.reduce((a, b) => a + b, 0), answered: given.length, left };
  const score = scoreAssessment(
    definition,
    items.map((answer) => answer ?? null),
  );
  if (score.total === null) return { kind: 'partial', answered: score.answered, declined: score.missing };
  return {
    kind: 'scored',
    total: score.total,
    band: score.band,
    prorated: score.status === 'prorated',
    declined: score.missing,
  };
}

type Comparison = Pick<
  LoggedInstrument,
  'baseline' | 'reliableChange' | 'responseAtMost' | 'remissionBelow' | 'minimalImportantChange'
>;

/** What a total says beside the baseline, in words; each threshold is the server's. Empty without a baseline. */
export function changeWords(total: number, comparison: Comparison): readonly string[] {
  const { baseline, reliableChange, minimalImportantChange, responseAtMost, remissionBelow } = comparison;
  if (baseline === null) return [];
  const words: string[] = [];
  const change = total - baseline.total;
  const points = Math.abs(change);
  if (reliableChange !== null && points >= reliableChange.points) {
    words.push(`beyond measurement error (${reliableChange.points} or more)`);
  } else if (minimalImportantChange !== null && points >= minimalImportantChange) {
    words.push(`a change people notice (${minimalImportantChange} or more)`);
  }
  if (change < 0) {
    if (responseAtMost !== null && total <= responseAtMost)
      words.push(`response (${responseAtMost} or less)`);
    if (remissionBelow !== null && total < remissionBelow) words.push(`remission (below ${remissionBelow})`);
  }
  return words;
}
