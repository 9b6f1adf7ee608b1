import {
  careTeamSchema,
  givenPatientAccessSchema,
  meSchema,
  patientAccessSchema,
  priorTreatmentHistorySchema,
  priorTreatmentSchema,
  priorTreatmentsSchema,
  problemSchema,
  type AddPriorTreatment,
} from '@courseline/contracts';
import { aClinic, aMember, aPatient } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function aTreated() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const nurse = await aMember(app, clinic, ['nurse'], { name: 'N. Brandt' });
  const stranger = await aMember(app, clinic, ['clinician'], { name: 'Dr Elsewhere' });
  const director = await aMember(app, clinic, ['director']);
  const administrator = await aMember(app, clinic, ['administrator']);
  const patient = await aPatient(app, clinic, { team: [doctor] });
  const path = `${clinic.path}/patients/${patient.id}`;
  return { clinic, doctor, nurse, stranger, director, administrator, patient, path };
}

describe('the care team', () => {
  it('is joined and left, and remembers who treated the patient', async () => {
    const { path, doctor, nurse } = await aTreated();
    const added = await app.as(doctor).post(`${path}/care-team`, { accountId: nurse.accountId });
    expect(added.status).toBe(201);
    const [, entry] = added.as(careTeamSchema).entries;
    expect((await app.as(nurse).get(path)).status).toBe(200);
    const ended = await app
      .as(doctor)
      .post(`${path}/care-team/${entry?.id ?? ''}/end`, { reason: 'Other ward' });
    expect(ended.as(careTeamSchema).entries).toMatchObject([
      { member: { name: 'Dr Okafor' }, endedAt: null },
      { member: { name: 'N. Brandt' }, endReason: 'Other ward', endedBy: { name: 'Dr Okafor' } },
    ]);
    expect((await app.as(nurse).get(path)).status).toBe(404);
    const back = await app.as(doctor).post(`${path}/care-team`, { accountId: nurse.accountId });
    expect(back.status).toBe(201);
  });

  it('takes those who treat, once, and nobody else', async () => {
    const { clinic, path, doctor, administrator, nurse } = await aTreated();
    const elsewhere = await aMember(app, await aClinic(app), ['clinician']);
    const left = await aMember(app, clinic, ['clinician'], { state: 'left' });
    for (const { accountId } of [administrator, elsewhere, left]) {
      const answer = await app.as(doctor).post(`${path}/care-team`, { accountId });
      expect(answer.status).toBe(422);
      expect(answer.as(problemSchema).errors).toMatchObject([{ pointer: '/accountId' }]);
    }
    await app.as(doctor).post(`${path}/care-team`, { accountId: nurse.accountId });
    const twice = await app.as(doctor).post(`${path}/care-team`, { accountId: nurse.accountId });
    expect(twice.status).toBe(409);
  });

  it('is never left empty', async () => {
    const { path, doctor } = await aTreated();
    const [only] = (await app.as(doctor).get(`${path}/care-team`)).as(careTeamSchema).entries;
    const answer = await app.as(doctor).post(`${path}/care-team/${only?.id ?? ''}/end`, { reason: null });
    expect(answer.status).toBe(409);
  });

  it('can be mended by a director, and not by someone who does not see the patient', async () => {
    const { path, director, nurse, stranger } = await aTreated();
    const body = { accountId: nurse.accountId };
    expect((await app.as(stranger).post(`${path}/care-team`, body)).status).toBe(404);
    expect((await app.as(director).post(`${path}/care-team`, body)).status).toBe(201);
  });
});

const sertraline: AddPriorTreatment = {
  kind: 'antidepressant',
  name: 'sertraline',
  highestDose: '200 mg a day',
  weeksAtDose: 8,
  adherence: 'good',
  outcome: 'none',
  episode: 'current',
  stopReason: null,
  note: null,
  adequate: 'by-rule',
};

