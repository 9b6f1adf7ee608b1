import {
  importMappingSchema,
  type GuessedMapping,
  type ImportMapping,
  type ImportTreatment,
} from '@courseline/contracts';

/** A mapping while a person works on it: complete in shape, and empty text where nothing is chosen yet. */
export type MappingDraft = ImportMapping;

/** What the page starts from: the guess, with room for what nobody could guess. */
export function draftOf(guess: GuessedMapping): MappingDraft {
  return {
    ...guess,
    version: 1,
    person: guess.person ?? {
      column: '',
      shape: 'text',
      prefix: '',
      familyName: null,
      givenName: null,
      birthDate: null,
      sex: null,
    },
    day: guess.day ?? unknownDay(guess.sequence),
    forms: guess.forms ?? { layout: 'wide', instruments: [] },
  };
}

/** A file that numbers its weeks says when they were once a person has said when the first one was. */
function unknownDay(sequence: string | null): MappingDraft['day'] {
  return sequence === null
    ? { kind: 'column', column: '', format: 'year-month-day' }
    : { kind: 'counted', column: sequence, from: '', first: 1, unit: 'week' };
}

/** What is still wrong with a draft, by the place in it: `person.column`, `forms.instruments.0.items`. */
export type DraftProblems = ReadonlyMap<string, string>;

export type ReadDraft =
  | { readonly mapping: ImportMapping; readonly problems: DraftProblems }
  | { readonly mapping: null; readonly problems: DraftProblems };

export function readDraft(draft: MappingDraft): ReadDraft {
  const parsed = importMappingSchema.safeParse(draft);
  if (parsed.success) return { mapping: parsed.data, problems: new Map() };
  const problems = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const place = path.map(String).join('.');
    if (!problems.has(place)) problems.set(place, plainWords(place, message));
  }
  return { mapping: null, problems };
}

const columnWords: Readonly<Record<string, string>> = {
  'person.column': 'Choose the column of the record number.',
  'day.column': 'Choose the column of the date, or of the day or week.',
  'course.dayZero.column': 'Choose the column of day 0.',
  'course.treatment.column': 'Choose the column of the treatment.',
  'context.column': 'Choose the column of before or after a dose.',
  'forms.instrument': 'Choose the column of the instrument.',
  'forms.total': 'Choose the column of the total.',
  'forms.instruments': 'Choose an instrument and its columns.',
  'day.day': 'Choose the date of all rows.',
  'course.dayZero.day': 'Choose day 0.',
  'day.from': 'Choose the date of the first day or week.',
};

function plainWords(place: string, message: string): string {
  const words = columnWords[place];
  if (words !== undefined) return words;
  if (/^forms\.instruments\.\d+\.items\.\d+$/.test(place)) return 'Choose the column of each item.';
  if (/^forms\.instruments\.\d+\.total$/.test(place)) return 'Choose the column of the total.';
  return message;
}

/** The first problem at a place or below it. */
export function problemAt(problems: DraftProblems, place: string): string | undefined {
  for (const [each, words] of problems) if (each === place || each.startsWith(`${place}.`)) return words;
  return undefined;
}

/** What a code of treatment means until a person says more. */
export const unknownTreatment: ImportTreatment = { agent: 'other', route: 'none', name: null };

/** Whether two mappings say the same, in whatever order their codes stand. */
export function isSameMapping(one: ImportMapping | null, other: ImportMapping | null): boolean {
  return canonical(one) === canonical(other);
}

function canonical(mapping: ImportMapping | null): string {
  return JSON.stringify(mapping, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
