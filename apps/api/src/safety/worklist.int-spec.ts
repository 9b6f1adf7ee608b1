import {
  assessmentDetailSchema,
  ownFormSchema,
  problemSchema,
  safetySummarySchema,
  sessionDraftSchema,
  worklistAlertSchema,
  worklistSchema,
  type DraftChange,
  type OwnForm,
  type WorklistAlert,
} from '@courseline/contracts';
import {
  aClinic,
  aCourse,
  aGivenSession,
  aMember,
  aPatient,
  aPlannedSession,
  type TestClinic,
} from '../../test/builders/index.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function aTreatedPatient() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const nurse = await aMember(app, clinic, ['nurse'], { name: 'N. Brandt' });
  const director = await aMember(app, clinic, ['director'], { name: 'Dr Haddad' });
  const stranger = await aMember(app, clinic, ['nurse'], { name: 'N. Other' });
  const patient = await aPatient(app, clinic, { team: [doctor, nurse] });
  const person = await aMember(app, clinic, ['patient'], { patientId: patient.id });
  const course = await aCourse(app, clinic, patient, { by: doctor, startedOn: '2026-02-01' });
  return { clinic, doctor, nurse, director, stranger, patient, person, course };
}

const phq9 = (total: number, item9 = 0): number[] => {
  const answers = [0, 0, 0, 0, 0, 0, 0, 0, item9];
  let left = total - item9;
  return answers.map((answer, index) => {
    if (index === 8) return answer;
    const given = Math.min(3, left);
    left -= given;
    return given;
  });
};

const gad7 = (total: number): number[] =>
  Array.from({ length: 7 }, (_, index) => Math.max(0, Math.min(3, total - index * 3)));

async function enters(
  by: SignedIn,
  clinic: TestClinic,
  patientId: string,
  form: { instrument?: string; answers: readonly number[]; onDate: string; context?: string },
) {
  const answer = await app.as(by).post(`${clinic.path}/patients/${patientId}/assessments`, {
    instrument: 'phq-9',
    difficulty: null,
    total: null,
    at: null,
    context: 'between',
    ...form,
  });
  expect(answer.status).toBe(201);
  return answer.as(assessmentDetailSchema);
}

async function worklist(by: SignedIn, clinic: TestClinic): Promise<readonly WorklistAlert[]> {
  const answer = await app.as(by).get(`${clinic.path}/safety/alerts`);
  expect(answer.status).toBe(200);
  return answer.as(worklistSchema).alerts;
}

async function rulesOf(by: SignedIn, clinic: TestClinic): Promise<readonly string[]> {
  return (await worklist(by, clinic)).map(({ rule }) => rule).toSorted();
}

async function answersFromHome(client: TestClient, clinic: TestClinic, item9: number): Promise<OwnForm> {
  const me = `${clinic.path}/me`;
  const begun = (await client.post(`${me}/forms`, { instrument: 'phq-9' })).as(ownFormSchema);
  const saved = await client.patch(
    `${me}/forms/${begun.id}`,
    { item: 9, answer: item9 },
    { ifMatch: begun.version },
  );
  expect(saved.status).toBe(200);
  return saved.as(ownFormSchema);
}

