import type {
  Alert,
  LoggedInstrument,
  Patient,
  SessionDetail,
  SessionLog,
  SessionRevision,
} from '@courseline/contracts';

export const sessionId = '01990000-0000-7000-8000-0000000000a5';
export const patientId = '01990000-0000-7000-8000-0000000000b1';
const courseId = '01990000-0000-7000-8000-0000000000c1';

/** An instrument that is due, with a baseline of 2 November. */
export function aLoggedInstrument(
  instrument: 'phq-9' | 'gad-7' | 'pcl-5',
  change: Partial<LoggedInstrument> = {},
): LoggedInstrument {
  const totals = { 'phq-9': [17, 13], 'gad-7': [12, 10], 'pcl-5': [44, 38] } as const;
  const points = { 'phq-9': [6, 5], 'gad-7': [4, 4], 'pcl-5': [15, 10] } as const;
  const [baseline, previous] = totals[instrument];
  const [reliable, minimal] = points[instrument];
  return {
    instrument,
    due: true,
    dueBecause: 'last 4 days ago',
    baseline: {
      assessmentId: '01990000-0000-7000-8000-0000000000d0',
      total: baseline,
      onDate: '2026-11-02',
      prorated: false,
    },
    previous: { total: previous, onDate: '2026-11-13' },
    reliableChange: { points: reliable, ruleId: `${instrument}-reliable` },
    minimalImportantChange: minimal,
    responseAtMost: Math.floor(baseline / 2),
    remissionBelow: instrument === 'pcl-5' ? null : 5,
    answered: null,
    ...change,
  };
}

/** A form the patient answered at home this morning. */
export function answeredThisMorning(
  instrument: 'phq-9' | 'gad-7',
  answers: readonly number[],
): Partial<LoggedInstrument> {
  return {
    due: false,
    dueBecause: null,
    answered: {
      assessmentId:
        instrument === 'phq-9'
          ? '01990000-0000-7000-8000-0000000000d1'
          : '01990000-0000-7000-8000-0000000000d2',
      total: answers.reduce((sum, answer) => sum + answer, 0),
      scoreStatus: 'complete',
      answers: [...answers],
      item9: instrument === 'phq-9' ? (answers[8] ?? null) : null,
      onDate: '2026-11-17',
      at: '2026-11-17T14:12:00Z',
      byName: 'Ana',
      way: 'patient',
    },
  };
}

/** Item 9 answered "several days" at home this morning; nobody has done anything about it yet. */
export function anAlert(change: Partial<Alert> = {}): Alert {
  return {
    id: '01990000-0000-7000-8000-0000000000e1',
    patientId,
    patientName: 'Ana Rivera',
    rule: 'item-9',
    level: 'red',
    value: 1,
    answer: 'Several days',
    way: 'patient',
    raisedAt: '2026-11-17T14:12:00Z',
    assessmentId: '01990000-0000-7000-8000-0000000000d1',
    sessionId: null,
    open: true,
    dispositions: [],
    ...change,
  };
}

interface SessionLogChange extends Partial<Omit<SessionLog, 'session' | 'patient'>> {
  readonly session?: Partial<SessionLog['session']>;
  readonly patient?: Partial<SessionLog['patient']>;
}

/** The fifth of six infusions of Ana Rivera, all three questionnaires due, nothing entered yet. */
export function aSessionLog({ session, patient, ...change }: SessionLogChange = {}): SessionLog {
  return {
    session: {
      id: sessionId,
      version: 1,
      state: 'planned',
      number: 5,
      plannedCount: 6,
      phase: 'induction',
      courseId,
      plannedAt: '2026-11-17T19:30:00Z',
      onDate: '2026-11-17',
      agent: 'ketamine',
      route: 'iv',
      orderedMg: null,
      orderedMgPerKg: 0.5,
      infusionMinutes: 40,
      ...session,
    },
    patient: {
      id: patientId,
      name: 'Ana Rivera',
      age: 34,
      allergies: 'Latex',
      contraindications: null,
      ...patient,
    },
    lastWeight: { kg: 84, entered: 84, unit: 'kg', on: '2026-11-13' },
    instruments: [aLoggedInstrument('phq-9'), aLoggedInstrument('gad-7'), aLoggedInstrument('pcl-5')],
    alerts: [],
    maySign: true,
    draft: null,
    signed: null,
    ...change,
  };
}

