import { attentionRank, type AttentionReason } from '@courseline/contracts';
import {
  attentionReasons,
  currentOutcomeRules,
  dayNumber,
  GENERAL_ATTENTION_RULES,
  PHQ9_ATTENTION_RULES,
  type AttentionReason as Judged,
  type ScoredPoint,
} from '@courseline/outcomes';
import { scoresOf, type CourseFacts, type DatedPoint } from './course-facts.js';

const judgedInstruments = ['phq-9', 'gad-7', 'pcl-5'] as const;
export type JudgedInstrument = (typeof judgedInstruments)[number];

export interface OpenSession {
  readonly id: string;
  readonly date: string;
  /** Whether someone has begun to write it down. */
  readonly begun: boolean;
}

export interface AttentionInput {
  readonly course: CourseFacts;
  readonly points: Readonly<Record<JudgedInstrument, readonly DatedPoint[]>>;
  /** Planned for a day that has passed, and neither signed, cancelled nor missed. */
  readonly unsigned: readonly OpenSession[];
  readonly nextSessionOn: string | null;
  /** Forms that are due at the next session. */
  readonly formsDue: readonly JudgedInstrument[];
}

/** How many days ahead a first dose without a baseline, and a session with forms due, is said: our own rules. */
const FIRST_DOSE_DAYS = 3;
const FORM_DUE_DAYS = 1;
/** How old a baseline may be on the day of the first dose: our own rule, that of every baseline. */
const BASELINE_DAYS = 14;

/** Why someone should look at a course: what its scores say, and what was left undone. The gravest first. */
export function courseAttention(input: AttentionInput): AttentionReason[] {
  const reasons = [...judgedInstruments.flatMap((id) => fromScores(input, id)), ...undone(input)];
  return reasons.toSorted((a, b) => attentionRank(a) - attentionRank(b));
}

function fromScores({ course, points }: AttentionInput, instrument: JudgedInstrument): AttentionReason[] {
  const { dayZero, today, sessionsGiven } = course;
  const own = points[instrument];
  const scores = scoresOf(course, own);
  // Depression is asked of everybody; the other forms only of those who were ever asked them.
  if (scores === null || dayZero === null || (instrument !== 'phq-9' && own.length === 0)) return [];
  const rules = {
    outcome: currentOutcomeRules(instrument),
    attention: instrument === 'phq-9' ? PHQ9_ATTENTION_RULES : GENERAL_ATTENTION_RULES,
  };
  const context = { sessionsGiven, today: dayNumber(today, dayZero) };
  return attentionReasons(scores, rules, context).map((reason) => toReason(reason, own));
}

function toReason(reason: Judged<DatedPoint>, points: readonly DatedPoint[]): AttentionReason {
  const { urgency, ruleId, instrument } = reason;
  const common = { urgency, ruleId, instrument };
  const then = ({ date, total }: ScoredPoint<DatedPoint>) => ({ date, total });
  switch (reason.code) {
    case 'rise-from-baseline':
    case 'rise-from-best':
    case 'rise-from-previous':
      return {
        ...common,
        code: reason.code,
        from: then(reason.from),
        to: then(reason.to),
        points: reason.points,
        thresholdPoints: reason.thresholdPoints,
      };
    case 'relapse':
      return {
        ...common,
        code: 'relapse',
        from: then(reason.from),
        to: then(reason.to),
        thresholdTotal: reason.thresholdTotal,
      };
    case 'loss-of-response':
      return {
        ...common,
        code: 'loss-of-response',
        from: then(reason.from),
        to: then(reason.to),
        percentFall: reason.percentFall,
        thresholdPercent: reason.thresholdPercent,
      };
    case 'little-change':
      return {
        ...common,
        code: 'little-change',
        from: then(reason.from),
        to: then(reason.to),
        percentFall: reason.percentFall,
        thresholdPercent: reason.thresholdPercent,
        sessionsGiven: reason.sessionsGiven,
      };
    case 'no-baseline':
      return { ...common, code: 'no-baseline', sessionsGiven: reason.sessionsGiven };
    case 'no-recent-score':
      return {
        ...common,
        code: 'no-recent-score',
        lastDate: points.findLast(({ day, total }) => total !== null && day === reason.lastDay)?.date ?? null,
        days: reason.days,
        thresholdDays: reason.thresholdDays,
      };
  }
}

function undone(input: AttentionInput): AttentionReason[] {
  const { course, points, unsigned, nextSessionOn, formsDue } = input;
  const reasons = unsigned.map((session): AttentionReason => ({
    code: 'unsigned-session',
    urgency: 'soon',
    ruleId: 'attention/1/unsigned-session',
    sessionId: session.id,
    date: session.date,
    begun: session.begun,
  }));
  if (nextSessionOn === null) return reasons;
  const ahead = dayNumber(nextSessionOn, course.today);
  const hasBaseline = points['phq-9'].some(
    ({ date, total, afterDose }) =>
      total !== null && !afterDose && dayNumber(nextSessionOn, date) <= BASELINE_DAYS,
  );
  if (course.dayZero === null && ahead <= FIRST_DOSE_DAYS && !hasBaseline) {
    reasons.push({
      code: 'no-baseline-before-first-dose',
      urgency: 'soon',
      ruleId: 'attention/1/no-baseline-before-first-dose',
      instrument: 'phq-9',
      firstDoseOn: nextSessionOn,
    });
  } else if (ahead <= FORM_DUE_DAYS && formsDue.length > 0) {
    reasons.push({
      code: 'form-due',
      urgency: 'soon',
      ruleId: 'attention/1/form-due',
      instruments: [...formsDue],
      dueOn: nextSessionOn,
    });
  }
  return reasons;
}
