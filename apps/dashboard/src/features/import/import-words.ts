import type { DayFormat, ImportBatch, ImportState, MissingKind } from '@courseline/contracts';

export const stateWords: Readonly<Record<ImportState, string>> = {
  uploaded: 'uploaded, not checked',
  checked: 'checked, not imported',
  imported: 'imported',
  voided: 'voided',
};

/** A batch that was thrown away before anything came of it was never in the record. */
export function batchWords({ state, importedAt, fileKept }: ImportBatch): string {
  if (state === 'voided') return importedAt === null ? 'thrown away' : 'voided';
  return state !== 'imported' && !fileKept ? 'never imported, file gone' : stateWords[state];
}

export const dayFormatWords: Readonly<Record<DayFormat, string>> = {
  'year-month-day': 'year-month-day, as 2025-05-31',
  'day.month.year': 'day.month.year, as 31.5.2025',
  'day/month/year': 'day/month/year, as 31/05/2025',
  'month/day/year': 'month/day/year, as 05/31/2025',
};

export const missingWords: Readonly<Record<MissingKind, string>> = {
  missing: 'not answered',
  refused: 'refused to answer',
  'not-known': 'did not know',
};

/** "1 row", "1,204 rows". */
export function counted(count: number, one: string, many: string, shown: string): string {
  return `${shown} ${count === 1 ? one : many}`;
}
