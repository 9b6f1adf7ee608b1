export type WeightUnit = 'kg' | 'lb';

/** Exactly 0.45359237 kg: the international avoirdupois pound (1959 agreement). */
const KG_PER_LB = 0.453_592_37;

/** A weight in kilograms, rounded to a gram: three decimals, as it is stored. */
export function kilograms(value: number, unit: WeightUnit): number {
  return unit === 'kg' ? round(value, 3) : round(value * KG_PER_LB, 3);
}

/** A weight of so many kilograms in the given unit, to one decimal, as scales show it. */
export function inUnit(kg: number, unit: WeightUnit): number {
  return unit === 'kg' ? round(kg, 1) : round(kg / KG_PER_LB, 1);
}

/** A weight more than this share off the last one is asked about. Our own rule. */
export const WEIGHT_CHANGE_ASKED = 0.1;

export interface WeightQuestion {
  readonly rule: 'weight-change-over-10-percent';
  readonly lastKg: number;
  readonly changeShare: number;
  /** Set where reading the number in the other unit would lie within the rule: "did you mean pounds?" */
  readonly likelyUnit: WeightUnit | null;
}

/**
 * Whether a weight has to be asked about: more than 10 % off the last one (our own rule).
 * Null where it need not, or where there is no last weight to compare with.
 */
export function weightQuestion(
  entered: number,
  unit: WeightUnit,
  lastKg: number | null,
): WeightQuestion | null {
  if (lastKg === null) return null;
  const kg = kilograms(entered, unit);
  if (isNear(kg, lastKg)) return null;
  const other: WeightUnit = unit === 'kg' ? 'lb' : 'kg';
  return {
    rule: 'weight-change-over-10-percent',
    lastKg,
    changeShare: kg / lastKg - 1,
    likelyUnit: isNear(kilograms(entered, other), lastKg) ? other : null,
  };
}

function isNear(kg: number, lastKg: number): boolean {
  const GRAM = 0.001;
  return Math.abs(kg - lastKg) <= lastKg * WEIGHT_CHANGE_ASKED + GRAM / 2;
}

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round((value + Number.EPSILON) * scale) / scale;
}
