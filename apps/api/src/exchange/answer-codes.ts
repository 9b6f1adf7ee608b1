import type { ImportMapping, MissingKind } from '@courseline/contracts';
import { numberIn } from './cell-values.js';

/** What a cell of an item says: an answer, or why there is none, or something no mapping explains. */
export type CellAnswer =
  | { readonly kind: 'answer'; readonly value: number }
  | { readonly kind: 'missing'; readonly why: MissingKind }
  | { readonly kind: 'unreadable' };

/** How the cells of items are read under a mapping. */
export type AnswerReader = (cell: string) => CellAnswer;

const unreadable: CellAnswer = { kind: 'unreadable' };
const missing: CellAnswer = { kind: 'missing', why: 'missing' };

/**
 * Reads the cells of items: the codes of the mapping first, then whole numbers. A code that is a number also
 * stands for the same number written otherwise: `7` for `7.0`, and the `5.397605346934028e-79` that SAS exports
 * write for 0 whatever the number of its digits. Nothing is rounded.
 */
export function answerReader(answers: ImportMapping['answers']): AnswerReader {
  const codes: [string, CellAnswer][] = [
    ...Object.entries(answers.codes).map(([code, value]): [string, CellAnswer] => [
      code,
      { kind: 'answer', value },
    ]),
    ...Object.entries(answers.missing).map(([code, why]): [string, CellAnswer] => [
      code,
      { kind: 'missing', why },
    ]),
  ];
  const byText = new Map<string, CellAnswer>([['', missing], ...codes]);
  const byNumber = codes.flatMap(([code, meaning]) => {
    const value = numberIn(code);
    return value === null ? [] : [{ value, meaning }];
  });
  const read = (cell: string): CellAnswer => {
    const value = numberIn(cell);
    if (value === null) return unreadable;
    const coded = byNumber.find((code) => isSameNumber(code.value, value));
    if (coded !== undefined) return coded.meaning;
    return Number.isSafeInteger(value) ? { kind: 'answer', value } : unreadable;
  };
  return (cell) => {
    const known = byText.get(cell);
    if (known !== undefined) return known;
    const meaning = read(cell);
    // Files repeat few different cells: each is worked out once.
    if (byText.size < 1_000) byText.set(cell, meaning);
    return meaning;
  };
}

/** Equal but for the last digits, which programs print differently. */
function isSameNumber(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) <= 1e-9 * Math.min(Math.abs(one), Math.abs(other));
}
