import { clock, DemoCalendar } from './calendar.js';

describe("the clinic's calendar", () => {
  it('has its own today on each side of midnight', () => {
    const now = new Date('2026-11-18T03:00:00Z');
    expect(new DemoCalendar('America/New_York', now).date(0)).toBe('2026-11-17');
    expect(new DemoCalendar('America/Denver', now).date(0)).toBe('2026-11-17');
    expect(new DemoCalendar('Europe/London', now).date(0)).toBe('2026-11-18');
  });

  it('keeps the hour on the wall through both changes of the clocks', () => {
    const newYork = new DemoCalendar('America/New_York', new Date('2026-11-17T16:00:00Z'));
    expect(newYork.at(0, clock('09:12')).toISOString()).toBe('2026-11-17T14:12:00.000Z');
    expect(newYork.date(-17)).toBe('2026-10-31');
    expect(newYork.at(-17, clock('09:12')).toISOString()).toBe('2026-10-31T13:12:00.000Z');
    expect(newYork.at(-16, clock('09:12')).toISOString()).toBe('2026-11-01T14:12:00.000Z');
    const london = new DemoCalendar('Europe/London', new Date('2026-04-01T09:00:00Z'));
    expect(london.at(-4, clock('08:30')).toISOString()).toBe('2026-03-28T08:30:00.000Z');
    expect(london.at(-3, clock('08:30')).toISOString()).toBe('2026-03-29T07:30:00.000Z');
  });

  it('knows working days, and the one nearest', () => {
    const calendar = new DemoCalendar('Europe/London', new Date('2026-11-17T12:00:00Z'));
    const dates = [-4, -3, -2, -1, 0].map((day) => [calendar.date(day), calendar.isWorkday(day)]);
    expect(dates).toEqual([
      ['2026-11-13', true],
      ['2026-11-14', false],
      ['2026-11-15', false],
      ['2026-11-16', true],
      ['2026-11-17', true],
    ]);
    expect(calendar.workdayNear(-3)).toBe(-4);
    expect(calendar.workdayNear(-2)).toBe(-1);
    expect(calendar.lastWorkdayBefore(-1)).toBe(-4);
    expect(calendar.isWorkday(calendar.dayOf('2025-12-25'))).toBe(false);
  });

  it.each([
    '2026-11-17T05:00:20Z',
    '2026-11-17T09:00:00Z',
    '2026-11-17T14:12:30Z',
    '2026-03-08T06:30:00Z',
    '2026-11-01T13:00:10Z',
  ])('lets nothing of this morning lie after %s, and keeps its order', (moment) => {
    const now = new Date(moment);
    const calendar = new DemoCalendar('America/New_York', now);
    const times = [clock('06:40'), clock('08:05'), clock('09:12'), clock('09:13')].map((minutes) =>
      calendar.thisMorning(minutes).getTime(),
    );
    expect(times.toSorted((a, b) => a - b)).toEqual(times);
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime());
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
    expect(times.map((time) => today.format(time))).toEqual(times.map(() => calendar.date(0)));
  });

  it('says this morning as it was once the time has passed', () => {
    const calendar = new DemoCalendar('America/New_York', new Date('2026-11-17T14:12:30Z'));
    expect(calendar.thisMorning(clock('09:12')).toISOString()).toBe('2026-11-17T14:12:00.000Z');
  });
});
