import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/programs.mjs';

/**
 * @typedef {Record<string, number>} Figures by name
 * @typedef {{ file: string, mapping: string, clinic: string, figures: Figures }} ExpectedFile
 */

const bandNames = ['none-minimal', 'mild', 'moderate', 'moderately severe', 'severe'];

/** What R 4.2.2 gives for the reference cohort, which is the project's own. */
const reference = JSON.parse(readFileSync(join(root, 'libs/outcomes/src/reference/expected.json'), 'utf8'));

/**
 * What a correct import and correct rules give, as computed with R 4.2.2 from the same files. Real forms: PHQ-9 and
 * GAD-7 of 403 people at two waves (Forbes et al.), PCL-5 of 221 people (Armour et al. 2017), PHQ-9 of NHANES
 * 2017-2018 (CDC). The weekly file is simulated.
 * @type {readonly ExpectedFile[]}
 */
export const expectedFiles = [
  {
    file: 'two-wave-phq9-gad7.csv',
    mapping: 'two-wave-phq9-gad7',
    clinic: 'two-wave',
    figures: {
      'PHQ-9 wave 1 mean': 7.478908,
      'PHQ-9 wave 1 SD': 5.963523,
      'PHQ-9 wave 2 mean': 6.287841,
      'PHQ-9 wave 2 SD': 5.699483,
      'GAD-7 wave 1 mean': 6.205955,
      'GAD-7 wave 1 SD': 4.956002,
      'GAD-7 wave 2 mean': 5.158809,
      'GAD-7 wave 2 SD': 4.716816,
      ...bands('PHQ-9 wave 1', [158, 125, 63, 36, 21]),
      ...bands('PHQ-9 wave 2', [190, 119, 53, 28, 13]),
      'Item 9 above 0, wave 1': 77,
      'Item 9 above 0, wave 2': 53,
      'Major depressive syndrome, wave 1': 67,
      'Other depressive syndrome, wave 1': 32,
      'PHQ-9 baseline of 10 or more': 120,
      'PHQ-9 response': 20,
      'PHQ-9 remission': 7,
      'PHQ-9 reliably better': 45,
      'PHQ-9 reliably worse': 22,
      'PHQ-9 with follow-up': 403,
      'Talking Therapies at caseness': 156,
      'Talking Therapies recovery': 55,
      'Talking Therapies reliable improvement': 96,
      'Talking Therapies reliable recovery': 38,
      'Talking Therapies reliable deterioration': 40,
    },
  },
  {
    file: 'pcl5-items.csv',
    mapping: 'pcl5-items',
    clinic: 'pcl5',
    figures: {
      'PCL-5 mean': 30.52941,
      'PCL-5 SD': 14.40219,
      'PCL-5 of 33 or more': 78,
      'PCL-5 of 31 or more': 90,
      'Provisional DSM-5 rule met': 77,
      'Cluster B mean': 6.642534,
      'Cluster C mean': 3.39819,
      'Cluster D mean': 11.27149,
      'Cluster E mean': 9.217195,
    },
  },
  {
    file: 'nhanes-2017-2018-dpq.csv',
    mapping: 'nhanes-2017-2018-dpq',
    clinic: 'nhanes',
    figures: {
      Rows: 5533,
      Complete: 5068,
      'Complete, mean': 3.241121,
      'Complete, SD': 4.244997,
      'Complete, of 10 or more': 459,
      'Complete, per cent of 10 or more': 9.056827,
      ...bands('Complete', [3772, 837, 292, 124, 43]),
      'Complete, item 9 above 0': 191,
      'No item answered': 440,
      '1 or 2 items missing': 18,
      Prorated: 15,
      '3 to 8 items missing': 7,
      "Items refused or don't know": 58,
      "Difficulty refused or don't know": 3,
    },
  },
  {
    file: 'phq9-weekly-simulated.csv',
    mapping: 'phq9-weekly-simulated',
    clinic: 'weekly',
    figures: {
      Rows: 120_000,
      'Complete forms': 120_000,
      'Different ids': 10_000,
      'Refused rows (totals that are not their items)': 0,
    },
  },
];

/** @type {ExpectedFile} */
export const expectedCohort = {
  file: 'libs/outcomes/src/reference/cohort.csv',
  mapping: 'reference-cohort',
  clinic: 'cohort',
  figures: Object.assign(
    {},
    ...['phq-9', 'gad-7', 'pcl-5'].map((instrument) => cohortFigures(instrument, reference[instrument])),
    {
      'Talking Therapies finished': reference.talkingTherapies.finished,
      'Talking Therapies at caseness': reference.talkingTherapies.atCaseness,
      'Talking Therapies recovery': reference.talkingTherapies.recovery,
      'Talking Therapies reliable improvement': reference.talkingTherapies.reliableImprovement,
      'Talking Therapies reliable recovery': reference.talkingTherapies.reliableRecovery,
      'Talking Therapies reliable deterioration': reference.talkingTherapies.reliableDeterioration,
    },
  ),
};

/**
 * @param {string} of
 * @param {readonly number[]} counts from the lowest band to the highest
 * @returns {Figures}
 */
function bands(of, counts) {
  return Object.fromEntries(counts.map((count, index) => [`${of}, ${bandNames[index]}`, count]));
}

/**
 * The figures of one instrument of a cohort, from R's file or from the product's answer: both name them alike.
 * @param {string} instrument
 * @param {any} cohort
 * @returns {Figures}
 */
export function cohortFigures(instrument, cohort) {
  const name = instrument.toUpperCase();
  const rates = ['response', 'remission', 'reliableImprovement', 'reliableDeterioration'].filter(
    (rate) => cohort[rate],
  );
  return {
    [`${name} courses`]: cohort.courses,
    [`${name} with follow-up`]: cohort.withFollowUp,
    [`${name} eligible`]: cohort.eligible,
    [`${name} eligible with follow-up`]: cohort.eligibleWithFollowUp,
    ...Object.assign(
      {},
      ...rates.map((rate) =>
        Object.fromEntries(
          ['x', 'n', 'p', 'lo', 'hi'].map((part) => [`${name} ${rate} ${part}`, cohort[rate][part]]),
        ),
      ),
    ),
  };
}
