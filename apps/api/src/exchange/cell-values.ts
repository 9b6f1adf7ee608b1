import type { DayFormat, ImportMapping } from '@courseline/contracts';

/** A number as files write it: `7`, `7.0`, `5.39e-79`; null for anything else. Decimal commas are not guessed. */
export function numberIn(cell: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(cell)) return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}

/** A whole number as files write it, `3` or `3.0`; null for anything else. */
export function wholeNumberIn(cell: string): number | null {
  const value = numberIn(cell);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

const shapes: Readonly<Record<DayFormat, RegExp>> = {
  'year-month-day': /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/,
  'day.month.year': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
  'day/month/year': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/,
  'month/day/year': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/,
};

/** The day in a cell as `YYYY-MM-DD`, or null where it is not a day of the calendar written in this format. */
export function dayInCell(cell: string, format: DayFormat): string | null {
  const found = shapes[format].exec(cell)?.groups;
  if (found === undefined) return null;
  const { y = '', m = '', d = '' } = found;
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  // 31 February would become a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}

/** Letters, signs and marks that can be stored and shown: nothing that controls a machine. */
export function isPlainText(cell: string, longest: number): boolean {
  return cell.length <= longest && /^\P{Cc}*$/u.test(cell);
}

export type IdProblem = 'person-missing' | 'person-not-a-number' | 'text-not-possible';

export const longestId = 40;

/** The record number that a cell means, as the mapping reads ids, or what is wrong with it. */
export function recordNumber(
  cell: string,
  { shape, prefix }: Pick<ImportMapping['person'], 'shape' | 'prefix'>,
): { readonly mrn: string } | { readonly problem: IdProblem } {
  if (cell === '') return { problem: 'person-missing' };
  const id = shape === 'whole-number' ? /^(\d+)(?:\.0*)?$/.exec(cell)?.[1] : cell;
  if (id === undefined) return { problem: 'person-not-a-number' };
  const mrn = `${prefix}${id}`;
  return isPlainText(mrn, longestId) ? { mrn } : { problem: 'text-not-possible' };
}
