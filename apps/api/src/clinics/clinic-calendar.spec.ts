import { addDays, dayIn, daysBetween, instantAt, wholeYearsBetween } from './clinic-calendar.js';

describe('the calendar of a clinic', () => {
  it('tells the day in its own zone, whatever the machine thinks', () => {
    const instant = new Date('2026-11-17T03:30:00Z');
    expect(dayIn('America/New_York', instant)).toBe('2026-11-16');
    expect(dayIn('Europe/London', instant)).toBe('2026-11-17');
    expect(dayIn('Asia/Tokyo', new Date('2026-11-16T15:00:00Z'))).toBe('2026-11-17');
  });

  it('reads a time on the clock, over changes of the clock', () => {
    expect(instantAt('America/New_York', '2026-11-17', '14:30').toISOString()).toBe(
      '2026-11-17T19:30:00.000Z',
    );
    // Skipped in spring, twice in autumn.
    expect(instantAt('America/New_York', '2026-03-08', '02:30').toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    );
    expect(instantAt('America/New_York', '2026-11-01', '01:30').toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  it('counts calendar days, not hours', () => {
    expect(addDays('2026-10-31', 2)).toBe('2026-11-02');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-11-17', '2026-11-02')).toBe(-15);
  });

  it('counts ages by the birthday', () => {
    expect(wholeYearsBetween('1992-11-18', '2026-11-17')).toBe(33);
    expect(wholeYearsBetween('1992-11-17', '2026-11-17')).toBe(34);
    expect(wholeYearsBetween('2000-02-29', '2026-02-28')).toBe(25);
    expect(wholeYearsBetween('2000-02-29', '2026-03-01')).toBe(26);
  });
});
