import fc from 'fast-check';
import { bandOf, checkImportedTotal, rightNow, scoreAssessment, thresholdsOf } from './index.js';

describe('the right-now measure', () => {
  test('asks about this moment, and says of each item which end is good', () => {
    expect(rightNow.recall.days).toBe(0);
    expect(rightNow.items.map(({ ends }) => [ends?.low, ends?.high, ends?.better])).toEqual([
      ['as bad as it can be', 'as good as it can be', 'high'],
      ['not anxious at all', 'as anxious as can be', 'low'],
      ['not detached at all', 'completely detached', 'low'],
    ]);
    expect(rightNow.options.map(({ value, label }) => [value, label])).toEqual(
      Array.from({ length: 11 }, (_, value) => [value, String(value)]),
    );
    expect(rightNow.attribution).toBe('Our own wording. Not validated.');
  });

  test('never has a total, a band or thresholds, whatever is answered', () => {
    const answer = fc.option(fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(fc.tuple(answer, answer, answer), (answers) => {
        const score = scoreAssessment(rightNow, answers);
        const missing = answers.filter((each) => each === null).length;
        expect(score).toMatchObject({
          status: missing === 0 ? 'complete' : 'partial',
          total: null,
          band: null,
          clusters: [],
          answered: 3 - missing,
        });
      }),
      { seed: 20_261_124, numRuns: 200 },
    );
    expect(thresholdsOf('right-now')).toBeNull();
    for (const total of [0, 15]) {
      expect(() => checkImportedTotal(rightNow, total)).toThrow('Right now has no total');
      expect(() => bandOf(rightNow, total)).toThrow('Right now has no total');
    }
  });
});
