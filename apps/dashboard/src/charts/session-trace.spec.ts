import type { MonitoringBody, MonitoringEntry } from '@courseline/treatment';
import {
  minutesShown,
  pointsOf,
  scaleOf,
  traceOfRecord,
  traceOfTimeline,
  tracePanels,
} from './session-trace';

const entry = (n: number, minute: number, body: MonitoringBody): MonitoringEntry => ({
  id: `e${n}`,
  at: new Date(Date.parse('2026-11-24T14:00:00Z') + minute * 60_000).toISOString(),
  withdraws: null,
  body,
});
const timeline = [
  entry(1, -6, { kind: 'readings', moment: 'before', readings: { systolic: 128, diastolic: 82, pulse: 74 } }),
  entry(2, 0, { kind: 'dose-started', overrides: [] }),
  entry(3, 12, { kind: 'side-effect', code: 'nausea', severity: 2, reporter: 'patient' }),
  entry(4, 40, { kind: 'readings', moment: 'at-40-minutes', readings: { systolic: 196, diastolic: 91 } }),
  entry(5, 40, { kind: 'readings', moment: 'other', readings: { dissociation: 4 } }),
  entry(6, 41, { kind: 'infusion-ended', reason: null }),
  entry(7, 50, { kind: 'side-effect-ended', code: 'nausea' }),
];

describe('a session in minutes', () => {
  it('counts from the dose, and has none before it', () => {
    expect(traceOfTimeline(timeline.slice(0, 1), 40, String)).toBeNull();
    const trace = traceOfTimeline(timeline, 40, ({ kind }) => kind);
    expect(trace).toEqual({
      readings: [
        { minute: -6, values: { systolic: 128, diastolic: 82, pulse: 74 } },
        { minute: 40, values: { systolic: 196, diastolic: 91, dissociation: 4 } },
      ],
      spells: [{ name: 'Nausea', from: 12, to: 50, severity: 2 }],
      marks: [{ minute: 41, words: 'infusion-ended' }],
      infusionTo: 41,
    });
  });

  it('is the same from the signed record', () => {
    const record = traceOfRecord({
      infusionMinutes: 40,
      readings: [
        { kind: 'blood-pressure', moment: 'at-40-minutes', at: null, minute: 40, value: 146, diastolic: 91 },
        { kind: 'pulse', moment: 'at-40-minutes', at: null, minute: 40, value: 88, diastolic: null },
        {
          kind: 'pulse',
          moment: 'other',
          at: '2026-11-24T14:50:00Z',
          minute: null,
          value: 90,
          diastolic: null,
        },
      ],
      sideEffects: [],
    });
    expect(record.readings).toEqual([{ minute: 40, values: { systolic: 146, diastolic: 91, pulse: 88 } }]);
    expect(pointsOf(record, 'sedation')).toEqual([]);
  });

  it('shows two hours at least, and scales that a calm session does not stretch', () => {
    const trace = traceOfTimeline(timeline, 40, String);
    if (trace === null) throw new Error('no trace');
    expect(minutesShown([trace])).toEqual([-10, 120]);
    const [pressure, pulse] = tracePanels;
    if (pressure === undefined || pulse === undefined) throw new Error('no panels');
    expect(scaleOf(pressure, [trace])).toEqual([60, 196]);
    expect(scaleOf(pulse, [trace])).toEqual([50, 120]);
  });
});
