import type { Definition } from './instrument.js';

/**
 * MADRS, total only: Montgomery & Åsberg 1979, Br J Psychiatry 134:382 (10 items, 0-6 each). Bands: Snaith,
 * Harrop, Newby & Teale 1986, Br J Psychiatry 148:599.
 */
export const madrs: Definition<'madrs'> = {
  id: 'madrs',
  version: '1',
  name: 'MADRS',
  title: 'Montgomery–Åsberg Depression Rating Scale',
  measures: 'depression',
  patientName: 'Mood, rated in an interview',
  reportedBy: 'clinician',
  recall: { text: 'the past week', days: 7 },
  instructions: null,
  stem: null,
  items: [],
  options: [],
  extraItems: [],
  itemCount: 10,
  itemMaximum: 6,
  range: { min: 0, max: 60 },
  bands: [
    { id: 'none-minimal', label: 'No symptoms', from: 0, to: 6, patientWording: 'few or no symptoms' },
    { id: 'mild', label: 'Mild', from: 7, to: 19, patientWording: 'some symptoms' },
    { id: 'moderate', label: 'Moderate', from: 20, to: 34, patientWording: 'a moderate level of symptoms' },
    { id: 'severe', label: 'Severe', from: 35, to: 60, patientWording: 'a high level of symptoms' },
  ],
  bandSource: 'Snaith 1986, Br J Psychiatry 148:599',
  cutOffs: [],
  clusters: [],
  minimumAnswered: 10,
  requiredItems: [],
  loinc: {},
  attribution: 'Montgomery SA, Åsberg M (1979). Br J Psychiatry 134:382-389.',
  licence: 'Wording under copyright: totals only, no item text is kept.',
  totalOnly: true,
  scored: true,
  higherIsWorse: true,
};
