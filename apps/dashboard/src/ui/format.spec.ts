import {
  dayIn,
  daysBetween,
  formatDay,
  formatDuration,
  formatMoment,
  formatNearDay,
  formatNearMoment,
  formatNumber,
  formatPercent,
  formatShortMoment,
  formatSigned,
  formatTime,
  formatZone,
} from './format';

const newYork = { locale: 'en-US', timeZone: 'America/New_York' };
const berlin = { locale: 'de-DE', timeZone: 'Europe/Berlin' };
// Half past seven in the evening in New York, the next day in Berlin.
const evening = new Date('2026-11-18T00:30:00Z');

describe('calendar days', () => {
  it('are those of the clinic, whatever the zone of the computer', () => {
    expect(dayIn('America/New_York', evening)).toBe('2026-11-17');
    expect(dayIn('Europe/Berlin', evening)).toBe('2026-11-18');
    expect(formatDay('2026-11-17', 'en-US')).toBe('Nov 17, 2026');
    expect(formatDay('2026-11-17', 'en-GB')).toBe('17 Nov 2026');
  });

  it('are counted over changes of the clock and leap days', () => {
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  it.each([
    ['2026-11-17', 'today'],
    ['2026-11-18', 'tomorrow'],
    ['2026-11-16', 'yesterday'],
    ['2026-11-23', 'in 6 days'],
    ['2026-11-11', '6 days ago'],
    ['2026-11-24', 'Tue, Nov 24'],
    ['2026-11-10', 'Tue, Nov 10'],
    ['2025-11-17', 'Nov 17, 2025'],
  ])('are relative when near: %s is "%s" on 17 November 2026', (day, words) => {
    expect(formatNearDay(day, '2026-11-17', 'en-US')).toBe(words);
  });
});

describe('moments', () => {
  it('are written in the zone and the way of the clinic', () => {
    expect(formatMoment(evening, berlin)).toBe('18. Nov. 2026, 01:30');
    expect(formatTime(evening, newYork).replace(/\s/g, ' ')).toBe('7:30 PM');
    expect(formatShortMoment(evening, berlin)).toBe('Mi., 18. Nov., 01:30');
    expect(formatZone(evening, newYork)).toBe('EST');
  });

  it('are near by the calendar of the clinic, not by hours', () => {
    const now = new Date('2026-11-18T05:30:00Z');
    expect(formatNearMoment(evening, now, newYork).replace(/\s/g, ' ')).toBe('yesterday 7:30 PM');
    expect(formatNearMoment(evening, now, berlin)).toBe('heute 01:30');
  });
});

describe('numbers', () => {
  it('say their direction with a real minus sign', () => {
    expect(formatSigned(-5)).toBe('−5');
    expect(formatSigned(3)).toBe('+3');
    expect(formatSigned(0)).toBe('0');
    expect(formatNumber(-1.25, 'de-DE', 1)).toBe('−1,3');
  });

  it('give a share as per cent', () => {
    expect(formatPercent(0.294, 'en-US')).toBe('29 %');
    expect(formatPercent(0.4839, 'en-US', 1)).toBe('48.4 %');
  });

  it.each([
    [0, '0 min'],
    [40, '40 min'],
    [60, '1 h'],
    [80, '1 h 20 min'],
    [119.6, '2 h'],
  ])('call %d minutes "%s"', (minutes, words) => {
    expect(formatDuration(minutes)).toBe(words);
  });
});