describe('treatments tried before', () => {
  it('are judged by the rule unless a person judges, and counted by episode', async () => {
    const { path, doctor } = await aTreated();
    const add = async (change: Partial<AddPriorTreatment>) =>
      (await app.as(doctor).post(`${path}/prior-treatments`, { ...sertraline, ...change })).as(
        priorTreatmentSchema,
      );
    expect(await add({})).toMatchObject({ adequate: 'yes', adequacyRule: 'ATHF-SF', version: 1 });
    expect(await add({ weeksAtDose: 2 })).toMatchObject({ adequate: 'no', adequacyRule: 'ATHF-SF' });
    expect(await add({ weeksAtDose: null, adequate: 'yes', episode: 'earlier' })).toMatchObject({
      adequate: 'yes',
      adequacyRule: null,
    });
    expect(await add({ kind: 'psychotherapy', name: 'CBT' })).toMatchObject({
      adequate: 'unknown',
      adequacyRule: null,
    });
    const list = (await app.as(doctor).get(`${path}/prior-treatments`)).as(priorTreatmentsSchema);
    expect(list.priorTreatments).toHaveLength(4);
    expect(list.counts).toEqual({
      currentEpisode: { adequate: 1, unclear: 0 },
      lifetime: { adequate: 2, unclear: 0 },
    });
  });

  it('are amended with a reason and taken out, and the history shows both', async () => {
    const { clinic, path, doctor } = await aTreated();
    const added = (await app.as(doctor).post(`${path}/prior-treatments`, sertraline)).as(
      priorTreatmentSchema,
    );
    const one = `${clinic.path}/prior-treatments/${added.id}`;
    const amended = await app
      .as(doctor)
      .post(`${one}/amendments`, { ...sertraline, weeksAtDose: 3, reason: 'Pharmacy list' }, { ifMatch: 1 });
    expect(amended.as(priorTreatmentSchema)).toMatchObject({ version: 2, adequate: 'no' });
    const late = await app.as(doctor).post(`${one}/void`, { reason: 'Never taken' }, { ifMatch: 1 });
    expect(late.status).toBe(412);
    const taken = await app.as(doctor).post(`${one}/void`, { reason: 'Never taken' }, { ifMatch: 2 });
    expect(taken.as(priorTreatmentSchema)).toMatchObject({ version: 3, status: 'entered-in-error' });
    const list = (await app.as(doctor).get(`${path}/prior-treatments`)).as(priorTreatmentsSchema);
    expect(list.priorTreatments).toEqual([]);
    const { revisions } = (await app.as(doctor).get(`${path}/prior-treatments/history`)).as(
      priorTreatmentHistorySchema,
    );
    expect(revisions.map(({ version, reason }) => [version, reason])).toEqual([
      [3, 'Never taken'],
      [2, 'Pharmacy list'],
      [1, null],
    ]);
  });

  it('of a patient one does not treat are not there', async () => {
    const { clinic, path, doctor, stranger, director } = await aTreated();
    const added = (await app.as(doctor).post(`${path}/prior-treatments`, sertraline)).as(
      priorTreatmentSchema,
    );
    const one = `${clinic.path}/prior-treatments/${added.id}/void`;
    const body = { reason: 'Never taken' };
    expect((await app.as(stranger).post(one, body, { ifMatch: 1 })).status).toBe(404);
    expect((await app.as(director).post(one, body, { ifMatch: 1 })).status).toBe(403);
  });
});

const password = 'a quiet harbour at seven in the morning';

describe('the patient’s own access', () => {
  it('begins with a link by which the patient chooses a password and sees the own record', async () => {
    const { path, doctor, patient } = await aTreated();
    expect((await app.as(doctor).get(`${path}/access`)).body).toMatchObject({ state: 'none', email: null });
    const email = `${patient.id}@example.org`;
    const given = (await app.as(doctor).post(`${path}/access`, { email })).as(givenPatientAccessSchema);
    expect(given.access).toMatchObject({ state: 'invited', email });
    const token = new URL(given.link.url).hash.slice(1);
    const browser = app.anonymous();
    const redeemed = await browser.post('/api/links/redeem', { token, password });
    expect(redeemed.status).toBe(200);
    const { clinics } = (await browser.get('/api/me')).as(meSchema);
    expect(clinics).toMatchObject([{ roles: ['patient'], patientId: patient.id }]);
    const access = (await app.as(doctor).get(`${path}/access`)).as(patientAccessSchema);
    expect(access).toMatchObject({ state: 'active', email });
    expect((await browser.get(path)).status).toBe(403);
  });

  it('makes a new link for who was invited, which ends the one before', async () => {
    const { path, doctor, patient } = await aTreated();
    const email = `${patient.id}@example.org`;
    const give = async () =>
      (await app.as(doctor).post(`${path}/access`, { email })).as(givenPatientAccessSchema).link.url;
    const [first, second] = [await give(), await give()];
    const look = (url: string) =>
      app.anonymous().post('/api/links/look', { token: new URL(url).hash.slice(1) });
    expect((await look(first)).status).toBe(404);
    expect((await look(second)).status).toBe(200);
  });

  it('can be corrected while nobody came in by it', async () => {
    const { path, doctor, patient } = await aTreated();
    await app.as(doctor).post(`${path}/access`, { email: `wrong-${patient.id}@example.org` });
    const right = `${patient.id}@example.org`;
    const given = await app.as(doctor).post(`${path}/access`, { email: right });
    expect(given.as(givenPatientAccessSchema).access).toMatchObject({ state: 'invited', email: right });
  });

  it('is withdrawn at once, and can be given again', async () => {
    const { clinic, path, doctor, patient } = await aTreated();
    const own = await aMember(app, clinic, ['patient'], { patientId: patient.id });
    expect((await app.as(own).get('/api/me')).status).toBe(200);
    const other = await app.as(doctor).post(`${path}/access`, { email: 'someone-else@example.org' });
    expect(other.status).toBe(409);
    const withdrawn = await app.as(doctor).post(`${path}/access/withdraw`);
    expect(withdrawn.as(patientAccessSchema).state).toBe('withdrawn');
    expect((await app.as(own).get('/api/me')).status).toBe(401);
    expect((await app.as(doctor).post(`${path}/access/withdraw`)).status).toBe(409);
    const again = await app.as(doctor).post(`${path}/access`, { email: own.email });
    expect(again.as(givenPatientAccessSchema).access.state).toBe('invited');
  });

  it('is not given to somebody who works in the clinic', async () => {
    const { path, doctor, nurse } = await aTreated();
    const answer = await app.as(doctor).post(`${path}/access`, { email: nurse.email });
    expect(answer.status).toBe(409);
    expect(answer.as(problemSchema).errors).toMatchObject([{ pointer: '/email' }]);
  });

  it('is in the hands of the care team', async () => {
    const { path, stranger, director, administrator } = await aTreated();
    const email = 'ana@example.org';
    expect((await app.as(stranger).post(`${path}/access`, { email })).status).toBe(404);
    expect((await app.as(director).post(`${path}/access`, { email })).status).toBe(403);
    expect((await app.as(administrator).get(`${path}/access`)).status).toBe(403);
  });
});
