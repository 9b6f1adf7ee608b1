import type { WideForm } from '@courseline/contracts';
import { getInstrument, type InstrumentId } from '@courseline/instruments';

/** Letters and digits, in lower case: `PHQ-9_1` and `phq9 1` are the same name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}

const beginnings: Partial<Record<InstrumentId, readonly string[]>> = {
  'phq-9': ['phq9', 'phq', 'dpq'],
  'gad-7': ['gad7', 'gad'],
  'pcl-5': ['pcl5', 'pcl'],
};
const joints = ['', 'item', 'i', 'q', 'question'];
const totals = ['', 'total', 'totalscore', 'score', 'sum'];

/** The columns of an instrument as their names tell; where they do not, its items wait for a person to choose. */
export function guessedForm(instrument: InstrumentId, columns: readonly string[]): WideForm {
  const { itemCount, totalOnly } = getInstrument(instrument);
  const starts = beginnings[instrument] ?? [plain(instrument)];
  const byPlainName = new Map(columns.map((name) => [plain(name), name]));
  const items = totalOnly ? null : findItems(itemCount, starts, columns, byPlainName);
  const named = starts.flatMap((start) => totals.map((ending) => `${start}${ending}`));
  const isTotal = (name: string | undefined) => name !== undefined && items?.includes(name) !== true;
  const total = named.map((name) => byPlainName.get(name)).find(isTotal) ?? null;
  if (items !== null || totalOnly || total === null) {
    return {
      instrument,
      items: totalOnly ? null : (items ?? Array.from({ length: itemCount }, () => '')),
      difficulty: null,
      total: totalOnly ? (total ?? '') : total,
    };
  }
  return { instrument, items: null, difficulty: null, total };
}

function findItems(
  count: number,
  starts: readonly string[],
  columns: readonly string[],
  byPlainName: ReadonlyMap<string, string>,
): string[] | null {
  // Numbers without the name of an instrument are the items of the one that is being added.
  const stems = [...starts.flatMap((start) => joints.map((joint) => `${start}${joint}`)), ...joints.slice(1)];
  for (const first of stems.flatMap((stem) =>
    ['1', '01', '001', '010'].map((number) => `${stem}${number}`),
  )) {
    const column = byPlainName.get(first);
    if (column === undefined) continue;
    const run = [column, ...columnsAfter(column, columns)];
    if (run.length >= count) return run.slice(0, count);
  }
  return null;
}

/** The columns whose names count up from this one's: `q2`, `q3` after `q1`; `DPQ020` after `DPQ010`. */
export function columnsAfter(first: string, columns: readonly string[]): string[] {
  const [, stem = '', digits = '', ending = ''] = /^(.*?)(\d+)(\D*)$/.exec(first) ?? [];
  if (digits === '') return [];
  const there = new Set(columns);
  const run = (step: number): string[] => {
    const found: string[] = [];
    for (let number = Number(digits) + step; ; number += step) {
      const name = `${stem}${String(number).padStart(digits.length, '0')}${ending}`;
      if (!there.has(name)) return found;
      found.push(name);
    }
  };
  const byOne = run(1);
  return byOne.length > 0 ? byOne : run(10);
}

/** The items with one of them chosen; the first one brings those after it, unless a person chose them before. */
export function withItem(
  items: readonly string[],
  at: number,
  chosen: string,
  columns: readonly string[],
): string[] {
  const after = at === 0 && items.slice(1).every((item) => item === '') ? columnsAfter(chosen, columns) : [];
  return items.map((item, index) => (index === at ? chosen : (after[index - 1] ?? item)));
}
