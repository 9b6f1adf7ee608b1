import {
  alertListSchema,
  answerChangesSchema,
  checkInNotesSchema,
  clinicSettingsSchema,
  meSchema,
  ownConsentsSchema,
  ownSafetyPlanSchema,
  safetyPlanSchema,
  safetySummarySchema,
  type ClinicSettings,
  type Me,
  type Role,
} from '@courseline/contracts';
import { fakeApi } from './fake-api';

const clinicId = '01990000-0000-7000-8000-000000000001';
const accountId = '01990000-0000-7000-8000-000000000002';

export function aClinic(change: Partial<ClinicSettings> = {}): ClinicSettings {
  return {
    id: clinicId,
    slug: 'harbor',
    name: 'Harbor Clinic',
    timeZone: 'America/New_York',
    locale: 'en-US',
    weightUnit: 'kg',
    phone: '555-0142',
    openingHours: 'Mon-Fri 8-18',
    crisisLines: [
      { name: '988 Lifeline', phone: '988', textTo: '988', textWord: null, hours: 'at any hour' },
    ],
    openToClinicians: false,
    version: 1,
    ...change,
  };
}

interface Someone {
  readonly roles: readonly Role[];
  readonly name?: string;
  readonly clinic?: ClinicSettings;
  readonly patientId?: string;
  /** Came by a link to a check-in. */
  readonly byCheckIn?: boolean;
}

export function aPerson({
  roles,
  name = 'Dr Okafor',
  clinic = aClinic(),
  patientId,
  byCheckIn = false,
}: Someone): Me {
  return {
    accountId,
    email: 'okafor@harbor.example',
    name,
    clinics: [
      {
        clinicId: clinic.id,
        slug: clinic.slug,
        name: clinic.name,
        roles: [...roles],
        patientId: patientId ?? null,
      },
    ],
    byCheckIn,
    idleMinutes: 15,
    endsAt: '2026-11-18T02:00:00Z',
  };
}

/** What every page of a clinic asks for: who is signed in, the clinic's settings, and the open alerts (none). */
export function signedInAs(someone: Someone): { readonly me: Me; readonly clinic: ClinicSettings } {
  const clinic = someone.clinic ?? aClinic();
  const me = aPerson({ ...someone, clinic });
  fakeApi.route('get', '/me', { response: meSchema }, () => me);
  fakeApi.route('get', '/c/:clinic/settings', { response: clinicSettingsSchema }, () => clinic);
  fakeApi.route(
    'get',
    '/c/:clinic/assessments/:assessment/answer-changes',
    { response: answerChangesSchema },
    () => ({ changes: [] }),
  );
  fakeApi.route(
    'get',
    '/c/:clinic/patients/:patient/check-in-notes',
    { response: checkInNotesSchema },
    () => ({
      notes: [],
    }),
  );
  fakeApi.route('get', '/c/:clinic/alerts', { response: alertListSchema }, () => ({ alerts: [] }));
  fakeApi.route('get', '/c/:clinic/safety/summary', { response: safetySummarySchema }, () => ({
    unresolved: 0,
    openRed: 0,
    unread: 0,
  }));
  fakeApi.route('get', '/c/:clinic/me/safety-plan', { response: ownSafetyPlanSchema }, () => ({
    plan: null,
  }));
  fakeApi.route('get', '/c/:clinic/patients/:patient/safety-plan', { response: safetyPlanSchema }, () => ({
    version: 0,
    isReviewOverdue: false,
    revisions: [],
  }));
  fakeApi.route('get', '/c/:clinic/me/consents', { response: ownConsentsSchema }, () => ({ scopes: [] }));
  return { me, clinic };
}
