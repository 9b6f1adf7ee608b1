import { aClinic, aMember, type TestClinic } from '../../test/builders/index.js';
import { ProbeModule } from '../../test/probe-feature.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';
import { newId } from '../database/ids.js';

let app: TestApp;
let clinic: TestClinic;
let nurse: SignedIn;
let browser: TestClient;

beforeAll(async () => {
  app = await startTestApp({ features: [ProbeModule] });
  clinic = await aClinic(app, { timeZone: 'Asia/Kolkata' });
  nurse = await aMember(app, clinic, ['nurse']);
  browser = app.as(nurse);
});
afterAll(() => app.close());

const marks = async (text: string): Promise<number> =>
  (await app.sql(`select from idempotency_key where key = $1`, [`mark ${text}`])).length;

describe('a request that comes twice', () => {
  const send = (text: string, idempotencyKey: string | null, client = browser) =>
    client.post(`${clinic.path}/probe/once`, { text }, { idempotencyKey });

  it('is done once and answered alike', async () => {
    const key = newId();
    const first = await send('once', key);
    expect(first.status).toBe(200);
    expect((await send('once', key)).body).toEqual(first.body);
    expect(await marks('once')).toBe(1);
  });

  it('is done once when both come together', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('together', key)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await marks('together')).toBe(1);
  });

  it('needs a key, and the key belongs to it', async () => {
    const key = newId();
    expect(await send('key', null)).toMatchObject({
      status: 400,
      body: { code: 'idempotency-key-required' },
    });
    expect((await send('key', 'short')).status).toBe(400);
    expect((await send('key', key)).status).toBe(200);
    expect(await send('another body', key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    const colleague = app.as(await aMember(app, clinic, ['nurse']));
    expect((await send('colleague', key, colleague)).status).toBe(200);
  });

  it('may be tried again when it was refused', async () => {
    const key = newId();
    await send('taken', newId());
    expect(await send('taken', key)).toMatchObject({ status: 409, body: { rule: 'idempotency_key_pk' } });
    expect((await send('free', key)).status).toBe(200);
  });
});

describe('the transaction of a request', () => {
  it('leaves nothing behind when it is refused or its answer is broken', async () => {
    const refused = await browser.post(`${clinic.path}/probe/refused`, { text: 'refused' });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/text', detail: 'Not this.' }] },
    });
    expect((await browser.post(`${clinic.path}/probe/broken`, { text: 'broken' })).status).toBe(500);
    expect(await marks('refused')).toBe(0);
    expect(await marks('broken')).toBe(0);
  });

  it('is tried again when it collided with another, three times at most', async () => {
    const collide = (text: string, count: number) =>
      browser.post(`${clinic.path}/probe/collides`, { text, count });
    expect((await collide('three', 3)).body).toEqual({ text: 'three', attempts: 4 });
    expect(await marks('three')).toBe(1);
    expect(await collide('four', 4)).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
    expect(await marks('four')).toBe(0);
  });

  it('carries the person, the clinic and the audit row', async () => {
    const patient = newId();
    const answer = await browser.get(`${clinic.path}/probe/zone/${patient}`);
    expect(answer.body).toEqual({ patient, zone: 'Asia/Kolkata' });
    const rows = await app.sql(
      `select outcome, patient_ids, account_id, at from audit_event where patient_ids <> '{}'`,
    );
    expect(rows).toEqual([
      { outcome: 'done', patient_ids: [patient], account_id: nurse.accountId, at: app.clock.now() },
    ]);
  });

  it('does not answer when the audit row cannot be written', async () => {
    await app.sql(`revoke insert on audit_event from courseline_app`);
    const answer = await browser.get(`${clinic.path}/probe/rows`);
    await app.sql(`grant insert on audit_event to courseline_app`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await browser.get(`${clinic.path}/probe/rows`)).body).toEqual({ ids: [] });
  });

  it('turns the database’s refusal into a problem without its words', async () => {
    const answer = await browser.get(`${clinic.path}/probe/database-error`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(answer.text).not.toContain('Canary');
  });

  it('never shows one request what another one may see', async () => {
    const clinics = await Promise.all([1, 2, 3, 4].map(() => aClinic(app)));
    const people = await Promise.all(clinics.map((one) => aMember(app, one, ['nurse'])));
    const answers = await Promise.all(
      Array.from({ length: 80 }, async (_, index) => {
        const [one, person] = [clinics[index % 4]!, people[index % 4]!];
        const patient = newId();
        const { body } = await app.as(person).get(`${one.path}/probe/zone/${patient}`);
        const [row] = await app.sql(
          `select clinic_id, account_id from audit_event where patient_ids = array[$1::uuid]`,
          [patient],
        );
        return { body, row, wanted: { clinic_id: one.id, account_id: person.accountId }, patient };
      }),
    );
    for (const { body, row, wanted, patient } of answers) {
      expect(body).toEqual({ patient, zone: 'America/New_York' });
      expect(row).toEqual(wanted);
    }
  });
});
