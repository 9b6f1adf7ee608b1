import {
  caseloadSchema,
  checkInTemplateSchema,
  completionSchema,
  courseCheckInPlanSchema,
  courseCheckInsSchema,
  ownFormSchema,
  ownOverviewSchema,
  problemSchema,
  sessionLogSchema,
  submittedOwnFormSchema,
  type CheckInMomentOfPlan,
  type CourseCheckIns,
  type OwnForm,
} from '@courseline/contracts';
import {
  aClinic,
  aCourse,
  aGivenSession,
  aMember,
  aPatient,
  aPlannedSession,
  signsIn,
} from '../../test/builders/index.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-10T14:00:00Z' });
});
beforeEach(() => app.clock.set('2026-03-10T14:00:00Z'));
afterAll(() => app.close());

async function aTreated() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const director = await aMember(app, clinic, ['director'], { name: 'Dr Haddad' });
  const patient = await aPatient(app, clinic, { team: [doctor] });
  const course = await aCourse(app, clinic, patient, { by: doctor });
  return { clinic, doctor, director, patient, course, one: `${clinic.path}/courses/${course.id}` };
}

const phq9Monthly: CheckInMomentOfPlan = {
  id: 'monthly',
  label: 'Every month',
  instruments: ['phq-9'],
  anchor: { kind: 'every', phase: 'induction', everyDays: 28 },
  opens: -7,
  due: 0,
  closes: 7,
};

async function checkIns(client: TestClient, one: string): Promise<CourseCheckIns> {
  const answer = await client.get(`${one}/check-ins`);
  expect(answer.status).toBe(200);
  return answer.as(courseCheckInsSchema);
}
const short = ({ occurrences }: CourseCheckIns): readonly string[] =>
  occurrences
    .filter(({ instrument }) => instrument === 'phq-9')
    .map(({ momentId, anchorOn, state }) => `${momentId} ${anchorOn} ${state}`);

describe('the template of a clinic', () => {
  it('is the default until a director changes it; each version stays, with who and why', async () => {
    const { clinic, director } = await aTreated();
    const client = app.as(director);
    const path = `${clinic.path}/check-in-template`;
    const before = (await client.get(path)).as(checkInTemplateSchema);
    expect(before).toMatchObject({ version: 0, history: [] });
    expect(before.moments.map(({ id }) => id)).toContain('weekly-induction');
    const body = { moments: [phq9Monthly], reason: 'Less to answer.' };
    const changed = (await client.put(path, body, { ifMatch: 0 })).as(checkInTemplateSchema);
    expect(changed).toMatchObject({
      version: 1,
      moments: [{ id: 'monthly', label: 'Every month' }],
      history: [{ version: 1, reason: 'Less to answer.', byName: 'Dr Haddad' }],
    });
    const stale = await client.put(path, body, { ifMatch: 0 });
    expect(stale.status).toBe(412);
  });

  it('never asks a scale about weeks within hours of a dose', async () => {
    const { clinic, director } = await aTreated();
    const moment = { ...phq9Monthly, anchor: { kind: 'hours-after-dose', hours: 4 }, opens: -1, closes: 4 };
    const refused = await app
      .as(director)
      .put(
        `${clinic.path}/check-in-template`,
        { moments: [moment], reason: 'To see the effect.' },
        { ifMatch: 0 },
      );
    expect(refused.status).toBe(400);
    expect(refused.as(problemSchema).errors).toMatchObject([{ pointer: '/moments/0/instruments' }]);
  });

  it('is followed by courses made from then on, not by those made before', async () => {
    const { clinic, director, doctor, patient, course, one } = await aTreated();
    app.clock.advance({ minutes: 1 });
    await app
      .as(director)
      .put(
        `${clinic.path}/check-in-template`,
        { moments: [phq9Monthly], reason: 'Less to answer.' },
        { ifMatch: 0 },
      );
    app.clock.advance({ minutes: 1 });
    const later = await aCourse(app, clinic, patient, { by: doctor });
    const planOf = async (id: string) =>
      (await app.as(doctor).get(`${clinic.path}/courses/${id}/check-in-plan`)).as(courseCheckInPlanSchema);
    expect(await planOf(course.id)).toMatchObject({ source: 'default', version: 0, changed: null });
    expect(await planOf(later.id)).toMatchObject({ source: 'template', moments: [{ id: 'monthly' }] });
    expect(one).toContain(course.id);
  });
});

