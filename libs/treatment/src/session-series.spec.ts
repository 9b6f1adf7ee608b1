import fc from 'fast-check';
import { seriesDays } from './session-series.js';
import type { SessionSeries } from './session-series.js';

const series = (change: Partial<SessionSeries> = {}): SessionSeries => ({
  firstDay: '2026-11-03',
  count: 6,
  intervalDays: 3.5,
  closedWeekdays: [],
  ...change,
});

describe('the days of a series', () => {
  it('falls on Tuesdays and Fridays when it starts on a Tuesday and comes twice a week', () => {
    expect(seriesDays(series())).toEqual([
      '2026-11-03',
      '2026-11-06',
      '2026-11-10',
      '2026-11-13',
      '2026-11-17',
      '2026-11-20',
    ]);
  });

  it('keeps to the same weekdays three times a week, though the interval is stored as 2.33', () => {
    const days = seriesDays(series({ firstDay: '2026-11-02', count: 60, intervalDays: 2.33 }));
    const weekdays = new Set(days.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay()));
    expect(weekdays).toEqual(new Set([1, 3, 5]));
  });

  it('crosses months, years and the change of the clocks by whole days', () => {
    expect(seriesDays(series({ firstDay: '2027-03-07', count: 3, intervalDays: 7 }))).toEqual([
      '2027-03-07',
      '2027-03-14',
      '2027-03-21',
    ]);
    expect(seriesDays(series({ firstDay: '2026-12-31', count: 2, intervalDays: 1 }))).toEqual([
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  it('moves a session off a closed weekday to the next open day', () => {
    // Every two days from Thursday: Saturday goes to Monday, and what follows keeps two days apart.
    expect(
      seriesDays(series({ firstDay: '2026-11-05', count: 4, intervalDays: 2, closedWeekdays: [6, 7] })),
    ).toEqual(['2026-11-05', '2026-11-09', '2026-11-11', '2026-11-13']);
  });

  it('settles on Monday, Wednesday and Friday when three times a week meets closed weekends', () => {
    const days = seriesDays(
      series({ firstDay: '2026-11-03', count: 7, intervalDays: 2.33, closedWeekdays: [6, 7] }),
    );
    expect(days.slice(2)).toEqual(['2026-11-09', '2026-11-11', '2026-11-13', '2026-11-16', '2026-11-18']);
  });

  it('leaves the first day as it was chosen', () => {
    expect(seriesDays(series({ firstDay: '2026-11-07', count: 1, closedWeekdays: [6, 7] }))).toEqual([
      '2026-11-07',
    ]);
  });

  it('refuses a week without an open day, no sessions and no interval', () => {
    expect(() => seriesDays(series({ closedWeekdays: [1, 2, 3, 4, 5, 6, 7] }))).toThrow(RangeError);
    expect(() => seriesDays(series({ count: 0 }))).toThrow(RangeError);
    expect(() => seriesDays(series({ intervalDays: 0 }))).toThrow(RangeError);
  });

  it('always gives as many days as asked, in rising order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 0.2, max: 90, noNaN: true }),
        fc.subarray([1, 2, 3, 4, 5, 6], { maxLength: 6 }),
        (count, intervalDays, closedWeekdays) => {
          const days = seriesDays(series({ count, intervalDays, closedWeekdays }));
          expect(days).toHaveLength(count);
          expect([...days].sort()).toEqual(days);
          expect(new Set(days).size).toBe(count);
        },
      ),
      { seed: 20261103 },
    );
  });
});
