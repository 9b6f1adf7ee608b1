import {
  invitedStaffSchema,
  issuedLinkSchema,
  meSchema,
  staffListSchema,
  type StaffMember,
} from '@courseline/contracts';
import { aClinic, aMember, joins, withPassword, type TestClinic } from '../../test/builders/index.js';
import { startMailCatcher, type MailCatcher } from '../../test/mail-catcher.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import type { Answer, TestClient } from '../../test/test-client.js';
import { Mailer } from '../letters/mailer.js';

const password = 'vexing otter plaid summit';

let mail: MailCatcher;
let app: TestApp;
let clinic: TestClinic;
let administrator: SignedIn;
let office: TestClient;

beforeAll(async () => {
  mail = await startMailCatcher();
  app = await startTestApp({ settings: { mail: { smtpUrl: mail.url, from: 'clinic@example.org' } } });
});
afterAll(async () => {
  await app.close();
  await mail.stop();
});
beforeEach(async () => {
  app.clock.advance({ days: 2 });
  clinic = await aClinic(app);
  administrator = await aMember(app, clinic, ['administrator']);
  office = app.as(administrator);
});

const tokenOf = (url: string): string => new URL(url).hash.slice(1);
const redeem = (token: string, given?: string): Promise<Answer> =>
  app.anonymous().post('/api/links/redeem', given === undefined ? { token } : { token, password: given });

async function invite(
  email: string,
  roles: readonly string[] = ['nurse'],
): Promise<{ token: string; member: StaffMember; mail: string }> {
  const answer = await office.post(`${clinic.path}/staff`, { email, name: 'Sam Lee', roles });
  const { link, member } = answer.as(invitedStaffSchema);
  return { token: tokenOf(link.url), member, mail: link.mail };
}

async function staffMember(accountId: string): Promise<StaffMember> {
  const { staff } = (await office.get(`${clinic.path}/staff`)).as(staffListSchema);
  return staff.find((one) => one.accountId === accountId)!;
}

