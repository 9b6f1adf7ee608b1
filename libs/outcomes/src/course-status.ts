import { baseline } from './baseline.js';
import {
  change,
  isEligibleBaseline,
  isMinimalImportantDifference,
  isReliableDeterioration,
  isReliableImprovement,
  isRemission,
  isResponse,
  percentFall,
} from './change.js';
import type { CourseScores } from './course-outcome.js';
import { lastRecorded } from './endpoints.js';
import type { OutcomeRules } from './outcome-rules.js';
import type { ScoredPoint, ScorePoint } from './score-point.js';

/**
 * Where a course stands. `no-baseline` and `no-follow-up` are not known, `low-at-start` began below the case
 * cut-off so that no response can be expected of it, `too-early` has had too few sessions for any judgement.
 * `response` and `remission` are those of the rates; `improving` is a reliable fall that is neither.
 */
export type CourseStatusCode =
  | 'no-baseline'
  | 'no-follow-up'
  | 'worse'
  | 'review-plan'
  | 'remission'
  | 'response'
  | 'improving'
  | 'some-change'
  | 'low-at-start'
  | 'too-early'
  | 'no-change-yet';

export interface ReviewRule {
  readonly id: string;
  /** From this many sessions given on. */
  readonly atSession: number;
  /** A fall below this share of the baseline, in per cent. */
  readonly fallPercent: number;
}

export interface StatusRules {
  readonly id: string;
  /** Before this many sessions given, no change is too early to say. */
  readonly judgeFromSession: number;
  readonly review: ReviewRule;
}

/**
 * Our own rules, version 1. Late responders are the reason for waiting: of a twice-weekly series 7 % had
 * responded after 3 and 42 % after 6 infusions (BMC Psychiatry 2022, s12888-022-03789-3), and 55 % of day-2
 * non-responders to esketamine respond by day 28 (Turkoz et al. 2021, J Clin Psychiatry).
 */
export const STATUS_RULES: StatusRules = {
  id: 'course-status/1',
  judgeFromSession: 3,
  review: { id: 'course-status/1/review-plan', atSession: 6, fallPercent: 25 },
};

/** The status, the rule that decided and the numbers it looked at. */
export interface CourseStatus<P extends ScorePoint = ScorePoint> {
  readonly status: CourseStatusCode;
  readonly ruleId: string;
  readonly baseline: ScoredPoint<P> | null;
  readonly latest: ScoredPoint<P> | null;
  /** Points from baseline, negative is improvement. */
  readonly change: number | null;
  readonly percentFall: number | null;
  readonly sessionsGiven: number;
}

/**
 * Whether so little has come of so many sessions that the plan should be looked at: an eligible baseline, at
 * least the rule's sessions given, and a fall below its share. Null where a score is missing. Never
 * recommends a dose. Our own rule; non-responders may lose hope, which is why it asks for a person.
 */
export function isReviewDue(
  from: number | null,
  to: number | null,
  sessionsGiven: number,
  rules: OutcomeRules,
  review: ReviewRule = STATUS_RULES.review,
): boolean | null {
  const hasFallen = isResponse(from, to, review);
  if (hasFallen === null) return null;
  return (
    !hasFallen && isEligibleBaseline(from, rules.caseCutOff) === true && sessionsGiven >= review.atSession
  );
}

function judge(
  from: number | null,
  to: number | null,
  sessionsGiven: number,
  rules: OutcomeRules,
  statusRules: StatusRules,
): readonly [CourseStatusCode, ruleId: string] {
  if (from === null) return ['no-baseline', statusRules.id];
  if (to === null) return ['no-follow-up', statusRules.id];
  const isEligible = isEligibleBaseline(from, rules.caseCutOff) === true;
  if (isReliableDeterioration(from, to, rules.reliableDeterioration) === true) {
    return ['worse', rules.reliableDeterioration.id];
  }
  // Before `improving`: from a high baseline a fall can be reliable and still be less than a quarter of it.
  if (isReviewDue(from, to, sessionsGiven, rules, statusRules.review) === true) {
    return ['review-plan', statusRules.review.id];
  }
  if (isEligible && rules.remission !== null && isRemission(to, rules.remission) === true) {
    return ['remission', rules.remission.id];
  }
  if (isEligible && isResponse(from, to, rules.response) === true) return ['response', rules.response.id];
  if (isReliableImprovement(from, to, rules.reliableChange) === true) {
    return ['improving', rules.reliableChange.id];
  }
  if (isMinimalImportantDifference(from, to, rules.minimalImportantDifference) === true) {
    return ['some-change', rules.minimalImportantDifference.id];
  }
  if (!isEligible) return ['low-at-start', rules.caseCutOff.id];
  return [sessionsGiven < statusRules.judgeFromSession ? 'too-early' : 'no-change-yet', statusRules.id];
}

/**
 * Where one course stands on one instrument: its latest usable score against its baseline, by the first of
 * these that holds. No baseline; no follow-up; worse (a reliable rise); review the plan (six sessions and
 * less than a quarter of the baseline gone); remission; response; improving (a reliable fall that is no
 * response); some change (one people notice); began low; too early; no change yet. Nothing but `worse`
 * judges against a course before the third session. `sessionsGiven` counts sessions in which a dose was given. Our own rules.
 */
export function courseStatus<P extends ScorePoint>(
  course: Omit<CourseScores<P>, 'id'>,
  rules: OutcomeRules,
  sessionsGiven: number,
  statusRules: StatusRules = STATUS_RULES,
): CourseStatus<P> {
  const start = baseline(course.points, course);
  const latest = lastRecorded(course.points, course.doses);
  const from = start?.total ?? null;
  const to = latest?.total ?? null;
  const [status, ruleId] = judge(from, to, sessionsGiven, rules, statusRules);
  return {
    status,
    ruleId,
    baseline: start,
    latest,
    change: change(from, to),
    percentFall: percentFall(from, to),
    sessionsGiven,
  };
}
