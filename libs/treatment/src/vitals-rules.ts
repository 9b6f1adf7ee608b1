/** Blood pressure above which a dose is weighed once more. */
export const PRE_DOSE_PRESSURE = {
  id: 'pre-dose-pressure-above-140-90',
  systolic: 140,
  diastolic: 90,
  words: 'Blood pressure above 140/90 before the dose: weigh whether to delay.',
  source: 'Spravato labelling (esketamine): assess before dosing, weigh delay above 140/90',
} as const;

/** Whether a blood pressure before the dose has to be confirmed: exactly 140/90 does not fire. */
export function isPreDosePressureHigh(systolic: number, diastolic: number): boolean {
  return systolic > PRE_DOSE_PRESSURE.systolic || diastolic > PRE_DOSE_PRESSURE.diastolic;
}

export const readingKinds = [
  'blood-pressure',
  'pulse',
  'spo2',
  'respiratory-rate',
  'sedation',
  'dissociation',
] as const;
export type ReadingKind = (typeof readingKinds)[number];

export const readingMoments = ['before', 'at-40-minutes', 'end', 'other'] as const;
export type ReadingMoment = (typeof readingMoments)[number];

export interface ReadingRange {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  readonly label: string;
}

/**
 * What can be stored: wide plausibility ranges of our own, the same as the database holds. Sedation is MOAA/S 0 to 5
 * (Chernik 1990, J Clin Psychopharmacol 10:244): 5 responds readily, 0 does not respond. Dissociation is 0 to 10, now.
 */
export const readingRanges: Readonly<Record<ReadingKind, ReadingRange>> = {
  'blood-pressure': { from: 40, to: 300, unit: 'mmHg', label: 'Blood pressure' },
  pulse: { from: 20, to: 250, unit: '/min', label: 'Pulse' },
  spo2: { from: 40, to: 100, unit: '%', label: 'SpO₂' },
  'respiratory-rate': { from: 2, to: 80, unit: '/min', label: 'Respiratory rate' },
  sedation: { from: 0, to: 5, unit: '', label: 'Sedation (MOAA/S)' },
  dissociation: { from: 0, to: 10, unit: '', label: 'Dissociation, 0 to 10' },
};
export const diastolicRange = { from: 20, to: 200 } as const;
