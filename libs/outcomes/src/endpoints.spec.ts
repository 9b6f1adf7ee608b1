import { endOfInduction, lastRecorded } from './endpoints.js';
import { aScore, instant } from './testing/a-score.js';

describe('lastRecorded', () => {
  it('is the last score after day zero, however late', () => {
    expect(lastRecorded([aScore(0, 17), aScore(200, 4), aScore(14, 9)])?.total).toBe(4);
  });

  it('may be the day after day zero', () => {
    expect(lastRecorded([aScore(0, 17), aScore(1, 15)])?.total).toBe(15);
  });

  it('is missing when nothing was scored after day zero', () => {
    expect(lastRecorded([aScore(-3, 17), aScore(0, 15), aScore(5, null)])).toBeNull();
  });

  it('passes over the acute effect of a dose', () => {
    const doses = [{ day: 10, at: instant(10, 10) }];
    const points = [
      aScore(7, 12),
      aScore(10, 2, { at: instant(10, 12) }),
      aScore(11, 1, { afterDose: true }),
    ];
    expect(lastRecorded(points, doses)?.total).toBe(12);
  });
});

describe('endOfInduction', () => {
  it.each([
    [13, null],
    [14, 9],
    [30, 9],
    [45, 9],
    [46, null],
  ])('a score on day %i, the last induction dose on day 14, gives %p', (day, total) => {
    expect(endOfInduction([aScore(0, 17), aScore(day, 9)], 14)?.total ?? null).toBe(total);
  });

  it('is the last score of the window', () => {
    expect(endOfInduction([aScore(15, 9), aScore(40, 6), aScore(60, 12)], 14)?.total).toBe(6);
  });

  it('is missing while no induction dose is the last', () => {
    expect(endOfInduction([aScore(15, 9)], null)).toBeNull();
  });

  it('is never the baseline of an induction of one dose', () => {
    expect(endOfInduction([aScore(0, 17)], 0)).toBeNull();
    expect(endOfInduction([aScore(0, 17), aScore(1, 12)], 0)?.total).toBe(12);
  });

  it('passes over the acute effect of the last dose', () => {
    const doses = [{ day: 14, at: instant(14, 10) }];
    expect(endOfInduction([aScore(14, 2, { at: instant(14, 12) })], 14, doses)).toBeNull();
  });
});
