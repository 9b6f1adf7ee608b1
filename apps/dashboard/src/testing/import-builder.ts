import type { ColumnProfile, ImportCounts, ImportDetail, ImportMapping } from '@courseline/contracts';

export const importId = '01990000-0000-7000-8000-00000000aa01';

const column = (name: string, values: string[], change: Partial<ColumnProfile> = {}): ColumnProfile => ({
  name,
  empty: 0,
  examples: values.slice(0, 3),
  values,
  numeric: false,
  dayFormats: [],
  ...change,
});

export const aMapping: ImportMapping = {
  version: 1,
  source: 'spring',
  delimiter: ',',
  person: {
    column: 'id',
    shape: 'text',
    prefix: '',
    familyName: null,
    givenName: null,
    birthDate: null,
    sex: null,
  },
  day: { kind: 'column', column: 'date', format: 'year-month-day' },
  sequence: null,
  course: null,
  context: { kind: 'constant', context: 'unknown' },
  forms: {
    layout: 'wide',
    instruments: [{ instrument: 'phq-9', items: null, difficulty: null, total: 'phq' }],
  },
  answers: { codes: {}, missing: {} },
  duplicates: { changed: 'refuse', recorded: 'keep-both' },
  unknownPatients: 'make',
};

export function importCounts(change: Partial<ImportCounts> = {}): ImportCounts {
  const none = { missing: 0, refused: 0, notKnown: 0 };
  return {
    rows: 3,
    refusedRows: 0,
    forms: { new: 3, amended: 0, unchanged: 0, repeated: 0, skipped: 0, refused: 0, unanswered: 0 },
    patients: { new: 2, known: 0, withoutName: 2 },
    courses: { new: 0, known: 0 },
    instruments: [{ instrument: 'phq-9', complete: 0, prorated: 0, partial: 0, imported: 3 }],
    missingAnswers: { items: none, difficulty: none },
    item9: 0,
    firstDay: '2025-05-01',
    lastDay: '2025-05-08',
    findings: [],
    ...change,
  };
}

/** An upload whose mapping was guessed. */
export function anImport(change: Partial<ImportDetail> = {}): ImportDetail {
  return {
    id: importId,
    state: 'uploaded',
    fileName: 'spring.csv',
    fileBytes: 120,
    source: null,
    createdBy: { accountId: '01990000-0000-7000-8000-000000000002', name: 'Dr Vega' },
    createdAt: '2026-11-17T15:00:00Z',
    importedAt: null,
    voidedBy: null,
    voidedAt: null,
    voidReason: null,
    counts: null,
    fileKept: true,
    mapping: null,
    file: {
      rows: 3,
      columns: [
        column('id', ['A-1', 'B-2']),
        column('date', ['2025-05-01', '2025-05-08'], { dayFormats: ['year-month-day'] }),
        column('phq', ['12', '9', '30'], { numeric: true }),
      ],
      guess: { origin: 'columns', mapping: aMapping },
    },
    ...change,
  };
}
