import type { Definition } from './instrument.js';
import {
  phqAttribution,
  phqLicence,
  twoWeekOptions,
  twoWeekRecall,
  twoWeekStem,
} from './two-week-frequency.js';

/**
 * GAD-7: Spitzer, Kroenke, Williams & Löwe 2006, Arch Intern Med 166:1092 (wording, range 0-21, bands).
 * LOINC's names of items 2 and 6 differ from the form ("in last 4 weeks" for item 6): show this wording.
 */
export const gad7: Definition<'gad-7'> = {
  id: 'gad-7',
  version: '1',
  name: 'GAD-7',
  title: 'Generalized Anxiety Disorder scale, 7 items',
  measures: 'anxiety',
  patientName: 'Worry and tension',
  reportedBy: 'patient',
  recall: twoWeekRecall,
  instructions: null,
  stem: twoWeekStem,
  items: [
    { number: 1, text: 'Feeling nervous, anxious or on edge', loinc: '69725-0' },
    { number: 2, text: 'Not being able to stop or control worrying', loinc: '68509-9' },
    { number: 3, text: 'Worrying too much about different things', loinc: '69733-4' },
    { number: 4, text: 'Trouble relaxing', loinc: '69734-2' },
    { number: 5, text: 'Being so restless that it is hard to sit still', loinc: '69735-9' },
    { number: 6, text: 'Becoming easily annoyed or irritable', loinc: '69689-8' },
    { number: 7, text: 'Feeling afraid as if something awful might happen', loinc: '69736-7' },
  ],
  options: twoWeekOptions,
  extraItems: [],
  itemCount: 7,
  itemMaximum: 3,
  range: { min: 0, max: 21 },
  bands: [
    { id: 'minimal', label: 'Minimal', from: 0, to: 4, patientWording: 'few or no symptoms' },
    { id: 'mild', label: 'Mild', from: 5, to: 9, patientWording: 'some symptoms' },
    { id: 'moderate', label: 'Moderate', from: 10, to: 14, patientWording: 'a moderate level of symptoms' },
    { id: 'severe', label: 'Severe', from: 15, to: 21, patientWording: 'a high level of symptoms' },
  ],
  bandSource: 'Spitzer 2006, Arch Intern Med 166:1092',
  cutOffs: [
    {
      id: 'nhs-caseness',
      value: 8,
      label: 'Caseness in NHS Talking Therapies',
      source: 'NHS Talking Therapies, as in BMC Psychiatry 2019, doi 10.1186/s12888-018-1987-1',
    },
    {
      id: 'generalized-anxiety-screen',
      value: 10,
      label: 'Positive screen for generalized anxiety disorder',
      source: 'Spitzer 2006, Arch Intern Med 166:1092 (sensitivity 89 %, specificity 82 %)',
    },
  ],
  clusters: [],
  // Ours: no primary source gives a rule.
  minimumAnswered: 6,
  requiredItems: [],
  loinc: { panel: '69737-5', total: '70274-6', answerList: 'LL358-3' },
  attribution: phqAttribution,
  licence: phqLicence,
  totalOnly: false,
  scored: true,
  higherIsWorse: true,
};
