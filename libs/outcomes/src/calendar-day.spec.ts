import fc from 'fast-check';
import { dayNumber, dayOfCourse } from './calendar-day.js';

describe('dayNumber', () => {
  it.each([
    ['2025-11-03', '2025-11-03', 0],
    ['2025-11-17', '2025-11-03', 14],
    ['2025-11-02', '2025-11-03', -1],
    ['2024-03-01', '2024-02-28', 2],
    ['2025-03-01', '2025-02-28', 1],
    ['2026-01-01', '2025-01-01', 365],
  ])('puts %s on its day of a course that began on %s', (date, dayZero, day) => {
    expect(dayNumber(date, dayZero)).toBe(day);
  });

  it('counts calendar days across the nights when clocks change', () => {
    expect(dayNumber('2025-11-03', '2025-11-01')).toBe(2);
    expect(dayNumber('2025-03-31', '2025-03-29')).toBe(2);
  });

  it.each(['2025-02-30', '2025-13-01', '2025-1-1', '03.11.2025', '2025-11-03T10:00:00Z', ''])(
    'refuses %p, which is no calendar day',
    (date) => {
      expect(() => dayNumber(date, '2025-11-03')).toThrow(RangeError);
      expect(() => dayNumber('2025-11-03', date)).toThrow(RangeError);
    },
  );
});

describe('dayOfCourse', () => {
  it('gives the calendar day back', () => {
    expect(dayOfCourse(14, '2025-11-03')).toBe('2025-11-17');
    expect(dayOfCourse(-3, '2025-03-01')).toBe('2025-02-26');
  });

  it('is the inverse of the number of the day', () => {
    const day = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(day, day, (zero, days) => {
        const dayZero = dayOfCourse(zero, '2000-01-01');
        expect(dayNumber(dayOfCourse(days, dayZero), dayZero)).toBe(days);
      }),
      { seed: 20251103 },
    );
  });

  it('refuses half days and what is no day zero', () => {
    expect(() => dayOfCourse(0.5, '2025-11-03')).toThrow(RangeError);
    expect(() => dayOfCourse(1, '2025-11-31')).toThrow(RangeError);
  });
});
