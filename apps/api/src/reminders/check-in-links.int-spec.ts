import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkInLinkSchema,
  linkSchema,
  mailboxSchema,
  meSchema,
  ownFormSchema,
  ownOverviewSchema,
  remindersSchema,
} from '@courseline/contracts';
import {
  aClinic,
  aCourse,
  aMember,
  aPatient,
  signsIn,
  type TestClinic,
  type TestPatient,
} from '../../test/builders/index.js';
import { openByCheckIn } from '../../test/route-access.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import type { Answer, TestClient } from '../../test/test-client.js';
import { newToken } from '../access/sign-in-cookie.js';
import { newId } from '../database/ids.js';
import { RouteList } from '../http/route-list.js';
import { Deliveries } from '../letters/deliveries.js';

let dataDir: string;
let app: TestApp;
let clinic: TestClinic;
let nurse: SignedIn;
let patient: TestPatient;
let person: SignedIn;
let path: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'courseline-mailbox-'));
  app = await startTestApp({ settings: { demo: true, dataDir } });
});
afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  clinic = await aClinic(app, { name: 'Harbour Clinic' });
  nurse = await aMember(app, clinic, ['nurse']);
  patient = await aPatient(app, clinic, { team: [nurse] });
  person = await aMember(app, clinic, ['patient'], { patientId: patient.id });
  await aCourse(app, clinic, patient, { by: nurse });
  path = `${clinic.path}/patients/${patient.id}`;
});

const tokenIn = (text: string): string => /\/link#([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '';
const link = async (by: SignedIn = nurse): Promise<string> =>
  tokenIn((await app.as(by).post(`${path}/check-in-link`)).as(checkInLinkSchema).url);
const redeem = (token: string, browser: TestClient = app.anonymous()): Promise<Answer> =>
  browser.post('/api/links/redeem', { token });
async function atHome(): Promise<TestClient> {
  const browser = app.anonymous();
  expect((await redeem(await link(), browser)).status).toBe(200);
  return browser;
}
const local = { headers: { host: 'localhost:3000' } };
const letters = async () => (await app.anonymous().get('/api/mailbox', local)).as(mailboxSchema).letters;

describe('a link to a check-in', () => {
  it('is used once, however many try at the same time', async () => {
    const token = await link();
    const rush = await Promise.all(Array.from({ length: 50 }, () => redeem(token)));
    // Where the machine is busy, some are told so; whoever comes after the rush may be the one.
    const answers = [...rush, await redeem(token)];
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const told = answers.filter(({ status }) => status !== 200 && status !== 503);
    expect(new Set(told.map(({ status, body }) => `${status} ${(body as { code: string }).code}`))).toEqual(
      new Set(['404 link-not-valid']),
    );
    const signIns = await app.sql(
      `select reach, clinic_id from sign_in where account_id = $1 and reach = 'check-in'`,
      [person.accountId],
    );
    expect(signIns).toEqual([{ reach: 'check-in', clinic_id: clinic.id }]);
  });

  it('is not used up by whoever looks at it, and shows nothing of the person', async () => {
    const token = await link();
    for (let time = 0; time < 3; time += 1) {
      expect((await app.anonymous().post('/api/links/look', { token })).as(linkSchema)).toMatchObject({
        purpose: 'check-in',
        email: null,
        name: null,
        clinicName: 'Harbour Clinic',
        needsPassword: false,
      });
    }
    expect((await app.anonymous().get(`/link`)).status).not.toBe(500);
    expect(await redeem(token)).toMatchObject({
      status: 200,
      body: { signedIn: true, email: null, clinic: clinic.slug },
    });
  });

  it('tells of a secret that nobody made what it tells of one that was used, is old, or was replaced', async () => {
    const used = await link();
    await redeem(used);
    const replaced = await link();
    const old = await link();
    app.clock.advance({ hours: 48 });
    const answers = await Promise.all(
      [newToken(), used, replaced, old].flatMap((token) => [
        redeem(token),
        app.anonymous().post('/api/links/look', { token }),
      ]),
    );
    const told = answers.map(({ status, body }) => ({ status, body: { ...(body as object), instance: '' } }));
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(told[0]?.status).toBe(404);
  });

  it('works until 48 hours after it was made', async () => {
    const token = await link();
    app.clock.advance({ hours: 47, minutes: 59 });
    expect((await redeem(token)).status).toBe(200);
  });

  it('is worth nothing once the patient’s access is withdrawn or the account disabled', async () => {
    const first = await link();
    await app.sql(`update account set disabled_at = now() where id = $1`, [person.accountId]);
    expect((await redeem(first)).status).toBe(404);
    await app.sql(`update account set disabled_at = null where id = $1`, [person.accountId]);
    const second = await link();
    expect((await app.as(nurse).post(`${path}/access/withdraw`)).status).toBe(200);
    expect((await redeem(second)).status).toBe(404);
  });

  it('is stored as a digest, and sets no password', async () => {
    const token = await link();
    expect(JSON.stringify(await app.sql(`select * from one_time_link`))).not.toContain(token);
    const answer = await app
      .anonymous()
      .post('/api/links/redeem', { token, password: 'vexing otter plaid summit' });
    expect(answer.status).toBe(400);
    expect((await redeem(token)).status).toBe(200);
  });
});