describe('the plan of a course', () => {
  it('is adapted by a clinician, with a reason, and is seen by the team only', async () => {
    const { clinic, doctor, director, one } = await aTreated();
    const body = { moments: [phq9Monthly], reason: 'Reads slowly; fewer forms.' };
    const path = `${one}/check-in-plan`;
    const changed = (await app.as(doctor).put(path, body, { ifMatch: 0 })).as(courseCheckInPlanSchema);
    expect(changed).toMatchObject({
      version: 1,
      source: 'course',
      moments: [{ id: 'monthly' }],
      changed: { reason: 'Reads slowly; fewer forms.', byName: 'Dr Okafor' },
    });
    expect((await app.as(doctor).put(path, body, { ifMatch: 0 })).status).toBe(412);
    expect((await app.as(director).put(path, body, { ifMatch: 1 })).status).toBe(403);
    const stranger = await aMember(app, clinic, ['clinician']);
    expect((await app.as(stranger).put(path, body, { ifMatch: 1 })).status).toBe(404);
    expect((await app.as(stranger).get(`${one}/check-ins`)).status).toBe(404);
    expect((await app.as(director).get(`${one}/check-ins`)).status).toBe(200);
    const elsewhere = await aTreated();
    expect(
      (
        await app
          .as(elsewhere.doctor)
          .get(`${elsewhere.clinic.path}${one.slice(clinic.path.length)}/check-ins`)
      ).status,
    ).toBe(404);
  });

  it('says what is due, done, missed and to come; a session that moves takes it along', async () => {
    const { clinic, doctor, patient, course, one } = await aTreated();
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-03' });
    const next = await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-10' });
    const recorded = await app.as(doctor).post(`${clinic.path}/patients/${patient.id}/assessments`, {
      instrument: 'phq-9',
      answers: [2, 2, 2, 2, 2, 2, 2, 2, 0],
      difficulty: null,
      total: null,
      onDate: '2026-03-02',
      at: null,
      context: 'between',
    });
    expect(recorded.status).toBe(201);
    const before = await checkIns(app.as(doctor), one);
    expect(short(before)).toEqual(['baseline 2026-03-03 done', 'weekly-induction 2026-03-10 due']);
    expect(before.occurrences.find(({ state }) => state === 'done')?.form).toMatchObject({
      onDate: '2026-03-02',
      way: 'staff',
    });
    const moved = await app
      .as(doctor)
      .post(
        `${clinic.path}/sessions/${next.id}/reschedule`,
        { day: '2026-03-18', time: '14:30', reason: 'On holiday' },
        { ifMatch: 1 },
      );
    expect(moved.status).toBe(200);
    const after = await checkIns(app.as(doctor), one);
    expect(short(after)).toEqual(['baseline 2026-03-03 done', 'weekly-induction 2026-03-18 upcoming']);
    const key = ({ occurrences }: CourseCheckIns) =>
      occurrences.find((each) => each.momentId === 'hours-4' && each.sessionId === next.id)?.key;
    expect(key(after)).toBe(key(before));
  });
});

