import { checkAnswers, type Answers } from './answers.js';
import type { Band, Cluster, Definition } from './instrument.js';
import { bandOf } from './total.js';

/** complete: every item answered (of an unscored instrument too, which has no total even so). prorated: a total in spite of missing items. partial: no total. */
export type ScoreStatus = 'complete' | 'prorated' | 'partial';

export interface ClusterScore {
  readonly id: string;
  readonly status: ScoreStatus;
  /** Null when partial. */
  readonly total: number | null;
}

export interface Score {
  readonly status: ScoreStatus;
  /** Points; null when partial, and always for an instrument without a total. */
  readonly total: number | null;
  readonly answered: number;
  /** Numbers of the items not answered. */
  readonly missing: readonly number[];
  readonly clusters: readonly ClusterScore[];
  /** Null when there is no total or the instrument has no bands. */
  readonly band: Band | null;
}

/**
 * Scores one filled-in instrument: total in points, clusters, band, and how complete it is.
 *
 * Missing answers (our rule, since no primary source gives one): with at least `minimumAnswered` answers and
 * every required item answered, the total is the mean of the answered items times the number of items, rounded
 * half up, and is flagged `prorated`; otherwise there is no total and the score is `partial`. PHQ-9: 7 of 9 and
 * item 9; GAD-7: 6 of 7; PCL-5: 18 of 20; PHQ-4: all. Clusters follow the same rule by themselves (PCL-5: at
 * most one missing, avoidance none), so the clusters of a prorated form need not add up to its total.
 *
 * Throws `AnswerError` for answers that cannot belong to the instrument. Sources of sum scoring: Kroenke 2001,
 * J Gen Intern Med 16:606 (PHQ-9); Spitzer 2006, Arch Intern Med 166:1092 (GAD-7); Weathers 2013, National
 * Center for PTSD (PCL-5); Kroenke 2009, Psychosomatics 50:613 (PHQ-4).
 */
export function scoreAssessment(definition: Definition, answers: Answers): Score {
  checkAnswers(definition, answers);
  const missing = answers.flatMap((answer, index) => (answer === null ? [index + 1] : []));
  if (!definition.scored) {
    const status = missing.length === 0 ? 'complete' : 'partial';
    return {
      status,
      total: null,
      answered: answers.length - missing.length,
      missing,
      clusters: [],
      band: null,
    };
  }
  const mayTotal = !definition.requiredItems.some((item) => missing.includes(item));
  const { status, total } = sumUp(answers, mayTotal ? definition.minimumAnswered : definition.itemCount);
  return {
    status,
    total,
    answered: answers.length - missing.length,
    missing,
    clusters: definition.clusters.map((cluster) => scoreCluster(cluster, answers)),
    band: total === null ? null : bandOf(definition, total),
  };
}

function scoreCluster(cluster: Cluster, answers: Answers): ClusterScore {
  const own = answers.filter((_, index) => cluster.items.includes(index + 1));
  return { id: cluster.id, ...sumUp(own, cluster.minimumAnswered) };
}

function sumUp(answers: Answers, minimumAnswered: number): { status: ScoreStatus; total: number | null } {
  const given = answers.filter((answer) => answer !== null);
  if (given.length < minimumAnswered) return { status: 'partial', total: null };
  const sum = given.reduce((running, answer) => running + answer, 0);
  if (given.length === answers.length) return { status: 'complete', total: sum };
  return { status: 'prorated', total: roundedHalfUp(sum * answers.length, given.length) };
}

/** Whole numbers throughout: a division rounded first could turn an exact half into just under a half. */
function roundedHalfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
