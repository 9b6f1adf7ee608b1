/**
 * One assessment of one instrument, as the statistics see it: where it lies in the course and what it scored.
 * Entered-in-error and wrong-patient assessments must have been left out before.
 */
export interface ScorePoint {
  readonly id: string;
  /** Whole calendar days from day zero of the course; negative before it. */
  readonly day: number;
  /** Instant in epoch milliseconds; null or absent where only the day is known. */
  readonly at?: number | null;
  /** Null: not scored (too many answers missing). 0 is a score. */
  readonly total: number | null;
  /** True where the person answered after a dose, in the same visit or within 24 hours. */
  readonly afterDose: boolean;
  /** Total estimated from the answered items: counts, and is shown as such. */
  readonly prorated?: boolean;
  /** Total taken over without its answers: counts, and is shown as such. */
  readonly imported?: boolean;
}

/** A point that has a score. */
export type ScoredPoint<P extends ScorePoint = ScorePoint> = P & { readonly total: number };

/** A dose that was given. */
export interface Dose {
  readonly day: number;
  /** Instant in epoch milliseconds; null or absent where only the day is known. */
  readonly at?: number | null;
}

const ACUTE_MS = 24 * 60 * 60 * 1000;

function isScored<P extends ScorePoint>(point: P): point is ScoredPoint<P> {
  return point.total !== null;
}

function isWithinDayAfter(point: ScorePoint, dose: Dose): boolean {
  if (point.at == null || dose.at == null) return false;
  const sinceDose = point.at - dose.at;
  return sinceDose > 0 && sinceDose <= ACUTE_MS;
}

/**
 * Order in time: by day, then by instant, then by id. A point without an instant stands before those of
 * its day that have one, so the order is total and never depends on how rows arrived. Ids are made in
 * order of entry, so of two otherwise equal points the one entered later counts as the later one.
 */
export function compareInTime(a: ScorePoint, b: ScorePoint): number {
  if (a.day !== b.day) return a.day - b.day;
  const instantA = a.at ?? Number.NEGATIVE_INFINITY;
  const instantB = b.at ?? Number.NEGATIVE_INFINITY;
  if (instantA !== instantB) return instantA < instantB ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * The points that may stand for how a person has been: scored, not answered after a dose, and, where both
 * instants are known, not within 24 hours after any of the doses; in order of time. The instruments ask
 * about weeks, and the acute effect of a dose is not an outcome. Where an instant is missing the mark
 * `afterDose` alone decides: no time is invented. Our own rule.
 */
export function trendPoints<P extends ScorePoint>(
  points: readonly P[],
  doses: readonly Dose[] = [],
): readonly ScoredPoint<P>[] {
  return points
    .filter(isScored)
    .filter((point) => !point.afterDose && !doses.some((dose) => isWithinDayAfter(point, dose)))
    .sort(compareInTime);
}
