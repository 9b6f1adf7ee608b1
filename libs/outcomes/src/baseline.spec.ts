import { baseline } from './baseline.js';
import { aScore, instant } from './testing/a-score.js';

describe('baseline', () => {
  it('is the last score of the 14 days up to day zero', () => {
    expect(baseline([aScore(-3, 18), aScore(-1, 17), aScore(-9, 20), aScore(2, 12)])?.total).toBe(17);
  });

  it.each([
    [-15, null],
    [-14, 17],
    [0, 17],
    [1, null],
  ])('a score on day %i alone gives %p', (day, total) => {
    expect(baseline([aScore(day, 17)])?.total ?? null).toBe(total);
  });

  it('is missing without any score', () => {
    expect(baseline([])).toBeNull();
  });

  it('can be 0', () => {
    expect(baseline([aScore(0, 0)])?.total).toBe(0);
  });

  it('passes over a form that has no score', () => {
    expect(baseline([aScore(-7, 17), aScore(0, null)])?.total).toBe(17);
  });

  it('passes over a form answered after the first dose', () => {
    expect(baseline([aScore(-7, 17), aScore(0, 9, { afterDose: true })])?.total).toBe(17);
  });

  it('goes by the clock on the day of the first dose, where both times are known', () => {
    const before = aScore(0, 17, { id: 'before', at: instant(0, 9) });
    const with_ = aScore(0, 16, { id: 'with', at: instant(0, 10) });
    const after = aScore(0, 9, { id: 'after', at: instant(0, 12) });
    const firstDoseAt = instant(0, 10);
    expect(baseline([before, after], { firstDoseAt })).toBe(before);
    expect(baseline([before, with_, after], { firstDoseAt })).toBe(with_);
    expect(baseline([after], { firstDoseAt })).toBeNull();
  });

  it('goes by the day where a time is missing', () => {
    expect(baseline([aScore(0, 17)], { firstDoseAt: instant(0, 10) })?.total).toBe(17);
    expect(baseline([aScore(0, 17, { at: instant(0, 12) })], { firstDoseAt: null })?.total).toBe(17);
  });

  it('passes over a score within 24 hours after a dose of an earlier course', () => {
    const doses = [{ day: -5, at: instant(-5, 10) }];
    const points = [aScore(-9, 17), aScore(-4, 8, { at: instant(-4, 9) })];
    expect(baseline(points, { doses })?.total).toBe(17);
  });

  it('takes imported and prorated totals and keeps their marks', () => {
    expect(baseline([aScore(-1, 17, { imported: true })])).toMatchObject({ total: 17, imported: true });
    expect(baseline([aScore(-1, 18, { prorated: true })])).toMatchObject({ total: 18, prorated: true });
  });
});
