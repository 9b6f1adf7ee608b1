import { clippedAxis, dateAxis, sessionAxis, type Moment } from './axis';
import { DAY_MS, dayStart } from './chart-time';

const moment = (date: string, hour = 12): Moment => ({ date, time: dayStart(date) + hour * 3_600_000 });
const session = (number: number, date: string, hour = 14) => ({ number, ...moment(date, hour) });

describe('the axis by date', () => {
  it('reaches from the first moment to the last, whatever their order', () => {
    const axis = dateAxis([moment('2026-11-10'), moment('2026-11-02'), moment('2026-11-17')]);
    expect(axis?.domain).toEqual([moment('2026-11-02').time, moment('2026-11-17').time]);
  });

  it('gives one day room around it', () => {
    const axis = dateAxis([moment('2026-11-10')]);
    expect(axis?.domain).toEqual([
      moment('2026-11-10').time - 3 * DAY_MS,
      moment('2026-11-10').time + 3 * DAY_MS,
    ]);
  });

  it('is no axis when nothing happened', () => {
    expect(dateAxis([])).toBeNull();
  });
});

describe('the axis by session', () => {
  const sessions = [session(1, '2026-11-03'), session(2, '2026-11-06'), session(3, '2026-11-10')];

  it('stands what belongs to the day of a session at its number', () => {
    const axis = sessionAxis([moment('2026-11-06', 9)], sessions);
    expect(axis?.position(moment('2026-11-06', 9))).toBe(2);
  });

  it('keeps the order of what lies between sessions', () => {
    const axis = sessionAxis([moment('2026-11-02')], sessions);
    const first = axis?.position(moment('2026-11-07')) ?? 0;
    const second = axis?.position(moment('2026-11-08')) ?? 0;
    expect(first).toBeGreaterThan(2);
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThan(3);
  });

  it('keeps the baseline before session 1 and the follow-up behind the last', () => {
    const baseline = moment('2026-11-02');
    const followUp = moment('2026-12-10');
    const axis = sessionAxis([baseline, followUp], sessions);
    expect(axis?.position(baseline)).toBe(0);
    expect(axis?.position(followUp)).toBe(4);
    expect(axis?.domain).toEqual([0, 4]);
  });

  it('begins at session 1 where nothing came before it', () => {
    expect(sessionAxis([], sessions)?.domain).toEqual([1, 3]);
  });

  it('gives a single session room around it', () => {
    expect(sessionAxis([], sessions.slice(0, 1))?.domain).toEqual([0, 2]);
  });

  it('chooses the nearer of two sessions of one day', () => {
    const twice = [session(1, '2026-11-03', 9), session(2, '2026-11-03', 15)];
    expect(sessionAxis([], twice)?.position(moment('2026-11-03', 14))).toBe(2);
    expect(sessionAxis([], twice)?.position(moment('2026-11-03', 8))).toBe(1);
  });

  it('is no axis without a session', () => {
    expect(sessionAxis([moment('2026-11-02')], [])).toBeNull();
  });
});

describe('a clipped axis', () => {
  it('shows only the days asked for and moves nothing', () => {
    const axis = dateAxis([moment('2026-01-01'), moment('2026-12-31')]);
    const clipped = clippedAxis(axis!, moment('2026-03-01'), moment('2026-04-01'));
    expect(clipped.domain).toEqual([moment('2026-03-01').time, moment('2026-04-01').time]);
    expect(clipped.position(moment('2026-03-05'))).toBe(axis!.position(moment('2026-03-05')));
  });

  it('stays whole for an empty stretch', () => {
    const axis = dateAxis([moment('2026-01-01'), moment('2026-12-31')]);
    expect(clippedAxis(axis!, moment('2026-03-01'), moment('2026-03-01'))).toBe(axis);
  });
});
