/** What kinds of treatment a patient may have tried before. */
export const priorTreatmentKinds = [
  'antidepressant',
  'augmentation',
  'other-medicine',
  'psychotherapy',
  'ect',
  'tms',
  'other',
] as const;
export type PriorTreatmentKind = (typeof priorTreatmentKinds)[number];

export const adherences = ['good', 'partial', 'poor', 'unknown'] as const;
export type Adherence = (typeof adherences)[number];

export const adequacies = ['yes', 'no', 'unknown'] as const;
export type Adequacy = (typeof adequacies)[number];

export const priorTreatmentOutcomes = [
  'remission',
  'response',
  'partial',
  'none',
  'intolerant',
  'unknown',
] as const;
export type PriorTreatmentOutcome = (typeof priorTreatmentOutcomes)[number];

/** Whether a treatment was tried in the episode the patient is in now. */
export const episodes = ['current', 'earlier', 'unknown'] as const;
export type Episode = (typeof episodes)[number];

/** The label of the rule by which a trial was judged adequate; stored with each result. */
export const ADEQUACY_RULE = 'ATHF-SF';

/** Weeks at the minimum effective dose from which a trial of an antidepressant is adequate (Sackeim 2019, ATHF-SF). */
export const ADEQUATE_WEEKS = 4;

export interface Trial {
  readonly kind: PriorTreatmentKind;
  /** Whole weeks at the minimum effective dose or above; null where nobody knows. */
  readonly weeksAtDose: number | null;
  readonly adherence: Adherence;
}

/**
 * Whether a treatment was tried well enough for its failure to count: an antidepressant, at least 4 weeks at the
 * minimum effective dose, taken as prescribed (ATHF-SF: Sackeim 2019, J Psychiatr Res 113:125). Too short or
 * poorly taken is `no`; what is not known, and adherence in part (ours: the form has no such answer), is `unknown`.
 * Null for other kinds of treatment: the rule does not speak of them.
 */
export function trialAdequacy(trial: Trial): Adequacy | null {
  if (trial.kind !== 'antidepressant') return null;
  if (trial.adherence === 'poor') return 'no';
  if (trial.weeksAtDose !== null && trial.weeksAtDose < ADEQUATE_WEEKS) return 'no';
  return trial.weeksAtDose === null || trial.adherence !== 'good' ? 'unknown' : 'yes';
}

export interface JudgedTrial {
  readonly kind: PriorTreatmentKind;
  readonly adequate: Adequacy;
  readonly outcome: PriorTreatmentOutcome;
  readonly episode: Episode;
}

export interface TrialCount {
  /** Adequate trials of an antidepressant without enough benefit. */
  readonly adequate: number;
  /** Trials that may belong to them, where adequacy, outcome or episode is not known. */
  readonly unclear: number;
}

export interface TrialCounts {
  readonly currentEpisode: TrialCount;
  readonly lifetime: TrialCount;
}

/** Better, but not enough, or not at all. A trial stopped because it was not tolerated says nothing about benefit. */
const WITHOUT_ENOUGH_BENEFIT: readonly PriorTreatmentOutcome[] = ['partial', 'none'];

/**
 * How many adequate trials of antidepressants did not help enough, in the current episode (the usage of FDA and EMA:
 * treatment-resistant from two on; Anand 2023, N Engl J Med 388:2315 counts the lifetime). Both are given, and
 * apart from them the trials that may count but about which too little is known.
 */
export function countTrials(trials: readonly JudgedTrial[]): TrialCounts {
  const lifetime = { adequate: 0, unclear: 0 };
  const currentEpisode = { adequate: 0, unclear: 0 };
  for (const trial of trials) {
    const mayCount =
      trial.kind === 'antidepressant' &&
      trial.adequate !== 'no' &&
      (WITHOUT_ENOUGH_BENEFIT.includes(trial.outcome) || trial.outcome === 'unknown');
    if (!mayCount) continue;
    const isClear = trial.adequate === 'yes' && trial.outcome !== 'unknown';
    lifetime[isClear ? 'adequate' : 'unclear'] += 1;
    if (trial.episode === 'current') currentEpisode[isClear ? 'adequate' : 'unclear'] += 1;
    if (trial.episode === 'unknown') currentEpisode.unclear += 1;
  }
  return { currentEpisode, lifetime };
}
