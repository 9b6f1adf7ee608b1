import type { SeriousCriterion } from '@courseline/treatment';

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
