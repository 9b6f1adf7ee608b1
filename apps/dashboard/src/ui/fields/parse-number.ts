/**
 * The number a person typed, with a decimal point or comma: null when nothing was, NaN when it is not a
 * number, so that a schema refuses it rather than a wrong number being read.
 */
export function parseNumber(typed: string | number | null | undefined): number | null {
  if (typed === null || typed === undefined) return null;
  if (typeof typed === 'number') return typed;
  const text = typed.trim();
  if (text === '') return null;
  return /^[-−+]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace('−', '-').replace(',', '.')) : Number.NaN;
}
