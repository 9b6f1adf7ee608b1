import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ThresholdInstrumentId } from '@courseline/instruments';
import { cohortOutcomes } from './cohort-outcomes.js';
import type { CourseScores } from './course-outcome.js';
import { currentOutcomeRules } from './threshold-rules.js';
import type { Proportion } from './proportion.js';
import type { ScorePoint } from './score-point.js';
import { talkingTherapies } from './talking-therapies.js';

/**
 * The project's own made-up cohort of 240 courses, and what R 4.2.2 gives for it: counts to agree exactly,
 * other figures to a relative 1e-6.
 */
interface ExpectedInstrument {
  readonly courses: number;
  readonly withFollowUp: number;
  readonly eligible: number;
  readonly eligibleWithFollowUp: number;
  readonly response: Proportion;
  readonly remission?: Proportion;
  readonly reliableImprovement: Proportion;
  readonly reliableDeterioration: Proportion;
}
type Expected = Readonly<Record<ThresholdInstrumentId, ExpectedInstrument>> & {
  readonly talkingTherapies: Readonly<Record<string, number>>;
};

const folder = join(__dirname, 'reference');
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;

interface Row extends ScorePoint {
  readonly course: string;
  readonly instrument: string;
}

const rows: readonly Row[] = readFileSync(join(folder, 'cohort.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line, index) => {
    const [course, , , instrument, day, , total] = line.split(',');
    return {
      id: String(index).padStart(6, '0'),
      course: course!,
      instrument: instrument!,
      day: Number(day),
      total: Number(total),
      afterDose: false,
    };
  });

function coursesOn(instrument: string): readonly CourseScores[] {
  const byCourse = new Map<string, ScorePoint[]>();
  for (const row of rows.filter((each) => each.instrument === instrument)) {
    byCourse.set(row.course, [...(byCourse.get(row.course) ?? []), row]);
  }
  return [...byCourse].map(([id, points]) => ({ id, points }));
}

function expectRate(actual: Proportion, wanted: Proportion): void {
  expect([actual.x, actual.n]).toEqual([wanted.x, wanted.n]);
  for (const key of ['p', 'lo', 'hi'] as const) {
    expect(Math.abs(actual[key]! / wanted[key]! - 1)).toBeLessThan(1e-6);
  }
}

describe('the reference cohort', () => {
  it.each(['phq-9', 'gad-7', 'pcl-5'] as const)('gives the rates that R gives for the %s', (instrument) => {
    const wanted = expected[instrument];
    const actual = cohortOutcomes(coursesOn(instrument), currentOutcomeRules(instrument), 'last-recorded');
    expect(actual).toMatchObject({
      courses: wanted.courses,
      withFollowUp: wanted.withFollowUp,
      eligible: wanted.eligible,
      eligibleWithFollowUp: wanted.eligibleWithFollowUp,
    });
    expectRate(actual.response, wanted.response);
    expectRate(actual.reliableImprovement, wanted.reliableImprovement);
    expectRate(actual.reliableDeterioration, wanted.reliableDeterioration);
    expect(actual.remission === null).toBe(wanted.remission === undefined);
    if (actual.remission && wanted.remission) expectRate(actual.remission, wanted.remission);
  });

  it('gives the counts of NHS Talking Therapies', () => {
    const anxiety = new Map(coursesOn('gad-7').map(({ id, points }) => [id, points]));
    const courses = coursesOn('phq-9').map(({ id, points }) => ({
      id,
      depression: points,
      anxiety: anxiety.get(id) ?? [],
    }));
    expect(talkingTherapies(courses)).toMatchObject(expected.talkingTherapies);
  });
});
