import fc from 'fast-check';
import { proportion, rateOf, wilsonInterval } from './proportion.js';

describe('wilsonInterval', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives what Newcombe 1998 prints for %i of %i', (x, n, lo, hi) => {
    const interval = wilsonInterval(x, n);
    expect(interval?.lo).toBeCloseTo(lo, 4);
    expect(interval?.hi).toBeCloseTo(hi, 4);
  });

  it.each([
    [98, 218, 0.9, 0.3950796785249709, 0.5052399978379576],
    [98, 218, 0.99, 0.3655266303514161, 0.5365366717762374],
    [26457, 54672, 0.95, 0.47973457094414235, 0.4881122887823048],
    [20, 20, 0.95, 0.8388748419471808, 1],
  ] as const)('gives what SciPy 1.17 gives for %i of %i at %f', (x, n, level, lo, hi) => {
    const interval = wilsonInterval(x, n, level);
    expect(interval?.lo).toBeCloseTo(lo, 12);
    expect(interval?.hi).toBeCloseTo(hi, 12);
  });

  it('is exactly 0 at none and exactly 1 at all', () => {
    expect(wilsonInterval(0, 7)?.lo).toBe(0);
    expect(wilsonInterval(7, 7)?.hi).toBe(1);
  });

  it('is missing for nobody', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [1, 2.5],
    [Number.NaN, 2],
    [1, Number.NaN],
  ])('refuses %p of %p', (x, n) => {
    expect(() => wilsonInterval(x, n)).toThrow(RangeError);
  });

  it('always lies within 0 and 1 around the share, and mirrors itself', () => {
    const counts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const interval = wilsonInterval(x, n)!;
        const mirror = wilsonInterval(n - x, n)!;
        expect(interval.lo).toBeGreaterThanOrEqual(0);
        expect(interval.lo).toBeLessThanOrEqual(x / n);
        expect(interval.hi).toBeGreaterThanOrEqual(x / n);
        expect(interval.hi).toBeLessThanOrEqual(1);
        expect(mirror.lo).toBeCloseTo(1 - interval.hi, 12);
      }),
      { seed: 1927 },
    );
  });
});

describe('proportion', () => {
  it.each([
    [26457, 54672, 48.39],
    [182, 310, 58.71],
    [94, 208, 45.19],
    [15, 82, 18.29],
    [91, 336, 27.08],
    [60, 340, 17.65],
  ])('%i of %i is the %f %% that was published', (x, n, percent) => {
    expect(proportion(x, n).p! * 100).toBeCloseTo(percent, 2);
  });

  it('has no share of nobody', () => {
    expect(proportion(0, 0)).toEqual({ x: 0, n: 0, p: null, lo: null, hi: null });
  });
});

describe('rateOf', () => {
  it('names the people of both numbers and leaves out whom the question has no answer for', () => {
    const rate = rateOf('rule', [
      ['c', true],
      ['b', false],
      ['a', true],
      ['d', null],
    ]);
    expect(rate).toMatchObject({ ruleId: 'rule', x: 2, n: 3 });
    expect(rate.numerator).toEqual(['a', 'c']);
    expect(rate.denominator).toEqual(['a', 'b', 'c']);
  });
});