describe('the pages of staff', () => {
  it('ask at a visit what the plan asks there, and say so before it comes', async () => {
    const { clinic, doctor, course, one } = await aTreated();
    const client = app.as(doctor);
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-06' });
    const soon = await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-10' });
    const later = await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-13' });
    const asked = async (session: string) =>
      (await client.get(`${clinic.path}/sessions/${session}/log`))
        .as(sessionLogSchema)
        .instruments.filter(({ due }) => due)
        .map(({ instrument }) => instrument);
    const formsDue = async () =>
      (await client.post(`${clinic.path}/caseload/search`, { text: null }))
        .as(caseloadSchema)
        .rows.flatMap(({ attention }) => attention)
        .filter(({ code }) => code === 'form-due');
    // Four days after the first dose nothing is asked; a week after it the forms are.
    expect(await asked(soon.id)).toEqual([]);
    expect(await asked(later.id)).toEqual(['phq-9', 'gad-7']);
    expect(await formsDue()).toEqual([]);
    const eachDose: CheckInMomentOfPlan = {
      ...phq9Monthly,
      id: 'each-dose',
      anchor: { kind: 'before-dose', phase: 'induction', everyDays: 0 },
      opens: -3,
      closes: 0,
    };
    await client.put(
      `${one}/check-in-plan`,
      { moments: [eachDose], reason: 'Each dose, to decide on the next.' },
      { ifMatch: 0 },
    );
    expect(await asked(soon.id)).toEqual(['phq-9']);
    expect(await formsDue()).toMatchObject([{ instruments: ['phq-9'] }]);
  });
});

describe('the completion of check-ins', () => {
  it('says for directors how many were answered, how, and what they ask of patients', async () => {
    const { clinic, doctor, director, patient, course } = await aTreated();
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-03' });
    await app.as(doctor).post(`${clinic.path}/patients/${patient.id}/assessments`, {
      instrument: 'phq-9',
      answers: [2, 2, 2, 2, 2, 2, 2, 2, 0],
      difficulty: null,
      total: null,
      onDate: '2026-03-02',
      at: null,
      context: 'between',
    });
    const path = `${clinic.path}/outcomes/completion`;
    const figures = (await app.as(director).get(path)).as(completionSchema);
    expect(
      figures.rows.map(({ momentId, instrument, asked, answered }) => [
        momentId,
        instrument,
        asked,
        answered,
      ]),
    ).toEqual([
      ['baseline', 'phq-9', 1, 1],
      ['baseline', 'gad-7', 1, 0],
      ['hours-4', 'right-now', 1, 0],
      ['hours-24', 'right-now', 1, 0],
    ]);
    expect(figures).toMatchObject({
      courses: 1,
      coursesLeftOff: 0,
      burden: { questionsAsked: 19, questionsAnswered: 9, forms: 1, timedForms: 0, weeks: 1.4 },
    });
    expect((await app.as(director).get(`${path}?from=2026-03-04`)).as(completionSchema).rows).toMatchObject([
      { momentId: 'hours-24' },
    ]);
    expect((await app.as(director).get(`${path}?from=2026-03-04&to=2026-03-01`)).status).toBe(422);
    expect((await app.as(doctor).get(path)).status).toBe(403);
  });
});

async function answerAll(client: TestClient, me: string, instrument: string, answers: readonly number[]) {
  let form: OwnForm = (await client.post(`${me}/forms`, { instrument })).as(ownFormSchema);
  for (const [index, answer] of answers.entries()) {
    const saved = await client.patch(
      `${me}/forms/${form.id}`,
      { item: index + 1, answer },
      { ifMatch: form.version },
    );
    expect(saved.status).toBe(200);
    form = saved.as(ownFormSchema);
  }
  return client.post(`${me}/forms/${form.id}/submit`, undefined, { ifMatch: form.version });
}