describe('the worklist', () => {
  it('shows an answer to item 9 from home to the care team, who take it on and resolve it by what was decided', async () => {
    const { clinic, doctor, nurse, stranger, person } = await aTreatedPatient();
    await answersFromHome(app.as(person), clinic, 2);
    const [alert, ...others] = await worklist(nurse, clinic);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      rule: 'item-9',
      level: 'red',
      state: 'open',
      way: 'patient',
      patientName: 'Rivera, Ana',
      facts: { kind: 'item-9', value: 2, from: null },
      owner: null,
      events: [],
    });
    expect(await worklist(stranger, clinic)).toEqual([]);
    const path = `${clinic.path}/safety/alerts/${String(alert?.id)}`;
    expect((await app.as(stranger).post(`${path}/acknowledge`)).status).toBe(404);
    expect((await app.as(person).post(`${path}/acknowledge`)).status).toBe(403);

    const taken = (await app.as(nurse).post(`${path}/acknowledge`)).as(worklistAlertSchema);
    expect(taken).toMatchObject({ state: 'acknowledged', owner: { name: 'N. Brandt' } });
    expect((await app.as(doctor).post(`${path}/acknowledge`)).as(problemSchema).code).toBe('conflict');
    // Item 9 has its own questions; neither a word nor a nurse resolves it.
    const word = { outcome: 'no-action-needed', note: null };
    expect((await app.as(doctor).post(`${path}/resolve`, word)).status).toBe(422);
    expect((await app.as(nurse).post(`${path}/resolve`, word)).status).toBe(403);

    const assigned = await app.as(nurse).post(`${path}/assign`, { accountId: doctor.accountId, note: null });
    expect(assigned.as(worklistAlertSchema).owner?.name).toBe('Dr Okafor');
    const outside = { accountId: stranger.accountId, note: null };
    expect((await app.as(nurse).post(`${path}/assign`, outside)).status).toBe(422);

    const disposition = { cssrsLevel: 1, safetyPlanReviewed: true, decision: 'seen-same-day', note: null };
    expect(
      (await app.as(doctor).post(`${clinic.path}/alerts/${String(alert?.id)}/dispositions`, disposition))
        .status,
    ).toBe(201);
    expect(await worklist(doctor, clinic)).toEqual([]);
    expect((await app.as(nurse).post(`${path}/acknowledge`)).status).toBe(409);
  });

  it('resolves an item 9 that rose with what is recorded on item 9, and a later 0 resolves nothing', async () => {
    const { clinic, doctor, patient, person } = await aTreatedPatient();
    await enters(doctor, clinic, patient.id, { answers: phq9(9, 1), onDate: '2026-03-01' });
    const form = await answersFromHome(app.as(person), clinic, 2);
    const rose = (await worklist(doctor, clinic)).filter(({ way }) => way === 'patient');
    expect(rose.map(({ rule, level, facts }) => ({ rule, level, facts }))).toEqual([
      { rule: 'item-9', level: 'red', facts: { kind: 'item-9', value: 2, from: null } },
      { rule: 'item-9-rise', level: 'red', facts: { kind: 'item-9', value: 2, from: 1 } },
    ]);
    await app
      .as(person)
      .patch(`${clinic.path}/me/forms/${form.id}`, { item: 9, answer: 0 }, { ifMatch: form.version });
    expect(await rulesOf(doctor, clinic)).toEqual(['item-9', 'item-9', 'item-9-rise']);
    const [own] = rose;
    await app.as(doctor).post(`${clinic.path}/alerts/${String(own?.id)}/dispositions`, {
      cssrsLevel: 2,
      safetyPlanReviewed: true,
      decision: 'safety-plan-agreed',
      note: null,
    });
    expect(await rulesOf(doctor, clinic)).toEqual(['item-9']);
  });

  it('raises what the scores say once for each form: against the form before and the baseline', async () => {
    const { clinic, doctor, nurse, patient, course } = await aTreatedPatient();
    await enters(nurse, clinic, patient.id, { answers: phq9(12), onDate: '2026-02-01' });
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-02-02' });
    await enters(nurse, clinic, patient.id, { answers: phq9(17), onDate: '2026-02-10' });
    expect(await rulesOf(doctor, clinic)).toEqual([]);
    await enters(nurse, clinic, patient.id, { answers: phq9(18), onDate: '2026-02-17' });
    const [alert, ...others] = await worklist(doctor, clinic);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      rule: 'phq-9-rise',
      level: 'amber',
      way: 'staff',
      facts: { kind: 'score', instrument: 'phq-9', total: 18, from: 12, comparedWith: 'baseline' },
    });
    // An older form that comes in late changes nothing: somebody has seen how it went on.
    await enters(nurse, clinic, patient.id, { answers: phq9(24), onDate: '2026-02-05' });
    expect(await rulesOf(doctor, clinic)).toEqual(['phq-9-rise']);
    await enters(nurse, clinic, patient.id, {
      instrument: 'gad-7',
      answers: gad7(10),
      onDate: '2026-02-17',
    });
    await enters(nurse, clinic, patient.id, {
      instrument: 'gad-7',
      answers: gad7(14),
      onDate: '2026-02-24',
    });
    expect(await rulesOf(doctor, clinic)).toEqual(['gad-7-rise', 'phq-9-rise']);
    const path = `${clinic.path}/safety/alerts/${String(alert?.id)}`;
    const resolved = await app
      .as(doctor)
      .post(`${path}/resolve`, { outcome: 'plan-changed', note: 'Two more.' });
    expect(resolved.as(worklistAlertSchema)).toMatchObject({
      state: 'resolved',
      events: [{ kind: 'resolved', byName: 'Dr Okafor', outcome: 'plan-changed', note: 'Two more.' }],
    });
    expect((await app.as(doctor).post(`${path}/resolve`, { outcome: 'referred', note: null })).status).toBe(
      409,
    );
  });

  it('raises readings as they are entered, each once, and signing raises none of them again', async () => {
    const { clinic, doctor, nurse, course } = await aTreatedPatient();
    const session = await aPlannedSession(app, clinic, course, { by: doctor });
    const path = `${clinic.path}/sessions/${session.id}`;
    let version = 0;
    const saves = async (by: SignedIn, changes: readonly DraftChange[]) => {
      const answer = await app.as(by).patch(`${path}/draft`, { changes }, { ifMatch: version });
      expect(answer.status).toBe(200);
      version = answer.as(sessionDraftSchema).version;
    };
    await saves(nurse, [{ path: 'vitals/before/systolic', value: 140 }]);
    await saves(nurse, [{ path: 'vitals/before/diastolic', value: 90 }]);
    expect(await rulesOf(nurse, clinic)).toEqual([]);
    await saves(nurse, [{ path: 'vitals/before/systolic', value: 141 }]);
    await saves(nurse, [{ path: 'vitals/before/at', value: '2026-03-10T14:00:00.000Z' }]);
    expect(await rulesOf(nurse, clinic)).toEqual(['pressure-before-dose']);
    await saves(nurse, [
      { path: 'vitals/at-40-minutes/systolic', value: 179 },
      { path: 'vitals/at-40-minutes/diastolic', value: 110 },
      { path: 'vitals/at-40-minutes/spo2', value: 91 },
    ]);
    const expected = ['low-oxygen', 'pressure-before-dose', 'pressure-crisis'];
    expect(await rulesOf(nurse, clinic)).toEqual(expected);
    await saves(doctor, [
      { path: 'dose', value: { givenMg: 42, asOrdered: true } },
      { path: 'weight', value: { value: 84, unit: 'kg', on: '2026-03-10', confirmed: true } },
      { path: 'pressure-reason', value: 'Calm, measured again' },
      { path: 'started-at', value: '2026-03-10T14:05:00.000Z' },
      { path: 'side-effects-asked', value: 'none' },
    ]);
    expect((await app.as(doctor).post(`${path}/sign`, {}, { ifMatch: version })).status).toBe(200);
    expect(await rulesOf(nurse, clinic)).toEqual(expected);
    const [first] = await worklist(nurse, clinic);
    expect(first).toMatchObject({ level: 'red', sessionId: session.id });
  });

  it('raises what is entered on the timeline at once, and a discharge against a stop with its reason', async () => {
    const { clinic, doctor, nurse, course } = await aTreatedPatient();
    const session = await aPlannedSession(app, clinic, course, { by: doctor });
    const adds = async (body: object) => {
      const entry = { at: app.clock.now().toISOString(), withdraws: null, body };
      const path = `${clinic.path}/sessions/${session.id}/monitor/entries`;
      expect((await app.as(nurse).post(path, entry)).status).toBe(201);
    };
    await adds({
      kind: 'readings',
      moment: 'before',
      readings: { systolic: 128, diastolic: 82, spo2: 98, sedation: 5 },
    });
    await adds({ kind: 'dose-started', overrides: [] });
    expect(await rulesOf(nurse, clinic)).toEqual([]);
    await adds({ kind: 'readings', moment: 'at-15-minutes', readings: { spo2: 91, sedation: 2 } });
    expect(await rulesOf(nurse, clinic)).toEqual(['deep-sedation', 'low-oxygen']);
    await adds({
      kind: 'discharged',
      escort: null,
      toldNotToDrive: true,
      overrides: ['last-pressure', 'dissociation-resolved', 'sedation-resolved', 'oxygen', 'escort'].map(
        (rule) => ({ rule, reason: 'Left against advice.' }),
      ),
    });
    const alert = (await worklist(nurse, clinic)).find(({ rule }) => rule === 'discharge-override');
    expect(alert?.facts).toMatchObject({ kind: 'override', reason: 'Left against advice.' });
    expect(alert).toMatchObject({ level: 'amber', sessionId: session.id });
  });

  it('raises bladder symptoms of two sessions in a row, and craving, also when the patient reports them', async () => {
    const { clinic, doctor, person, course } = await aTreatedPatient();
    await aGivenSession(app, clinic, course, {
      by: doctor,
      onDate: '2026-03-03',
      effects: [{ code: 'urinary_symptoms', severity: 1 }],
    });
    const last = await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-06' });
    const reports = async (code: string) => {
      const report = { sessionId: last.id, code, severity: 1, durationMinutes: null, note: null };
      expect((await app.as(person).post(`${clinic.path}/me/side-effects`, report)).status).toBe(204);
    };
    await reports('craving');
    expect(await rulesOf(doctor, clinic)).toEqual(['craving']);
    await reports('urinary_frequency');
    await reports('urinary_symptoms');
    expect(await rulesOf(doctor, clinic)).toEqual(['craving', 'urinary-symptoms']);
    await reports('suicidal_ideation_new');
    const [alert] = await worklist(doctor, clinic);
    expect(alert).toMatchObject({ rule: 'suicidal-ideation-reported', level: 'red', way: 'patient' });
  });

  it('has exactly one alert for each cause after fifty saves at once, each sent twice', async () => {
    const { clinic, doctor, person } = await aTreatedPatient();
    const client = app.as(person);
    const me = `${clinic.path}/me`;
    const begun = (await client.post(`${me}/forms`, { instrument: 'phq-9' })).as(ownFormSchema);
    const statuses = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        client.patch(
          `${me}/forms/${begun.id}`,
          { item: 9, answer: (index % 3) + 1 },
          { ifMatch: begun.version + (index % 2) },
        ),
      ),
    );
    const stored = statuses.filter(({ status }) => status === 200);
    expect(stored.length).toBeGreaterThanOrEqual(1);
    const causes = new Set(stored.map((answer) => answer.as(ownFormSchema).answers[8]));
    const alerts = await app.sql<{ value: number }>(
      `select value from alert where clinic_id = $1 and rule = 'item-9' order by value`,
      [clinic.id],
    );
    expect(alerts.map(({ value }) => value)).toEqual([...causes].toSorted());
    const summary = (await app.as(doctor).get(`${clinic.path}/safety/summary`)).as(safetySummarySchema);
    expect(summary).toMatchObject({ unresolved: alerts.length, openRed: alerts.length });
  });
});
