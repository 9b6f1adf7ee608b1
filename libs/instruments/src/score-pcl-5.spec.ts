import fc from 'fast-check';
import { pcl5, scoreAssessment, type Answers } from './index.js';

const seed = 20_260_101;

const pcl5Answers = (
  byItem: Readonly<Record<number, number | null>>,
  rest: number | null = 0,
): (number | null)[] =>
  Array.from({ length: 20 }, (_, index) => {
    const answer = byItem[index + 1];
    return answer === undefined ? rest : answer;
  });

const clusterTotals = (answers: Answers): Record<string, number | null> =>
  Object.fromEntries(scoreAssessment(pcl5, answers).clusters.map(({ id, total }) => [id, total]));

describe('complete PCL-5 forms', () => {
  test.each([
    ['all 0', pcl5Answers({}), 0, { B: 0, C: 0, D: 0, E: 0 }],
    ['all 4', pcl5Answers({}, 4), 80, { B: 20, C: 8, D: 28, E: 24 }],
    ['all 1', pcl5Answers({}, 1), 20, { B: 5, C: 2, D: 7, E: 6 }],
    ['six items at 2', pcl5Answers({ 1: 2, 6: 2, 8: 2, 9: 2, 15: 2, 16: 2 }), 12, { B: 2, C: 2, D: 4, E: 4 }],
    [
      'items 6 to 14 at 4',
      pcl5Answers({ 6: 4, 7: 4, 8: 4, 9: 4, 10: 4, 11: 4, 12: 4, 13: 4, 14: 4 }),
      36,
      { B: 0, C: 8, D: 28, E: 0 },
    ],
  ])('PCL-5 with %s', (_, answers, total, clusters) => {
    expect(scoreAssessment(pcl5, answers)).toMatchObject({ status: 'complete', total, band: null });
    expect(clusterTotals(answers)).toEqual(clusters);
  });
});

describe('PCL-5 with missing answers', () => {
  test('18 of 20 answered are prorated: sum 36 gives 40', () => {
    expect(scoreAssessment(pcl5, pcl5Answers({ 8: null, 20: null }, 2))).toMatchObject({
      status: 'prorated',
      total: 40,
      answered: 18,
      missing: [8, 20],
    });
  });

  test('17 of 20 answered have no total', () => {
    expect(scoreAssessment(pcl5, pcl5Answers({ 1: null, 8: null, 20: null }, 2))).toMatchObject({
      status: 'partial',
      total: null,
      answered: 17,
    });
  });

  test('a cluster bears one missing answer and not two', () => {
    expect(clusterTotals(pcl5Answers({ 1: null, 15: null, 16: null }, 2))).toEqual({
      B: 10,
      C: 4,
      D: 14,
      E: null,
    });
  });

  test('avoidance needs both of its answers', () => {
    expect(clusterTotals(pcl5Answers({ 6: null }, 2))).toEqual({ B: 10, C: null, D: 14, E: 12 });
  });

  test('a whole cluster keeps its total when the form has none', () => {
    const answers = pcl5Answers({ 8: null, 9: null, 10: null }, 1);
    expect(scoreAssessment(pcl5, answers).total).toBeNull();
    expect(clusterTotals(answers)).toEqual({ B: 5, C: 2, D: null, E: 6 });
  });

  test('a cluster with a gap is prorated by itself and says so', () => {
    const score = scoreAssessment(pcl5, pcl5Answers({ 1: 3, 2: 3, 3: 3, 4: 1, 5: null }));
    expect(score.clusters[0]).toEqual({ id: 'B', status: 'prorated', total: 13 });
  });
});

describe(`PCL-5 over random forms (seed ${seed})`, () => {
  const answer = fc.integer({ min: 0, max: 4 });
  const completeForm = fc.array(answer, { minLength: 20, maxLength: 20 });
  const gappyForm = fc.array(fc.option(answer, { nil: null, freq: 8 }), { minLength: 20, maxLength: 20 });
  const spans: Readonly<Record<string, readonly [number, number]>> = {
    B: [0, 5],
    C: [5, 7],
    D: [7, 14],
    E: [14, 20],
  };

  test('the total of a complete form is the sum of its clusters and of its answers', () => {
    fc.assert(
      fc.property(completeForm, (answers) => {
        const score = scoreAssessment(pcl5, answers);
        let sum = 0;
        for (const value of answers) sum += value;
        expect(score.total).toBe(sum);
        expect(score.clusters.reduce((running, { total }) => running + total!, 0)).toBe(sum);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  test('a form with gaps follows the rule of 18, and each cluster its own', () => {
    fc.assert(
      fc.property(gappyForm, (answers) => {
        const score = scoreAssessment(pcl5, answers);
        expect(score.total).toBe(nearest(answers, 18));
        for (const { id, total } of score.clusters) {
          const own = answers.slice(...spans[id]!);
          expect([id, total]).toEqual([id, nearest(own, id === 'C' ? 2 : own.length - 1)]);
        }
        expect(score.answered + score.missing.length).toBe(20);
        expect(score.missing.every((item) => answers[item - 1] === null)).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test('the order of the answers within a cluster changes nothing', () => {
    fc.assert(
      fc.property(gappyForm, (answers) => {
        const turned = Object.values(spans).flatMap(([from, to]) => answers.slice(from, to).reverse());
        const { missing: _, ...score } = scoreAssessment(pcl5, answers);
        expect(scoreAssessment(pcl5, turned)).toMatchObject(score);
      }),
      { seed, numRuns: 500 },
    );
  });

  test('a higher answer never lowers the total', () => {
    fc.assert(
      fc.property(gappyForm, fc.nat({ max: 19 }), (answers, index) => {
        const before = answers[index];
        fc.pre(before !== null && before !== undefined && before < 4);
        const raised = answers.map((value, position) => (position === index ? before + 1 : value));
        const [low, high] = [scoreAssessment(pcl5, answers).total, scoreAssessment(pcl5, raised).total];
        expect(high === null).toBe(low === null);
        expect(high ?? 0).toBeGreaterThanOrEqual(low ?? 0);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  function nearest(answers: Answers, minimumAnswered: number): number | null {
    const given = answers.filter((value) => value !== null);
    if (given.length < minimumAnswered) return null;
    const exact = given.reduce((sum, value) => sum + value, 0) * answers.length;
    const below = (exact - (exact % given.length)) / given.length;
    return exact - below * given.length >= given.length / 2 ? below + 1 : below;
  }
});
