import { isLive, type Reach } from './sign-in-limits.js';

const start = new Date('2026-03-10T09:00:00Z');
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

function signIn(reach: Reach, lastActiveMinutes = 0, ended = false) {
  return { reach, createdAt: start, lastActiveAt: later(lastActiveMinutes), endedAt: ended ? start : null };
}

describe('a sign-in', () => {
  it.each<[Reach, number, boolean]>([
    ['staff', 14.99, true],
    ['staff', 15, false],
    ['patient', 29.99, true],
    ['patient', 30, false],
  ])('of %s without activity for %d minutes counts: %s', (reach, minutes, live) => {
    expect(isLive(signIn(reach), later(minutes))).toBe(live);
  });

  it.each<[Reach, number, boolean]>([
    ['staff', 12 * 60 - 1, true],
    ['staff', 12 * 60, false],
    ['patient', 24 * 60 - 1, true],
    ['patient', 24 * 60, false],
  ])('of %s with activity all the time counts after %d minutes: %s', (reach, minutes, live) => {
    expect(isLive(signIn(reach, minutes - 1), later(minutes))).toBe(live);
  });

  it('that was ended does not count', () => {
    expect(isLive(signIn('staff', 0, true), start)).toBe(false);
  });
});
