import type { AnswerOption } from './instrument.js';

export const twoWeekRecall = { text: 'the last 2 weeks', days: 14 };

export const twoWeekStem =
  'Over the last 2 weeks, how often have you been bothered by any of the following problems?';

/**
 * The four answers of the PHQ family. The zero option is "Not at all"; "Not at all sure", printed in many
 * copies of the GAD-7, is a transcription error (Zorowitz 2021, Lancet Psychiatry 8:180).
 * Codes: LOINC answer list LL358-3.
 */
export const twoWeekOptions: readonly AnswerOption[] = [
  { value: 0, label: 'Not at all', loinc: 'LA6568-5' },
  { value: 1, label: 'Several days', loinc: 'LA6569-3' },
  { value: 2, label: 'More than half the days', loinc: 'LA6570-1' },
  { value: 3, label: 'Nearly every day', loinc: 'LA6571-9' },
];

export const phqAttribution =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an ' +
  'educational grant from Pfizer Inc. Copyright © Pfizer Inc. No permission required to reproduce, ' +
  'translate, display or distribute.';

export const phqLicence =
  'Free to use: no permission required to reproduce, translate, display or distribute.';
