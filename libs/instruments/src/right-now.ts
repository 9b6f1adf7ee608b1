import type { AnswerOption, Definition } from './instrument.js';

const options: readonly AnswerOption[] = Array.from({ length: 11 }, (_, value) => ({
  value,
  label: String(value),
}));

/**
 * How someone is at this moment: mood, anxiety and detachment, 0 to 10 each. For the hours after a dose, when scales
 * that ask about weeks would measure the dose. Wording and use are our own rule; it is not validated, has no total (a
 * sum would mean nothing) and enters no baseline, trend, rate or endpoint.
 */
export const rightNow: Definition<'right-now'> = {
  id: 'right-now',
  version: '1',
  name: 'Right now',
  title: 'Mood, anxiety and detachment at this moment, 0 to 10',
  measures: 'state right now',
  patientName: 'How you are right now',
  reportedBy: 'patient',
  recall: { text: 'right now', days: 0 },
  instructions: null,
  stem: 'At this moment, not over the last days:',
  items: [
    {
      number: 1,
      text: 'How is your mood right now?',
      ends: { low: 'as bad as it can be', high: 'as good as it can be', better: 'high' },
    },
    {
      number: 2,
      text: 'How anxious do you feel right now?',
      ends: { low: 'not anxious at all', high: 'as anxious as can be', better: 'low' },
    },
    {
      number: 3,
      text: 'How detached do you feel right now, from yourself or from what is around you?',
      ends: { low: 'not detached at all', high: 'completely detached', better: 'low' },
    },
  ],
  options,
  extraItems: [],
  itemCount: 3,
  itemMaximum: 10,
  range: { min: 0, max: 0 },
  bands: [],
  bandSource: null,
  cutOffs: [],
  clusters: [],
  minimumAnswered: 3,
  requiredItems: [],
  loinc: {},
  attribution: 'Our own wording. Not validated.',
  licence: 'Ours: free to use with this product.',
  totalOnly: false,
  scored: false,
  higherIsWorse: false,
};
