import { baseline } from './baseline.js';
import {
  change,
  clinicallySignificantChange,
  isEligibleBaseline,
  isMinimalImportantDifference,
  isReliableDeterioration,
  isReliableImprovement,
  isRemission,
  isResponse,
  percentFall,
  percentOfBaseline,
} from './change.js';
import { endOfInduction, lastRecorded, type Endpoint } from './endpoints.js';
import type { OutcomeRules } from './outcome-rules.js';
import type { Dose, ScoredPoint, ScorePoint } from './score-point.js';

/** One course of treatment and its scores on one instrument, in any order. */
export interface CourseScores<P extends ScorePoint = ScorePoint> {
  readonly id: string;
  readonly points: readonly P[];
  /** Doses given, as far as known. */
  readonly doses?: readonly Dose[];
  /** Instant of the first dose, epoch milliseconds. */
  readonly firstDoseAt?: number | null;
  /** Day of the last induction dose; null or absent while induction runs and where a course has none. */
  readonly lastInductionDoseDay?: number | null;
}

/** What became of one course. A null is a question without an answer, never a no. */
export interface CourseOutcome<P extends ScorePoint = ScorePoint> {
  readonly courseId: string;
  readonly endpoint: Endpoint;
  readonly baseline: ScoredPoint<P> | null;
  /** The score at the endpoint. */
  readonly last: ScoredPoint<P> | null;
  /** Points, negative is improvement. */
  readonly change: number | null;
  readonly percentOfBaseline: number | null;
  readonly percentFall: number | null;
  /** Null without a baseline. */
  readonly eligible: boolean | null;
  readonly response: boolean | null;
  readonly remission: boolean | null;
  readonly reliableImprovement: boolean | null;
  readonly reliableDeterioration: boolean | null;
  readonly minimalImportantDifference: boolean | null;
  readonly clinicallySignificantChange: boolean | null;
}

function scoreAt<P extends ScorePoint>(course: CourseScores<P>, endpoint: Endpoint): ScoredPoint<P> | null {
  return endpoint === 'last-recorded'
    ? lastRecorded(course.points, course.doses)
    : endOfInduction(course.points, course.lastInductionDoseDay ?? null, course.doses);
}

/**
 * Judges one course on one instrument: baseline against the score at the endpoint. Each verdict is null
 * where a score it needs is missing; response and remission are given whether or not the baseline is
 * eligible, and whoever makes a rate of them counts the eligible. Sources stand at each rule.
 */
export function courseOutcome<P extends ScorePoint>(
  course: CourseScores<P>,
  rules: OutcomeRules,
  endpoint: Endpoint,
): CourseOutcome<P> {
  const start = baseline(course.points, course);
  const end = scoreAt(course, endpoint);
  const from = start?.total ?? null;
  const to = end?.total ?? null;
  return {
    courseId: course.id,
    endpoint,
    baseline: start,
    last: end,
    change: change(from, to),
    percentOfBaseline: percentOfBaseline(from, to),
    percentFall: percentFall(from, to),
    eligible: isEligibleBaseline(from, rules.caseCutOff),
    response: isResponse(from, to, rules.response),
    remission: isRemission(to, rules.remission),
    reliableImprovement: isReliableImprovement(from, to, rules.reliableChange),
    reliableDeterioration: isReliableDeterioration(from, to, rules.reliableDeterioration),
    minimalImportantDifference: isMinimalImportantDifference(from, to, rules.minimalImportantDifference),
    clinicallySignificantChange: clinicallySignificantChange(from, to, rules),
  };
}
