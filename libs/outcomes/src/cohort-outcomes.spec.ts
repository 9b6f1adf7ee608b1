import fc from 'fast-check';
import { cohortOutcomes, type CohortOutcomes } from './cohort-outcomes.js';
import type { CourseScores } from './course-outcome.js';
import { aScore } from './testing/a-score.js';
import { currentOutcomeRules } from './threshold-rules.js';

const phq9 = currentOutcomeRules('phq-9');
const pcl5 = currentOutcomeRules('pcl-5');

function course(id: string, first: number | null, last: number | null): CourseScores {
  return { id, points: [aScore(0, first), aScore(20, last)], lastInductionDoseDay: 14 };
}

describe('cohortOutcomes', () => {
  const clinic = [
    course('remitted', 24, 4),
    course('responded', 20, 10),
    course('improved', 20, 11),
    course('worse', 10, 16),
    course('mild at start', 9, 4),
    course('mild and lost', 9, null),
    course('lost', 20, null),
    course('no baseline', null, 3),
  ];

  it('counts the flow from treated to analysed, and names the courses at each step', () => {
    const outcomes = cohortOutcomes(clinic, phq9, 'end-of-induction');
    expect(outcomes).toMatchObject({
      instrument: 'phq-9',
      endpoint: 'end-of-induction',
      eligibilityRuleId: 'phq-9-case-10',
      treated: 8,
      courses: 7,
      withBaseline: 7,
      withFollowUp: 5,
      eligible: 5,
      eligibleWithFollowUp: 4,
    });
    expect(outcomes.people).toEqual({
      treated: clinic.map(({ id }) => id).toSorted(),
      withBaseline: ['improved', 'lost', 'mild and lost', 'mild at start', 'remitted', 'responded', 'worse'],
      withFollowUp: ['improved', 'mild at start', 'remitted', 'responded', 'worse'],
      eligible: ['improved', 'lost', 'remitted', 'responded', 'worse'],
      eligibleWithFollowUp: ['improved', 'remitted', 'responded', 'worse'],
    });
  });

  it('counts response and remission of the eligible, reliable change of all with follow-up', () => {
    const outcomes = cohortOutcomes(clinic, phq9, 'last-recorded');
    expect(outcomes.response).toMatchObject({ x: 2, n: 4, p: 0.5, numerator: ['remitted', 'responded'] });
    expect(outcomes.remission).toMatchObject({ x: 1, n: 4, numerator: ['remitted'] });
    expect(outcomes.reliableImprovement).toMatchObject({
      x: 3,
      n: 5,
      numerator: ['improved', 'remitted', 'responded'],
    });
    expect(outcomes.reliableDeterioration).toMatchObject({ x: 1, n: 5, numerator: ['worse'] });
    expect(outcomes.response.denominator).toEqual(outcomes.people.eligibleWithFollowUp);
    expect(outcomes.reliableImprovement.denominator).toEqual(outcomes.people.withFollowUp);
  });

  it('carries the rule that made each rate', () => {
    const outcomes = cohortOutcomes(clinic, pcl5, 'last-recorded');
    expect(outcomes.response.ruleId).toBe(pcl5.response.id);
    expect(outcomes.reliableImprovement.ruleId).toBe('pcl-5-reliable-15');
    expect(outcomes.reliableDeterioration.ruleId).toBe('pcl-5-worse-15');
  });

  it('reports the PCL-5 in points beside the response, and no remission', () => {
    const courses = [course('a', 50, 40), course('b', 50, 35), course('c', 50, 32), course('d', 50, 41)];
    const outcomes = cohortOutcomes(courses, pcl5, 'last-recorded');
    expect(outcomes.remission).toBeNull();
    expect(outcomes.improvementByPoints.map(({ points, x, n, ruleId }) => [points, x, n, ruleId])).toEqual([
      [10, 3, 4, 'pcl-5-reliable-10'],
      [15, 2, 4, 'pcl-5-reliable-15'],
      [18, 1, 4, 'pcl-5-reliable-18'],
    ]);
  });

  it('has no rate of nobody', () => {
    const outcomes = cohortOutcomes([], phq9, 'last-recorded');
    expect(outcomes).toMatchObject({ treated: 0, courses: 0, withFollowUp: 0 });
    expect(outcomes.response).toMatchObject({ x: 0, n: 0, p: null, lo: null, hi: null });
  });
});

