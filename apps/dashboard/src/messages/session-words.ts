import type { SessionRevision } from '@courseline/contracts';
import type { ReadingMoment, SeriousCriterion } from '@courseline/treatment';

/** Grades 1 to 5 of the CTCAE v5.0 (National Cancer Institute 2017), in short. */
export const gradeWords = ['mild', 'moderate', 'severe', 'life-threatening', 'death'] as const;

export const criterionWords: Readonly<Record<SeriousCriterion, string>> = {
  death: 'Death',
  'life-threatening': 'Life-threatening',
  hospitalisation: 'Hospital stay, or a longer one',
  disability: 'Lasting disability',
  'congenital-anomaly': 'Congenital anomaly',
  'important-medical-event': 'Important medical event',
};

/** Moments of a session at which readings are taken. */
export const momentWords: Readonly<Record<ReadingMoment, string>> = {
  before: 'Before',
  'at-40-minutes': '+40 min',
  end: 'End',
  other: 'Other',
};

export const medicineWords = {
  benzodiazepine: 'Benzodiazepine',
  hypnotic: 'Hypnotic',
  stimulant: 'Stimulant',
  maoi: 'MAOI',
  opioid: 'Opioid',
} as const;

/** What is written down of a dose besides its milligrams. */
export const routeDetailWords: Readonly<Record<keyof SessionRevision['routeDetails'], string>> = {
  bolus: 'bolus',
  sites: 'sites',
  splitDoses: 'doses',
  form: 'form',
  holdMinutes: 'minutes held',
  swallowed: 'swallowed',
  monitorPresent: 'someone present',
  devices: 'devices of 28 mg',
  sprays: 'sprays',
  lot: 'lot',
  atHome: 'at home',
};

export const sessionStateWords: Readonly<Record<SessionRevision['state'], string>> = {
  planned: 'planned',
  given: 'given',
  'stopped-early': 'stopped early',
  cancelled: 'cancelled',
  'no-show': 'did not come',
};

export const askedWords: Readonly<Record<SessionRevision['sideEffectsAsked'], string>> = {
  none: 'asked, none',
  some: 'asked, some',
  'not-asked': 'not asked',
};
