import {
  alertListSchema,
  handOverOfferSchema,
  kioskReturnedSchema,
  kioskSavedSchema,
  kioskSchema,
  sessionLogSchema,
  type KioskAnswers,
} from '@courseline/contracts';
import {
  aClinic,
  aCourse,
  aMember,
  aPatient,
  aPlannedSession,
  signsIn,
  withPassword,
} from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';
import { newToken } from '../access/sign-in-cookie.js';
import { newId } from '../database/ids.js';
import { RouteList } from '../http/route-list.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const PASSWORD = 'a lantern on the harbor wall';

async function aVisit() {
  const clinic = await aClinic(app);
  const doctor = await withPassword(app, await aMember(app, clinic, ['clinician']), PASSWORD);
  const nurse = await aMember(app, clinic, ['nurse']);
  const patient = await aPatient(app, clinic, { team: [doctor, nurse] });
  const course = await aCourse(app, clinic, patient, { by: doctor });
  const session = await aPlannedSession(app, clinic, course, { by: doctor });
  const path = `${clinic.path}/sessions/${session.id}`;
  return { clinic, doctor, nurse, patient, session, path };
}

/** The tablet in the patient's hands: a browser that was the doctor's. */
async function handedOver() {
  const visit = await aVisit();
  const tablet = app.as(visit.doctor);
  const answer = await tablet.post(`${visit.path}/hand-over`, undefined, { idempotencyKey: null });
  expect(answer.status).toBe(204);
  return { ...visit, tablet, handOverAnswer: answer };
}

const phq9 = (item9: number | null, changed: Partial<KioskAnswers> = {}): KioskAnswers => ({
  step: 10,
  answers: [1, 1, 1, 1, 1, 1, 1, 1, item9],
  seen: 9,
  difficulty: null,
  done: true,
  ...changed,
});
const gad7: KioskAnswers = { step: 8, answers: [1, 1, 1, 1, 1, 1, 1], seen: 7, difficulty: null, done: true };

const saves = (tablet: TestClient, instrument: string, form: KioskAnswers) =>
  tablet.put(`/api/kiosk/forms/${instrument}`, form);

const assessmentsOf = (patientId: string) =>
  app.sql<{ instrument: string; way: string; total: number; context: string }>(
    `select instrument, way, total, context from current_assessment where patient_id = $1 order by instrument`,
    [patientId],
  );

describe('handing the tablet over', () => {
  it('shows the blank forms that are due and no more of the patient than initials', async () => {
    const { tablet, handOverAnswer } = await handedOver();
    expect(handOverAnswer.headers['clear-site-data']).toBe('"cache"');
    const shown = (await tablet.get('/api/kiosk')).as(kioskSchema);
    expect(shown.instruments).toEqual(['phq-9', 'gad-7']);
    expect(shown.initials).toMatch(/^\p{L}\. \p{L}\.$/u);
  });

  it('suspends the sign-in on the server, whatever the browser still holds', async () => {
    const { doctor, clinic } = await handedOver();
    const escaped = app.as(doctor);
    expect((await escaped.get('/api/me')).status).toBe(401);
    expect((await escaped.get(`${clinic.path}/alerts`)).status).toBe(401);
  });

  it('opens two routes to the tablet and no other, with every cookie in the jar', async () => {
    const { tablet, doctor, clinic, session, patient } = await handedOver();
    const kioskToken = tablet.cookie('__Host-kiosk') ?? '';
    const escaping = { cookie: `__Host-kiosk=${kioskToken}; __Host-sid=${doctor.token}` };
    const opened: string[] = [];
    for (const { method, path, options } of app.nest.get(RouteList).routes) {
      if (options.access.kind === 'anyone') continue;
      const target = path
        .replace(':clinic', clinic.slug)
        .replace(':session', session.id)
        .replace(':patient', patient.id)
        .replace(':instrument', 'gad-7')
        .replaceAll(/:[A-Za-z]+/g, () => newId());
      for (const body of ['{}', JSON.stringify(gad7)]) {
        const { status } = await app.anonymous().send(method, target, method === 'GET' ? undefined : body, {
          headers: { ...escaping, 'content-type': options.upload ?? 'application/json' },
          ifMatch: 1,
          idempotencyKey: newId(),
        });
        if (status < 400) opened.push(`${method} ${path}`);
      }
    }
    expect([...new Set(opened)].sort()).toEqual(['GET /api/kiosk', 'PUT /api/kiosk/forms/:instrument']);
  });

  it('is not offered while the patient is sedated, nor to whom the patient is not', async () => {
    const { path, doctor, clinic } = await aVisit();
    const client = app.as(doctor);
    const changes = [
      { path: 'started-at', value: app.clock.now().toISOString() },
      { path: 'vitals/at-40-minutes/sedation', value: 4 },
      { path: 'vitals/at-40-minutes/dissociation', value: 0 },
    ];
    expect((await client.patch(`${path}/draft`, { changes }, { ifMatch: 0 })).status).toBe(200);
    expect((await client.get(`${path}/hand-over`)).as(handOverOfferSchema).hindrance).toBe('sedated');
    expect((await client.post(`${path}/hand-over`, undefined, { idempotencyKey: null })).status).toBe(409);
    expect((await client.get('/api/me')).status).toBe(200);
    const stranger = app.as(await aMember(app, clinic, ['nurse']));
    expect((await stranger.get(`${path}/hand-over`)).status).toBe(404);
    expect((await stranger.post(`${path}/hand-over`, undefined, { idempotencyKey: null })).status).toBe(404);
  });

  it('lets no guessed token in', async () => {
    await handedOver();
    const let_in: number[] = [];
    for (let guess = 0; guess < 200; guess += 1) {
      const headers = { cookie: `__Host-kiosk=${newToken()}` };
      const { status } = await app.anonymous().put('/api/kiosk/forms/gad-7', gad7, { headers });
      if (status !== 401) let_in.push(status);
    }
    expect(let_in).toEqual([]);
  });
});