describe('an invitation', () => {
  it('is used once, however many try at the same time', async () => {
    const { token, member } = await invite('crowd@example.org');
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(token, password)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter(({ status: one }) => one !== 200)) {
      expect({ status, body }).toMatchObject({ status: 404, body: { code: 'link-not-valid' } });
    }
    const rows = await app.sql(`select from sign_in where account_id = $1`, [member.accountId]);
    expect(rows).toHaveLength(1);
    expect((await redeem(token, password)).status).toBe(404);
  });

  it('can be looked at without being used, and opens nothing before', async () => {
    const { token, member } = await invite('look@example.org');
    for (let time = 0; time < 3; time += 1) {
      expect((await app.anonymous().post('/api/links/look', { token })).status).toBe(200);
    }
    expect(member.state).toBe('invited');
    expect((await redeem(token, password)).status).toBe(200);
    expect((await staffMember(member.accountId)).state).toBe('active');
  });

  it('ends after 72 hours, and when a newer one is made', async () => {
    const first = await invite('late@example.org');
    const renewed = await office.post(`${clinic.path}/staff/${first.member.accountId}/link`);
    expect((await redeem(first.token, password)).status).toBe(404);
    app.clock.advance({ hours: 72 });
    expect((await redeem(tokenOf(renewed.as(issuedLinkSchema).url), password)).status).toBe(404);
  });

  it('is not used up by a password that is refused or missing', async () => {
    const { token } = await invite('again@example.org');
    expect(await redeem(token, 'passwordpassword')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/password' }] },
    });
    expect(await redeem(token)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/password' }] } });
    expect((await redeem(token, password)).status).toBe(200);
  });

  it('to whoever has an account already asks for no password and signs nobody in', async () => {
    const elsewhere = await aClinic(app);
    const known = await withPassword(app, await aMember(app, elsewhere, ['clinician']), password);
    const { token } = await invite(known.email);
    expect(await redeem(token, 'another long sentence here')).toMatchObject({ status: 400 });
    const answer = await redeem(token);
    expect(answer).toMatchObject({ status: 200, body: { signedIn: false, email: known.email } });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    const browser = app.anonymous();
    const me = (await browser.post('/api/sign-in', { email: known.email, password })).as(meSchema);
    expect(me.clinics.map(({ roles }) => roles)).toEqual(expect.arrayContaining([['clinician'], ['nurse']]));
  });

  it('is refused for whoever belongs to the clinic already', async () => {
    await invite('twice@example.org');
    const again = await office.post(`${clinic.path}/staff`, {
      email: 'TWICE@example.org',
      name: 'Sam',
      roles: ['nurse'],
    });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'already-exists', errors: [{ pointer: '/email' }] },
    });
  });

  it.each(['', 'a'.repeat(42), 'a'.repeat(43)])('is not the secret "%s"', async (token) => {
    expect([400, 404]).toContain((await redeem(token, password)).status);
  });

  it('is stored as a digest', async () => {
    const { token } = await invite('digest@example.org');
    const rows = await app.sql(`select * from one_time_link`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('mail', () => {
  it('takes the link to the person, and says nothing of why', async () => {
    const { token, mail: posted } = await invite('post@example.org');
    expect(posted).toBe('sent');
    const letter = mail.letters.find(({ to }) => to.includes('post@example.org'));
    expect(letter?.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(`/link#${token}`);
    expect(letter?.raw).toMatch(/From: clinic@example\.org/);
    expect(letter?.raw).not.toMatch(/ketamine|nurse|patient/i);
  });

  it('of a forgotten password goes to those who have an account, and the answer tells nobody', async () => {
    const known = await withPassword(app, await aMember(app, clinic, ['nurse']), password);
    const ask = (email: string) => app.anonymous().post('/api/sign-in/forgotten', { email });
    const [answer, other] = [await ask(known.email), await ask('nobody@example.org')];
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect([other.status, other.text]).toEqual([204, '']);
    await app.nest.get(Mailer).settled();
    expect(mail.letters.filter(({ to }) => to.includes('nobody@example.org'))).toHaveLength(0);
    const letter = mail.letters.find(({ to }) => to.includes(known.email));
    const token = /\/link#([A-Za-z0-9_-]{43})/.exec(letter?.raw.replaceAll('=\r\n', '') ?? '')?.[1] ?? '';
    const next = 'seven grey umbrellas hum';
    expect(await redeem(token, next)).toMatchObject({ status: 200, body: { signedIn: true } });
    expect((await app.as(known).get('/api/me')).status).toBe(401);
    expect((await app.anonymous().post('/api/sign-in', { email: known.email, password: next })).status).toBe(
      200,
    );
  });

  it('cannot be used to fill somebody’s box', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      statuses.push(
        (await app.anonymous().post('/api/sign-in/forgotten', { email: 'box@example.org' })).status,
      );
    }
    expect(statuses).toEqual([204, 204, 204, 429]);
  });

  it('that fails is said, and the link is there all the same', async () => {
    mail.refuse();
    const { token, mail: posted } = await invite('failed@example.org');
    expect(posted).toBe('failed');
    expect((await redeem(token, password)).status).toBe(200);
  });
});

describe('staff', () => {
  const put = (accountId: string, roles: readonly string[], ifMatch: number) =>
    office.put(`${clinic.path}/staff/${accountId}/roles`, { roles }, { ifMatch });

  it('get other roles, from the version that was looked at', async () => {
    const nurse = await aMember(app, clinic, ['nurse']);
    expect(await put(nurse.accountId, ['clinician'], 1)).toMatchObject({
      status: 200,
      body: { roles: ['clinician'], version: 2 },
    });
    expect(await put(nurse.accountId, ['director'], 1)).toMatchObject({
      status: 412,
      body: { code: 'version-conflict', version: 2 },
    });
    expect(
      (await office.put(`${clinic.path}/staff/${nurse.accountId}/roles`, { roles: ['nurse'] })).status,
    ).toBe(428);
    const me = (await app.as(nurse).get('/api/me')).as(meSchema);
    expect(me.clinics[0]?.roles).toEqual(['clinician']);
  });

  it('leave: signed out at once, with no way back but a new invitation', async () => {
    const nurse = await withPassword(app, await aMember(app, clinic, ['nurse']), password);
    const left = await office.post(`${clinic.path}/staff/${nurse.accountId}/leave`, undefined, {
      ifMatch: 1,
    });
    expect(left).toMatchObject({ status: 200, body: { state: 'left' } });
    expect((await app.as(nurse).get('/api/me')).status).toBe(401);
    expect((await app.anonymous().post('/api/sign-in', { email: nurse.email, password })).status).toBe(401);
    expect((await office.post(`${clinic.path}/staff/${nurse.accountId}/link`)).status).toBe(404);
    expect((await invite(nurse.email, ['clinician'])).member).toMatchObject({
      accountId: nurse.accountId,
      state: 'invited',
    });
  });

  it('always have an administrator, even when two take each other out at once', async () => {
    const { accountId } = administrator;
    const leave = (browser: TestClient, id: string) =>
      browser.post(`${clinic.path}/staff/${id}/leave`, undefined, { ifMatch: 1 });
    expect(await put(accountId, ['director'], 1)).toMatchObject({
      status: 409,
      body: { code: 'last-administrator' },
    });
    expect(await leave(office, accountId)).toMatchObject({ status: 409, body: { code: 'conflict' } });
    const second = await aMember(app, clinic, ['administrator']);
    const gone = await Promise.all([leave(office, second.accountId), leave(app.as(second), accountId)]);
    expect(gone.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await app.sql(
      `select state from membership where clinic_id = $1 and 'administrator' = any (roles) order by state`,
      [clinic.id],
    );
    expect(left).toEqual([{ state: 'active' }, { state: 'left' }]);
  });

  it('are changed and that is in the audit, or neither', async () => {
    const nurse = await aMember(app, clinic, ['nurse']);
    await office.post(`${clinic.path}/staff/${nurse.accountId}/leave`, undefined, { ifMatch: 1 });
    const rows = await app.sql(
      `select outcome from audit_event where clinic_id = $1 and action like 'POST%leave'`,
      [clinic.id],
    );
    expect(rows).toEqual([{ outcome: 'done' }]);
  });

  it('of two clinics cannot be taken over by one of them', async () => {
    const both = await withPassword(app, await aMember(app, clinic, ['nurse']), password);
    await joins(app, await aClinic(app), { accountId: both.accountId, name: 'Both', roles: ['clinician'] });
    expect(await office.post(`${clinic.path}/staff/${both.accountId}/link`)).toMatchObject({
      status: 409,
      body: { code: 'belongs-to-several-clinics' },
    });
  });

  it('of another clinic are not there', async () => {
    const stranger = await aMember(app, await aClinic(app), ['nurse']);
    expect((await put(stranger.accountId, ['director'], 1)).status).toBe(404);
    expect((await office.post(`${clinic.path}/staff/${stranger.accountId}/link`)).status).toBe(404);
    const { staff } = (await office.get(`${clinic.path}/staff`)).as(staffListSchema);
    expect(staff.map(({ accountId }) => accountId)).toEqual([administrator.accountId]);
  });
});

describe('the settings of a clinic', () => {
  it('are changed from the version that was looked at', async () => {
    const { body } = await office.get(`${clinic.path}/settings`);
    const { id: _id, slug: _slug, version: _version, ...settings } = body as Record<string, unknown>;
    const change = { ...settings, name: 'Harbour North', timeZone: 'Europe/Berlin', openToClinicians: true };
    const path = `${clinic.path}/settings`;
    expect(await office.put(path, change, { ifMatch: 1 })).toMatchObject({
      status: 200,
      body: { ...change, version: 2 },
    });
    expect(await office.put(path, change, { ifMatch: 1 })).toMatchObject({
      status: 412,
      body: { version: 2 },
    });
    expect(await office.put(path, { ...change, crisisLines: [] }, { ifMatch: 2 })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/crisisLines' }] },
    });
    expect(await office.put(path, { ...change, slug: 'mine' }, { ifMatch: 2 })).toMatchObject({
      status: 400,
    });
  });
});
