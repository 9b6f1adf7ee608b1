import { inUnit, kilograms, orderedMilligrams, type WeightUnit } from '@courseline/treatment';
import type { Random } from './random.js';
import type { Regimen } from './regimens.js';

/** What the clinician ordered: per kg of body weight, or in mg. */
export interface Order {
  readonly mg: number | null;
  readonly perKg: number | null;
}

export interface Weight {
  readonly kg: number;
  readonly entered: number;
  readonly unit: WeightUnit;
  /** The day it was taken. */
  readonly day: number;
}

/** The doses a regimen steps through; over 64 esketamine starts at 28 mg in Europe (European labelling). */
export function ordersOf(regimen: Regimen, isOlderInEurope: boolean): readonly Order[] {
  const mg = regimen.agent === 'esketamine' && isOlderInEurope ? [28, ...regimen.mg] : regimen.mg;
  return regimen.perKg.length > 0
    ? regimen.perKg.map((perKg) => ({ mg: null, perKg }))
    : mg.map((step) => ({ mg: step, perKg: null }));
}

/**
 * The step ordered for a session. Esketamine goes up at the second one when it is tolerated; the others after
 * the third and again later, when less than a third of the symptoms have gone.
 */
export function nextStep(
  random: Random,
  regimen: Regimen,
  state: {
    readonly step: number;
    readonly steps: number;
    readonly sessionNumber: number;
    readonly level: number;
  },
): number {
  const { step, steps, sessionNumber, level } = state;
  if (step >= steps - 1) return step;
  const isTime =
    regimen.agent === 'esketamine' ? sessionNumber >= 2 : sessionNumber >= 4 && sessionNumber % 2 === 0;
  const share = regimen.agent === 'esketamine' ? 0.62 : level > 0.67 ? 0.55 : 0.04;
  return isTime && random.chance(share) ? step + 1 : step;
}

/** Whole milligrams as drawn up. */
export function givenMg(order: Order, weightKg: number): number {
  if (order.perKg !== null) return Math.round(orderedMilligrams(order.perKg, weightKg));
  return order.mg ?? 0;
}

/** What is given when a dose is stopped: part of an infusion, a device fewer; null where it cannot be stopped. */
export function stoppedMg(random: Random, regimen: Regimen, mg: number): number | null {
  if (regimen.route === 'iv') return Math.round(mg * random.between(0.35, 0.8));
  return regimen.agent === 'esketamine' && mg > 28 ? mg - 28 : null;
}

export function weighed(random: Random, trueKg: number, unit: WeightUnit, day: number): Weight {
  const entered = inUnit(trueKg + random.normal(0, 0.25), unit);
  return { kg: kilograms(entered, unit), entered, unit, day };
}

export function dose(order: Order): string {
  return order.perKg === null ? `${order.mg ?? 0} mg` : `${order.perKg} mg/kg`;
}
