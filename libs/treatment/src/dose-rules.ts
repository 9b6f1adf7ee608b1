import type { Agent, Route } from './routes.js';

/**
 * What a dose is held against. `warn` says so, `confirm` needs a reason from whoever signs,
 * `refuse` is the physically absurd, which the database refuses too.
 */
export type DoseRuleLevel = 'warn' | 'confirm' | 'refuse';

export interface DoseRule {
  readonly id: string;
  readonly level: DoseRuleLevel;
  readonly words: string;
  /** Whose rule it is, as it must be shown. */
  readonly source: string;
}

interface PerKgBound extends DoseRule {
  readonly routes: readonly Route[];
  readonly above?: number;
  readonly below?: number;
}

const OURS = 'our own rule, not a published one';

/**
 * Bounds in mg per kg of body weight, by route. The bounds are our own; usual doses in studies are
 * 0.5 mg/kg IV over 40 minutes (Anand 2023, N Engl J Med 388:2315; Oliver 2022, J Clin Psychiatry 83(6):21m14336),
 * 0.5 to 0.9 mg/kg SC (Loo 2023, Br J Psychiatry 223:533) and about 5 mg/kg sublingual (Hull 2022, J Affect Disord 314:59).
 */
export const doseBoundsPerKg: readonly PerKgBound[] = [
  {
    id: 'parenteral-above-10',
    level: 'refuse',
    routes: ['iv', 'im', 'sc'],
    above: 10,
    words: 'Above 10 mg/kg by injection or infusion cannot be right.',
    source: OURS,
  },
  {
    id: 'parenteral-above-2',
    level: 'confirm',
    routes: ['iv', 'im', 'sc'],
    above: 2,
    words: 'Above 2.0 mg/kg: confirm with a reason.',
    source: OURS,
  },
  {
    id: 'parenteral-above-1',
    level: 'warn',
    routes: ['iv', 'im', 'sc'],
    above: 1,
    words: 'Above 1.0 mg/kg.',
    source: OURS,
  },
  {
    id: 'parenteral-below-0.1',
    level: 'warn',
    routes: ['iv', 'im', 'sc'],
    below: 0.1,
    words: 'Below 0.1 mg/kg.',
    source: OURS,
  },
  {
    id: 'oral-above-7',
    level: 'warn',
    routes: ['sublingual', 'oral'],
    above: 7,
    words: 'Above 7 mg/kg.',
    source: OURS,
  },
  {
    id: 'oral-below-0.5',
    level: 'warn',
    routes: ['sublingual', 'oral'],
    below: 0.5,
    words: 'Below 0.5 mg/kg.',
    source: OURS,
  },
];

/** The doses of the esketamine nasal device: 28 mg each, one to three (Spravato labelling). */
export const ESKETAMINE_DOSES_MG: readonly number[] = [28, 56, 84];

const esketamineRule: DoseRule = {
  id: 'esketamine-not-28-56-84',
  level: 'warn',
  words: 'Esketamine comes in devices of 28 mg: 28, 56 or 84 mg.',
  source: 'Spravato labelling; the warning is our own rule',
};

export interface DoseGiven {
  readonly agent: Agent;
  readonly route: Route;
  readonly mg: number;
  /** Null where no weight is known: rules per kg then say nothing. */
  readonly weightKg: number | null;
}

/** Dose per kg of body weight, to three decimals; null without a weight. */
export function mgPerKg(mg: number, weightKg: number | null): number | null {
  return weightKg === null || weightKg <= 0 ? null : Math.round((mg / weightKg) * 1000) / 1000;
}

/** The rule a dose breaks, the strictest first; none for a dose within all bounds or of zero (nothing was given). */
export function doseRulesBroken(dose: DoseGiven): readonly DoseRule[] {
  if (dose.mg === 0) return [];
  if (dose.agent === 'esketamine') return ESKETAMINE_DOSES_MG.includes(dose.mg) ? [] : [esketamineRule];
  if (dose.weightKg === null || dose.weightKg <= 0) return [];
  const perKg = dose.mg / dose.weightKg;
  const broken = doseBoundsPerKg.filter(
    (bound) =>
      bound.routes.includes(dose.route) &&
      ((bound.above !== undefined && perKg > bound.above) ||
        (bound.below !== undefined && perKg < bound.below)),
  );
  return broken.slice(0, 1);
}

/** Milligrams for an order per kg: 80 kg at 0.5 mg/kg is 40 mg. Rounded to 0.1 mg. */
export function orderedMilligrams(perKg: number, weightKg: number): number {
  return Math.round(perKg * weightKg * 10 + 1e-9) / 10;
}

/** How many times the order was given, to one decimal: 2.2. Null without an order, and where that is 1.0. */
export function timesOrdered(givenMg: number, orderedMg: number | null): number | null {
  if (orderedMg === null || orderedMg <= 0) return null;
  const times = Math.round((givenMg / orderedMg) * 10) / 10;
  return times === 1 ? null : times;
}
