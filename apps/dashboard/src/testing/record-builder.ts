import {
  careTeamSchema,
  colleaguesSchema,
  coursesSchema,
  patientAccessSchema,
  patientConsentsSchema,
  remindersSchema,
  patientSchema,
  priorTreatmentsSchema,
  sessionPlansSchema,
  type Course,
  type Patient,
  type PriorTreatment,
  type SessionPlan,
} from '@courseline/contracts';
import { countTrials } from '@courseline/treatment';
import { fakeApi } from './fake-api';

const author = { accountId: '01990000-0000-7000-8000-000000000002', name: 'Dr Okafor' };
const entered = {
  version: 1,
  status: 'current',
  reason: null,
  recordedBy: author,
  recordedAt: '2026-11-02T15:00:00Z',
} as const;

export const patientId = '01990000-0000-7000-8000-00000000000a';
export const courseId = '01990000-0000-7000-8000-00000000000b';

export function aPatientRecord(change: Partial<Patient> = {}): Patient {
  return {
    id: patientId,
    ...entered,
    mrn: 'H-0001',
    familyName: 'Rivera',
    givenName: 'Ana',
    birthDate: '1992-03-01',
    sex: 'female',
    phone: '555-0100',
    email: 'ana@example.org',
    indications: ['major-depression', 'ptsd'],
    allergies: 'Penicillin',
    contraindications: null,
    ...change,
  };
}

export function aCourse(change: Partial<Course> = {}): Course {
  return {
    id: courseId,
    patientId,
    ...entered,
    agent: 'ketamine',
    agentName: null,
    route: 'iv',
    startedOn: '2026-11-02',
    declaredDayZero: null,
    endedOn: null,
    endReason: null,
    endNote: null,
    orderedMg: null,
    orderedMgPerKg: 0.5,
    infusionMinutes: 40,
    settingTag: null,
    note: null,
    phases: [{ phase: 'induction', startsOn: null, plannedSessions: 6, intervalDays: 3.5 }],
    linkedCourseId: null,
    dayZero: '2026-11-03',
    dayZeroSource: 'first-dose',
    ...change,
  };
}

export function aSessionPlan(change: Partial<SessionPlan> = {}): SessionPlan {
  return {
    id: '01990000-0000-7000-8000-00000000000c',
    patientId,
    courseId,
    version: 1,
    state: 'planned',
    stateReason: null,
    phase: 'induction',
    number: 1,
    onDate: '2026-11-17',
    plannedAt: '2026-11-17T19:30:00Z',
    agent: 'ketamine',
    route: 'iv',
    orderedMg: null,
    orderedMgPerKg: 0.5,
    givenMg: null,
    isSigned: false,
    recordedBy: author,
    recordedAt: '2026-11-02T15:00:00Z',
    ...change,
  };
}

export function aPriorTreatment(change: Partial<PriorTreatment> = {}): PriorTreatment {
  return {
    id: '01990000-0000-7000-8000-00000000000d',
    patientId,
    ...entered,
    kind: 'antidepressant',
    name: 'sertraline',
    highestDose: '200 mg a day',
    weeksAtDose: 8,
    adherence: 'good',
    adequate: 'yes',
    adequacyRule: 'ATHF-SF',
    outcome: 'none',
    episode: 'current',
    stopReason: null,
    note: null,
    ...change,
  };
}

interface RecordParts {
  readonly patient?: Patient;
  readonly courses?: readonly Course[];
  readonly sessions?: readonly SessionPlan[];
  readonly priorTreatments?: readonly PriorTreatment[];
}

/** Everything the page of a patient's record asks for. */
export function givenRecord({
  patient = aPatientRecord(),
  courses = [],
  sessions = [],
  priorTreatments = [],
}: RecordParts = {}): void {
  const at = '/c/:clinic/patients/:patient';
  fakeApi.route('get', at, { response: patientSchema }, () => patient);
  fakeApi.route('get', `${at}/courses`, { response: coursesSchema }, () => ({ courses: [...courses] }));
  fakeApi.route('get', `${at}/sessions`, { response: sessionPlansSchema }, () => ({
    sessions: [...sessions],
  }));
  fakeApi.route('get', `${at}/prior-treatments`, { response: priorTreatmentsSchema }, () => ({
    priorTreatments: [...priorTreatments],
    counts: countTrials(priorTreatments),
  }));
  fakeApi.route('get', `${at}/care-team`, { response: careTeamSchema }, () => ({
    entries: [
      {
        id: '01990000-0000-7000-8000-00000000000e',
        member: author,
        addedBy: author,
        addedAt: '2026-11-02T15:00:00Z',
        endedBy: null,
        endedAt: null,
        endReason: null,
      },
    ],
  }));
  fakeApi.route('get', `${at}/reminders`, { response: remindersSchema }, () => ({
    canBeSent: false,
    clinicReminds: true,
    messagesConsent: 'not-needed' as const,
    channel: 'email' as const,
    reminders: [],
  }));
  fakeApi.route('get', `${at}/consents`, { response: patientConsentsSchema }, () => ({ scopes: [] }));
  fakeApi.route('get', `${at}/access`, { response: patientAccessSchema }, () => ({
    state: 'none' as const,
    email: null,
    linkExpiresAt: null,
  }));
  fakeApi.route('get', '/c/:clinic/colleagues', { response: colleaguesSchema }, () => ({
    colleagues: [
      { ...author, name: 'Dr Okafor', roles: ['clinician'] },
      { accountId: '01990000-0000-7000-8000-00000000000f', name: 'N. Brandt', roles: ['nurse'] },
    ],
  }));
}
