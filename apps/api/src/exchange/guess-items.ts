import type { ColumnProfile, MissingKind, WideForm } from '@courseline/contracts';
import { scoredInstruments, type InstrumentDefinition, type InstrumentId } from '@courseline/instruments';
import { numberIn } from './cell-values.js';

/** Letters and digits of a header, in lower case: `PHQ-9 item 3` and `phq9_item3` are the same name. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** What the names of an instrument's columns begin with; the longer ones first. */
const beginnings: Partial<Record<InstrumentId, readonly string[]>> = {
  'phq-9': ['phq9', 'phq', 'dpq'],
  'gad-7': ['gad7', 'gad'],
  'pcl-5': ['pcl5', 'pcl'],
  'phq-4': ['phq4'],
};

/** What stands between the beginning and the number of an item. */
const joints = ['', 'item', 'i', 'q', 'question', 'frage'];

/** How item 3 is numbered: 3, 03, 003, or 030 as in NHANES. */
const numberings: readonly ((item: number) => string)[] = [
  (item) => String(item),
  (item) => String(item).padStart(2, '0'),
  (item) => String(item).padStart(3, '0'),
  (item) => `0${item}0`,
];

const totalEndings = ['total', 'totalscore', 'score', 'sum', 'summe', 'tot', 'ts'];

/** The instruments whose columns a file has, as far as the names of the columns tell. */
export function guessForms(columns: readonly ColumnProfile[]): WideForm[] {
  const byName = new Map(columns.map((column) => [plainName(column.name), column.name]));
  const taken = new Set<string>();
  return scoredInstruments.flatMap((definition) => {
    const items = definition.totalOnly ? null : findItems(definition, byName, taken);
    for (const name of items?.columns ?? []) taken.add(name);
    const difficulty = items === null ? null : findDifficulty(definition, items, byName);
    const total = findTotal(definition, byName, taken, columns);
    if (items === null && total === null) return [];
    return [{ instrument: definition.id, items: items?.columns ?? null, difficulty, total }];
  });
}

interface FoundItems {
  readonly columns: string[];
  readonly nameOf: (item: number) => string;
}

function findItems(
  definition: InstrumentDefinition,
  byName: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): FoundItems | null {
  for (const beginning of beginnings[definition.id] ?? [])
    for (const joint of joints)
      for (const numbering of numberings) {
        const nameOf = (item: number): string => `${beginning}${joint}${numbering(item)}`;
        const found = definition.items.map(({ number }) => byName.get(nameOf(number)));
        const columns = found.filter((name) => name !== undefined && !taken.has(name)) as string[];
        if (columns.length === definition.itemCount) return { columns, nameOf };
      }
  return null;
}

function findDifficulty(
  definition: InstrumentDefinition,
  { nameOf }: FoundItems,
  byName: ReadonlyMap<string, string>,
): string | null {
  if (!definition.extraItems.some(({ id }) => id === 'difficulty')) return null;
  const after = definition.itemCount + 1;
  // NHANES numbers its tenth question 100.
  const names = [nameOf(after), nameOf(after).replace(/0100$/, '100'), ...difficultyNames];
  return names.map((name) => byName.get(name)).find((name) => name !== undefined) ?? null;
}

const difficultyNames = ['phq9difficulty', 'phqdifficulty', 'difficulty', 'phq9difficult', 'functioning'];

function findTotal(
  definition: InstrumentDefinition,
  byName: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
  columns: readonly ColumnProfile[],
): string | null {
  const own = plainName(definition.id);
  const starts = [own, ...(beginnings[definition.id] ?? [])];
  const names = [...starts.flatMap((start) => totalEndings.map((ending) => `${start}${ending}`)), own];
  const found = names.map((name) => byName.get(name)).find((name) => name !== undefined && !taken.has(name));
  const profile = columns.find(({ name }) => name === found);
  return profile?.numeric === true ? profile.name : null;
}

/** What cells outside the answers of the instruments mean by the custom of statistics programs. */
const usualCodes: Readonly<Record<string, MissingKind>> = {
  '7': 'refused',
  '77': 'refused',
  '-7': 'refused',
  '9': 'not-known',
  '99': 'not-known',
  '-9': 'missing',
  '-99': 'missing',
  '999': 'missing',
  '.': 'missing',
  na: 'missing',
  'n/a': 'missing',
  nan: 'missing',
  null: 'missing',
};

/** Smaller than any answer and larger than nothing: how SAS writes 0 into other programs' files. */
const sasZero = 1e-70;

/** The codes that the cells of the items need, as far as custom tells what they mean. */
export function guessAnswerCodes(
  forms: readonly WideForm[],
  columns: readonly ColumnProfile[],
): { codes: Record<string, number>; missing: Record<string, MissingKind> } {
  const names = new Set(forms.flatMap(({ items, difficulty }) => [...(items ?? []), difficulty]));
  const highest = Math.max(
    0,
    ...forms.map(({ instrument }) => scoredInstruments.find(({ id }) => id === instrument)?.itemMaximum ?? 0),
  );
  const cells = columns.filter(({ name }) => names.has(name)).flatMap(({ values }) => values ?? []);
  const codes: Record<string, number> = {};
  const missing: Record<string, MissingKind> = {};
  for (const cell of new Set(cells)) {
    const value = numberIn(cell);
    if (value !== null && value > 0 && value < sasZero) codes[cell] = 0;
    else if (value === null || value < 0 || value > highest) {
      const code = value === null ? cell : String(value);
      const meaning = usualCodes[code.toLowerCase()];
      if (meaning !== undefined) missing[code] = meaning;
    }
  }
  return { codes, missing };
}
