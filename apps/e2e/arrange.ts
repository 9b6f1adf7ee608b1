import type { Page } from '@playwright/test';
import { asks, expect, HARBOR } from './product.js';

export interface PatientInTreatment {
  readonly patientId: string;
  readonly courseId: string;
  readonly sessionId: string;
  readonly mrn: string;
  readonly familyName: string;
}

interface TreatmentWishes {
  readonly familyName: string;
  readonly clinic?: string;
  readonly indications?: readonly string[];
  /** When the sessions are planned. What is asked of a patient turns on whether the hour has come. */
  readonly time?: string;
}

/** The clinic's calendar day, as Harbor Clinic and the journeys' empty clinic have it. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York' }).format(new Date());
}

let made = 0;

/** A patient of whoever is signed in, with an induction of six IV sessions, the first of them today. */
export async function aPatientInTreatment(page: Page, wishes: TreatmentWishes): Promise<PatientInTreatment> {
  const { familyName, clinic = HARBOR, indications = ['major-depression', 'ptsd'], time = '14:30' } = wishes;
  made += 1;
  const mrn = `J-${Date.now().toString(36)}-${made}`;
  const patient = (await (
    await asks(page, 'POST', `${clinic}/patients`, {
      mrn,
      familyName,
      givenName: 'Journey',
      birthDate: '1990-02-03',
      sex: 'female',
      phone: null,
      email: null,
      indications,
      allergies: null,
      contraindications: null,
      confirmDuplicate: true,
    })
  ).json()) as { id: string };
  const course = (await (
    await asks(page, 'POST', `${clinic}/patients/${patient.id}/courses`, {
      agent: 'ketamine',
      agentName: null,
      route: 'iv',
      startedOn: today(),
      declaredDayZero: null,
      orderedMg: null,
      orderedMgPerKg: 0.5,
      infusionMinutes: 40,
      settingTag: null,
      note: null,
      phases: [{ phase: 'induction', startsOn: today(), plannedSessions: 6, intervalDays: 3.5 }],
    })
  ).json()) as { id: string };
  await asks(page, 'POST', `${clinic}/courses/${course.id}/sessions`, {
    phase: 'induction',
    count: 2,
    intervalDays: 3.5,
    firstDay: today(),
    time,
    closedWeekdays: [],
  });
  const plans = (await (await asks(page, 'GET', `${clinic}/courses/${course.id}/sessions`)).json()) as {
    sessions: { id: string }[];
  };
  const sessionId = plans.sessions[0]?.id ?? '';
  return { patientId: patient.id, courseId: course.id, sessionId, mrn, familyName };
}

export interface PatientWithAccess extends PatientInTreatment {
  readonly email: string;
}

/** A new patient of the clinician at `staff`, who has come in once, on `phone`, by the invitation handed over. */
export async function aPatientWithAccess(
  staff: Page,
  phone: Page,
  wishes: TreatmentWishes,
): Promise<PatientWithAccess> {
  const patient = await aPatientInTreatment(staff, wishes);
  const email = `${patient.mrn.toLowerCase()}@mail.example`;
  const given = await asks(staff, 'POST', `${HARBOR}/patients/${patient.patientId}/access`, { email });
  const { link } = (await given.json()) as { link: { url: string } };
  await phone.goto(link.url);
  await phone.getByLabel('Password').fill('seven grey umbrellas hum');
  await phone.getByRole('button', { name: 'Join the clinic' }).click();
  await expect(phone.getByRole('heading', { name: /Journey$/ })).toBeVisible();
  return { ...patient, email };
}

/** Puts a colleague on the patient's team, so that they see the patient too. */
export async function joinsTheTeam(staff: Page, patientId: string, name: string): Promise<void> {
  const { colleagues } = (await (await asks(staff, 'GET', `${HARBOR}/colleagues`)).json()) as {
    colleagues: { accountId: string; name: string }[];
  };
  const accountId = colleagues.find((colleague) => colleague.name === name)?.accountId;
  await asks(staff, 'POST', `${HARBOR}/patients/${patientId}/care-team`, { accountId });
}

/** The totals the trajectory of a patient draws, of each instrument in order of time. */
export async function chartedScores(
  page: Page,
  patientId: string,
  clinic = HARBOR,
): Promise<Record<string, (number | null)[]>> {
  const answer = await asks(page, 'GET', `${clinic}/patients/${patientId}/trajectory`);
  const { instruments } = (await answer.json()) as {
    instruments: { id: string; points: { total: number | null }[] }[];
  };
  return Object.fromEntries(
    instruments
      .filter(({ points }) => points.length > 0)
      .map(({ id, points }) => [id, points.map(({ total }) => total)]),
  );
}

/** Signs a session of which only what has to be there is written down. */
export async function aSignedSession(
  page: Page,
  sessionId: string,
  changes: readonly unknown[] = [],
): Promise<void> {
  const draft = await asks(
    page,
    'PATCH',
    `${HARBOR}/sessions/${sessionId}/draft`,
    {
      changes: [
        ...changes,
        { path: 'dose', value: { givenMg: 42, asOrdered: true } },
        { path: 'side-effects-asked', value: 'none' },
      ],
    },
    { 'if-match': '"0"' },
  );
  const { version } = (await draft.json()) as { version: number };
  await asks(page, 'POST', `${HARBOR}/sessions/${sessionId}/sign`, {}, { 'if-match': `"${version}"` });
}

/** A file of a director that waits for its mapping, with one row that is refused. */
export async function anUploadedFile(page: Page): Promise<string> {
  const answer = await page.request.post(`${new URL(page.url()).origin}/api${HARBOR}/imports`, {
    headers: {
      'sec-fetch-site': 'same-origin',
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'text/csv',
      'x-file-name': 'axe.csv',
    },
    data: 'mrn,date,phq9_total\nAXE-1,2025-03-03,12\nAXE-2,2025-03-03,30\n',
  });
  if (!answer.ok()) throw new Error(`upload: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}
