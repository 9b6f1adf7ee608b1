import {
  answerChangesSchema,
  checkInNotesSchema,
  ownFormSchema,
  ownOverviewSchema,
  problemSchema,
  savedOwnAnswersSchema,
  submittedOwnFormSchema,
  type OwnAnswers,
  type OwnForm,
} from '@courseline/contracts';
import { aClinic, aCourse, aMember, aPatient, aPlannedSession } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function aPatientAtHome() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician']);
  const patient = await aPatient(app, clinic, { team: [doctor] });
  const person = await aMember(app, clinic, ['patient'], { name: 'Ana Rivera', patientId: patient.id });
  const course = await aCourse(app, clinic, patient, { by: doctor });
  const me = `${clinic.path}/me`;
  return { clinic, doctor, patient, course, person, client: app.as(person), me };
}

async function begin(client: TestClient, me: string, instrument = 'phq-9'): Promise<OwnForm> {
  const answer = await client.post(`${me}/forms`, { instrument });
  expect(answer.status).toBe(200);
  return answer.as(ownFormSchema);
}

async function give(client: TestClient, me: string, form: OwnForm, item: number, answer: number | null) {
  const saved = await client.patch(`${me}/forms/${form.id}`, { item, answer }, { ifMatch: form.version });
  expect(saved.status).toBe(200);
  return saved.as(ownFormSchema);
}

async function fill(
  client: TestClient,
  me: string,
  answers: readonly (number | null)[],
  instrument = 'phq-9',
) {
  let form = await begin(client, me, instrument);
  for (const [index, answer] of answers.entries()) form = await give(client, me, form, index + 1, answer);
  return form;
}

const phone = '01990000-0000-7000-8000-00000000d001';
const tablet = '01990000-0000-7000-8000-00000000d002';
type Sent = [sequence: number, item: number, answer: number | null, basis?: number, second?: number];

/** Answers of a device, one after the other, as its queue holds them. */
const batch = (device: string, ...answers: Sent[]): OwnAnswers => ({
  device,
  answers: answers.map(([sequence, item, answer, basis = 1, second = sequence]) => ({
    sequence,
    item,
    answer,
    basis,
    givenAt: `2026-03-10T13:59:${String(second).padStart(2, '0')}Z`,
  })),
});

async function send(client: TestClient, me: string, form: OwnForm, answers: OwnAnswers) {
  const saved = await client.post(`${me}/forms/${form.id}/answers`, answers, { idempotencyKey: null });
  expect(saved.status).toBe(200);
  return saved.as(savedOwnAnswersSchema);
}

const submit = (client: TestClient, me: string, form: OwnForm) =>
  client.post(`${me}/forms/${form.id}/submit`, undefined, { ifMatch: form.version });

