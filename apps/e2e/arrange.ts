import type { Page } from '@playwright/test';
import { asks, HARBOR } from './product.js';

export interface PatientInTreatment {
  readonly patientId: string;
  readonly courseId: string;
  readonly sessionId: string;
  readonly mrn: string;
  readonly familyName: string;
}

/** The clinic's calendar day, as Harbor Clinic and the journeys' empty clinic have it. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York' }).format(new Date());
}

let made = 0;

/** A patient of whoever is signed in, with an induction of six IV sessions, the first of them today. */
export async function aPatientInTreatment(
  page: Page,
  wishes: { readonly familyName: string; readonly clinic?: string; readonly indications?: readonly string[] },
): Promise<PatientInTreatment> {
  const { familyName, clinic = HARBOR, indications = ['major-depression', 'ptsd'] } = wishes;
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
    time: '14:30',
    closedWeekdays: [],
  });
  const plans = (await (await asks(page, 'GET', `${clinic}/courses/${course.id}/sessions`)).json()) as {
    sessions: { id: string }[];
  };
  const sessionId = plans.sessions[0]?.id ?? '';
  return { patientId: patient.id, courseId: course.id, sessionId, mrn, familyName };
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
