import type { SessionDraftValues, SessionLog } from '@courseline/contracts';
import { kilograms, orderedMilligrams, weightQuestion, type WeightQuestion } from '@courseline/treatment';

/** The question about today's weight that nobody has answered yet; null when there is none. */
export function openWeightQuestion(log: SessionLog, values: SessionDraftValues): WeightQuestion | null {
  const { weight } = values.plain;
  if (weight === undefined || weight.confirmed) return null;
  return weightQuestion(weight.value, weight.unit, log.lastWeight?.kg ?? null);
}

/** The weight in kilograms that a dose is reckoned with: today's once it is not in doubt, or else the last one known. */
export function doseWeightKg(log: SessionLog, values: SessionDraftValues): number | null {
  const { weight } = values.plain;
  if (weight === undefined) return log.lastWeight?.kg ?? null;
  return openWeightQuestion(log, values) === null ? kilograms(weight.value, weight.unit) : null;
}

export type OrderedDose =
  | {
      readonly kind: 'known';
      readonly mg: number;
      readonly perKg: number | null;
      readonly weightKg: number | null;
    }
  /** Ordered per kg, and no weight to reckon with, or one that is in doubt. */
  | { readonly kind: 'needs-weight'; readonly perKg: number; readonly inDoubt: boolean }
  | { readonly kind: 'not-ordered' };

/**
 * The dose as ordered, in mg: an order per kg follows the weight. While the question about an unlikely weight is open
 * there is none: pounds taken for kilograms would double it.
 */
export function orderedDose(log: SessionLog, values: SessionDraftValues): OrderedDose {
  const { orderedMg, orderedMgPerKg: perKg } = log.session;
  const weightKg = doseWeightKg(log, values);
  if (perKg === null)
    return orderedMg === null
      ? { kind: 'not-ordered' }
      : { kind: 'known', mg: orderedMg, perKg: null, weightKg };
  if (weightKg === null)
    return { kind: 'needs-weight', perKg, inDoubt: openWeightQuestion(log, values) !== null };
  return { kind: 'known', mg: orderedMilligrams(perKg, weightKg), perKg, weightKg };
}
