import type { SessionRevision } from '@courseline/contracts';
import type { ReadingKind, ReadingMoment } from '@courseline/treatment';

type Reading = SessionRevision['readings'][number];

/** Readings taken at one moment. */
export interface ReadingRow {
  readonly key: string;
  readonly moment: ReadingMoment;
  readonly at: string | null;
  readonly minute: number | null;
  /** As it is said: "128/82", "74"; absent where it was not read. */
  readonly values: Readonly<Partial<Record<ReadingKind, string>>>;
}

const order: readonly ReadingMoment[] = ['before', 'at-40-minutes', 'other', 'end'];

/** Readings as rows, in the order of the session; those of other moments by their time. */
export function readingRows(readings: readonly Reading[]): readonly ReadingRow[] {
  const rows = new Map<
    string,
    { row: Omit<ReadingRow, 'values'>; values: Partial<Record<ReadingKind, string>> }
  >();
  for (const reading of readings) {
    const key =
      reading.moment === 'other' ? `other ${reading.at ?? ''} ${reading.minute ?? ''}` : reading.moment;
    const known = rows.get(key) ?? {
      row: { key, moment: reading.moment, at: reading.at, minute: reading.minute },
      values: {},
    };
    known.values[reading.kind] =
      reading.diastolic === null ? String(reading.value) : `${reading.value}/${reading.diastolic}`;
    rows.set(key, known);
  }
  return [...rows.values()]
    .map(({ row, values }) => ({ ...row, values }))
    .sort((a, b) => order.indexOf(a.moment) - order.indexOf(b.moment) || time(a) - time(b));
}

function time(row: ReadingRow): number {
  if (row.at !== null) return Date.parse(row.at);
  return row.minute ?? 0;
}

/** The kinds that were read at all, in the order of the page. */
export function kindsRead(rows: readonly ReadingRow[]): readonly ReadingKind[] {
  const kinds: readonly ReadingKind[] = [
    'blood-pressure',
    'pulse',
    'spo2',
    'respiratory-rate',
    'sedation',
    'dissociation',
  ];
  return kinds.filter((kind) => rows.some((row) => row.values[kind] !== undefined));
}
