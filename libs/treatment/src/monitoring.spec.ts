import {
  doseStart,
  sideEffectSpells,
  standingEntries,
  type MonitoringBody,
  type MonitoringEntry,
} from './monitoring-entries.js';
import { dueReadings, nextReadings } from './monitoring-schedule.js';
import { dischargeStops, startStops, unanswered, type Leaving } from './monitoring-stops.js';

const zero = Date.parse('2026-11-24T14:00:00Z');
const minute = (n: number) => new Date(zero + n * 60_000);

/** Entries at minutes from the start of the dose, in any order. */
function timeline(
  ...written: readonly (readonly [at: number, body: MonitoringBody, withdraws?: string])[]
): readonly MonitoringEntry[] {
  return written.map(([at, body, withdraws = null], n) => ({
    id: `e${n}`,
    at: minute(at).toISOString(),
    withdraws,
    body,
  }));
}

const started: MonitoringBody = { kind: 'dose-started', overrides: [] };
const pressure = (
  systolic: number,
  diastolic: number,
  moment: 'before' | 'at-40-minutes' | 'end' | 'other' = 'other',
) => ({ kind: 'readings', moment, readings: { systolic, diastolic } }) as const;
const rules = (stops: readonly { rule: string }[]) => stops.map(({ rule }) => rule);

describe('entries that stand', () => {
  it('leave out what was corrected or taken back, and come in the order of what happened', () => {
    const entries = timeline(
      [20, { kind: 'note', text: 'second' }],
      [10, { kind: 'note', text: 'wrong' }],
      [10, { kind: 'note', text: 'first' }, 'e1'],
      [30, { kind: 'note', text: 'gone' }],
      [31, { kind: 'withdrawal', reason: 'other patient' }, 'e3'],
    );
    const texts = standingEntries(entries).map(({ body }) => (body.kind === 'note' ? body.text : body.kind));
    expect(texts).toEqual(['first', 'second']);
  });

  it('give no time zero before the dose', () => {
    expect(doseStart(timeline([-5, pressure(120, 80)]))).toBeNull();
    expect(doseStart(timeline([0, started]))).toEqual(minute(0));
  });
});

describe('side effects', () => {
  it('last from their start to their end, each time anew, as bad as they got', () => {
    const spells = sideEffectSpells(
      timeline(
        [5, { kind: 'side-effect', code: 'nausea', severity: 1, reporter: 'patient' }],
        [8, { kind: 'side-effect', code: 'nausea', severity: 3, reporter: 'staff' }],
        [9, { kind: 'side-effect-ended', code: 'headache' }],
        [20, { kind: 'side-effect-ended', code: 'nausea' }],
        [30, { kind: 'side-effect', code: 'nausea', severity: 1, reporter: 'patient' }],
      ),
    );
    expect(spells).toEqual([
      {
        code: 'nausea',
        from: minute(5).toISOString(),
        to: minute(20).toISOString(),
        severity: 3,
        reporter: 'patient',
      },
      { code: 'nausea', from: minute(30).toISOString(), to: null, severity: 1, reporter: 'patient' },
    ]);
  });
});

describe('readings that are due', () => {
  const states = (entries: readonly MonitoringEntry[], now: number) =>
    Object.fromEntries(dueReadings(entries, minute(now)).map(({ moment, state }) => [moment, state]));
  const taken = (moment: 'before' | 'at-40-minutes' | 'end') => pressure(120, 80, moment);

  it('are only those before the dose until it starts', () => {
    expect(states([], 0)).toMatchObject({ before: 'due', 'at-15-minutes': 'upcoming' });
    expect(states(timeline([0, started]), 1)).toMatchObject({ before: 'missed' });
  });

  it.each([
    [9, 'upcoming'],
    [10, 'due'],
    [20, 'due'],
    [21, 'overdue'],
    [39, 'overdue'],
    [40, 'missed'],
  ])('at minute %d those of minute 15 are %s', (now, state) => {
    expect(states(timeline([-5, taken('before')], [0, started]), now)['at-15-minutes']).toBe(state);
  });

  it('are missed once later ones were taken, and stay overdue at the end', () => {
    const entries = timeline([0, started], [36, taken('at-40-minutes')]);
    expect(states(entries, 36)).toMatchObject({ 'at-15-minutes': 'missed', 'at-40-minutes': 'done' });
    expect(states(timeline([0, started]), 300)['at-120-minutes']).toBe('overdue');
  });

  it('are none after the discharge, and the last before it are the last of the schedule', () => {
    const leaving: MonitoringBody = { kind: 'discharged', escort: 'x', toldNotToDrive: true, overrides: [] };
    expect(states(timeline([0, started], [70, leaving]), 300)).toEqual({
      before: 'missed',
      'at-15-minutes': 'missed',
      'at-40-minutes': 'missed',
      'at-60-minutes': 'missed',
      'at-90-minutes': 'missed',
      'at-120-minutes': 'missed',
    });
    expect(states(timeline([0, started], [118, taken('end')]), 118)['at-120-minutes']).toBe('done');
    expect(states(timeline([0, started], [80, taken('end')]), 80)['at-120-minutes']).toBe('upcoming');
  });

  it('come in the order of their need', () => {
    const entries = timeline([-5, taken('before')], [0, started]);
    expect(nextReadings(dueReadings(entries, minute(2)))).toMatchObject({
      moment: 'at-15-minutes',
      inMinutes: 13,
    });
    expect(nextReadings(dueReadings(entries, minute(25)))).toMatchObject({
      state: 'overdue',
      inMinutes: -10,
    });
  });
});

