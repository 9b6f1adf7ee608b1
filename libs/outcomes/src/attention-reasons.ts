import type { AttentionReason, AttentionRules } from './attention-reason.js';
import { baseline } from './baseline.js';
import { isEligibleBaseline, isRemission, isResponse, percentFall } from './change.js';
import type { CourseScores } from './course-outcome.js';
import { isReviewDue } from './course-status.js';
import type { OutcomeRules } from './outcome-rules.js';
import { trendPoints, type ScoredPoint, type ScorePoint } from './score-point.js';

export interface AttentionContext {
  /** Sessions of the course in which a dose was given. */
  readonly sessionsGiven: number;
  /** Today as a day of the course, in the clinic's zone. */
  readonly today: number;
}

interface Rules {
  readonly outcome: OutcomeRules;
  readonly attention: AttentionRules;
}

interface Follow<P extends ScorePoint> {
  readonly start: ScoredPoint<P> | null;
  /** Usable scores before the latest, in order of time. */
  readonly earlier: readonly ScoredPoint<P>[];
  readonly latest: ScoredPoint<P>;
}

function rises<P extends ScorePoint>(
  { start, earlier, latest }: Follow<P>,
  rules: Rules,
): AttentionReason<P>[] {
  const { instrument, alertRise } = rules.outcome;
  const { severe } = rules.attention;
  const decided =
    severe !== null && latest.total >= severe.atLeast
      ? { urgency: 'same-day' as const, ruleId: severe.id }
      : { urgency: 'review' as const, ruleId: alertRise.id };
  const inCourse = earlier.filter(({ day }) => day > 0);
  const candidates = [
    ['rise-from-baseline', start],
    ['rise-from-best', inCourse.toSorted((a, b) => a.total - b.total).at(0)],
    ['rise-from-previous', earlier.at(-1)],
  ] as const;
  const told = new Set<number>();
  return candidates.flatMap(([code, from]) => {
    // Risen by as much from two scores is one reason, not two.
    if (from == null || told.has(from.total)) return [];
    const points = latest.total - from.total;
    if (points < alertRise.points) return [];
    told.add(from.total);
    const numbers = { points, thresholdPoints: alertRise.points };
    return [{ code, ...decided, instrument, from, to: latest, ...numbers }];
  });
}

function relapse<P extends ScorePoint>({ earlier, latest }: Follow<P>, rules: Rules): AttentionReason<P>[] {
  const rule = rules.attention.relapse;
  if (rule === null) return [];
  const { instrument, remission } = rules.outcome;
  const isOnce = latest.total >= rule.onceAtLeast;
  const isTwice = [latest, earlier.at(-1)].every((point) => point && point.total >= rule.twiceAtLeast);
  const from = earlier.findLast(({ day, total }) => day > 0 && isRemission(total, remission) === true);
  if (from === undefined || !(isOnce || isTwice)) return [];
  const thresholdTotal = isOnce ? rule.onceAtLeast : rule.twiceAtLeast;
  return [
    { code: 'relapse', urgency: 'review', instrument, ruleId: rule.id, from, to: latest, thresholdTotal },
  ];
}

function lossOfResponse<P extends ScorePoint>(
  { start, earlier, latest }: Follow<P>,
  rules: Rules,
): AttentionReason<P>[] {
  const rule = rules.attention.lossOfResponse;
  if (rule === null || start === null) return [];
  const { instrument, response } = rules.outcome;
  const isResponding = ({ total }: ScoredPoint<P>): boolean =>
    isResponse(start.total, total, response) === true;
  const before = earlier.filter(({ day }) => day > 0);
  const previous = before.pop();
  if (previous === undefined || isResponding(previous) || isResponding(latest)) return [];
  const confirmed = before.findLast((point, index) => {
    const previousOfIt = before[index - 1];
    return previousOfIt !== undefined && isResponding(previousOfIt) && isResponding(point);
  });
  if (confirmed === undefined) return [];
  return [
    {
      code: 'loss-of-response',
      urgency: 'review',
      instrument,
      ruleId: rule.id,
      from: confirmed,
      to: latest,
      percentFall: percentFall(start.total, latest.total),
      thresholdPercent: response.fallPercent,
    },
  ];
}

function littleChange<P extends ScorePoint>(
  { start, latest }: Follow<P>,
  rules: Rules,
  sessionsGiven: number,
): AttentionReason<P>[] {
  const { review } = rules.attention;
  if (start === null || latest.day <= 0) return [];
  if (isReviewDue(start.total, latest.total, sessionsGiven, rules.outcome, review) !== true) return [];
  return [
    {
      code: 'little-change',
      urgency: 'review',
      instrument: rules.outcome.instrument,
      ruleId: review.id,
      from: start,
      to: latest,
      percentFall: percentFall(start.total, latest.total),
      thresholdPercent: review.fallPercent,
      sessionsGiven,
    },
  ];
}

function missing<P extends ScorePoint>(
  start: ScoredPoint<P> | null,
  latest: ScoredPoint<P> | null,
  rules: Rules,
  { sessionsGiven, today }: AttentionContext,
): AttentionReason<P>[] {
  const { instrument } = rules.outcome;
  const { id, recentScore } = rules.attention;
  const reasons: AttentionReason<P>[] = [];
  if (start === null && sessionsGiven > 0) {
    reasons.push({ code: 'no-baseline', urgency: 'review', instrument, ruleId: id, sessionsGiven });
  }
  const lastDay = latest?.day ?? null;
  const days = today - (lastDay ?? 0);
  if (days > recentScore.days) {
    const numbers = { lastDay, days, thresholdDays: recentScore.days };
    reasons.push({
      code: 'no-recent-score',
      urgency: 'review',
      instrument,
      ruleId: recentScore.id,
      ...numbers,
    });
  }
  return reasons;
}

/**
 * Why someone should look at a course that is under way, on one instrument: the latest usable score risen
 * by the alert threshold from the baseline, from the best score in the course or from the score before it
 * (each distance told once); relapse; loss of a confirmed response; too little change after six sessions;
 * no baseline although treated; no score for too long. Most urgent first. An empty answer says that none of
 * these rules fired, never that all is well; item 9 has its own alerts and is not looked at here.
 * Thresholds: the outcome rules; the attention rules are our own, and each clinic confirms them.
 */
export function attentionReasons<P extends ScorePoint>(
  course: Omit<CourseScores<P>, 'id'>,
  rules: Rules,
  context: AttentionContext,
): readonly AttentionReason<P>[] {
  const start = baseline(course.points, course);
  const usable = trendPoints(course.points, course.doses);
  const latest = usable.at(-1) ?? null;
  const reasons = missing(start, latest, rules, context);
  if (latest === null) return reasons;
  const follow: Follow<P> = { start, earlier: usable.slice(0, -1), latest };
  const isEligible = isEligibleBaseline(start?.total ?? null, rules.outcome.caseCutOff) === true;
  const relapsed = isEligible ? relapse(follow, rules) : [];
  const lost = isEligible && relapsed.length === 0 ? lossOfResponse(follow, rules) : [];
  return [
    ...rises(follow, rules),
    ...relapsed,
    ...lost,
    ...littleChange(follow, rules, context.sessionsGiven),
    ...reasons,
  ];
}
