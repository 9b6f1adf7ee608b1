import fc from 'fast-check';
import { compareInTime, trendPoints } from './score-point.js';
import { aScore, instant } from './testing/a-score.js';

const ids = (points: readonly { readonly id: string }[]): readonly string[] => points.map(({ id }) => id);

describe('trendPoints', () => {
  it('leaves out what has no score and keeps a score of 0', () => {
    expect(ids(trendPoints([aScore(1, null), aScore(2, 0)]))).toEqual(['day 2']);
  });

  it('leaves out what was answered after a dose', () => {
    expect(ids(trendPoints([aScore(3, 4, { afterDose: true }), aScore(4, 9)]))).toEqual(['day 4']);
  });

  it('leaves out what was answered within 24 hours after a dose, by the clock', () => {
    const doses = [{ day: 3, at: instant(3, 10) }];
    const points = [
      aScore(3, 9, { id: 'before the dose', at: instant(3, 9) }),
      aScore(3, 9, { id: 'with the dose', at: instant(3, 10) }),
      aScore(3, 9, { id: 'at once after', at: instant(3, 10) + 1 }),
      aScore(4, 9, { id: '24 hours after', at: instant(4, 10) }),
      aScore(4, 9, { id: 'a moment later', at: instant(4, 10) + 1 }),
    ];
    expect(ids(trendPoints(points, doses))).toEqual(['before the dose', 'with the dose', 'a moment later']);
  });

  it('looks at every dose, not only the first', () => {
    const doses = [
      { day: 0, at: instant(0, 10) },
      { day: 3, at: instant(3, 10) },
    ];
    expect(trendPoints([aScore(3, 9, { at: instant(3, 12) })], doses)).toEqual([]);
  });

  it('invents no time: where an instant is missing the mark alone decides', () => {
    const withoutTime = aScore(3, 9);
    const withTime = aScore(3, 9, { at: instant(3, 12) });
    expect(trendPoints([withoutTime], [{ day: 3, at: instant(3, 10) }])).toHaveLength(1);
    expect(trendPoints([withTime], [{ day: 3 }, { day: 3, at: null }])).toHaveLength(1);
  });

  it('gives back whatever else a point carries', () => {
    const [point] = trendPoints([{ ...aScore(1, 5, { imported: true }), session: 's1' }]);
    expect(point).toMatchObject({ session: 's1', imported: true });
  });
});

describe('compareInTime', () => {
  it('orders by day, then by instant with the unknown first, then by id', () => {
    const points = [
      aScore(2, 5, { id: 'a', at: instant(2, 15) }),
      aScore(2, 5, { id: 'c', at: instant(2, 9) }),
      aScore(2, 5, { id: 'b', at: instant(2, 9) }),
      aScore(2, 5, { id: 'd', at: null }),
      aScore(1, 5, { id: 'e', at: instant(1, 23) }),
    ];
    expect(ids(points.toSorted(compareInTime))).toEqual(['e', 'd', 'b', 'c', 'a']);
  });

  it('is a total order: any arrangement of the same points sorts the same way', () => {
    const point = fc.record({
      id: fc.string({ minLength: 1, maxLength: 2 }),
      day: fc.integer({ min: -2, max: 2 }),
      at: fc.option(fc.integer({ min: 0, max: 3 })),
      total: fc.constant(1),
      afterDose: fc.constant(false),
    });
    const arrangements = fc
      .uniqueArray(point, { selector: ({ id }) => id, maxLength: 12 })
      .chain((points) =>
        fc.tuple(fc.constant(points), fc.shuffledSubarray(points, { minLength: points.length })),
      );
    fc.assert(
      fc.property(arrangements, ([points, shuffled]) => {
        expect(ids(shuffled.toSorted(compareInTime))).toEqual(ids(points.toSorted(compareInTime)));
      }),
      { seed: 20251103 },
    );
  });

  it('calls a point equal to itself', () => {
    expect(compareInTime(aScore(1, 5), aScore(1, 5))).toBe(0);
  });
});
