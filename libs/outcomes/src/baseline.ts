import { trendPoints, type Dose, type ScoredPoint, type ScorePoint } from './score-point.js';

/** How many days before day zero a score may lie and still be where the course started from. */
export const BASELINE_WINDOW_DAYS = 14;

export interface BaselineOptions {
  /** Instant of the first dose of the course, epoch milliseconds; null or absent where unknown. */
  readonly firstDoseAt?: number | null;
  /** All doses known, those of an earlier course included: a score within 24 hours after one is not used. */
  readonly doses?: readonly Dose[];
}

/**
 * Where a course starts from: the last scored assessment with -14 <= day <= 0 that was not answered after
 * a dose. Where both instants are known, one later than the first dose is not a baseline, whatever its day.
 * Imported and prorated totals count and keep their flags. Null when there is none: then the course has
 * no change, no response, no remission. Our own rule.
 */
export function baseline<P extends ScorePoint>(
  points: readonly P[],
  { firstDoseAt = null, doses = [] }: BaselineOptions = {},
): ScoredPoint<P> | null {
  const candidates = trendPoints(points, doses).filter(
    ({ day, at }) =>
      day >= -BASELINE_WINDOW_DAYS && day <= 0 && (at == null || firstDoseAt === null || at <= firstDoseAt),
  );
  return candidates.at(-1) ?? null;
}
