import type { ImportMapping, WideForm } from '@courseline/contracts';
import { getInstrument, type InstrumentDefinition, type InstrumentId } from '@courseline/instruments';
import { scoredColumns, type ScoredColumns } from '../assessments/scored-assessment.js';
import { answerReader, type AnswerReader, type CellAnswer } from './answer-codes.js';
import { wholeNumberIn } from './cell-values.js';
import { quotedCell } from './findings.js';
import type { RowCells } from './row-cells.js';

/** How many cells held no answer, and why. */
export interface MissingTally {
  missing: number;
  refused: number;
  notKnown: number;
}

export interface MissingTallies {
  readonly items: MissingTally;
  readonly difficulty: MissingTally;
}

export const emptyTallies = (): MissingTallies => ({
  items: { missing: 0, refused: 0, notKnown: 0 },
  difficulty: { missing: 0, refused: 0, notKnown: 0 },
});

/** One instrument of one row, scored. */
export interface ScoredForm extends ScoredColumns {
  readonly instrument: InstrumentId;
  /** PHQ-9 item 9: null where the file says the person refused it, undefined where nobody knows why it is missing. */
  readonly item9: number | null | undefined;
}

export interface FormsOfRow {
  readonly forms: readonly ScoredForm[];
  /** Instruments of the mapping of which the row holds nothing. */
  readonly unanswered: number;
}

export type FormsReader = (cells: RowCells, tallies: MissingTallies) => FormsOfRow;

/** Reads the filled-in instruments of rows under a mapping. What is wrong is found on the row's cells. */
export function formsReader(mapping: Pick<ImportMapping, 'forms' | 'answers'>): FormsReader {
  const { forms } = mapping;
  if (forms.layout === 'long') return longReader(forms);
  const read = answerReader(mapping.answers);
  const readers = forms.instruments.map((form) => wideReader(form, read));
  return (cells, tallies) => {
    const found = readers.map((reader) => reader(cells, tallies));
    return {
      forms: found.filter((form) => form !== null),
      unanswered: found.filter((form) => form === null).length,
    };
  };
}

function longReader(forms: Extract<ImportMapping['forms'], { layout: 'long' }>): FormsReader {
  const codes = new Map(Object.entries(forms.codes));
  return (cells) => {
    const instrument = cells.coded(forms.instrument, codes, 'instrument-unknown');
    if (instrument === null) return { forms: [], unanswered: 0 };
    const total = readTotal(cells, forms.total, getInstrument(instrument));
    return total === null
      ? { forms: [], unanswered: 1 }
      : { forms: [totalOnly(instrument, total)], unanswered: 0 };
  };
}

function wideReader(
  form: WideForm,
  read: AnswerReader,
): (cells: RowCells, tallies: MissingTallies) => ScoredForm | null {
  const definition = getInstrument(form.instrument);
  return (cells, tallies) => {
    const total = form.total === null ? null : readTotal(cells, form.total, definition);
    const items = (form.items ?? []).map((column, index) => {
      const answer = read(cells.at(column));
      tally(tallies.items, answer);
      return valueOf(cells, column, answer, `${definition.name} item ${index + 1}`, definition.itemMaximum);
    });
    const difficulty =
      form.difficulty === null ? null : readDifficulty(cells, form.difficulty, read, tallies);
    const nothing = items.every((answer) => answer === null);
    if (nothing) return total === null ? null : totalOnly(form.instrument, total);
    const scored = scoredColumns({ instrument: form.instrument, answers: items, difficulty, total: null });
    if (form.total !== null && total !== null && !agrees(scored, total)) {
      const sum = sumOf(items);
      const said = scored.scoreStatus === 'complete' ? `${sum}` : `${sum} of the items that are there`;
      cells.find(form.total, 'total-disagrees', `The total is ${total}, its items add up to ${said}.`);
    }
    const item9 = form.instrument === 'phq-9' ? item9Of(read(cells.at(form.items?.[8] ?? ''))) : undefined;
    return { ...scored, instrument: form.instrument, item9 };
  };
}

/**
 * Whether a stated total can stand beside the answers: the sum of all items; with items missing, the sum of those
 * that are there or the prorated total.
 */
function agrees({ answers, total, scoreStatus }: ScoredColumns, stated: number): boolean {
  if (stated === total) return true;
  return scoreStatus !== 'complete' && stated === sumOf(answers ?? []);
}

function sumOf(answers: readonly (number | null)[]): number {
  return answers.reduce<number>((sum, answer) => sum + (answer ?? 0), 0);
}

function totalOnly(instrument: InstrumentId, total: number): ScoredForm {
  const scored = scoredColumns({ instrument, answers: null, difficulty: null, total });
  return { ...scored, instrument, item9: undefined };
}

/** Null where the cell is empty, or where no total of the instrument stands in it: then that is found. */
function readTotal(cells: RowCells, column: string, { name, range }: InstrumentDefinition): number | null {
  const cell = cells.at(column);
  if (cell === '') return null;
  const total = wholeNumberIn(cell);
  if (total !== null && total >= range.min && total <= range.max) return total;
  const bounds = `${range.min} to ${range.max}`;
  return cells.find(column, 'total-not-possible', `${quotedCell(cell)} is no ${name} total (${bounds}).`);
}

function readDifficulty(
  cells: RowCells,
  column: string,
  read: AnswerReader,
  tallies: MissingTallies,
): number | null {
  const answer = read(cells.at(column));
  tally(tallies.difficulty, answer);
  return valueOf(cells, column, answer, 'the question about difficulty', 3);
}

function valueOf(
  cells: RowCells,
  column: string,
  answer: CellAnswer,
  question: string,
  maximum: number,
): number | null {
  if (answer.kind === 'missing') return null;
  if (answer.kind === 'answer' && answer.value >= 0 && answer.value <= maximum) return answer.value;
  const cell = quotedCell(cells.at(column));
  return cells.find(column, 'answer-not-possible', `${cell} is no answer to ${question} (0 to ${maximum}).`);
}

function item9Of(answer: CellAnswer): number | null | undefined {
  if (answer.kind === 'answer') return answer.value;
  return answer.kind === 'missing' && answer.why === 'refused' ? null : undefined;
}

function tally(counts: MissingTally, answer: CellAnswer): void {
  if (answer.kind !== 'missing') return;
  if (answer.why === 'not-known') counts.notKnown += 1;
  else counts[answer.why] += 1;
}