describe('a patient after a dose', () => {
  const doctorAgain = async (doctor: SignedIn) =>
    app.as({ ...doctor, token: await signsIn(app, doctor.accountId, 'staff') });

  async function aDoseAtHalfPastTwo() {
    const treated = await aTreated();
    const { clinic, doctor, course, patient } = treated;
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-10' });
    const person = await aMember(app, clinic, ['patient'], { patientId: patient.id });
    const me = `${clinic.path}/me`;
    /** Hours later they have signed in again. */
    const at = async (moment: string) => {
      app.clock.set(moment);
      const token = await signsIn(app, person.accountId, 'patient');
      return app.as({ ...person, token });
    };
    const overview = async (client: TestClient) => (await client.get(`${me}/overview`)).as(ownOverviewSchema);
    return { ...treated, at, me, overview };
  }

  it('is asked how it is right now at 4 and 24 hours, and scales that ask about weeks only a day later', async () => {
    const { at, me, overview, one, doctor } = await aDoseAtHalfPastTwo();
    expect(await overview(await at('2026-03-10T19:00:00Z'))).toMatchObject({
      due: [],
      nextQuestions: { instruments: ['right-now'], from: '2026-03-10T21:30:00.000Z' },
    });
    const client = await at('2026-03-10T22:40:00Z');
    expect((await overview(client)).due).toMatchObject([
      { instrument: 'right-now', itemCount: 3, closesAt: '2026-03-11T06:30:00.000Z' },
    ]);
    const sent = (await answerAll(client, me, 'right-now', [7, 2, 10])).as(submittedOwnFormSchema);
    expect(sent).toEqual({ instrument: 'right-now', total: null, showCrisisPage: false });
    expect((await overview(client)).due).toEqual([]);
    const nextDay = await at('2026-03-11T16:00:00Z');
    expect((await overview(nextDay)).due.map(({ instrument }) => instrument)).toEqual(['right-now']);
    const hours = (await checkIns(await doctorAgain(doctor), one)).occurrences.filter(
      ({ inHours }) => inHours,
    );
    expect(hours.map(({ momentId, state }) => [momentId, state])).toEqual([
      ['hours-4', 'done'],
      ['hours-24', 'due'],
    ]);
  });

  it('gives answers that have no total and stand in no chart of scores, yet in the record with their context', async () => {
    const { at, me, clinic, course, patient, doctor } = await aDoseAtHalfPastTwo();
    const client = await at('2026-03-10T22:40:00Z');
    await answerAll(client, me, 'right-now', [7, 2, 0]);
    expect(
      await app.sql(
        `select a.answers, a.total, a.score_status, a.context, a.course_id from current_assessment a where a.clinic_id = $1`,
        [clinic.id],
      ),
    ).toEqual([
      {
        answers: [7, 2, 0],
        total: null,
        score_status: 'complete',
        context: 'after-dose',
        course_id: course.id,
      },
    ]);
    const again = await doctorAgain(doctor);
    const trajectory = await again.get(`${clinic.path}/patients/${patient.id}/trajectory`);
    expect(trajectory.status).toBe(200);
    expect(JSON.stringify(trajectory.body)).not.toContain('right-now');
    const caseload = await again.post(`${clinic.path}/caseload/search`, { text: null });
    expect(caseload.status).toBe(200);
    expect(JSON.stringify(caseload.body)).not.toContain('right-now');
    await expect(
      app.sql(`update assessment_revision set total = 9 where clinic_id = $1 and instrument = 'right-now'`, [
        clinic.id,
      ]),
    ).rejects.toThrow('assessment_revision_status_fits');
  });

  it('begins anew what was left hours ago: its first answer was of another moment', async () => {
    const { at, me, overview } = await aDoseAtHalfPastTwo();
    const client = await at('2026-03-10T22:40:00Z');
    const left = (await client.post(`${me}/forms`, { instrument: 'right-now' })).as(ownFormSchema);
    await client.patch(`${me}/forms/${left.id}`, { item: 1, answer: 1 }, { ifMatch: left.version });
    expect((await overview(client)).due).toMatchObject([{ formId: left.id, answered: 1 }]);
    const nextDay = await at('2026-03-11T17:00:00Z');
    expect((await overview(nextDay)).due).toMatchObject([
      { instrument: 'right-now', formId: null, answered: 0 },
    ]);
    const again = (await nextDay.post(`${me}/forms`, { instrument: 'right-now' })).as(ownFormSchema);
    expect(again).toMatchObject({ seen: 0, answers: [null, null, null] });
    expect(again.id).not.toBe(left.id);
  });

  it('is not asked forms of staff, and reads no plan of others', async () => {
    const { at, me, one } = await aDoseAtHalfPastTwo();
    const client = await at('2026-03-10T19:00:00Z');
    expect((await client.post(`${me}/forms`, { instrument: 'madrs' })).status).toBe(422);
    expect((await client.get(`${one}/check-ins`)).status).toBe(403);
  });
});
