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

/** A first weight of an adult outside these bounds, in kg, is asked about. Our own rule. */
export const FIRST_WEIGHT_USUAL = { from: 40, to: 150 } as const;

export type WeightQuestion =
  | {
      readonly rule: 'weight-change-over-10-percent';
      readonly lastKg: number;
      readonly changeShare: number;
      /** Set where reading the number in the other unit would lie within the rule: "did you mean pounds?" */
      readonly likelyUnit: WeightUnit | null;
    }
  | { readonly rule: 'first-weight-unusual'; readonly likelyUnit: WeightUnit | null };

/**
 * Whether a weight has to be asked about: more than 10 % off the last one, or without one before it below 40 or above
 * 150 kg (both our own rules). The bounds are those of adults and asked of everyone: a question costs one key.
 * Null where it need not.
 */
export function weightQuestion(
  entered: number,
  unit: WeightUnit,
  lastKg: number | null,
): WeightQuestion | null {
  const kg = kilograms(entered, unit);
  const other = otherUnit(unit);
  const otherKg = kilograms(entered, other);
  if (lastKg === null) {
    if (isUsual(kg)) return null;
    return { rule: 'first-weight-unusual', likelyUnit: isUsual(otherKg) ? other : null };
  }
  if (isNear(kg, lastKg)) return null;
  return {
    rule: 'weight-change-over-10-percent',
    lastKg,
    changeShare: kg / lastKg - 1,
    likelyUnit: isNear(otherKg, lastKg) ? other : null,
  };
}

/** Pounds for kilograms, and kilograms for pounds. */
export function otherUnit(unit: WeightUnit): WeightUnit {
  return unit === 'kg' ? 'lb' : 'kg';
}

function isUsual(kg: number): boolean {
  return kg >= FIRST_WEIGHT_USUAL.from && kg <= FIRST_WEIGHT_USUAL.to;
}

function isNear(kg: number, lastKg: number): boolean {
  const GRAM = 0.001;
  return Math.abs(kg - lastKg) <= lastKg * WEIGHT_CHANGE_ASKED + GRAM / 2;
}

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round((value + Number.EPSILON) * scale) / scale;
}
