import { compareEvents, dayOf, daysApart, dayStart, midday, standingTimes } from './chart-time';

const zone = 'America/New_York';
const event = (date: string, at: string | null) => ({ date, at });

describe('where events stand', () => {
  it('is midday for what is alone on its day, so that all lanes of a day make one column', () => {
    expect(
      standingTimes([event('2026-11-16', null), event('2026-11-17', '2026-11-17T14:12:00Z')], zone),
    ).toEqual([midday('2026-11-16'), midday('2026-11-17')]);
  });

  it('is the wall clock of the clinic for several of one day, wherever the reader is', () => {
    const morning = event('2026-11-17', '2026-11-17T14:12:00Z');
    const evening = event('2026-11-17', '2026-11-17T23:00:00Z');
    expect(standingTimes([morning, evening], zone)).toEqual([
      Date.UTC(2026, 10, 17, 9, 12),
      Date.UTC(2026, 10, 17, 18, 0),
    ]);
  });

  it('is before the others of the day for one without a time', () => {
    const known = event('2026-11-17', '2026-11-17T05:30:00Z');
    const [unknown, at] = standingTimes([event('2026-11-17', null), known], zone);
    expect(unknown).toBeLessThan(at!);
    expect(at).toBe(Date.UTC(2026, 10, 17, 0, 30));
  });

  it('is one place for several of one day of which nothing more is known', () => {
    expect(standingTimes([event('2026-11-17', null), event('2026-11-17', null)], zone)).toEqual([
      midday('2026-11-17'),
      midday('2026-11-17'),
    ]);
  });

  it('keeps days equally wide over the change of the clocks', () => {
    expect(midday('2026-11-01') - midday('2026-10-31')).toBe(86_400_000);
  });
});

describe('the order of events', () => {
  it('is by day, then by time, one without a time first', () => {
    const events = [
      event('2026-11-17', '2026-11-17T23:00:00Z'),
      event('2026-11-17', '2026-11-17T14:00:00Z'),
      event('2026-11-17', null),
      event('2026-11-16', '2026-11-16T23:00:00Z'),
    ];
    expect(events.toSorted(compareEvents)).toEqual(events.toReversed());
  });
});

describe('days', () => {
  it('are counted and named', () => {
    expect(daysApart('2026-02-27', '2026-03-02')).toBe(3);
    expect(dayOf(dayStart('2026-03-02') + 1)).toBe('2026-03-02');
  });
});
