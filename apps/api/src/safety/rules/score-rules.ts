import {
  isEligibleBaseline,
  isResponse,
  baseline,
  currentOutcomeRules,
  trendPoints,
  type Dose,
  type ScoredPoint,
  type ScorePoint,
} from '@courseline/outcomes';
import { fire, numberOf, type FiredRule, type RulesInForce } from './rule-definition.js';

export const judgedInstruments = ['phq-9', 'gad-7', 'pcl-5'] as const;
export type JudgedInstrument = (typeof judgedInstruments)[number];

/** The scores of one person on one instrument, as they stand with the form that has just been stored. */
export interface ScoresToJudge {
  readonly instrument: JudgedInstrument;
  /** The form that has just been stored; it is judged where it is the latest that counts. */
  readonly formId: string;
  /** All scores of the person, in days of the course where they are in one. */
  readonly points: readonly (ScorePoint & { readonly inCourse: boolean })[];
  readonly doses: readonly Dose[];
  readonly firstDoseAt: number | null;
  /** Doses given in the course. */
  readonly sessionsGiven: number;
}

export interface JudgedScores {
  /** Of this form. */
  readonly ofForm: readonly FiredRule[];
  /** Of the course as a whole: told once, whichever form says it first. */
  readonly ofCourse: readonly FiredRule[];
}

const parameterOf = { 'phq-9': 'phq9', 'gad-7': 'gad7', 'pcl-5': 'pcl5' } as const;
const riseOf = { 'phq-9': 'phq-9-rise', 'gad-7': 'gad-7-rise', 'pcl-5': 'pcl-5-rise' } as const;

interface Follow {
  readonly instrument: JudgedInstrument;
  readonly start: ScoredPoint | null;
  /** Scores that count before the latest, in order of time. */
  readonly earlier: readonly ScoredPoint[];
  /** Those of them after day 0 of the course. */
  readonly inTreatment: readonly ScoredPoint[];
  readonly latest: ScoredPoint;
}

/**
 * Which rules the stored form fires. Answers given after a dose do not count, as in every trend; a form older than
 * one that is there fires nothing, since somebody has seen how it went on. Thresholds and sources: the catalogue.
 */
export function scoreAlerts(scores: ScoresToJudge, rules: RulesInForce): JudgedScores {
  const usable = trendPoints(scores.points, scores.doses);
  const latest = usable.at(-1);
  if (latest?.id !== scores.formId) return { ofForm: [], ofCourse: [] };
  const own = scores.points.filter(({ inCourse }) => inCourse);
  const start = baseline(own, { firstDoseAt: scores.firstDoseAt, doses: scores.doses });
  const follow: Follow = {
    instrument: scores.instrument,
    start: start?.id === latest.id ? null : start,
    earlier: usable.slice(0, -1),
    inTreatment: usable.slice(0, -1).filter(({ inCourse, day }) => inCourse && day > 0),
    latest,
  };
  const rises = rise(follow, rules);
  const isPhq9 = scores.instrument === 'phq-9';
  return {
    ofForm: [
      ...rises,
      ...(rises.length === 0 ? worsening(follow, rules) : []),
      ...(isPhq9 ? lossOfResponse(follow, rules) : []),
    ],
    ofCourse: isPhq9 ? littleChange(follow, rules, scores.sessionsGiven) : [],
  };
}

/** The higher of the two distances that rose far enough; the red rule stands in for the amber one. */
function rise({ instrument, start, earlier, latest }: Follow, rules: RulesInForce): readonly FiredRule[] {
  const compared = [
    { comparedWith: 'previous' as const, from: earlier.at(-1)?.total },
    { comparedWith: 'baseline' as const, from: start?.total },
  ]
    .flatMap(({ comparedWith, from }) => (from === undefined ? [] : [{ comparedWith, from }]))
    .toSorted((a, b) => a.from - b.from)[0];
  if (compared === undefined) return [];
  const facts = { kind: 'score' as const, instrument, total: latest.total, ...compared };
  const risen = latest.total - compared.from;
  const severe = rules('phq-9-severe-rise');
  if (
    instrument === 'phq-9' &&
    latest.total >= numberOf(severe, 'total') &&
    risen >= numberOf(severe, 'points')
  ) {
    const red = fire(severe, facts);
    if (red.length > 0) return red;
  }
  const plain = rules(riseOf[instrument]);
  return risen >= numberOf(plain, 'points') ? fire(plain, facts) : [];
}

/** When the distance from the best of the course is reached; not again while the score stays up there. */
function worsening({ instrument, inTreatment, latest }: Follow, rules: RulesInForce): readonly FiredRule[] {
  const rule = rules('reliable-worsening');
  const limit = numberOf(rule, parameterOf[instrument]);
  const previous = inTreatment.at(-1);
  if (previous === undefined) return [];
  const best = Math.min(...inTreatment.map(({ total }) => total));
  // Risen from the best in one step: that is for the rule about a rise, on whose number the clinic has decided.
  if (previous.total <= best) return [];
  if (latest.total - best < limit || previous.total - best >= limit) return [];
  return fire(rule, { kind: 'score', instrument, total: latest.total, from: best, comparedWith: 'best' });
}

/** Two in a row without, after two in a row with: at the second, and not again. */
function lossOfResponse(
  { instrument, start, inTreatment, latest }: Follow,
  rules: RulesInForce,
): readonly FiredRule[] {
  const rule = rules('loss-of-response');
  if (start === null || isEligibleBaseline(start.total, currentOutcomeRules('phq-9').caseCutOff) !== true) {
    return [];
  }
  const isResponding = ({ total }: ScoredPoint): boolean =>
    isResponse(start.total, total, { id: rule.version, fallPercent: numberOf(rule, 'percent') }) === true;
  const [before, last, previous] = [inTreatment.at(-3), inTreatment.at(-2), inTreatment.at(-1)];
  if (before === undefined || last === undefined || previous === undefined) return [];
  if (!isResponding(before) || !isResponding(last) || isResponding(previous) || isResponding(latest))
    return [];
  return fire(rule, {
    kind: 'fall',
    instrument,
    baseline: start.total,
    total: latest.total,
    sessionsGiven: null,
  });
}

function littleChange(
  { instrument, start, latest }: Follow,
  rules: RulesInForce,
  sessionsGiven: number,
): readonly FiredRule[] {
  const rule = rules('little-change');
  if (start === null || latest.day <= 0 || sessionsGiven < numberOf(rule, 'sessions')) return [];
  if (isEligibleBaseline(start.total, currentOutcomeRules('phq-9').caseCutOff) !== true) return [];
  const fallPercent = numberOf(rule, 'percent');
  if (isResponse(start.total, latest.total, { id: rule.version, fallPercent }) !== false) return [];
  return fire(rule, { kind: 'fall', instrument, baseline: start.total, total: latest.total, sessionsGiven });
}
