import { clamp, type Random } from './random.js';

/**
 * How symptoms go, in shapes that clinics know. Early and late responders both exist: 7 % had responded after
 * three and 42 % after six infusions (BMC Psychiatry 2022, s12888-022-03789-3), and 55 % of day-2
 * non-responders to esketamine respond by day 28 (Turkoz 2021, J Clin Psychiatry).
 */
export type Shape = 'fast' | 'gradual' | 'late' | 'partial' | 'none' | 'worse';

/**
 * Weights of the shapes, chosen so that the measured rates at the end of induction lie near published ones:
 * PHQ-9 response 53.6 %, remission 28.9 %, worse 8.4 % (McInnes 2022, J Affect Disord 301:486, n = 537);
 * response 45 %, remission 30 % (Alnefeesi 2022, J Psychiatr Res 151:693, real-world meta-analysis).
 */
const shapes: readonly (readonly [Shape, weight: number])[] = [
  ['fast', 26],
  ['gradual', 23],
  ['late', 6],
  ['partial', 18],
  ['none', 19],
  ['worse', 8],
];

/** ESCAPE-TRD, quetiapine arm of Reif 2023, N Engl J Med 389:1298: fewer and later than with esketamine. */
const shapesOfAntidepressants: readonly (readonly [Shape, weight: number])[] = [
  ['fast', 4],
  ['gradual', 28],
  ['late', 12],
  ['partial', 25],
  ['none', 24],
  ['worse', 7],
];

interface Turn {
  readonly day: number;
  /** Share of the baseline it leads to. */
  readonly to: number;
  readonly overDays: number;
}

export interface SymptomCourse {
  readonly shape: Shape;
  /** Share of the baseline that is left when the first effect has run its course. */
  readonly reached: number;
  readonly lagDays: number;
  readonly halfDays: number;
  /** Relapses and recoveries afterwards, in order. */
  readonly turns: readonly Turn[];
}

const reach: Readonly<
  Record<Shape, readonly [mean: number, deviation: number, least: number, most: number]>
> = {
  fast: [0.21, 0.14, 0.02, 0.48],
  gradual: [0.29, 0.15, 0.03, 0.55],
  late: [0.36, 0.12, 0.1, 0.55],
  partial: [0.64, 0.08, 0.52, 0.78],
  none: [0.9, 0.07, 0.78, 1.02],
  worse: [1.28, 0.12, 1.12, 1.6],
};
const lag: Readonly<Record<Shape, readonly [from: number, to: number]>> = {
  fast: [0, 1],
  gradual: [1, 4],
  late: [15, 22],
  partial: [1, 6],
  none: [2, 8],
  worse: [3, 9],
};
const half: Readonly<Record<Shape, readonly [from: number, to: number]>> = {
  fast: [1.5, 3.5],
  gradual: [4, 7],
  late: [4, 6],
  partial: [3, 7],
  none: [6, 10],
  worse: [4, 8],
};

/** `pace` stretches the days: antidepressants take weeks for what ketamine does in days. */
export function aSymptomCourse(random: Random, kind: 'ketamine' | 'antidepressant'): SymptomCourse {
  const shape = random.weighted(kind === 'ketamine' ? shapes : shapesOfAntidepressants);
  const pace = kind === 'ketamine' ? 1 : 3;
  const [mean, deviation, least, most] = reach[shape];
  return {
    shape,
    reached: clamp(random.normal(mean, deviation), least, most),
    lagDays: random.between(...lag[shape]) * pace,
    halfDays: random.between(...half[shape]) * pace,
    turns: [],
  };
}

export function withTurn(course: SymptomCourse, turn: Turn): SymptomCourse {
  return { ...course, turns: [...course.turns, turn] };
}

/** The share of the baseline left on a day of the course; 1 until day 0. */
export function levelOn(course: SymptomCourse, day: number): number {
  const treated = Math.max(0, day - course.lagDays);
  let level = 1 + (course.reached - 1) * (1 - 2 ** (-treated / course.halfDays));
  for (const { day: from, to, overDays } of course.turns) {
    if (day > from) level += (to - level) * Math.min(1, (day - from) / overDays);
  }
  return level;
}

/**
 * The relapse of a responder, or null when it stays. Of responders about 80 % keep it for four and 60 % for
 * eight weeks without maintenance (McInnes 2022); with maintenance fewer relapse (SUSTAIN-1: Daly 2019,
 * JAMA Psychiatry 76:893), here at a quarter of that hazard.
 */
export function relapseOf(random: Random, fromDay: number, hasMaintenance: boolean): Turn | null {
  const weeklyHazard = -Math.log(0.6) / 8 / (hasMaintenance ? 4 : 1);
  const weeks = -Math.log(1 - random.next()) / weeklyHazard;
  return weeks > 60
    ? null
    : { day: fromDay + Math.round(weeks * 7), to: random.between(0.6, 1.02), overDays: random.whole(18, 40) };
}
