import { courseOutcome, type CourseOutcome, type CourseScores } from './course-outcome.js';
import type { Endpoint } from './endpoints.js';
import type { OutcomeRules, ChangeRule } from './outcome-rules.js';
import { rateOf, type Rate } from './proportion.js';
import type { ScorePoint } from './score-point.js';

/** The courses behind each step from treated to analysed, as sorted ids. */
export interface CohortFlow {
  readonly treated: readonly string[];
  readonly withBaseline: readonly string[];
  readonly withFollowUp: readonly string[];
  readonly eligible: readonly string[];
  readonly eligibleWithFollowUp: readonly string[];
}

export interface CohortOutcomes {
  readonly instrument: string;
  readonly endpoint: Endpoint;
  /** The rule by which a baseline is eligible. */
  readonly eligibilityRuleId: string;
  /** All courses asked about, measured or not. */
  readonly treated: number;
  /** Courses with a baseline: all that can be analysed. The same as `withBaseline`. */
  readonly courses: number;
  readonly withBaseline: number;
  /** With a baseline and a score at the endpoint. */
  readonly withFollowUp: number;
  readonly eligible: number;
  readonly eligibleWithFollowUp: number;
  /** Of the eligible with follow-up. */
  readonly response: Rate;
  /** Of the eligible with follow-up; null where the instrument has no definition. */
  readonly remission: Rate | null;
  /** Of all with follow-up. */
  readonly reliableImprovement: Rate;
  /** Of all with follow-up. */
  readonly reliableDeterioration: Rate;
  /** Of all with follow-up: a fall of so many points or more, for each such rule of the instrument. */
  readonly improvementByPoints: readonly (Rate & { readonly points: number })[];
  readonly people: CohortFlow;
}

function sortedIds(outcomes: readonly CourseOutcome[]): readonly string[] {
  return outcomes.map(({ courseId }) => courseId).toSorted();
}

function rateBy(
  ruleId: string,
  outcomes: readonly CourseOutcome[],
  verdict: (outcome: CourseOutcome) => boolean | null,
): Rate {
  return rateOf(
    ruleId,
    outcomes.map((outcome) => [outcome.courseId, verdict(outcome)]),
  );
}

function improvementRate(rule: ChangeRule, outcomes: readonly CourseOutcome[]): Rate & { points: number } {
  const rate = rateBy(rule.id, outcomes, ({ change }) => change !== null && -change >= rule.points);
  return { ...rate, points: rule.points };
}

/**
 * What became of a group of courses on one instrument: the flow from treated to analysed, and the rates of
 * response, remission, reliable improvement and deterioration with 95 % Wilson intervals and the courses
 * behind each number. Courses without a baseline or a score at the endpoint are in no rate: a rate speaks
 * for those measured, so show it with the flow. Denominators as in clinical practice research (eligible
 * baseline for response and remission, all for reliable change) are our own choice, labelled.
 */
export function cohortOutcomes<P extends ScorePoint>(
  courses: readonly CourseScores<P>[],
  rules: OutcomeRules,
  endpoint: Endpoint,
): CohortOutcomes {
  const all: readonly CourseOutcome[] = courses.map((course) => courseOutcome(course, rules, endpoint));
  const withBaseline = all.filter(({ baseline }) => baseline !== null);
  const withFollowUp = withBaseline.filter(({ last }) => last !== null);
  const eligible = withBaseline.filter((outcome) => outcome.eligible === true);
  const eligibleWithFollowUp = eligible.filter(({ last }) => last !== null);
  const { remission } = rules;
  return {
    instrument: rules.instrument,
    endpoint,
    eligibilityRuleId: rules.caseCutOff.id,
    treated: all.length,
    courses: withBaseline.length,
    withBaseline: withBaseline.length,
    withFollowUp: withFollowUp.length,
    eligible: eligible.length,
    eligibleWithFollowUp: eligibleWithFollowUp.length,
    response: rateBy(rules.response.id, eligibleWithFollowUp, ({ response }) => response),
    remission: remission && rateBy(remission.id, eligibleWithFollowUp, (outcome) => outcome.remission),
    reliableImprovement: rateBy(
      rules.reliableChange.id,
      withFollowUp,
      ({ reliableImprovement }) => reliableImprovement,
    ),
    reliableDeterioration: rateBy(
      rules.reliableDeterioration.id,
      withFollowUp,
      ({ reliableDeterioration }) => reliableDeterioration,
    ),
    improvementByPoints: rules.improvementPoints.map((rule) => improvementRate(rule, withFollowUp)),
    people: {
      treated: sortedIds(all),
      withBaseline: sortedIds(withBaseline),
      withFollowUp: sortedIds(withFollowUp),
      eligible: sortedIds(eligible),
      eligibleWithFollowUp: sortedIds(eligibleWithFollowUp),
    },
  };
}
