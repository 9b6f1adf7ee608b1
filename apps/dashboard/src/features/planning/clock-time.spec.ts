import { clockTime } from './clock-time';

describe('clock time', () => {
  it('is that of the zone, through the change of the clocks and at midnight', () => {
    expect(clockTime('2026-11-17T19:30:00.000Z', 'America/New_York')).toBe('14:30');
    expect(clockTime('2026-07-17T18:30:00.000Z', 'America/New_York')).toBe('14:30');
    expect(clockTime('2026-11-17T05:00:00.000Z', 'America/New_York')).toBe('00:00');
  });
});
