import { hasReadings, type VitalsRow } from '@courseline/contracts';
import { momentWords } from '../../messages/session-words';

const otherRow = /^other-([1-9]\d?)$/;

/** The rows after the dose in the order of the page: at 40 minutes, the added ones, the end. */
export function rowsAfterDose(
  vitals: Readonly<Record<string, VitalsRow>>,
  added: readonly string[],
): readonly string[] {
  const others = [...new Set([...Object.keys(vitals), ...added])].filter((row) => otherRow.test(row));
  others.sort((a, b) => place(a) - place(b));
  return ['at-40-minutes', ...others, 'end'];
}

/** The name of one more row, or null when there are as many as can be. */
export function nextRow(rows: readonly string[]): string | null {
  const next = Math.max(0, ...rows.map(place)) + 1;
  return next > 99 ? null : `other-${next}`;
}

function place(row: string): number {
  return Number(otherRow.exec(row)?.[1] ?? 0);
}

export function rowLabel(row: string): string {
  if (row === 'before' || row === 'at-40-minutes' || row === 'end') return momentWords[row];
  return `${momentWords.other} ${place(row)}`;
}

/** The changes of a first reading in a row also say when it was taken, where that is now. */
export function readingChanges(
  row: string,
  values: VitalsRow | undefined,
  readings: Readonly<Record<string, number | null>>,
  now: string | null,
): { path: string; value: number | string | null }[] {
  const changes: { path: string; value: number | string | null }[] = Object.entries(readings).map(
    ([field, value]) => ({ path: `vitals/${row}/${field}`, value }),
  );
  const isFirst = !hasReadings(values) && values?.at === undefined;
  const any = Object.values(readings).some((value) => value !== null);
  return isFirst && any && now !== null ? [{ path: `vitals/${row}/at`, value: now }, ...changes] : changes;
}
