import type { InstrumentStanding, Trajectory, TrajectoryInstrument } from '@courseline/contracts';
import { gad7Instrument, pcl5Instrument, phq9Instrument } from './trajectory-instrument-builder';
import { answeredPoint, totalPoint } from './trajectory-point-builder';
import { aSession, anEffect } from './trajectory-session-builder';

export const anaId = '01900000-0000-7000-8000-0000000000a1';
export const anaCourseId = '01900000-0000-7000-8000-0000000000c1';

interface StandingFacts {
  readonly latest: { readonly id: string; readonly date: string; readonly total: number | null };
  readonly baseline: number;
  readonly days: number;
  readonly status: InstrumentStanding['status'];
  readonly facts?: Partial<InstrumentStanding>;
}

export function aStanding({ latest, baseline, days, status, facts = {} }: StandingFacts): InstrumentStanding {
  const total = latest.total ?? 0;
  return {
    status,
    ruleId: 'course-status/1',
    latest: { pointId: latest.id, date: latest.date, total },
    change: total - baseline,
    percentFall: baseline === 0 ? null : ((baseline - total) / baseline) * 100,
    days,
    noticeable: false,
    reliableFall: false,
    reliableRise: false,
    response: false,
    remission: false,
    eligible: true,
    ...facts,
  };
}

function anasInstruments(): TrajectoryInstrument[] {
  const phq9 = { instrument: 'phq-9', baseline: 17 };
  const depression = [
    answeredPoint(
      { ...phq9, date: '2026-11-02', day: -1, at: '2026-11-02T15:20:00Z' },
      [3, 3, 2, 2, 1, 2, 2, 1, 1],
    ),
    answeredPoint(
      { ...phq9, date: '2026-11-10', day: 7, at: '2026-11-10T14:05:00Z' },
      [2, 2, 2, 2, 1, 2, 2, 1, 0],
    ),
    answeredPoint({ ...phq9, date: '2026-11-13', day: 10, at: '2026-11-13T14:05:00Z' }, [
      2,
      2,
      2,
      2,
      1,
      null,
      2,
      1,
      0,
    ]),
    answeredPoint(
      { ...phq9, date: '2026-11-17', day: 14, at: '2026-11-17T14:12:00Z' },
      [2, 2, 1, 2, 1, 1, 1, 1, 1],
    ),
  ];
  const gad7 = { instrument: 'gad-7', baseline: 12 };
  const anxiety = [
    totalPoint({ ...gad7, date: '2026-11-02', day: -1 }, 12),
    totalPoint({ ...gad7, date: '2026-11-10', day: 7 }, 10),
    totalPoint({ ...gad7, date: '2026-11-17', day: 14 }, 9),
  ];
  const stress = [totalPoint({ instrument: 'pcl-5', baseline: 48, date: '2026-11-02', day: -1 }, 48)];
  const [phqStart, , , phqEnd] = depression;
  const [gadStart, , gadEnd] = anxiety;
  const [pclStart] = stress;
  if (!phqStart || !phqEnd || !gadStart || !gadEnd || !pclStart) throw new Error('the story has its points');
  return [
    phq9Instrument({
      points: depression,
      baselinePoint: phqStart,
      standing: aStanding({
        latest: phqEnd,
        baseline: 17,
        days: 15,
        status: 'some-change',
        facts: { noticeable: true },
      }),
    }),
    gad7Instrument({
      points: anxiety,
      baselinePoint: gadStart,
      standing: aStanding({ latest: gadEnd, baseline: 12, days: 15, status: 'no-change-yet' }),
    }),
    pcl5Instrument({ points: stress, baselinePoint: pclStart }),
  ];
}

const pressure = (before: number, highest: number) => ({
  before: { systolic: before, diastolic: 82, moment: 'before' as const, minute: -8 },
  highest: { systolic: highest, diastolic: 91, moment: 'at-40-minutes' as const, minute: 40 },
  riseSystolic: highest - before,
});

