import type { InstrumentDefinition } from '@courseline/instruments';
import { clamp, type Random } from './random.js';

export type DemoInstrument = 'phq-9' | 'gad-7' | 'pcl-5';

/**
 * How readily each item is endorsed, smaller is sooner: tiredness and sleep before mood, suicidal thoughts
 * last. The order is ours, made to look like clinic forms.
 */
const reluctance: Readonly<Record<DemoInstrument, readonly number[]>> = {
  'phq-9': [-0.25, -0.3, -0.4, -0.55, 0.15, -0.05, 0.05, 0.95, 0],
  'gad-7': [-0.4, -0.2, -0.45, -0.25, 0.45, 0.2, 0.25],
  'pcl-5': [
    -0.1, 0.25, 0.9, -0.35, 0.1, -0.4, -0.3, 0.6, -0.1, 0.05, -0.25, -0.15, -0.35, -0.05, 0.15, 1, -0.2, 0,
    -0.2, -0.5,
  ],
};
const STEP = 1.15;
/** When someone ticks item 9: before all else, when unwell, or nearly never. */
export type SuicidalThoughts = 'first' | 'when-unwell' | 'hardly-ever';
const item9Reluctance: Readonly<Record<SuicidalThoughts, number>> = {
  first: -2,
  'when-unwell': 0.7,
  'hardly-ever': 3.4,
};

/** How one person fills in one form: which items weigh on them, the same at every visit. */
export type AnswerProfile = Readonly<Record<DemoInstrument, readonly number[]>>;

export function anAnswerProfile(random: Random, suicidalThoughts: SuicidalThoughts): AnswerProfile {
  const own = (instrument: DemoInstrument): number[] =>
    reluctance[instrument].map((item) => item + random.normal(0, 0.5));
  const depression = own('phq-9');
  depression[8] = random.normal(item9Reluctance[suicidalThoughts], 0.25);
  return { 'phq-9': depression, 'gad-7': own('gad-7'), 'pcl-5': own('pcl-5') };
}

/**
 * Answers that add up to the total exactly: each step up of each item has a threshold, and the lowest
 * thresholds are passed. Items therefore hang together as they do in people, and each person keeps a pattern.
 */
export function answersFor(
  random: Random,
  definition: InstrumentDefinition,
  profile: readonly number[],
  total: number,
): number[] {
  const steps = profile.flatMap((own, item) => {
    const today = own + random.normal(0, 0.22);
    return Array.from({ length: definition.itemMaximum }, (_, step) => ({
      item,
      threshold: today + step * STEP,
    }));
  });
  const answers = profile.map(() => 0);
  for (const { item } of steps.toSorted((a, b) => a.threshold - b.threshold).slice(0, total)) {
    answers[item] = (answers[item] ?? 0) + 1;
  }
  return answers;
}

/** How hard the problems make life, 0 to 3, after the total; not asked when nothing is endorsed. */
export function difficultyFor(random: Random, answers: readonly (number | null)[]): number | null {
  const sum = answers.reduce<number>((running, answer) => running + (answer ?? 0), 0);
  return sum === 0 ? null : clamp(Math.round((sum / 27) * 3.1 + random.normal(0, 0.45)), 0, 3);
}

export type Omission = 'none' | 'few' | 'many' | 'item-9';

/**
 * How forms come back: nearly all whole, a few with one or two items skipped (which still have a total), a few
 * broken off half way, and item 9 declined by some.
 */
export function anOmission(random: Random, instrument: DemoInstrument): Omission {
  return random.weighted<Omission>([
    ['none', 972],
    ['few', 15],
    ['many', 6],
    ['item-9', instrument === 'phq-9' ? 5 : 0],
  ]);
}

export function withOmission(
  random: Random,
  answers: readonly number[],
  omission: Omission,
): readonly (number | null)[] {
  if (omission === 'none') return answers;
  if (omission === 'item-9') return answers.map((answer, index) => (index === 8 ? null : answer));
  if (omission === 'many') {
    const last = random.whole(2, answers.length - 4);
    return answers.map((answer, index) => (index <= last ? answer : null));
  }
  const optional = answers.map((_, index) => index).filter((index) => answers.length !== 9 || index !== 8);
  const most = answers.length === 7 ? 1 : 2;
  const skipped = random.sample(optional, random.whole(1, most));
  return answers.map((answer, index) => (skipped.includes(index) ? null : answer));
}
