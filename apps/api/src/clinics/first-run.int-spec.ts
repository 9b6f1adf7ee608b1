import { firstRunAnswerSchema, invitedStaffSchema, linkSchema, meSchema } from '@courseline/contracts';
import { startTestApp, type TestApp } from '../../test/test-app.js';
import { FirstRuns } from './first-run.service.js';

const clinic = {
  slug: 'harbour',
  name: 'Harbour Clinic',
  timeZone: 'America/New_York',
  locale: 'en-US',
  weightUnit: 'lb',
  phone: '+1 555 010 0199',
  openingHours: 'Monday to Friday, 9 to 17',
  crisisLines: [{ name: '988 Lifeline', phone: '988', textTo: '988', textWord: null, hours: 'Always' }],
  openToClinicians: false,
};
const administrator = {
  email: 'Miriam@Harbour.example',
  name: 'Miriam Okonkwo',
  password: 'copper lantern walks slowly',
  alsoRoles: ['director'],
};

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp();
});
afterEach(() => app.close());

async function firstRunToken(): Promise<string> {
  const url = await app.nest.get(FirstRuns).link();
  return new URL(url ?? '').hash.slice(1);
}

describe('the first run', () => {
  it('makes a clinic and its administrator from nothing, and invites a nurse who then signs in', async () => {
    const browser = app.anonymous();
    expect((await browser.get('/api/status')).body).toEqual({ state: 'first-run', mail: false });
    const token = await firstRunToken();
    expect((await browser.post('/api/links/look', { token })).as(linkSchema)).toMatchObject({
      purpose: 'first-administrator',
      needsPassword: true,
    });
    const founded = await browser.post('/api/first-run', { token, clinic, administrator });
    expect(founded.as(firstRunAnswerSchema)).toEqual({ clinic: 'harbour' });

    const me = (await browser.get('/api/me')).as(meSchema);
    expect(me).toMatchObject({
      email: 'miriam@harbour.example',
      clinics: [{ slug: 'harbour', roles: ['administrator', 'director'], patientId: null }],
      idleMinutes: 15,
    });
    expect((await browser.get('/api/status')).body).toEqual({ state: 'ready', mail: false });
    expect((await browser.get('/api/c/harbour/settings')).body).toMatchObject({ ...clinic, version: 1 });

    const invited = (
      await browser.post('/api/c/harbour/staff', {
        email: 'sam@harbour.example',
        name: 'Sam Lee',
        roles: ['nurse'],
      })
    ).as(invitedStaffSchema);
    expect(invited.member).toMatchObject({ state: 'invited', roles: ['nurse'], name: 'Sam Lee' });
    expect(invited.link.mail).toBe('not-configured');
    expect(invited.link.url).toMatch(/^https:\/\/clinic\.example\.org\/link#[A-Za-z0-9_-]{43}$/);

    const nurse = app.anonymous();
    const nurseToken = new URL(invited.link.url).hash.slice(1);
    expect((await nurse.post('/api/links/look', { token: nurseToken })).body).toMatchObject({
      purpose: 'invitation',
      email: 'sam@harbour.example',
      clinicName: 'Harbour Clinic',
      needsPassword: true,
    });
    const password = 'vexing otter plaid summit';
    const redeemed = await nurse.post('/api/links/redeem', { token: nurseToken, password });
    expect(redeemed).toMatchObject({ status: 200, body: { signedIn: true, clinic: 'harbour' } });
    expect((await nurse.get('/api/c/harbour/staff')).status).toBe(403);
    expect((await nurse.get('/api/c/harbour/colleagues')).status).toBe(200);

    expect((await nurse.post('/api/sign-out')).status).toBe(204);
    expect((await nurse.get('/api/me')).status).toBe(401);
    const again = await app.anonymous().post('/api/sign-in', { email: ' SAM@harbour.example', password });
    expect(again.as(meSchema).clinics).toHaveLength(1);
  });
});