/** Ana Rivera, induction of six: sessions on 3, 6, 10 and 13 November, the fifth today, Tuesday 17 November 2026. */
export function anasTrajectory(): Trajectory {
  const dose = (number: number, date: string, mg: number) => ({
    number,
    date,
    at: `${date}T19:30:00Z`,
    givenMg: mg,
    orderedMg: mg,
  });
  return {
    today: '2026-11-17',
    patient: {
      id: anaId,
      mrn: 'HC-1042',
      familyName: 'Rivera',
      givenName: 'Ana',
      birthDate: '1992-03-14',
      age: 34,
      sex: 'female',
      indications: ['major-depression', 'ptsd'],
      allergies: 'None known',
      contraindications: null,
      trials: { lifetime: { adequate: 3, unclear: 0 }, currentEpisode: { adequate: 2, unclear: 0 } },
    },
    courses: [
      {
        id: anaCourseId,
        number: 1,
        agent: 'ketamine',
        agentName: null,
        route: 'iv',
        startedOn: '2026-11-02',
        endedOn: null,
      },
    ],
    course: {
      id: anaCourseId,
      number: 1,
      agent: 'ketamine',
      agentName: null,
      route: 'iv',
      startedOn: '2026-11-02',
      endedOn: null,
      endReason: null,
      settingTag: 'music, eye mask',
      dayZero: '2026-11-03',
      dayZeroSource: 'first-dose',
      phases: [{ phase: 'induction', from: '2026-11-03', to: null, planned: 6, given: 4 }],
      currentPhase: 0,
      sessionsGiven: 4,
    },
    instruments: anasInstruments(),
    sessions: [
      aSession({
        ...dose(1, '2026-11-03', 39),
        sideEffects: [anEffect('dissociation', 2, 10, 45), anEffect('nausea', 1, 20, 20)],
        pressure: pressure(122, 138),
      }),
      aSession({
        ...dose(2, '2026-11-06', 39),
        sideEffects: [anEffect('dissociation', 2, 8, 50), anEffect('headache', 1, 60, 120)],
        pressure: pressure(126, 149),
      }),
      aSession({
        ...dose(3, '2026-11-10', 42),
        sideEffects: [anEffect('dissociation', 1, 10, 40)],
        pressure: pressure(124, 136),
      }),
      aSession({
        ...dose(4, '2026-11-13', 42),
        sideEffects: [anEffect('dissociation', 1, 12, 38), anEffect('nausea', 1, 25, 20)],
        pressure: pressure(128, 139),
      }),
      aSession({
        ...dose(5, '2026-11-17', 42),
        number: null,
        state: 'planned',
        begun: true,
        givenMg: null,
        mgPerKg: null,
        sideEffectsAsked: 'not-asked',
        signedBy: null,
        signedAt: null,
      }),
      aSession({
        ...dose(6, '2026-11-20', 42),
        number: null,
        state: 'planned',
        givenMg: null,
        mgPerKg: null,
        sideEffectsAsked: 'not-asked',
        signedBy: null,
        signedAt: null,
      }),
    ],
    sideEffects: {
      sessions: 4,
      sessionsAsked: 4,
      any: { x: 4, n: 4 },
      effects: [
        {
          code: 'dissociation',
          sessions: { x: 4, n: 4 },
          severity: { mild: 2, moderate: 2, severe: 0 },
          worst: 2,
          serious: 0,
          resolution: { n: 4, medianMinutes: 52.5, longestMinutes: 58, unknown: 0 },
          reportedUnasked: 0,
        },
        {
          code: 'nausea',
          sessions: { x: 2, n: 4 },
          severity: { mild: 2, moderate: 0, severe: 0 },
          worst: 1,
          serious: 0,
          resolution: { n: 2, medianMinutes: 42.5, longestMinutes: 45, unknown: 0 },
          reportedUnasked: 0,
        },
        {
          code: 'headache',
          sessions: { x: 1, n: 4 },
          severity: { mild: 1, moderate: 0, severe: 0 },
          worst: 1,
          serious: 0,
          resolution: { n: 1, medianMinutes: 180, longestMinutes: 180, unknown: 0 },
          reportedUnasked: 0,
        },
      ],
    },
    rightNow: [],
    attention: [
      {
        code: 'form-due',
        urgency: 'soon',
        ruleId: 'form-due/1',
        instruments: ['pcl-5'],
        dueOn: '2026-11-17',
      },
    ],
    formsWithoutCourse: [],
  };
}

/** A patient of whom nothing is recorded but the name. */
export function emptyTrajectory(): Trajectory {
  const { patient, today } = anasTrajectory();
  return {
    today,
    patient,
    courses: [],
    course: null,
    instruments: [],
    sessions: [],
    sideEffects: { sessions: 0, sessionsAsked: 0, any: { x: 0, n: 0 }, effects: [] },
    rightNow: [],
    attention: [],
    formsWithoutCourse: [],
  };
}
