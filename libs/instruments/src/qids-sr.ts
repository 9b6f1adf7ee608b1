import type { Definition } from './instrument.js';

/**
 * QIDS-SR16, total only: Rush 2003, Biol Psychiatry 54:573. The 16 items (0-3 each) make nine symptom
 * domains, of which the highest item of each counts; hence 27 and not 48. Bands: the same paper.
 */
export const qidsSr: Definition<'qids-sr'> = {
  id: 'qids-sr',
  version: '1',
  name: 'QIDS-SR16',
  title: 'Quick Inventory of Depressive Symptomatology, self-report, 16 items',
  measures: 'depression',
  patientName: 'Mood, over the past week',
  reportedBy: 'patient',
  recall: { text: 'the past seven days', days: 7 },
  instructions: null,
  stem: null,
  items: [],
  options: [],
  extraItems: [],
  itemCount: 16,
  itemMaximum: 3,
  range: { min: 0, max: 27 },
  bands: [
    { id: 'none-minimal', label: 'None', from: 0, to: 5, patientWording: 'few or no symptoms' },
    { id: 'mild', label: 'Mild', from: 6, to: 10, patientWording: 'some symptoms' },
    { id: 'moderate', label: 'Moderate', from: 11, to: 15, patientWording: 'a moderate level of symptoms' },
    { id: 'severe', label: 'Severe', from: 16, to: 20, patientWording: 'a high level of symptoms' },
    {
      id: 'very-severe',
      label: 'Very severe',
      from: 21,
      to: 27,
      patientWording: 'a very high level of symptoms',
    },
  ],
  bandSource: 'Rush 2003, Biol Psychiatry 54:573',
  cutOffs: [],
  clusters: [],
  minimumAnswered: 16,
  requiredItems: [],
  loinc: {},
  attribution: 'Rush AJ et al. (2003). Biol Psychiatry 54:573-583.',
  licence: 'Licence to ship the wording not verified: totals only, no item text is kept.',
  totalOnly: true,
  scored: true,
  higherIsWorse: true,
};
