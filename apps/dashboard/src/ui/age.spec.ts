import { ageOn } from './age';

describe('an age', () => {
  it('rises on the birthday', () => {
    expect(ageOn('1992-11-17', '2026-11-16')).toBe(33);
    expect(ageOn('1992-11-17', '2026-11-17')).toBe(34);
    expect(ageOn('1992-11-17', '1992-11-17')).toBe(0);
  });

  it('rises on 1 March for a leap-day child', () => {
    expect(ageOn('2004-02-29', '2026-02-28')).toBe(21);
    expect(ageOn('2004-02-29', '2026-03-01')).toBe(22);
  });
});
