import { diastolicRange, readingRanges, type ReadingKind, type WeightUnit } from '@courseline/treatment';

/** What was typed, as what it means; or why it means nothing here. */
export type Parsed<Value> = { readonly value: Value } | { readonly error: string };

const number = /^\d+(?:[.,]\d+)?$/;

function toNumber(text: string): number | null {
  return number.test(text) ? Number(text.replace(',', '.')) : null;
}

/** A number within bounds, with a decimal point or comma. */
export function parseWithin(from: number, to: number, whole: boolean): (text: string) => Parsed<number> {
  return (text) => {
    const value = toNumber(text.trim());
    if (value === null || (whole && !Number.isInteger(value)))
      return { error: whole ? 'A whole number.' : 'A number.' };
    return value < from || value > to ? { error: `From ${from} to ${to}.` } : { value };
  };
}

/** A reading of a kind, within what can be stored. */
export function parseReading(kind: ReadingKind): (text: string) => Parsed<number> {
  const { from, to } = readingRanges[kind];
  return parseWithin(from, to, kind !== 'spo2');
}

const pressureForms = [/^(\d{2,3})\s*[/\s-]\s*(\d{2,3})$/, /^(\d{3})(\d{2,3})$/, /^(\d{2})(\d{2})$/];

export interface Pressure {
  readonly systolic: number;
  readonly diastolic: number;
}

/**
 * Both values in one cell, as they are said: "128/82"; a space or a hyphen between them does too, and so does nothing,
 * as keypads of phones have no stroke: of "12882" only one reading has its upper value above its lower.
 */
export function parsePressure(text: string): Parsed<Pressure> {
  const [, upper, lower] =
    pressureForms.map((form) => form.exec(text.trim())).find((match) => match !== null) ?? [];
  if (upper === undefined || lower === undefined) return { error: 'Both values, such as 128/82.' };
  const systolic = Number(upper);
  const diastolic = Number(lower);
  const range = readingRanges['blood-pressure'];
  if (systolic < range.from || systolic > range.to)
    return { error: `Systolic from ${range.from} to ${range.to}.` };
  if (diastolic < diastolicRange.from || diastolic > diastolicRange.to)
    return { error: `Diastolic from ${diastolicRange.from} to ${diastolicRange.to}.` };
  return diastolic >= systolic
    ? { error: 'The upper value comes first.' }
    : { value: { systolic, diastolic } };
}

export interface TypedWeight {
  readonly value: number;
  readonly unit: WeightUnit;
}

/** A weight in the unit shown beside the field, or in the one typed after it: "185", "84,5 kg", "185lb". */
export function parseWeight(text: string, unit: WeightUnit): Parsed<TypedWeight> {
  const [, typed = '', typedUnit] = /^([\d.,]+)\s*(kg|lbs?)?$/i.exec(text.trim()) ?? [];
  const value = toNumber(typed);
  if (value === null) return { error: 'A weight, such as 84.0.' };
  const meant = typedUnit === undefined ? unit : typedUnit.toLowerCase().startsWith('k') ? 'kg' : 'lb';
  return value < 20 || value > 900 ? { error: 'From 20 to 900.' } : { value: { value, unit: meant } };
}
