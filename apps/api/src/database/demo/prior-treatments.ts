import { ADEQUACY_RULE, trialAdequacy } from '@courseline/treatment';
import type { Random } from './random.js';
import type { PriorTreatmentRevisionRow } from './record-rows.js';

export type PriorTreatment = Pick<
  PriorTreatmentRevisionRow,
  | 'kind'
  | 'name'
  | 'highest_dose'
  | 'weeks_at_dose'
  | 'adherence'
  | 'adequate'
  | 'adequacy_rule'
  | 'outcome'
  | 'episode'
  | 'stop_reason'
  | 'note'
>;

interface Medicine {
  readonly name: string;
  readonly kind: 'antidepressant' | 'augmentation';
  /** Daily mg as people come with them, upwards; usual prescribing ranges. */
  readonly doses: readonly number[];
  /** Smallest daily mg that counts as a trial. */
  readonly minimum: number;
}

const medicines: readonly Medicine[] = [
  { name: 'Sertraline', kind: 'antidepressant', doses: [25, 50, 100, 150, 200], minimum: 50 },
  { name: 'Escitalopram', kind: 'antidepressant', doses: [5, 10, 15, 20], minimum: 10 },
  { name: 'Fluoxetine', kind: 'antidepressant', doses: [10, 20, 40, 60], minimum: 20 },
  { name: 'Citalopram', kind: 'antidepressant', doses: [10, 20, 40], minimum: 20 },
  { name: 'Venlafaxine', kind: 'antidepressant', doses: [75, 150, 225], minimum: 150 },
  { name: 'Duloxetine', kind: 'antidepressant', doses: [30, 60, 90, 120], minimum: 60 },
  { name: 'Bupropion XL', kind: 'antidepressant', doses: [150, 300, 450], minimum: 300 },
  { name: 'Mirtazapine', kind: 'antidepressant', doses: [15, 30, 45], minimum: 15 },
  { name: 'Vortioxetine', kind: 'antidepressant', doses: [5, 10, 20], minimum: 10 },
  { name: 'Nortriptyline', kind: 'antidepressant', doses: [25, 50, 75, 100], minimum: 75 },
  { name: 'Amitriptyline', kind: 'antidepressant', doses: [25, 75, 150], minimum: 150 },
  { name: 'Aripiprazole', kind: 'augmentation', doses: [2, 5, 10, 15], minimum: 2 },
  { name: 'Quetiapine XR', kind: 'augmentation', doses: [50, 150, 300], minimum: 150 },
  { name: 'Lithium', kind: 'augmentation', doses: [300, 600, 900], minimum: 600 },
  { name: 'Lamotrigine', kind: 'augmentation', doses: [50, 100, 200], minimum: 100 },
];
const antidepressants = medicines.filter(({ kind }) => kind === 'antidepressant');
const augmentations = medicines.filter(({ kind }) => kind === 'augmentation');

const stopReasons = {
  none: ['No benefit.', 'No benefit after a full trial.', 'No change on the PHQ-9.'],
  partial: ['Helped at first, then wore off.', 'Partial benefit, wanted more.', null],
  intolerant: [
    'Sexual side effects.',
    'Weight gain of 9 kg.',
    'Nausea.',
    'Felt emotionally flat.',
    'Sleepiness.',
  ],
  response: ['Relapsed after a good year.', 'Stopped when well; relapsed in winter.'],
} as const;

const counts = [
  [2, 3],
  [3, 5],
  [4, 4],
  [5, 2],
  [6, 1],
] as const;
const weeksOfTrials = [
  [3, 2],
  [6, 3],
  [10, 4],
  [26, 3],
  [104, 1],
] as const;
const adherences = [
  ['good', 7],
  ['partial', 2],
  ['poor', 0.5],
  ['unknown', 0.5],
] as const;
const episodes = [
  ['current', 5],
  ['earlier', 4],
  ['unknown', 1],
] as const;
const outcomes = [
  ['none', 6],
  ['partial', 3],
  ['intolerant', 2],
  ['response', 1],
] as const;
const outcomesOfResistance = [
  ['none', 7],
  ['partial', 3],
] as const;
const outcomesOfOthers = [
  ['none', 4],
  ['partial', 5],
  ['response', 2],
] as const;

