import type { Sex } from '@courseline/contracts';
import type {
  Adequacy,
  Adherence,
  Episode,
  PriorTreatmentKind,
  PriorTreatmentOutcome,
  TrialCount,
  TrialCounts,
} from '@courseline/treatment';

export const sexWords: Readonly<Record<Sex, string>> = {
  female: 'female',
  male: 'male',
  other: 'other',
  unknown: 'unknown',
};

export const treatmentKindWords: Readonly<Record<PriorTreatmentKind, string>> = {
  antidepressant: 'Antidepressant',
  augmentation: 'Augmentation',
  'other-medicine': 'Other medicine',
  psychotherapy: 'Psychotherapy',
  ect: 'ECT',
  tms: 'TMS',
  other: 'Other',
};

export const adherenceWords: Readonly<Record<Adherence, string>> = {
  good: 'As prescribed',
  partial: 'In part',
  poor: 'Hardly',
  unknown: 'Not known',
};

export const adequacyWords: Readonly<Record<Adequacy, string>> = {
  yes: 'adequate',
  no: 'not adequate',
  unknown: 'not known',
};

export const trialOutcomeWords: Readonly<Record<PriorTreatmentOutcome, string>> = {
  remission: 'Remission',
  response: 'Response',
  partial: 'Partial benefit',
  none: 'No benefit',
  intolerant: 'Not tolerated',
  unknown: 'Not known',
};

export const episodeWords: Readonly<Record<Episode, string>> = {
  current: 'This episode',
  earlier: 'Earlier',
  unknown: 'Not known',
};

/** "1 adequate trial without enough benefit in this episode, 3 in all (1 more unclear)": what is not known is said. */
export function trialCountsWords({ currentEpisode, lifetime }: TrialCounts): string {
  const trials =
    currentEpisode.adequate === 1 ? '1 adequate trial' : `${currentEpisode.adequate} adequate trials`;
  return `${trials} without enough benefit in this episode${unclearWords(currentEpisode)}, ${lifetime.adequate} in all${unclearWords(lifetime)}`;
}

function unclearWords({ unclear }: TrialCount): string {
  return unclear === 0 ? '' : ` (${unclear} more unclear)`;
}