describe('answering on the tablet', () => {
  it('tells staff of item 9 as soon as it is answered, the form not handed in', async () => {
    const { tablet, nurse, clinic, patient } = await handedOver();
    const saved = await saves(tablet, 'phq-9', phq9(2, { done: false }));
    expect(saved.as(kioskSavedSchema)).toEqual({ state: 'saved', instruments: ['phq-9', 'gad-7'] });
    const { alerts } = (await app.as(nurse).get(`${clinic.path}/alerts`)).as(alertListSchema);
    expect(alerts).toMatchObject([{ patientId: patient.id, rule: 'item-9', value: 2, way: 'kiosk' }]);
    await saves(tablet, 'phq-9', phq9(2, { step: 11 }));
    const again = (await app.as(nurse).get(`${clinic.path}/alerts`)).as(alertListSchema);
    expect(again.alerts).toHaveLength(1);
  });

  it('puts each form into the record once, however often and at once it is handed in', async () => {
    const { tablet, patient } = await handedOver();
    const answers = await Promise.all([
      saves(tablet, 'phq-9', phq9(0)),
      saves(tablet, 'phq-9', phq9(0)),
      saves(tablet, 'phq-9', phq9(0, { step: 3, done: false })),
    ]);
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await saves(tablet, 'phq-9', phq9(3, { step: 40 }));
    expect(await assessmentsOf(patient.id)).toEqual([
      { instrument: 'phq-9', way: 'kiosk', total: 8, context: 'before-dose' },
    ]);
  });

  it('keeps the newest step where saves come in the wrong order', async () => {
    const { tablet, patient } = await handedOver();
    await saves(tablet, 'gad-7', {
      ...gad7,
      step: 3,
      answers: [1, 1, 1, null, null, null, null],
      done: false,
    });
    await saves(tablet, 'gad-7', {
      ...gad7,
      step: 2,
      answers: [1, 1, null, null, null, null, null],
      seen: 2,
      done: false,
    });
    const [kept] = await app.sql<{ answers: (number | null)[] }>(
      `select answers from kiosk_form where patient_id = $1`,
      [patient.id],
    );
    expect(kept?.answers).toEqual([1, 1, 1, null, null, null, null]);
  });

  it('refuses answers that the form does not have, with a pointer to each', async () => {
    const { tablet, patient } = await handedOver();
    const wrong = await saves(tablet, 'gad-7', { ...gad7, answers: [1, 1, 1, 9, 1, 1, 1] });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/answers/3' }] });
    expect(
      (await saves(tablet, 'pcl-5', { ...gad7, answers: Array.from({ length: 20 }, () => 1) })).status,
    ).toBe(404);
    expect(await assessmentsOf(patient.id)).toEqual([]);
  });

  it('is over once the last form is handed in', async () => {
    const { tablet } = await handedOver();
    await saves(tablet, 'phq-9', phq9(0));
    const last = (await saves(tablet, 'gad-7', gad7)).as(kioskSavedSchema);
    expect(last).toEqual({ state: 'handed-in', instruments: [] });
    expect((await tablet.get('/api/kiosk')).status).toBe(401);
  });

  it('loses nothing that comes after the time ran out: staff take it in, or leave it out', async () => {
    const { tablet, nurse, path, patient, clinic } = await handedOver();
    await saves(tablet, 'phq-9', phq9(1, { step: 3, seen: 3, done: false }));
    app.clock.advance({ minutes: 21 });
    expect((await tablet.get('/api/kiosk')).status).toBe(401);
    expect((await saves(tablet, 'phq-9', phq9(1))).as(kioskSavedSchema).state).toBe('late');
    expect((await saves(tablet, 'gad-7', gad7)).as(kioskSavedSchema).state).toBe('late');
    expect(await assessmentsOf(patient.id)).toEqual([]);

    const team = app.as({ token: await signsIn(app, nurse.accountId, 'staff') });
    const { alerts } = (await team.get(`${clinic.path}/alerts`)).as(alertListSchema);
    expect(alerts).toMatchObject([{ rule: 'item-9', value: 1 }]);
    const { lateForms } = (await team.get(`${path}/hand-over`)).as(handOverOfferSchema);
    expect(lateForms.map(({ instrument }) => instrument)).toEqual(['phq-9', 'gad-7']);
    const [first, second] = lateForms;
    const decide = (id: string | undefined, keep: boolean) =>
      team.post(`${path}/hand-over/late-forms/${id}`, { keep });
    expect((await decide(first?.id, true)).status).toBe(204);
    expect((await decide(second?.id, false)).status).toBe(204);
    expect((await decide(second?.id, true)).status).toBe(404);
    expect(await assessmentsOf(patient.id)).toEqual([
      { instrument: 'phq-9', way: 'kiosk', total: 9, context: 'before-dose' },
    ]);
    expect((await team.get(`${clinic.path}/alerts`)).as(alertListSchema).alerts).toHaveLength(1);
  });

  it('keeps late answers closed to whoever reads the database', async () => {
    const { tablet } = await handedOver();
    app.clock.advance({ minutes: 21 });
    await saves(tablet, 'gad-7', gad7);
    const [late] = await app.sql<{ sealed: Buffer }>(
      `select sealed from kiosk_late_form order by received_at desc, id desc limit 1`,
    );
    expect(late?.sealed.toString('latin1')).not.toContain('answers');
  });
});

