import { dateAxis, sessionAxis, type Moment } from './axis';
import { axisTicks, thinned } from './axis-ticks';
import { dayStart } from './chart-time';
import { frameOf, horizontalScale } from './frame';

const moment = (date: string, hour = 12): Moment => ({ date, time: dayStart(date) + hour * 3_600_000 });
const days = ['2026-11-02', '2026-11-03', '2026-11-06', '2026-11-10', '2026-11-13', '2026-11-17'];

function ticksOf(dates: readonly string[], width: number, kind: 'date' | 'session' = 'date', today = '') {
  const moments = dates.map((date) => moment(date));
  const sessions = dates.slice(1).map((date, index) => ({ number: index + 1, ...moment(date) }));
  const axis = kind === 'date' ? dateAxis(moments) : sessionAxis(moments, sessions);
  if (axis === null) throw new Error('no axis');
  const scale = horizontalScale(axis, frameOf(width));
  return axisTicks({ axis, scale, moments, sessions, gap: 44, today });
}

describe('the labels of the axis', () => {
  it('names each day on which something happened while there is room', () => {
    expect(ticksOf(days, 1200).map(({ date }) => date)).toEqual(days);
  });

  it('leaves out days that stand too close, never the first and the last', () => {
    const ticks = ticksOf(days, 390);
    expect(ticks.at(0)?.date).toBe('2026-11-02');
    expect(ticks.at(-1)?.date).toBe('2026-11-17');
    for (const [index, tick] of ticks.slice(1).entries()) {
      expect(tick.x - (ticks[index]?.x ?? 0)).toBeGreaterThanOrEqual(44);
    }
  });

  it('names today rather than a planned day beside it', () => {
    const ticks = ticksOf([...days, '2026-11-18'], 390, 'date', '2026-11-17');
    expect(ticks.at(-1)?.date).toBe('2026-11-17');
  });

  it('names months over long stretches', () => {
    const ticks = ticksOf(['2025-11-20', '2026-02-01', '2026-05-02'], 1200);
    expect(ticks.map(({ date }) => date)).toEqual([
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
    ]);
    expect(ticks.every(({ wholeMonth }) => wholeMonth)).toBe(true);
  });

  it('names quarters when months have no room', () => {
    const ticks = ticksOf(['2024-01-10', '2026-01-10'], 390);
    expect(ticks.map(({ date }) => date?.slice(0, 7))).toEqual(['2024-07', '2025-01', '2025-07', '2026-01']);
  });

  it('numbers sessions on the axis by session', () => {
    expect(ticksOf(days, 1200, 'session').map(({ session }) => session)).toEqual([1, 2, 3, 4, 5]);
  });

  it('thins to nothing for nothing, and keeps a single one', () => {
    expect(thinned([], 10)).toEqual([]);
    expect(thinned([{ x: 4 }], 10)).toEqual([{ x: 4 }]);
  });
});