describe('cohortOutcomes, whatever the cohort', () => {
  const seed = 20251103;
  const total = fc.option(fc.integer({ min: 0, max: 27 }));
  const points = fc
    .array(fc.record({ day: fc.integer({ min: -20, max: 60 }), total, afterDose: fc.boolean() }), {
      maxLength: 8,
    })
    .map((scores) => scores.map((score, index) => ({ ...score, id: `score ${index}` })));
  const cohort = fc
    .array(fc.record({ points, lastInductionDoseDay: fc.option(fc.integer({ min: 0, max: 28 })) }), {
      maxLength: 12,
    })
    .map((courses) => courses.map((each, index): CourseScores => ({ ...each, id: `course ${index}` })));
  const endpoint = fc.constantFrom('last-recorded' as const, 'end-of-induction' as const);

  function rates(outcomes: CohortOutcomes): readonly unknown[] {
    const { response, remission, reliableImprovement, reliableDeterioration } = outcomes;
    return [response, remission, reliableImprovement, reliableDeterioration];
  }

  it('no rate depends on the order of courses or of scores', () => {
    const shuffled = cohort.chain((courses) =>
      fc.tuple(
        fc.constant(courses),
        fc
          .shuffledSubarray(courses, { minLength: courses.length })
          .map((mixed) => mixed.map((each) => ({ ...each, points: each.points.toReversed() }))),
      ),
    );
    fc.assert(
      fc.property(shuffled, endpoint, ([courses, mixed], at) => {
        expect(cohortOutcomes(mixed, phq9, at)).toEqual(cohortOutcomes(courses, phq9, at));
      }),
      { seed },
    );
  });

  it('a course without follow-up changes no rate', () => {
    fc.assert(
      fc.property(cohort, endpoint, fc.integer({ min: 0, max: 27 }), (courses, at, first) => {
        const lost: CourseScores = { id: 'lost', points: [aScore(0, first)], lastInductionDoseDay: 14 };
        const before = cohortOutcomes(courses, phq9, at);
        const after = cohortOutcomes([...courses, lost], phq9, at);
        expect(rates(after)).toEqual(rates(before));
        expect(after.treated).toBe(before.treated + 1);
        expect(after.withBaseline).toBe(before.withBaseline + 1);
      }),
      { seed },
    );
  });

  it('nobody both improves and deteriorates, remission of a case is response, and counts are those of the people', () => {
    fc.assert(
      fc.property(cohort, endpoint, (courses, at) => {
        const { response, remission, reliableImprovement, reliableDeterioration, people, ...counts } =
          cohortOutcomes(courses, phq9, at);
        const improved = new Set(reliableImprovement.numerator);
        expect(reliableDeterioration.numerator.filter((id) => improved.has(id))).toEqual([]);
        expect(response.numerator).toEqual(expect.arrayContaining([...remission!.numerator]));
        expect(counts).toMatchObject({
          treated: people.treated.length,
          withBaseline: people.withBaseline.length,
          withFollowUp: people.withFollowUp.length,
          eligible: people.eligible.length,
          eligibleWithFollowUp: people.eligibleWithFollowUp.length,
        });
        for (const rate of [response, remission!, reliableImprovement, reliableDeterioration]) {
          expect(rate.numerator).toHaveLength(rate.x);
          expect(rate.denominator).toHaveLength(rate.n);
          expect(rate.denominator).toEqual(expect.arrayContaining([...rate.numerator]));
        }
      }),
      { seed },
    );
  });
});