describe('taking the tablet back', () => {
  it('needs the password of whoever handed it over, and lands on the session with the scores in it', async () => {
    const { tablet, doctor, clinic, session, path } = await handedOver();
    await saves(tablet, 'phq-9', phq9(0));
    const wrong = await tablet.post(
      '/api/kiosk/return',
      { password: 'a guess at the password' },
      { idempotencyKey: null },
    );
    expect(wrong.status).toBe(401);
    expect((await tablet.get(`${path}/log`)).status).toBe(401);
    const back = await tablet.post('/api/kiosk/return', { password: PASSWORD }, { idempotencyKey: null });
    expect(back.as(kioskReturnedSchema)).toEqual({ clinic: clinic.slug, sessionId: session.id });
    expect(tablet.cookie('__Host-kiosk')).toBeUndefined();
    const log = (await tablet.get(`${path}/log`)).as(sessionLogSchema);
    expect(log.instruments.find(({ instrument }) => instrument === 'phq-9')).toMatchObject({
      due: false,
      answered: { total: 8, way: 'kiosk' },
    });
    expect((await app.as(doctor).get('/api/me')).status).toBe(401);
  });

  it('opens nothing without the cookie of the tablet, or twice', async () => {
    const { tablet } = await handedOver();
    const token = tablet.cookie('__Host-kiosk') ?? '';
    const returns = (client: TestClient, headers = {}) =>
      client.post('/api/kiosk/return', { password: PASSWORD }, { idempotencyKey: null, headers });
    expect((await returns(app.anonymous())).status).toBe(401);
    expect((await returns(tablet)).status).toBe(200);
    expect((await returns(app.anonymous(), { cookie: `__Host-kiosk=${token}` })).status).toBe(401);
  });
});