/** The session as it was signed: as ordered, two side effects, everything measured. */
export function aSessionRevision(change: Partial<SessionRevision> = {}): SessionRevision {
  const reading = (
    moment: 'before' | 'at-40-minutes' | 'end',
    at: string,
    [systolic, diastolic, pulse, spo2]: readonly [number, number, number, number],
  ): SessionRevision['readings'] => [
    { kind: 'blood-pressure', moment, at, minute: null, value: systolic, diastolic },
    { kind: 'pulse', moment, at, minute: null, value: pulse, diastolic: null },
    { kind: 'spo2', moment, at, minute: null, value: spo2, diastolic: null },
  ];
  const effect = {
    ctcaeGrade: null,
    serious: null,
    seriousCriterion: null,
    reporter: 'patient',
    note: null,
  } as const;
  return {
    n: 2,
    status: 'current',
    state: 'given',
    stateReason: null,
    phase: 'induction',
    plannedAt: '2026-11-17T19:30:00Z',
    onDate: '2026-11-17',
    startedAt: '2026-11-17T19:32:00Z',
    endedAt: '2026-11-17T21:40:00Z',
    agent: 'ketamine',
    route: 'iv',
    orderedMg: 42,
    orderedMgPerKg: 0.5,
    givenMg: 42,
    weight: { kg: 84, entered: 84, unit: 'kg', on: '2026-11-13' },
    infusionMinutes: 40,
    routeDetails: {},
    concomitant: {
      benzodiazepine: false,
      hypnotic: false,
      stimulant: false,
      maoi: false,
      opioid: false,
      other: null,
    },
    doseReason: null,
    pressureReason: null,
    sideEffectsAsked: 'some',
    note: 'Calm throughout. Music, eye mask.',
    signedByName: 'Dr Okafor',
    signedAt: '2026-11-17T21:44:00Z',
    reason: 'signed',
    byName: 'Dr Okafor',
    recordedAt: '2026-11-17T21:44:00Z',
    readings: [
      ...reading('before', '2026-11-17T19:22:00Z', [128, 82, 74, 98]),
      ...reading('at-40-minutes', '2026-11-17T20:12:00Z', [146, 91, 88, 97]),
      ...reading('end', '2026-11-17T21:35:00Z', [132, 84, 76, 98]),
    ],
    sideEffects: [
      { code: 'dissociation', severity: 2, onsetMinutes: 10, durationMinutes: 45, ...effect },
      { code: 'nausea', severity: 1, onsetMinutes: 20, durationMinutes: 20, ...effect },
    ],
    ...change,
  };
}

export function aSessionDetail(change: Partial<SessionDetail> = {}): SessionDetail {
  return {
    id: sessionId,
    patientId,
    courseId,
    version: 2,
    forms: [],
    revisions: [aSessionRevision()],
    ...change,
  };
}

export function aPatientRecord(change: Partial<Patient> = {}): Patient {
  return {
    id: patientId,
    version: 1,
    status: 'current',
    reason: null,
    recordedBy: { accountId: '01990000-0000-7000-8000-000000000002', name: 'Dr Okafor' },
    recordedAt: '2026-11-02T15:00:00Z',
    mrn: 'H-1042',
    familyName: 'Rivera',
    givenName: 'Ana',
    birthDate: '1992-03-04',
    sex: 'female',
    phone: null,
    email: null,
    indications: ['ptsd'],
    allergies: 'Latex',
    contraindications: null,
    ...change,
  };
}
