import type { CourseSideEffects } from '@courseline/contracts';
import { aSession, anEffect } from '../../testing/trajectory-session-builder';
import { durationRows } from './effect-durations';

const effects = (code: string, medianMinutes: number | null): CourseSideEffects => ({
  sessions: 2,
  sessionsAsked: 2,
  any: { x: 1, n: 2 },
  effects: [
    {
      code,
      sessions: { x: 1, n: 2 },
      severity: { mild: 1, moderate: 0, severe: 0 },
      worst: 1,
      serious: 0,
      resolution: { n: 1, medianMinutes, longestMinutes: medianMinutes, unknown: 1 },
      reportedUnasked: 0,
    },
  ],
});

describe('how long a side effect lasted', () => {
  it('runs from its onset to its end, once for each session', () => {
    const sessions = [
      aSession({ sideEffects: [anEffect('nausea', 1, 20, 25)] }),
      aSession({ sideEffects: [anEffect('nausea', 2, 0, 60)] }),
    ];
    const [row] = durationRows(sessions, effects('nausea', 52.5));
    expect(row?.bars.map(({ from, to, severity }) => [from, to, severity])).toEqual([
      [20, 45, 1],
      [0, 60, 2],
    ]);
    expect(row).toMatchObject({ name: 'Nausea', medianEnd: 52.5 });
  });

  it('is not drawn where onset or end is not known', () => {
    const sessions = [aSession({ sideEffects: [anEffect('nausea', 1, 20, null)] })];
    expect(durationRows(sessions, effects('nausea', null))).toEqual([]);
  });
});
