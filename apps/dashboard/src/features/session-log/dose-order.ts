import type { SessionDraftValues, SessionLog } from '@courseline/contracts';
import { kilograms, orderedMilligrams, weightQuestion } from '@courseline/treatment';

/** The weight in kilograms that a dose is reckoned with: today's, or else the last one known. */
export function doseWeightKg(log: SessionLog, values: SessionDraftValues): number | null {
  const { weight } = values.plain;
  if (weight !== undefined) return kilograms(weight.value, weight.unit);
  return log.lastWeight?.kg ?? null;
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
 * The dose as ordered, in mg. While the question about an unlikely weight is open there is none: pounds taken for
 * kilograms would double it.
 */
export function orderedDose(log: SessionLog, values: SessionDraftValues): OrderedDose {
  const { orderedMg, orderedMgPerKg } = log.session;
  const weightKg = doseWeightKg(log, values);
  if (orderedMg !== null) return { kind: 'known', mg: orderedMg, perKg: null, weightKg };
  if (orderedMgPerKg === null) return { kind: 'not-ordered' };
  const { weight } = values.plain;
  const inDoubt =
    weight !== undefined &&
    !weight.confirmed &&
    weightQuestion(weight.value, weight.unit, log.lastWeight?.kg ?? null) !== null;
  if (weightKg === null || inDoubt) return { kind: 'needs-weight', perKg: orderedMgPerKg, inDoubt };
  return { kind: 'known', mg: orderedMilligrams(orderedMgPerKg, weightKg), perKg: orderedMgPerKg, weightKg };
}
