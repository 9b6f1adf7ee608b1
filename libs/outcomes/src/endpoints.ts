import { trendPoints, type Dose, type ScoredPoint, type ScorePoint } from './score-point.js';

/** Which score a course is judged by. */
export type Endpoint = 'end-of-induction' | 'last-recorded';

/** How many days after the last induction dose a score still speaks for the induction. */
export const END_OF_INDUCTION_DAYS = 31;

/**
 * The last usable score after day zero, however late. Null without one: the course has no follow-up.
 * Courses are followed for different lengths of time: show it beside the end of induction, never alone.
 */
export function lastRecorded<P extends ScorePoint>(
  points: readonly P[],
  doses: readonly Dose[] = [],
): ScoredPoint<P> | null {
  return trendPoints(points, doses).findLast(({ day }) => day > 0) ?? null;
}

/**
 * The last usable score from the day of the last induction dose to 31 days after it, both days included,
 * and after day zero. Null without such a score, or where the induction has no last dose (still under way,
 * or a course without doses). The window ends where McInnes et al. 2022 (J Affect Disord 301:486, scores
 * 14 to 31 days after the last infusion) ended theirs; that it opens on the day of the dose is our own rule.
 */
export function endOfInduction<P extends ScorePoint>(
  points: readonly P[],
  lastInductionDoseDay: number | null,
  doses: readonly Dose[] = [],
): ScoredPoint<P> | null {
  if (lastInductionDoseDay === null) return null;
  const inWindow = trendPoints(points, doses).findLast(
    ({ day }) =>
      day > 0 && day >= lastInductionDoseDay && day <= lastInductionDoseDay + END_OF_INDUCTION_DAYS,
  );
  return inWindow ?? null;
}
