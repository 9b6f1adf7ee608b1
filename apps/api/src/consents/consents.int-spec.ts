import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  consentCountsSchema,
  consentTextsSchema,
  ownConsentsSchema,
  patientConsentsSchema,
  remindersSchema,
  signatureMeaning,
} from '@courseline/contracts';
import { aClinic, aMember, aPatient, type TestClinic, type TestPatient } from '../../test/builders/index.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import { AppDatabase } from '../database/app-database.js';
import { Deliveries } from '../letters/deliveries.js';
import { listConsenting } from './consent-check.js';

let app: TestApp;
let dataDir: string;
let clinic: TestClinic;
let director: SignedIn;
let nurse: SignedIn;
let patient: TestPatient;
let person: SignedIn;
let of: string;
let me: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'courseline-consents-'));
  app = await startTestApp({ settings: { demo: true, dataDir } });
});
afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  clinic = await aClinic(app);
  director = await aMember(app, clinic, ['director']);
  nurse = await aMember(app, clinic, ['nurse']);
  patient = await aPatient(app, clinic, { team: [nurse] });
  person = await aMember(app, clinic, ['patient'], { patientId: patient.id });
  of = `${clinic.path}/patients/${patient.id}`;
  me = `${clinic.path}/me`;
});

async function aText(scope = 'messages', { n = 1, asksAgain = true, body = 'We may write to you.' } = {}) {
  const answer = await app
    .as(director)
    .post(
      `${clinic.path}/consent-texts`,
      { scope, title: 'About this', body, asksAgain },
      { ifMatch: n - 1 },
    );
  const text = answer.as(consentTextsSchema).texts.find((each) => each.scope === scope && each.version === n);
  if (text === undefined) throw new Error('The text was not written.');
  return text;
}

type Text = Awaited<ReturnType<typeof aText>>;
const signatureOf = ({ scope, version, sha256 }: Text) => ({
  scope,
  textVersion: version,
  textSha256: sha256,
  signedName: 'Ana Rivera',
});
const sign = (text: Text, ifMatch = 0) =>
  app.as(person).post(`${me}/consents`, signatureOf(text), { ifMatch });
const withdraw = (scope: string, ifMatch = 1) =>
  app.as(person).post(`${me}/consent-withdrawals`, { scope }, { ifMatch });
const ofStaff = async () => (await app.as(nurse).get(`${of}/consents`)).as(patientConsentsSchema).scopes;
const stateOf = async (scope: string) => (await ofStaff()).find((each) => each.scope === scope)?.state;
const write = () => app.as(nurse).post(`${of}/check-in-letters`);

describe('the texts', () => {
  it('are written by a director, version by version, and stay', async () => {
    await aText('research', { body: 'One.' });
    const second = await aText('research', { n: 2, body: 'Two.' });
    expect(second.sha256).toMatch(/^[0-9a-f]{64}$/);
    const { texts } = (await app.as(nurse).get(`${clinic.path}/consent-texts`)).as(consentTextsSchema);
    expect(texts.map(({ version, body }) => [version, body])).toEqual([
      [2, 'Two.'],
      [1, 'One.'],
    ]);
    const stale = { scope: 'research', title: 'T', body: 'Three.', asksAgain: true };
    expect((await app.as(director).post(`${clinic.path}/consent-texts`, stale, { ifMatch: 1 })).status).toBe(
      412,
    );
  });
});