describe('what stops a dose', () => {
  const stops = (...entries: readonly MonitoringEntry[]) => rules(startStops(entries, { openAlerts: 0 }));

  it.each([
    [140, 90, []],
    [141, 90, ['pre-dose-pressure-above-140-90']],
    [140, 91, ['pre-dose-pressure-above-140-90']],
  ])('blood pressure %d/%d', (systolic, diastolic, expected) => {
    expect(stops(...timeline([-5, pressure(systolic, diastolic)]))).toEqual(expected);
  });

  it('counts the last one taken', () => {
    expect(stops(...timeline([-20, pressure(150, 95)], [-5, pressure(138, 86)]))).toEqual([]);
    expect(stops(...timeline([-20, pressure(138, 86)], [-5, pressure(150, 95)]))).toHaveLength(1);
  });

  it('is none taken, and an open alert', () => {
    expect(stops()).toEqual(['no-pressure-before-dose']);
    expect(rules(startStops(timeline([-5, pressure(120, 80)]), { openAlerts: 1 }))).toEqual([
      'open-alert-before-dose',
    ]);
  });
});

describe('what stops a discharge', () => {
  const well = { systolic: 128, diastolic: 80, spo2: 97, sedation: 5, dissociation: 0 };
  const leaving: Leaving = { escort: 'Sister', toldNotToDrive: true };
  const atEnd = (at: number, changed: Partial<typeof well> = {}) =>
    [at, { kind: 'readings', moment: 'end', readings: { ...well, ...changed } }] as const;
  const session = [
    [-5, pressure(132, 84, 'before')],
    [0, started],
    [40, pressure(150, 92, 'at-40-minutes')],
  ] as const;
  const stops = (
    entries: readonly MonitoringEntry[],
    at: number,
    by: Leaving = leaving,
    agent: 'ketamine' | 'esketamine' = 'ketamine',
  ) => rules(dischargeStops(agent, standingEntries(entries), by, minute(at)));

  it('is nothing when all is well again', () => {
    expect(stops(timeline(...session, atEnd(90)), 95)).toEqual([]);
    expect(stops(timeline(...session, atEnd(118)), 120, leaving, 'esketamine')).toEqual([]);
  });

  it('of esketamine is less than two hours, and no blood pressure about minute 40', () => {
    expect(stops(timeline(...session, atEnd(118)), 119, leaving, 'esketamine')).toEqual(['two-hours']);
    const without = (at: number) =>
      stops(
        timeline([-5, pressure(120, 80)], [0, started], [at, pressure(130, 85)], atEnd(118)),
        121,
        leaving,
        'esketamine',
      );
    expect(without(29)).toEqual(['pressure-at-40-minutes']);
    expect([without(30), without(50)]).toEqual([[], []]);
    expect(without(51)).toEqual(['pressure-at-40-minutes']);
  });

  it('is a last blood pressure that is missing, old or not near the first', () => {
    expect(stops(timeline(...session, atEnd(90)), 121)).toEqual(['last-pressure']);
    expect(stops(timeline(...session, atEnd(90)), 120)).toEqual([]);
    expect(stops(timeline(...session, atEnd(90, { systolic: 153 })), 92)).toEqual(['pressure-near-baseline']);
    expect(stops(timeline(...session, atEnd(90, { systolic: 152, diastolic: 94 })), 92)).toEqual([]);
    expect(stops(timeline(...session, atEnd(90, { diastolic: 95 })), 92)).toEqual(['pressure-near-baseline']);
  });

  it('is what is not resolved, and what nobody looked at', () => {
    expect(stops(timeline(...session, atEnd(90, { dissociation: 2, sedation: 4 })), 92)).toEqual([
      'dissociation-resolved',
      'sedation-resolved',
    ]);
    expect(stops(timeline(...session, [90, pressure(128, 80, 'end')]), 92)).toEqual([
      'dissociation-resolved',
      'sedation-resolved',
    ]);
    const lasting: MonitoringBody = {
      kind: 'side-effect',
      code: 'dissociation',
      severity: 1,
      reporter: 'patient',
    };
    expect(stops(timeline(...session, [20, lasting], atEnd(90)), 92)).toEqual(['dissociation-resolved']);
    expect(stops(timeline(...session, atEnd(90, { spo2: 91 })), 92)).toEqual(['oxygen']);
  });

  it('measures dissociation by what is usual for the patient', () => {
    const usual = [
      -5,
      { kind: 'readings', moment: 'before', readings: { ...well, dissociation: 3 } },
    ] as const;
    expect(stops(timeline(usual, ...session, atEnd(90, { dissociation: 3 })), 92)).toEqual([]);
    expect(stops(timeline(usual, ...session, atEnd(90, { dissociation: 4 })), 92)).toEqual([
      'dissociation-resolved',
    ]);
  });

  it('is nobody to go home with, and not having been told about driving', () => {
    const entries = timeline(...session, atEnd(90));
    expect(stops(entries, 92, { escort: null, toldNotToDrive: false })).toEqual([
      'escort',
      'told-not-to-drive',
    ]);
  });

  it('is gone over with a reason for each, not with an empty one', () => {
    const open = dischargeStops(
      'ketamine',
      timeline(...session, atEnd(90)),
      { escort: null, toldNotToDrive: false },
      minute(92),
    );
    const reasons = [
      { rule: 'escort', reason: 'Lives next door' },
      { rule: 'told-not-to-drive', reason: ' ' },
    ];
    expect(rules(unanswered(open, reasons))).toEqual(['told-not-to-drive']);
  });
});
