import type { DemoInstrument } from './answers.js';
import { clamp, type Random } from './random.js';
import { levelOn, type SymptomCourse } from './symptom-course.js';

/** How ill someone is when a course begins, and how far anxiety and trauma follow the mood. */
export interface Illness {
  readonly start: Readonly<Record<DemoInstrument, number>>;
  /** Share of the fall in depression that each instrument sees. */
  readonly share: Readonly<Record<DemoInstrument, number>>;
}

/** How much of a score is the day it is asked on. */
const DAY_TO_DAY: Readonly<Record<DemoInstrument, number>> = { 'phq-9': 1.1, 'gad-7': 1, 'pcl-5': 2.4 };

/**
 * How ill one person is at the start of one course: much the same each time, not quite.
 * PHQ-9 at the start with mean 17 and SD 5 (Ahuja 2022, BMC Psychiatry 22:634: median 16.0, IQR 11.3 to 21.8;
 * GAD-7 14.0, 8 to 17). Anxiety falls nearly with the mood, trauma less: on the PCL-5 a trial in 158 veterans
 * found no difference to placebo (Abdallah 2022, Neuropsychopharmacology, doi 10.1038/s41386-022-01266-9).
 */
export function anIllness(person: Random, course: Random): Illness {
  const severity = person.normal(0, 0.94) + course.normal(0, 0.34);
  const anxiety = 0.5 * severity + Math.sqrt(1 - 0.25) * person.normal(0, 1);
  const trauma = person.normal(0, 7) + course.normal(0, 3);
  return {
    start: {
      'phq-9': clamp(16.8 + 5.1 * severity, 4, 26),
      'gad-7': clamp(12.6 + 4.3 * anxiety, 2, 21),
      'pcl-5': clamp(46 + 7 * severity + trauma, 22, 76),
    },
    share: {
      'phq-9': 1,
      'gad-7': clamp(course.normal(0.92, 0.16), 0.35, 1.25),
      'pcl-5': clamp(course.normal(0.6, 0.25), 0, 1.1),
    },
  };
}

/** What a form would come to on a day of the course. */
export function totalOn(
  random: Random,
  illness: Illness,
  symptoms: SymptomCourse,
  instrument: DemoInstrument,
  day: number,
): number {
  const level = 1 + (levelOn(symptoms, day) - 1) * illness.share[instrument];
  const noise = random.normal(0, DAY_TO_DAY[instrument]);
  return Math.round(illness.start[instrument] * level + noise);
}