/** What people who come for ketamine have tried: mostly several medicines, some therapy, few ECT or TMS. */
export function priorTreatmentsOf(random: Random, isResistant: boolean): readonly PriorTreatment[] {
  const count = isResistant ? random.weighted(counts) : random.whole(0, 2);
  const tried: PriorTreatment[] = random
    .sample(antidepressants, count)
    .map((medicine, index) => triedMedicine(random, medicine, isResistant && index < 2));
  if (random.chance(isResistant ? 0.45 : 0.1)) {
    tried.push(triedMedicine(random, random.pick(augmentations), false));
  }
  if (random.chance(0.5)) {
    tried.push(
      other(
        random,
        'psychotherapy',
        random.pick(['CBT', 'Interpersonal therapy', 'EMDR', 'Behavioral activation']),
      ),
    );
  }
  if (isResistant && random.chance(0.13))
    tried.push(other(random, 'tms', 'rTMS, left prefrontal, 30 sessions'));
  if (isResistant && random.chance(0.07))
    tried.push(other(random, 'ect', 'ECT, right unilateral, 9 sessions'));
  return tried;
}

/** One trial that was long and strong enough, and did not help. */
export function adequateTrial(
  name: string,
  highestDose: string,
  weeks: number,
  stopReason: string,
): PriorTreatment {
  return judged({
    kind: 'antidepressant',
    name,
    highest_dose: highestDose,
    weeks_at_dose: weeks,
    adherence: 'good',
    outcome: 'none',
    episode: 'current',
    stop_reason: stopReason,
    note: null,
  });
}

function judged(trial: Omit<PriorTreatment, 'adequate' | 'adequacy_rule'>): PriorTreatment {
  const { kind, weeks_at_dose: weeksAtDose, adherence } = trial;
  const adequate = trialAdequacy({ kind, weeksAtDose, adherence });
  return {
    ...trial,
    adequate: adequate ?? 'unknown',
    adequacy_rule: adequate === null ? null : ADEQUACY_RULE,
  };
}

/** Those who count as resistant have two adequate trials in this episode. */
function triedMedicine(random: Random, medicine: Medicine, isOfResistance: boolean): PriorTreatment {
  const strong = medicine.doses.filter((dose) => dose >= medicine.minimum);
  const dose = random.pick(isOfResistance || random.chance(0.8) ? strong : medicine.doses);
  const isRemembered = isOfResistance || random.chance(0.88);
  const weeksTaken = isOfResistance ? random.whole(6, 40) : random.weighted(weeksOfTrials);
  // Counted at the minimum effective dose or above: below it there were none.
  const weeksAtDose = dose >= medicine.minimum ? weeksTaken : 0;
  const outcome = random.weighted(isOfResistance ? outcomesOfResistance : outcomes);
  return judged({
    kind: medicine.kind,
    name: medicine.name,
    highest_dose: isRemembered ? `${dose} mg` : null,
    weeks_at_dose: isRemembered ? weeksAtDose : null,
    adherence: isOfResistance ? 'good' : random.weighted(adherences),
    outcome,
    episode: isOfResistance ? 'current' : random.weighted(episodes),
    stop_reason: random.pick(stopReasons[outcome]),
    note: null,
  });
}

function other(random: Random, kind: 'psychotherapy' | 'tms' | 'ect', name: string): PriorTreatment {
  return judged({
    kind,
    name,
    highest_dose: null,
    weeks_at_dose: kind === 'psychotherapy' ? random.whole(6, 52) : random.whole(3, 6),
    adherence: 'good',
    outcome: random.weighted(outcomesOfOthers),
    episode: random.weighted(episodes),
    stop_reason: null,
    note: null,
  });
}
