import type { Definition } from './instrument.js';
import {
  phqAttribution,
  phqLicence,
  twoWeekOptions,
  twoWeekRecall,
  twoWeekStem,
} from './two-week-frequency.js';

/** PHQ-9: Kroenke, Spitzer & Williams 2001, J Gen Intern Med 16:606 (wording, range 0-27, bands, cut-off). */
export const phq9: Definition<'phq-9'> = {
  id: 'phq-9',
  version: '1',
  name: 'PHQ-9',
  title: 'Patient Health Questionnaire, 9 items',
  measures: 'depression',
  patientName: 'Mood',
  reportedBy: 'patient',
  recall: twoWeekRecall,
  instructions: null,
  stem: twoWeekStem,
  items: [
    { number: 1, text: 'Little interest or pleasure in doing things', loinc: '44250-9' },
    { number: 2, text: 'Feeling down, depressed, or hopeless', loinc: '44255-8' },
    { number: 3, text: 'Trouble falling or staying asleep, or sleeping too much', loinc: '44259-0' },
    { number: 4, text: 'Feeling tired or having little energy', loinc: '44254-1' },
    { number: 5, text: 'Poor appetite or overeating', loinc: '44251-7' },
    {
      number: 6,
      text: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      loinc: '44258-2',
    },
    {
      number: 7,
      text: 'Trouble concentrating on things, such as reading the newspaper or watching television',
      loinc: '44252-5',
    },
    {
      number: 8,
      text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      loinc: '44253-3',
    },
    {
      number: 9,
      // LOINC's own copy has a comma after "dead"; this is the wording of the form.
      text: 'Thoughts that you would be better off dead or of hurting yourself in some way',
      loinc: '44260-8',
    },
  ],
  options: twoWeekOptions,
  extraItems: [
    {
      id: 'difficulty',
      text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
      // "Very" is LA6575-0 and "Extremely" LA6574-3: LOINC numbered these two against their order.
      options: [
        { value: 0, label: 'Not difficult at all', loinc: 'LA6572-7' },
        { value: 1, label: 'Somewhat difficult', loinc: 'LA6573-5' },
        { value: 2, label: 'Very difficult', loinc: 'LA6575-0' },
        { value: 3, label: 'Extremely difficult', loinc: 'LA6574-3' },
      ],
      askedWhen: 'any-answer-above-zero',
      loinc: '69722-7',
    },
  ],
  itemCount: 9,
  itemMaximum: 3,
  range: { min: 0, max: 27 },
  bands: [
    { id: 'none-minimal', label: 'None-minimal', from: 0, to: 4, patientWording: 'few or no symptoms' },
    { id: 'mild', label: 'Mild', from: 5, to: 9, patientWording: 'some symptoms' },
    { id: 'moderate', label: 'Moderate', from: 10, to: 14, patientWording: 'a moderate level of symptoms' },
    {
      id: 'moderately-severe',
      label: 'Moderately severe',
      from: 15,
      to: 19,
      patientWording: 'a high level of symptoms',
    },
    { id: 'severe', label: 'Severe', from: 20, to: 27, patientWording: 'a very high level of symptoms' },
  ],
  bandSource: 'Kroenke 2001, J Gen Intern Med 16:606',
  cutOffs: [
    {
      id: 'major-depression-screen',
      value: 10,
      label: 'Positive screen for major depression',
      source:
        'Kroenke 2001, J Gen Intern Med 16:606 (sensitivity 88 %, specificity 88 %, n = 580); Arroll 2010, Ann Fam Med 8:348 (74 %, 91 %, n = 2,642)',
    },
  ],
  clusters: [],
  // Ours: no primary source gives a rule. Item 9 is never guessed from the others.
  minimumAnswered: 7,
  requiredItems: [9],
  loinc: { panel: '44249-1', total: '44261-6', answerList: 'LL358-3' },
  attribution: phqAttribution,
  licence: phqLicence,
  totalOnly: false,
  scored: true,
  higherIsWorse: true,
};
