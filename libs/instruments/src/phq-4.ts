import type { Definition } from './instrument.js';
import {
  phqAttribution,
  phqLicence,
  twoWeekOptions,
  twoWeekRecall,
  twoWeekStem,
} from './two-week-frequency.js';

const source = 'Kroenke 2009, Psychosomatics 50:613';

/**
 * PHQ-4 = GAD-2 (items 1-2) + PHQ-2 (items 3-4): Kroenke, Spitzer, Williams & Löwe 2009, Psychosomatics
 * 50:613. Every item is needed: with two items a half there is nothing to prorate from. No LOINC code of the
 * PHQ-4 or GAD-2 total was verified, so none is given.
 */
export const phq4: Definition<'phq-4'> = {
  id: 'phq-4',
  version: '1',
  name: 'PHQ-4',
  title: 'Patient Health Questionnaire, 4 items, for anxiety and depression',
  measures: 'depression and anxiety',
  patientName: 'Mood and worry, short form',
  reportedBy: 'patient',
  recall: twoWeekRecall,
  instructions: null,
  stem: twoWeekStem,
  items: [
    { number: 1, cluster: 'anxiety', text: 'Feeling nervous, anxious or on edge', loinc: '69725-0' },
    { number: 2, cluster: 'anxiety', text: 'Not being able to stop or control worrying', loinc: '68509-9' },
    {
      number: 3,
      cluster: 'depression',
      text: 'Little interest or pleasure in doing things',
      loinc: '44250-9',
    },
    { number: 4, cluster: 'depression', text: 'Feeling down, depressed, or hopeless', loinc: '44255-8' },
  ],
  options: twoWeekOptions,
  extraItems: [],
  itemCount: 4,
  itemMaximum: 3,
  range: { min: 0, max: 12 },
  bands: [
    { id: 'none-minimal', label: 'Normal', from: 0, to: 2, patientWording: 'few or no symptoms' },
    { id: 'mild', label: 'Mild', from: 3, to: 5, patientWording: 'some symptoms' },
    { id: 'moderate', label: 'Moderate', from: 6, to: 8, patientWording: 'a moderate level of symptoms' },
    { id: 'severe', label: 'Severe', from: 9, to: 12, patientWording: 'a high level of symptoms' },
  ],
  bandSource: source,
  cutOffs: [
    {
      id: 'anxiety-screen',
      value: 3,
      label: 'Positive screen for anxiety (GAD-2)',
      source,
      cluster: 'anxiety',
    },
    {
      id: 'depression-screen',
      value: 3,
      label: 'Positive screen for depression (PHQ-2)',
      source: `${source}; Arroll 2010, Ann Fam Med 8:348 (sensitivity 61 %, specificity 92 %)`,
      cluster: 'depression',
    },
  ],
  clusters: [
    { id: 'anxiety', label: 'Anxiety (GAD-2)', items: [1, 2], maximum: 6, minimumAnswered: 2 },
    { id: 'depression', label: 'Depression (PHQ-2)', items: [3, 4], maximum: 6, minimumAnswered: 2 },
  ],
  minimumAnswered: 4,
  requiredItems: [],
  loinc: { panel: '69724-3', answerList: 'LL358-3' },
  attribution: phqAttribution,
  licence: phqLicence,
  totalOnly: false,
  scored: true,
  higherIsWorse: true,
};