describe('a patient answering a form', () => {
  it('sees it due, is taken up where they stopped, and it is done when handed in', async () => {
    const { client, me, course, clinic } = await aPatientAtHome();
    const before = (await client.get(`${me}/overview`)).as(ownOverviewSchema);
    expect(before.due.map((form) => form.instrument)).toEqual(['phq-9', 'gad-7']);
    const begun = await give(client, me, await begin(client, me), 1, 2);
    const resumed = await begin(client, me);
    expect(resumed).toMatchObject({ id: begun.id, seen: 1, answers: [2, ...Array<null>(8).fill(null)] });
    const form = await fill(client, me, [2, 1, 1, 1, 1, 1, 1, 1, 0]);
    const done = (await submit(client, me, form)).as(submittedOwnFormSchema);
    expect(done).toEqual({ instrument: 'phq-9', total: 9, showCrisisPage: false });
    const after = (await client.get(`${me}/overview`)).as(ownOverviewSchema);
    expect(after.due.map((due) => due.instrument)).toEqual(['gad-7']);
    expect(after.instruments).toMatchObject([{ instrument: 'phq-9', latest: { total: 9 }, change: null }]);
    expect(
      await app.sql(`select way, course_id from current_assessment where clinic_id = $1`, [clinic.id]),
    ).toEqual([{ way: 'patient', course_id: course.id }]);
  });

  it('gets the crisis page and staff get one red alert as soon as item 9 is above 0, even if it is never finished', async () => {
    const { client, me, clinic, person } = await aPatientAtHome();
    const form = await fill(client, me, [0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(form.showCrisisPage).toBe(true);
    const alerts = () =>
      app.sql(`select rule, level, value, way, raised_by from alert where clinic_id = $1`, [clinic.id]);
    const expected = [
      { rule: 'item-9', level: 'red', value: 1, way: 'patient', raised_by: person.accountId },
    ];
    expect(await alerts()).toEqual(expected);
    const done = (await submit(client, me, form)).as(submittedOwnFormSchema);
    expect(done.showCrisisPage).toBe(true);
    expect(await alerts()).toEqual(expected);
  });

  it('is met by the crisis lines first on the own page from then on, for a day', async () => {
    const { client, me, clinic } = await aPatientAtHome();
    const answered = async () => (await client.get(`${me}/overview`)).as(ownOverviewSchema).riskAnswer;
    const leftAt = (moment: string) =>
      app.sql(`update assessment_draft set updated_at = $2 where clinic_id = $1`, [clinic.id, moment]);
    expect(await answered()).toBeNull();
    const form = await fill(client, me, [0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await answered()).toEqual({ onDate: '2026-03-10', at: '2026-03-10T14:00:00.000Z' });
    await leftAt('2026-03-09T13:59:00Z');
    expect(await answered()).toBeNull();
    await leftAt('2026-03-09T14:01:00Z');
    expect(await answered()).toMatchObject({ onDate: '2026-03-09' });
    await submit(client, me, form);
    expect(await answered()).toEqual({ onDate: '2026-03-10', at: '2026-03-10T14:00:00.000Z' });
  });

  it('is not met by them after an item 9 of 0', async () => {
    const { client, me } = await aPatientAtHome();
    await submit(client, me, await fill(client, me, [3, 3, 3, 3, 3, 3, 3, 3, 0]));
    expect((await client.get(`${me}/overview`)).as(ownOverviewSchema).riskAnswer).toBeNull();
  });

  it('raises amber when item 9 is declined', async () => {
    const { client, me, clinic } = await aPatientAtHome();
    await fill(client, me, [0, 0, 0, 0, 0, 0, 0, 0, null]);
    expect(await app.sql(`select rule, level from alert where clinic_id = $1`, [clinic.id])).toEqual([
      { rule: 'item-9-declined', level: 'amber' },
    ]);
  });

  it('cannot read alerts, staff pages, or anything of another patient', async () => {
    const { client, me, clinic, doctor } = await aPatientAtHome();
    const other = await aPatient(app, clinic, { team: [doctor] });
    const otherPerson = await aMember(app, clinic, ['patient'], { patientId: other.id });
    const form = await begin(app.as(otherPerson), me);
    expect((await client.get(`${me}/forms/${form.id}`)).status).toBe(404);
    expect((await client.get(`${clinic.path}/alerts`)).status).toBe(403);
    expect((await client.get(`${clinic.path}/outcomes/fixable`)).status).toBe(403);
    expect((await app.as(doctor).get(`${me}/overview`)).status).toBe(403);
  });

  it('is told which answer cannot be, and of answers given elsewhere in the meantime', async () => {
    const { client, me } = await aPatientAtHome();
    const form = await begin(client, me, 'gad-7');
    const wrong = await client.patch(
      `${me}/forms/${form.id}`,
      { item: 8, answer: 1 },
      { ifMatch: form.version },
    );
    expect(wrong.status).toBe(422);
    expect(wrong.as(problemSchema).errors?.[0]?.pointer).toBe('/item');
    await give(client, me, form, 1, 1);
    const stale = await client.patch(
      `${me}/forms/${form.id}`,
      { item: 1, answer: 2 },
      { ifMatch: form.version },
    );
    expect(stale.status).toBe(412);
  });
});

describe('answers that a device sends in a row', () => {
  it('are stored once and in order, however often they come', async () => {
    const { client, me, clinic } = await aPatientAtHome();
    const form = await begin(client, me);
    await send(client, me, form, batch(phone, [1, 1, 2], [2, 2, 1]));
    const again = await send(client, me, form, batch(phone, [1, 1, 2], [2, 2, 1], [3, 3, 0]));
    expect(again.form).toMatchObject({
      answers: [2, 1, 0, ...Array<null>(6).fill(null)],
      seen: 3,
      version: 4,
    });
    expect(again.conflicts).toEqual([]);
    const early = await client.post(`${me}/forms/${form.id}/answers`, batch(phone, [5, 5, 1]), {
      idempotencyKey: null,
    });
    expect(early.status).toBe(409);
    expect(
      await app.sql(`select n, item, answer from given_answer where clinic_id = $1 order by n`, [clinic.id]),
    ).toEqual([
      { n: 1, item: 1, answer: 2 },
      { n: 2, item: 2, answer: 1 },
      { n: 3, item: 3, answer: 0 },
    ]);
  });

  it('overwrite nothing that was given elsewhere meanwhile: both are kept, and the person is told', async () => {
    const { client, me } = await aPatientAtHome();
    const form = await begin(client, me);
    await send(client, me, form, batch(phone, [1, 1, 2]));
    const met = await send(client, me, form, batch(tablet, [1, 1, 0], [2, 2, 3]));
    expect(met.conflicts).toEqual([{ sequence: 1, item: 1, here: 0, there: 2 }]);
    expect(met.form.answers.slice(0, 2)).toEqual([2, 3]);
    // Sent again, as after a lost reply, it says the same; chosen with the other before one's eyes, it counts.
    expect((await send(client, me, form, batch(tablet, [1, 1, 0], [2, 2, 3]))).conflicts).toHaveLength(1);
    const chosen = await send(client, me, form, batch(tablet, [3, 1, 0, met.form.version]));
    expect(chosen).toMatchObject({ conflicts: [], form: { answers: [0, 3, ...Array<null>(7).fill(null)] } });
  });

  it('raise the alert of each answer to item 9, though it was changed before it was sent, and staff see the change', async () => {
    const { client, me, clinic, doctor } = await aPatientAtHome();
    const begun = await begin(client, me);
    const eight: Sent[] = Array.from({ length: 8 }, (_, index) => [index + 1, index + 1, 1]);
    const { form } = await send(
      client,
      me,
      begun,
      batch(phone, ...eight, [9, 9, 2, 1, 10], [10, 9, 0, 1, 14]),
    );
    expect(form).toMatchObject({ showCrisisPage: false, seen: 9 });
    expect(await app.sql(`select rule, value from alert where clinic_id = $1`, [clinic.id])).toEqual([
      { rule: 'item-9', value: 2 },
    ]);
    const stranger = await aMember(app, clinic, ['nurse']);
    const changes = `${clinic.path}/assessments/${form.id}/answer-changes`;
    const expected = [{ item: 9, from: 2, to: 0, secondsAfter: 4, setAside: false }];
    // Before the form is handed in, as the alert is there before.
    expect((await app.as(doctor).get(changes)).as(answerChangesSchema).changes).toEqual(expected);
    expect((await app.as(stranger).get(changes)).status).toBe(404);
    expect((await submit(client, me, form)).status).toBe(200);
    expect((await app.as(doctor).get(changes)).as(answerChangesSchema).changes).toEqual(expected);
    expect((await client.get(changes)).status).toBe(403);
  });

  it('come too late for a form handed in elsewhere: kept beside it, and told', async () => {
    const { client, me, clinic } = await aPatientAtHome();
    const form = await fill(client, me, [0, 0, 0, 0, 0, 0, 0, 0, 0]);
    await submit(client, me, form);
    const late = await send(client, me, form, batch(tablet, [1, 9, 1]));
    expect(late).toMatchObject({ handedIn: true, conflicts: [{ item: 9, here: 1, there: 0 }] });
    expect(late.form.answers).toEqual(form.answers);
    // What was said of harm is told all the same.
    expect(await app.sql(`select value from alert where clinic_id = $1`, [clinic.id])).toEqual([
      { value: 1 },
    ]);
    const second = await client.post(`${me}/forms`, {
      instrument: 'phq-9',
      startedAt: '2026-03-10T13:00:00Z',
    });
    expect(second.status).toBe(409);
  });

  it('date a form when it was filled in', async () => {
    const { client, me, clinic } = await aPatientAtHome();
    const begun = (
      await client.post(`${me}/forms`, { instrument: 'gad-7', startedAt: '2026-03-08T20:00:00Z' })
    ).as(ownFormSchema);
    const seven: Sent[] = Array.from({ length: 7 }, (_, index) => [index + 1, index + 1, 1]);
    const { form } = await send(client, me, begun, batch(phone, ...seven));
    const handedIn = await client.post(
      `${me}/forms/${form.id}/submit`,
      { handedInAt: '2026-03-08T20:01:30Z' },
      { ifMatch: form.version },
    );
    expect(handedIn.as(submittedOwnFormSchema).total).toBe(7);
    expect(
      await app.sql(`select on_date, seconds_taken from assessment_revision where clinic_id = $1`, [
        clinic.id,
      ]),
    ).toEqual([{ on_date: '2026-03-08', seconds_taken: 90 }]);
  });

  it('are nobody else’s to send', async () => {
    const { client, me, clinic, doctor } = await aPatientAtHome();
    const other = await aPatient(app, clinic, { team: [doctor] });
    const otherPerson = await aMember(app, clinic, ['patient'], { patientId: other.id });
    const form = await begin(client, me);
    const tried = await app
      .as(otherPerson)
      .post(`${me}/forms/${form.id}/answers`, batch(phone, [1, 9, 1]), { idempotencyKey: null });
    expect(tried.status).toBe(404);
  });
});

describe('what is said after the forms', () => {
  it('is kept once, and read by the care team', async () => {
    const { client, me, clinic, doctor, patient } = await aPatientAtHome();
    const said = {
      sessionId: null,
      sideEffects: 'not-asked',
      note: 'The second week was better.',
      writtenAt: '2026-03-10T13:58:00Z',
    };
    const key = 'note-1234567890';
    for (let time = 1; time <= 2; time += 1) {
      expect((await client.post(`${me}/check-in-notes`, said, { idempotencyKey: key })).status).toBe(204);
    }
    const read = await app.as(doctor).get(`${clinic.path}/patients/${patient.id}/check-in-notes`);
    expect(read.as(checkInNotesSchema).notes).toMatchObject([
      { note: 'The second week was better.', sideEffects: 'not-asked', sessionOn: null },
    ]);
    const stranger = await aMember(app, clinic, ['nurse']);
    expect((await app.as(stranger).get(`${clinic.path}/patients/${patient.id}/check-in-notes`)).status).toBe(
      404,
    );
    expect((await client.post(`${me}/check-in-notes`, { ...said, note: null })).status).toBe(400);
  });
});

describe('the patient’s own page', () => {
  it('says what it was, what it is, and whether the difference is beyond measurement error', async () => {
    const { client, me, clinic, doctor, patient } = await aPatientAtHome();
    const record = (total: number[], onDate: string) =>
      app.as(doctor).post(`${clinic.path}/patients/${patient.id}/assessments`, {
        instrument: 'phq-9',
        answers: total,
        difficulty: null,
        total: null,
        onDate,
        at: null,
        context: 'between',
      });
    await record([2, 2, 2, 2, 2, 2, 2, 3, 0], '2026-03-01');
    await record([1, 2, 2, 1, 1, 1, 1, 2, 0], '2026-03-09');
    const page = (await client.get(`${me}/overview`)).as(ownOverviewSchema);
    expect(page).toMatchObject({
      givenName: 'Ana',
      since: '2026-03-01',
      instruments: [
        {
          instrument: 'phq-9',
          first: { total: 17 },
          latest: { total: 11 },
          change: -6,
          beyondMeasurementError: true,
          highest: 27,
        },
      ],
      crisisLines: [{ name: '988 Lifeline' }],
    });
  });

  it('shows sessions to come and what was noted after the last one; a report can be taken back', async () => {
    const { client, me, clinic, doctor, course } = await aPatientAtHome();
    const past = await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-09' });
    await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-12' });
    const path = `${clinic.path}/sessions/${past.id}`;
    const draft = await app.as(doctor).patch(
      `${path}/draft`,
      {
        changes: [
          { path: 'dose', value: { givenMg: 42, asOrdered: true } },
          { path: 'side-effects-asked', value: 'none' },
        ],
      },
      { ifMatch: 0 },
    );
    expect(draft.status).toBe(200);
    expect((await app.as(doctor).post(`${path}/sign`, {}, { ifMatch: 1 })).status).toBe(200);
    const reported = await client.post(`${me}/side-effects`, {
      sessionId: past.id,
      code: 'nausea',
      severity: 1,
      durationMinutes: 20,
      note: null,
    });
    expect(reported.status).toBe(204);
    const page = (await client.get(`${me}/overview`)).as(ownOverviewSchema);
    expect(page.upcoming).toMatchObject([{ onDate: '2026-03-12' }]);
    expect(page.lastSession).toMatchObject({
      onDate: '2026-03-09',
      sideEffects: [{ code: 'nausea', severity: 1, durationMinutes: 20 }],
    });
    const reportId = page.lastSession?.sideEffects[0]?.reportId ?? '';
    expect((await client.post(`${me}/side-effects/${reportId}/withdraw`)).status).toBe(204);
    expect((await client.get(`${me}/overview`)).as(ownOverviewSchema).lastSession?.sideEffects).toEqual([]);
  });
});
