import type { AtLeastRule, ChangeRule } from './outcome-rules.js';
import { proportion, type Proportion } from './proportion.js';
import { trendPoints, type Dose, type ScorePoint } from './score-point.js';

/** First and last total of one measure. */
export interface FirstAndLast {
  readonly first: number;
  readonly last: number;
}

export interface MeasureRules {
  readonly caseCutOff: AtLeastRule;
  readonly reliableChange: ChangeRule;
}

export interface TalkingTherapiesRules {
  readonly id: string;
  /** PHQ-9. */
  readonly depression: MeasureRules;
  /** GAD-7. */
  readonly anxiety: MeasureRules;
}

/**
 * The thresholds of NHS Talking Therapies in England: PHQ-9 case from 10, reliable change 6; GAD-7 case from
 * 8, reliable change 4 (as published in BMC Psychiatry 2019, s12888-018-1987-1, Table 1; the changes are
 * those of Richards & Borglin 2011, J Affect Disord 133:51, rounded up).
 */
export const TALKING_THERAPIES_RULES: TalkingTherapiesRules = {
  id: 'nhs-talking-therapies/1',
  depression: {
    caseCutOff: { id: 'nhs-talking-therapies/1/phq-9-case', atLeast: 10 },
    reliableChange: { id: 'nhs-talking-therapies/1/phq-9-reliable-change', points: 6 },
  },
  anxiety: {
    caseCutOff: { id: 'nhs-talking-therapies/1/gad-7-case', atLeast: 8 },
    reliableChange: { id: 'nhs-talking-therapies/1/gad-7-reliable-change', points: 4 },
  },
};

export interface TalkingTherapiesOutcome {
  readonly atCaseness: boolean;
  /** False where the course was not a case at first. */
  readonly recovery: boolean;
  readonly reliableImprovement: boolean;
  readonly reliableRecovery: boolean;
  readonly reliableDeterioration: boolean;
}

/**
 * Judges one course by the two-measure rules of NHS Talking Therapies: a case on either measure at first;
 * recovered when below the cut-off on both at last; reliably improved when either fell reliably and the
 * other did not rise reliably; deteriorated the other way round; one of each is neither.
 */
export function talkingTherapiesOutcome(
  depression: FirstAndLast,
  anxiety: FirstAndLast,
  rules: TalkingTherapiesRules = TALKING_THERAPIES_RULES,
): TalkingTherapiesOutcome {
  const measures = [
    { ...depression, ...rules.depression },
    { ...anxiety, ...rules.anxiety },
  ];
  const atCaseness = measures.some(({ first, caseCutOff }) => first >= caseCutOff.atLeast);
  const recovery = atCaseness && measures.every(({ last, caseCutOff }) => last < caseCutOff.atLeast);
  const fell = measures.some(({ first, last, reliableChange }) => first - last >= reliableChange.points);
  const rose = measures.some(({ first, last, reliableChange }) => last - first >= reliableChange.points);
  const reliableImprovement = fell && !rose;
  return {
    atCaseness,
    recovery,
    reliableImprovement,
    reliableRecovery: recovery && reliableImprovement,
    reliableDeterioration: rose && !fell,
  };
}

/** A course with its scores on both measures, in any order. */
export interface TalkingTherapiesCourse {
  readonly id: string;
  readonly depression: readonly ScorePoint[];
  readonly anxiety: readonly ScorePoint[];
  readonly doses?: readonly Dose[];
}

type TalkingTherapiesCount =
  | 'finished'
  | 'atCaseness'
  | 'recovery'
  | 'reliableImprovement'
  | 'reliableRecovery'
  | 'reliableDeterioration';

export interface TalkingTherapies extends Readonly<Record<TalkingTherapiesCount, number>> {
  readonly ruleId: string;
  readonly rates: {
    /** Of those at caseness at first. */
    readonly recovery: Proportion;
    /** Of those at caseness at first. */
    readonly reliableRecovery: Proportion;
    /** Of all who finished. */
    readonly reliableImprovement: Proportion;
    /** Of all who finished. */
    readonly reliableDeterioration: Proportion;
  };
  /** The courses behind each count, as sorted ids. */
  readonly people: Readonly<Record<TalkingTherapiesCount, readonly string[]>>;
}

function firstAndLast(points: readonly ScorePoint[], doses: readonly Dose[]): FirstAndLast | null {
  const scored = trendPoints(points, doses);
  const first = scored.at(0);
  const last = scored.at(-1);
  return first === undefined || last === undefined || scored.length < 2
    ? null
    : { first: first.total, last: last.total };
}

/**
 * What became of a group of courses by the rules of NHS Talking Therapies, with the courses behind each
 * count. Finished means here: at least two usable scores on each of PHQ-9 and GAD-7. The NHS means at least
 * two attended appointments, so the figures are comparable in rule, not in whom they count: say so.
 */
export function talkingTherapies(
  courses: readonly TalkingTherapiesCourse[],
  rules: TalkingTherapiesRules = TALKING_THERAPIES_RULES,
): TalkingTherapies {
  const finished = courses.flatMap(({ id, depression, anxiety, doses = [] }) => {
    const phq9 = firstAndLast(depression, doses);
    const gad7 = firstAndLast(anxiety, doses);
    return phq9 !== null && gad7 !== null ? [{ id, ...talkingTherapiesOutcome(phq9, gad7, rules) }] : [];
  });
  const idsWith = (verdict: keyof TalkingTherapiesOutcome): readonly string[] =>
    finished
      .filter((course) => course[verdict])
      .map(({ id }) => id)
      .toSorted();
  const people = {
    finished: finished.map(({ id }) => id).toSorted(),
    atCaseness: idsWith('atCaseness'),
    recovery: idsWith('recovery'),
    reliableImprovement: idsWith('reliableImprovement'),
    reliableRecovery: idsWith('reliableRecovery'),
    reliableDeterioration: idsWith('reliableDeterioration'),
  };
  const cases = people.atCaseness.length;
  return {
    ruleId: rules.id,
    finished: finished.length,
    atCaseness: cases,
    recovery: people.recovery.length,
    reliableImprovement: people.reliableImprovement.length,
    reliableRecovery: people.reliableRecovery.length,
    reliableDeterioration: people.reliableDeterioration.length,
    rates: {
      recovery: proportion(people.recovery.length, cases),
      reliableRecovery: proportion(people.reliableRecovery.length, cases),
      reliableImprovement: proportion(people.reliableImprovement.length, finished.length),
      reliableDeterioration: proportion(people.reliableDeterioration.length, finished.length),
    },
    people,
  };
}