describe('who came by such a link', () => {
  it('answers what is due, and sees no score', async () => {
    const browser = await atHome();
    const me = `${clinic.path}/me`;
    expect((await browser.get('/api/me')).as(meSchema)).toMatchObject({
      byCheckIn: true,
      clinics: [{ slug: clinic.slug }],
    });
    const [form] = (await browser.get(`${me}/overview`)).as(ownOverviewSchema).due;
    expect(form).toBeDefined();
    expect((await browser.post(`${me}/forms`, { instrument: 'pcl-5' })).status).toBe(403);
    let open = (await browser.post(`${me}/forms`, { instrument: 'phq-9' })).as(ownFormSchema);
    for (let item = 1; item <= 9; item += 1) {
      open = (
        await browser.patch(`${me}/forms/${open.id}`, { item, answer: 1 }, { ifMatch: open.version })
      ).as(ownFormSchema);
    }
    const sent = await browser.post(`${me}/forms/${open.id}/submit`, undefined, { ifMatch: open.version });
    expect(sent.status).toBe(200);
    const overview = (await browser.get(`${me}/overview`)).as(ownOverviewSchema);
    expect(overview).toMatchObject({ instruments: [], upcoming: [], since: null, riskAnswer: null });
    const whole = (await app.as(person).get(`${me}/overview`)).as(ownOverviewSchema);
    expect(whole.instruments).toMatchObject([{ instrument: 'phq-9', latest: { total: 9 } }]);
    expect(whole.riskAnswer).not.toBeNull();
  });

  it('reaches the routes that are written down for it and no other', async () => {
    const browser = await atHome();
    const wrong: string[] = [];
    for (const { method, path: route, options } of app.nest.get(RouteList).routes) {
      if (options.access.kind === 'anyone') continue;
      const address = route.replace(':clinic', clinic.slug).replaceAll(/:[A-Za-z]+/g, () => newId());
      const body = ['GET', 'HEAD'].includes(method) ? undefined : '{}';
      const headers = { 'content-type': options.upload ?? 'application/json' };
      const { status } = await browser.send(method, address, body, body === undefined ? {} : { headers });
      const isOpen = openByCheckIn.has(`${method} ${route}`);
      if (isOpen === [401, 403].includes(status)) wrong.push(`${method} ${route}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is nobody in another clinic of the same person, nor where the person is staff', async () => {
    const elsewhere = await aClinic(app);
    await app.sql(
      `insert into membership (clinic_id, account_id, roles, state, version, changed_at) values ($1, $2, '{clinician}', 'active', 1, now())`,
      [elsewhere.id, person.accountId],
    );
    const browser = await atHome();
    expect((await browser.get(`${elsewhere.path}/settings`)).status).toBe(404);
    expect((await browser.get('/api/me')).as(meSchema).clinics).toHaveLength(1);
  });

  it('is signed out after half an hour without activity, and after two hours', async () => {
    const browser = await atHome();
    app.clock.advance({ minutes: 30 });
    expect((await browser.get('/api/me')).status).toBe(401);
    nurse = { ...nurse, token: await signsIn(app, nurse.accountId, 'staff') };
    const busy = await atHome();
    for (let time = 0; time < 5; time += 1) {
      expect((await busy.post('/api/me/activity')).status).toBe(204);
      app.clock.advance({ minutes: 24 });
    }
    expect((await busy.get('/api/me')).status).toBe(401);
  });
});

describe('staff', () => {
  it('send a link, which is in the mailbox of the demo with no word of why', async () => {
    const answer = (await app.as(nurse).post(`${path}/check-in-letters`)).as(remindersSchema);
    expect(answer).toMatchObject({
      canBeSent: true,
      channel: 'email',
      reminders: [{ state: 'queued', askedBy: { accountId: nurse.accountId } }],
    });
    await app.nest.get(Deliveries).deliver(clinic.id);
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: person.email, subject: 'A few questions from Harbour Clinic' });
    expect(letter?.text).not.toMatch(/ketamine|depress|phq|score|session|Ana|Rivera|patient/i);
    expect((await redeem(tokenIn(letter?.text ?? ''))).status).toBe(200);
    expect((await app.as(nurse).get(`${path}/reminders`)).as(remindersSchema).reminders).toMatchObject([
      { state: 'sent' },
    ]);
  });

  it('send nothing to a patient without access, or whom they do not treat', async () => {
    const other = await aPatient(app, clinic, { team: [nurse] });
    const theirs = `${clinic.path}/patients/${other.id}`;
    expect(await app.as(nurse).post(`${theirs}/check-in-letters`)).toMatchObject({ status: 409 });
    expect(await app.as(nurse).post(`${theirs}/check-in-link`)).toMatchObject({ status: 409 });
    const colleague = await aMember(app, clinic, ['nurse']);
    for (const deed of ['check-in-letters', 'check-in-link']) {
      expect((await app.as(colleague).post(`${path}/${deed}`)).status).toBe(404);
    }
    expect((await app.as(colleague).get(`${path}/reminders`)).status).toBe(404);
  });

  it('say how a patient is reminded, and so does the patient', async () => {
    const choose = (channel: string) => app.as(nurse).post(`${path}/reminder-choices`, { channel });
    expect((await choose('none')).as(remindersSchema).channel).toBe('none');
    expect((await app.as(person).post(`${clinic.path}/me/reminder-choices`, { channel: 'sms' })).status).toBe(
      204,
    );
    expect((await app.as(nurse).get(`${path}/reminders`)).as(remindersSchema).channel).toBe('sms');
  });

  it('who run the clinic say when reminders go out', async () => {
    const office = app.as(await aMember(app, clinic, ['administrator']));
    const settings = `${clinic.path}/reminder-settings`;
    expect((await office.get(settings)).body).toEqual({
      on: true,
      from: '08:00',
      until: '21:00',
      each: 2,
      version: 1,
    });
    const change = { on: false, from: '09:30', until: '20:00', each: 1 };
    expect(await office.put(settings, change, { ifMatch: 1 })).toMatchObject({
      status: 200,
      body: { ...change, version: 2 },
    });
    expect((await office.put(settings, change, { ifMatch: 1 })).status).toBe(412);
    expect((await office.put(settings, { ...change, until: '09:30' }, { ifMatch: 2 })).status).toBe(400);
  });
});

describe('the mailbox', () => {
  it('answers on this machine only', async () => {
    for (const host of ['clinic.example.org', 'localhost.example.org', 'evil.example:3000']) {
      expect((await app.anonymous().get('/api/mailbox', { headers: { host } })).status).toBe(404);
    }
    expect((await app.anonymous().get('/api/mailbox', local)).status).toBe(200);
  });
});