describe('an agreement', () => {
  it('is signed by the patient with name, time, meaning, and the text that was read', async () => {
    const text = await aText('treatment');
    const signed = (await sign(text)).as(ownConsentsSchema).scopes;
    expect(signed).toMatchObject([
      { scope: 'treatment', state: 'given', signed: { name: 'Ana Rivera', way: 'own-page', textVersion: 1 } },
    ]);
    const [treatment] = await ofStaff();
    expect(treatment).toMatchObject({
      state: 'given',
      events: [
        {
          kind: 'signed',
          textSha256: text.sha256,
          meaning: signatureMeaning,
          recordedBy: { accountId: person.accountId },
          recordedAt: app.clock.now().toISOString(),
        },
      ],
    });
  });

  it('is to the text that was read, and to the newest', async () => {
    const old = await aText('treatment');
    await aText('treatment', { n: 2, body: 'Something else.' });
    expect((await sign(old)).status).toBe(409);
    const wrong = { ...signatureOf(old), textVersion: 2 };
    expect((await app.as(person).post(`${me}/consents`, wrong, { ifMatch: 0 })).status).toBe(409);
  });

  it('no longer holds where a later text asks again, and does where it does not', async () => {
    expect((await sign(await aText('research'))).status).toBe(200);
    await aText('research', { n: 2, asksAgain: false, body: 'A comma moved.' });
    expect(await stateOf('research')).toBe('given');
    await aText('research', { n: 3, body: 'Samples go abroad.' });
    expect(await stateOf('research')).toBe('outdated');
  });

  it('is withdrawn by the patient, or by staff with a reason, and every step stays', async () => {
    const text = await aText('research');
    await sign(text);
    expect((await withdraw('research')).status).toBe(200);
    expect((await withdraw('research', 2)).status).toBe(409);
    await sign(text, 2);
    const said = { scope: 'research', reason: 'Said so on the telephone' };
    expect((await app.as(nurse).post(`${of}/consent-withdrawals`, said, { ifMatch: 3 })).status).toBe(200);
    const research = (await ofStaff()).find(({ scope }) => scope === 'research');
    expect(research).toMatchObject({ state: 'withdrawn', version: 4 });
    expect(research?.events.map(({ kind, way }) => `${kind} ${way}`)).toEqual([
      'withdrawn paper',
      'signed own-page',
      'withdrawn own-page',
      'signed own-page',
    ]);
  });

  it('on paper is recorded by who treats the patient, and not for tomorrow', async () => {
    await aText('treatment');
    const paper = { scope: 'treatment', textVersion: 1, signedName: 'Ana Rivera', signedOn: '2026-03-02' };
    const record = (by: SignedIn, body: object = paper) =>
      app.as(by).post(`${of}/consents`, body, { ifMatch: 0 });
    const colleague = await aMember(app, clinic, ['nurse']);
    expect((await record(colleague)).status).toBe(404);
    expect((await record(nurse, { ...paper, signedOn: '2027-01-01' })).status).toBe(422);
    expect((await record(nurse)).as(patientConsentsSchema).scopes[0]).toMatchObject({
      state: 'given',
      events: [{ way: 'paper', signedOn: '2026-03-02', recordedBy: { accountId: nurse.accountId } }],
    });
    expect((await record(nurse)).status).toBe(412);
  });

  it('is nobody else’s to sign, in the database either', async () => {
    const text = await aText('treatment');
    const other = await aPatient(app, clinic, { team: [nurse] });
    const insert = (by: SignedIn, patientId: string, way: string) =>
      app.nest.get(AppDatabase).transaction({ accountId: by.accountId, clinicId: clinic.id }, (sql) =>
        sql.execute(
          `insert into consent (clinic_id, patient_id, scope, n, kind, way, text_n, text_sha256, signed_name, signed_on, meaning,
             recorded_by, recorded_at) values ($1, $2, 'treatment', 1, 'signed', $3, 1, $4, 'Ana', '2026-03-01', 'I agree.', $5, now())`,
          [clinic.id, patientId, way, text.sha256, by.accountId],
        ),
      );
    await expect(insert(nurse, patient.id, 'own-page')).rejects.toThrow(/row-level security/);
    await expect(insert(person, patient.id, 'paper')).rejects.toThrow(/row-level security/);
    await expect(insert(person, other.id, 'own-page')).rejects.toThrow(/row-level security/);
    expect(await insert(person, patient.id, 'own-page')).toBe(1);
  });
});

describe('what an agreement allows', () => {
  it('is no letter to a patient who did not agree, once the clinic asks; staff are told', async () => {
    expect((await write()).as(remindersSchema)).toMatchObject({ messagesConsent: 'not-needed' });
    const text = await aText('messages');
    expect(await write()).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/has not agreed/) },
    });
    const told = (await app.as(nurse).get(`${of}/reminders`)).as(remindersSchema);
    expect(told).toMatchObject({ messagesConsent: 'missing' });
    // The one that waited when the text came is not sent either, and says so.
    await app.nest.get(Deliveries).deliver(clinic.id);
    expect((await app.as(nurse).get(`${of}/reminders`)).as(remindersSchema).reminders).toMatchObject([
      { state: 'dropped' },
    ]);
    await sign(text);
    expect((await write()).as(remindersSchema)).toMatchObject({ messagesConsent: 'given' });
    await withdraw('messages');
    expect((await write()).status).toBe(409);
    expect((await app.as(nurse).post(`${of}/check-in-link`)).status).toBe(200);
  });

  it('is counted for the director, and lists who may be in an export for research', async () => {
    const text = await aText('research');
    const second = await aPatient(app, clinic, { team: [nurse] });
    await sign(text);
    const counts = (await app.as(director).get(`${clinic.path}/consent-counts`)).as(consentCountsSchema);
    expect(counts).toEqual({
      patients: 2,
      scopes: [{ scope: 'research', given: 1, outdated: 0, withdrawn: 0, missing: 1 }],
    });
    const consenting = await app.nest
      .get(AppDatabase)
      .transaction({ accountId: director.accountId, clinicId: clinic.id }, (sql) =>
        listConsenting(sql, { clinicId: clinic.id, scope: 'research' }),
      );
    expect(consenting).toEqual([patient.id]);
    expect(consenting).not.toContain(second.id);
  });
});
