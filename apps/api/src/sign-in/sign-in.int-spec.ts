import { meSchema, problemSchema } from '@courseline/contracts';
import {
  aClinic,
  aMember,
  aPatient,
  signsIn,
  withPassword,
  type TestClinic,
} from '../../test/builders/index.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import type { Answer, TestClient } from '../../test/test-client.js';

const password = 'copper lantern walks slowly';

let app: TestApp;
let clinic: TestClinic;
let member: SignedIn;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  // A day later, nothing of the last test's attempts counts any more.
  app.clock.advance({ days: 2 });
  clinic = await aClinic(app);
  member = await withPassword(app, await aMember(app, clinic, ['clinician']), password);
});

let lastHost = 0;
/** Somewhere on the net that nobody has been before. */
const somewhere = (): string => `203.0.${Math.floor((lastHost += 1) / 250)}.${lastHost % 250}`;

function signIn(
  email: string,
  given: string,
  { from = somewhere(), browser = app.anonymous() }: { from?: string; browser?: TestClient } = {},
): Promise<Answer> {
  return browser.post('/api/sign-in', { email, password: given }, { headers: { 'x-forwarded-for': from } });
}

describe('signing in', () => {
  it('gives a cookie that only this site, only over TLS and no script can use', async () => {
    const answer = await signIn(member.email, password);
    expect(answer.as(meSchema)).toMatchObject({
      accountId: member.accountId,
      clinics: [{ slug: clinic.slug, roles: ['clinician'] }],
      idleMinutes: 15,
      endsAt: new Date(app.clock.now().getTime() + 12 * 3_600_000).toISOString(),
    });
    const cookies = [answer.headers['set-cookie']].flat();
    expect(cookies[0]).toMatch(/^__Host-sid=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect(answer.text).not.toContain('token');
  });

  it('stores of the secret only what cannot be turned back into it', async () => {
    const browser = app.anonymous();
    await signIn(member.email, password, { browser });
    const token = browser.cookie('__Host-sid') ?? '';
    const rows = await app.sql(
      `select encode(token_hash, 'escape') as t from sign_in where account_id = $1`,
      [member.accountId],
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('takes the password however its letters were typed, and the address in any case', async () => {
    await withPassword(app, member, 'café film lantern'.normalize('NFKC'));
    expect((await signIn(` ${member.email.toUpperCase()} `, 'cafe\u0301 ﬁlm lantern')).status).toBe(200);
  });

  it('ends the sign-in that the browser had before', async () => {
    const browser = app.as(member);
    await signIn(member.email, password, { browser });
    expect(browser.cookie('__Host-sid')).not.toBe(member.token);
    expect((await browser.get('/api/me')).status).toBe(200);
    expect((await app.as(member).get('/api/me')).status).toBe(401);
  });

  it('tells whoever fails the same, whatever the reason', async () => {
    const without = await aMember(app, clinic, ['nurse']);
    const disabled = await withPassword(app, await aMember(app, clinic, ['nurse']), password);
    await app.sql(`update account set disabled_at = now() where id = $1`, [disabled.accountId]);
    const left = await withPassword(app, await aMember(app, clinic, ['nurse'], { state: 'left' }), password);
    const invited = await withPassword(
      app,
      await aMember(app, clinic, ['nurse'], { state: 'invited' }),
      password,
    );
    const answers = [
      await signIn(member.email, `${password}!`),
      await signIn('nobody@example.org', password),
      ...(await Promise.all([without, disabled, left, invited].map(({ email }) => signIn(email, password)))),
    ];
    const shown = answers.map(({ status, body, headers }) => ({
      status,
      body: { ...(body as object), instance: '' },
      headers: { ...headers, date: '' },
    }));
    for (const one of shown) expect(one).toEqual(shown[0]);
    expect(shown[0]).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });
    expect(shown[0]?.headers).not.toHaveProperty('set-cookie');
  });
});

describe('guessing', () => {
  const waitOf = (answer: Answer): number => answer.as(problemSchema).retryAfterSeconds ?? 0;

  it('waits longer each time after five, from wherever', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1)
      statuses.push((await signIn(member.email, `wrong ${guess}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    app.clock.advance({ seconds: 1 });
    expect((await signIn(member.email, 'wrong')).status).toBe(401);
    const wait = await signIn(member.email, password);
    expect(wait).toMatchObject({
      status: 429,
      body: { code: 'too-many-requests' },
      headers: { 'retry-after': '2' },
    });
    expect(waitOf(wait)).toBe(2);
    app.clock.advance({ seconds: 2 });
    expect((await signIn(member.email, password)).status).toBe(200);
    expect((await signIn(member.email, 'wrong')).status).toBe(401);
  });

  it('is counted alike for an address that has no account', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1)
      statuses.push((await signIn('ghost@example.org', 'wrong')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('does not get through in a crowd', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => signIn(member.email, 'wrong')));
    const evaluated = answers.filter(({ status }) => status === 401);
    expect(evaluated).toHaveLength(5);
  });

  it('at many accounts from one network is stopped, however many addresses it has', async () => {
    const evaluated: number[] = [];
    for (let guess = 0; guess < 40; guess += 1) {
      const { status } = await signIn(`victim${guess}@example.org`, 'wrong', {
        from: `2001:db8:5:5::${guess + 1}`,
      });
      if (status === 401) evaluated.push(guess);
    }
    expect(evaluated).toHaveLength(30);
    expect((await signIn(member.email, password, { from: '2001:db8:5:6::1' })).status).toBe(200);
  });

  it('cannot keep the owner out of a browser that was signed in before', async () => {
    const own = app.anonymous();
    expect((await signIn(member.email, password, { browser: own })).status).toBe(200);
    for (let guess = 0; guess < 8; guess += 1) await signIn(member.email, 'wrong');
    expect((await signIn(member.email, password)).status).toBe(429);
    expect((await signIn(member.email, password, { browser: own })).status).toBe(200);
    const colleague = await withPassword(app, await aMember(app, clinic, ['nurse']), password);
    for (let guess = 0; guess < 8; guess += 1) await signIn(colleague.email, 'wrong', { browser: own });
    expect((await signIn(colleague.email, password, { browser: own })).status).toBe(429);
  });

  it('is written down', async () => {
    await signIn(member.email, 'wrong');
    await signIn(member.email, password);
    const rows = await app.sql(`select action from identity_event where account_id = $1 order by id`, [
      member.accountId,
    ]);
    expect(rows).toEqual([{ action: 'sign-in-refused' }, { action: 'signed-in' }]);
  });
});

describe('a sign-in', () => {
  it('ends after 15 minutes without activity, and not before', async () => {
    const browser = app.as(member);
    for (let quarter = 0; quarter < 3; quarter += 1) {
      app.clock.advance({ minutes: 14 });
      expect((await browser.get(`${clinic.path}/settings`)).status).toBe(200);
    }
    app.clock.advance({ minutes: 15 });
    expect(await browser.get(`${clinic.path}/settings`)).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
  });

  it('is not kept alive by what a page asks on its own, nor by requests that are refused', async () => {
    const browser = app.as(member);
    app.clock.advance({ minutes: 10 });
    expect((await browser.get('/api/me')).status).toBe(200);
    expect((await browser.get(`${clinic.path}/staff`)).status).toBe(403);
    app.clock.advance({ minutes: 5 });
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  it('is kept alive by somebody who types', async () => {
    const browser = app.as(member);
    app.clock.advance({ minutes: 10 });
    expect((await browser.post('/api/me/activity')).status).toBe(204);
    app.clock.advance({ minutes: 14 });
    expect((await browser.get('/api/me')).status).toBe(200);
  });

  it('ends after 12 hours whatever happens, and a clock set back does not revive it', async () => {
    const browser = app.as(member);
    for (let step = 0; step < 71; step += 1) {
      app.clock.advance({ minutes: 10 });
      expect((await browser.post('/api/me/activity')).status).toBe(204);
    }
    app.clock.advance({ minutes: 10 });
    expect((await browser.post('/api/me/activity')).status).toBe(401);
  });

  it('of a patient lives 30 minutes and a day', async () => {
    const { id: patientId } = await aPatient(app, clinic, { team: [member] });
    const patient = await withPassword(app, await aMember(app, clinic, ['patient'], { patientId }), password);
    const browser = app.anonymous();
    const me = (await signIn(patient.email, password, { browser })).as(meSchema);
    expect(me).toMatchObject({ idleMinutes: 30, clinics: [{ patientId }] });
    app.clock.advance({ minutes: 29 });
    expect((await browser.get('/api/me')).status).toBe(200);
    app.clock.advance({ minutes: 1 });
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  it('ends when one signs out, on the server too', async () => {
    const browser = app.as(member);
    expect((await browser.post('/api/sign-out')).status).toBe(204);
    expect(browser.cookie('__Host-sid')).toBeUndefined();
    expect((await app.as(member).get('/api/me')).status).toBe(401);
    expect((await app.anonymous().post('/api/sign-out')).status).toBe(204);
  });

  it.each(['', 'x', 'a b', 'a'.repeat(43)])('is not the cookie "%s"', async (token) => {
    expect((await app.as({ token }).get('/api/me')).status).toBe(401);
  });

  it('is none when two cookies say it', async () => {
    const cookie = `__Host-sid=${member.token}; __Host-sid=${'a'.repeat(43)}`;
    expect((await app.anonymous().get('/api/me', { headers: { cookie } })).status).toBe(401);
  });
});

describe('a new password', () => {
  const change = (browser: TestClient, currentPassword: string, newPassword: string) =>
    browser.post('/api/me/password', { currentPassword, newPassword });

  it('needs the current one, ends the other sign-ins and lets in from then on', async () => {
    const elsewhere = await signsIn(app, member.accountId, 'staff');
    const browser = app.as(member);
    const next = 'vexing otter plaid summit';
    expect(await change(browser, 'not this one at all', next)).toMatchObject({
      status: 422,
      body: { code: 'password-refused', errors: [{ pointer: '/currentPassword' }] },
    });
    expect((await change(browser, password, next)).status).toBe(204);
    expect((await browser.get('/api/me')).status).toBe(200);
    expect((await app.as({ token: elsewhere }).get('/api/me')).status).toBe(401);
    expect((await signIn(member.email, password)).status).toBe(401);
    expect((await signIn(member.email, next)).status).toBe(200);
    const [stored] = await app.sql<{ password_hash: string }>(
      `select password_hash from account where id = $1`,
      [member.accountId],
    );
    expect(stored?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it.each(['short', 'passwordpassword1', 'harbour clinic 2026'])('is not %s', async (next) => {
    const answer = await change(app.as(member), password, next);
    expect([400, 422]).toContain(answer.status);
    expect(answer.as(problemSchema).errors?.[0]?.pointer).toBe('/newPassword');
  });

  it('is not found by trying the current one over and over', async () => {
    const statuses: number[] = [];
    const browser = app.as(member);
    for (let guess = 0; guess < 6; guess += 1)
      statuses.push((await change(browser, `wrong ${guess}`, 'vexing otter plaid summit')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});
