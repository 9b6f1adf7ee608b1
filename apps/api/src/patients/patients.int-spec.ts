import {
  careTeamSchema,
  patientHistorySchema,
  patientSchema,
  patientSearchAnswerSchema,
  problemSchema,
  type RegisterPatient,
} from '@courseline/contracts';
import { aClinic, aCourse, aMember, aPatient } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const rivera: RegisterPatient = {
  mrn: '4711',
  familyName: 'Rivera',
  givenName: 'Ana',
  birthDate: '1992-03-14',
  sex: 'female',
  phone: '+1 555 0100',
  email: 'ana@example.org',
  indications: ['major-depression', 'ptsd'],
  allergies: 'none known',
  contraindications: null,
  confirmDuplicate: false,
};

async function aStaff() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const nurse = await aMember(app, clinic, ['nurse'], { name: 'N. Brandt' });
  const stranger = await aMember(app, clinic, ['clinician'], { name: 'Dr Elsewhere' });
  const director = await aMember(app, clinic, ['director']);
  const administrator = await aMember(app, clinic, ['administrator']);
  return { clinic, doctor, nurse, stranger, director, administrator, patients: `${clinic.path}/patients` };
}

async function aRegistered(change: Partial<RegisterPatient> = {}) {
  const staff = await aStaff();
  const answer = await app.as(staff.doctor).post(staff.patients, { ...rivera, ...change });
  expect(answer.status).toBe(201);
  const patient = answer.as(patientSchema);
  return { ...staff, patient, path: `${staff.patients}/${patient.id}` };
}

describe('registering a patient', () => {
  it('keeps who it is, puts whoever registers on the care team, and writes it in the audit', async () => {
    const { clinic, doctor, patient, path } = await aRegistered();
    const { confirmDuplicate: _, ...details } = rivera;
    expect(patient).toMatchObject({ ...details, version: 1, status: 'current', reason: null });
    expect(patient.recordedBy).toEqual({ accountId: doctor.accountId, name: 'Dr Okafor' });
    const team = (await app.as(doctor).get(`${path}/care-team`)).as(careTeamSchema);
    expect(team.entries.map((entry) => entry.member.name)).toEqual(['Dr Okafor']);
    const [audited] = await app.sql(
      `select account_id, patient_ids from audit_event where clinic_id = $1 and action = 'patient.register'`,
      [clinic.id],
    );
    expect(audited).toEqual({ account_id: doctor.accountId, patient_ids: [patient.id] });
  });

  it('makes outcomes computed before it stale', async () => {
    const { clinic } = await aRegistered();
    const [row] = await app.sql(`select version from clinic_version where clinic_id = $1`, [clinic.id]);
    expect(row?.['version']).toBe(2);
  });

  it('points to every wrong field and stores nothing', async () => {
    const { clinic, doctor, patients } = await aStaff();
    const wrong = { ...rivera, mrn: ' ', sex: 'f', indications: ['sadness'], nickname: 'Annie' };
    const answer = await app.as(doctor).post(patients, wrong);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    const { errors = [] } = answer.as(problemSchema);
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/indications/0',
      '/mrn',
      '/nickname',
      '/sex',
    ]);
    const future = await app.as(doctor).post(patients, { ...rivera, birthDate: '2026-03-11' });
    expect(future.status).toBe(422);
    expect(future.as(problemSchema).errors).toMatchObject([{ pointer: '/birthDate' }]);
    expect(await app.sql(`select 1 from patient where clinic_id = $1`, [clinic.id])).toEqual([]);
  });

  it('refuses a record number that is taken, even by a patient the person may not see', async () => {
    const { patients, stranger } = await aRegistered();
    const answer = await app
      .as(stranger)
      .post(patients, { ...rivera, familyName: 'Other', confirmDuplicate: true });
    expect(answer.status).toBe(409);
    expect(answer.as(problemSchema)).toMatchObject({ code: 'already-exists', errors: [{ pointer: '/mrn' }] });
  });

  it('asks when someone of this name and birth date is registered, and takes the answer', async () => {
    const { patients, doctor, patient } = await aRegistered();
    const again = { ...rivera, mrn: '4712', familyName: 'RIVERA' };
    const asked = await app.as(doctor).post(patients, again);
    expect(asked.status).toBe(409);
    expect(asked.as(problemSchema)).toMatchObject({
      code: 'possible-duplicate',
      candidates: [{ id: patient.id, mrn: '4711', birthDate: '1992-03-14' }],
    });
    const confirmed = await app.as(doctor).post(patients, { ...again, confirmDuplicate: true });
    expect(confirmed.status).toBe(201);
  });

  it('asks too when one of the birth dates is not known, but not when they differ', async () => {
    const { patients, doctor } = await aRegistered();
    const unknown = await app.as(doctor).post(patients, { ...rivera, mrn: 'x1', birthDate: null });
    expect(unknown.as(problemSchema).code).toBe('possible-duplicate');
    const other = await app.as(doctor).post(patients, { ...rivera, mrn: 'x2', birthDate: '1992-03-15' });
    expect(other.status).toBe(201);
  });

  it('does not tell of people the person may not see', async () => {
    const { patients, stranger } = await aRegistered();
    const answer = await app.as(stranger).post(patients, { ...rivera, mrn: '4712' });
    expect(answer.status).toBe(201);
  });

  it('is done once when it is sent twice', async () => {
    const { clinic, doctor, patients } = await aStaff();
    const options = { idempotencyKey: 'registering-ana' };
    const first = await app.as(doctor).post(patients, rivera, options);
    const second = await app.as(doctor).post(patients, rivera, options);
    expect(second.body).toEqual(first.body);
    expect(await app.sql(`select 1 from patient where clinic_id = $1`, [clinic.id])).toHaveLength(1);
  });

  it.each([['director'], ['administrator'], ['patient']] as const)('is not for a %s', async (role) => {
    const { clinic, doctor, patients } = await aStaff();
    const own = await aPatient(app, clinic, { team: [doctor] });
    const member = await aMember(app, clinic, [role], role === 'patient' ? { patientId: own.id } : {});
    expect((await app.as(member).post(patients, rivera)).status).toBe(403);
  });
});

describe('who sees a patient', () => {
  it('is the care team and the director; to others there is no such patient', async () => {
    const { clinic, path, doctor, stranger, nurse, director, administrator } = await aRegistered();
    const elsewhere = await aMember(app, await aClinic(app), ['clinician', 'director']);
    const status = async (who: { token: string }) => (await app.as(who).get(path)).status;
    expect(await status(doctor)).toBe(200);
    expect(await status(director)).toBe(200);
    expect(await status(stranger)).toBe(404);
    expect(await status(nurse)).toBe(404);
    expect(await status(administrator)).toBe(403);
    expect(await status(elsewhere)).toBe(404);
    await app.sql(`update clinic set open_to_clinicians = true where id = $1`, [clinic.id]);
    expect(await status(stranger)).toBe(200);
    expect(await status(nurse)).toBe(404);
  });

  it('counts for every part of the record', async () => {
    const { path, stranger } = await aRegistered();
    for (const part of [
      'history',
      'care-team',
      'prior-treatments',
      'prior-treatments/history',
      'access',
      'courses',
      'sessions',
    ]) {
      expect([part, (await app.as(stranger).get(`${path}/${part}`)).status]).toEqual([part, 404]);
    }
  });
});

describe('searching patients', () => {
  it('finds by parts of names, the start of the number and the birth date, among those one may see', async () => {
    const { clinic, doctor, patients, patient, director } = await aRegistered();
    const other = await aMember(app, clinic, ['clinician']);
    const hidden = await aPatient(app, clinic, { team: [other], familyName: 'Riverstone' });
    const found = async (text: string, who: { token: string } = doctor) =>
      (await app.as(who).post(`${patients}/search`, { text }))
        .as(patientSearchAnswerSchema)
        .patients.map(({ id }) => id);
    for (const text of ['riv', 'ana', 'Rivera, Ana', 'ana vera', '47', '1992-03-14', ''])
      expect([text, await found(text)]).toEqual([text, [patient.id]]);
    for (const text of ['rivx', '711', '%', '_', '\\', 'ana 1993'])
      expect([text, await found(text)]).toEqual([text, []]);
    expect((await found('river', director)).sort()).toEqual([patient.id, hidden.id].sort());
  });

  it('says when there are more', async () => {
    const { clinic, doctor, patients } = await aStaff();
    for (let index = 0; index < 3; index += 1) await aPatient(app, clinic, { team: [doctor] });
    const answer = await app.as(doctor).post(`${patients}/search`, { text: 'rivera', limit: 2 });
    expect(answer.body).toMatchObject({ patients: [{}, {}], more: true });
  });
});

describe('amending a patient', () => {
  const { confirmDuplicate: _, ...details } = rivera;

  it('keeps what was known before, with reason and author', async () => {
    const { path, doctor } = await aRegistered();
    const answer = await app.as(doctor).post(
      `${path}/amendments`,
      {
        ...details,
        mrn: '4800',
        birthDate: null,
        allergies: 'penicillin',
        reason: 'Told at the first visit',
      },
      { ifMatch: 1 },
    );
    expect(answer.as(patientSchema)).toMatchObject({ version: 2, mrn: '4800', allergies: 'penicillin' });
    const { revisions } = (await app.as(doctor).get(`${path}/history`)).as(patientHistorySchema);
    expect(revisions.map(({ version, mrn, reason }) => [version, mrn, reason])).toEqual([
      [2, '4800', 'Told at the first visit'],
      [1, '4711', null],
    ]);
  });

  it('refuses a change made from an older version, and one without saying from which', async () => {
    const { path, doctor } = await aRegistered();
    const body = { ...details, reason: 'Moved house' };
    const amend = (ifMatch?: number) =>
      app.as(doctor).post(`${path}/amendments`, body, ifMatch === undefined ? {} : { ifMatch });
    expect((await amend(1)).status).toBe(200);
    const late = await amend(1);
    expect(late.status).toBe(412);
    expect(late.as(problemSchema).version).toBe(2);
    expect((await amend()).status).toBe(428);
  });

  it('is for the care team: a nurse may, a director who does not treat may not', async () => {
    const { path, doctor, nurse, director } = await aRegistered();
    const body = { ...details, reason: 'Moved house' };
    expect((await app.as(nurse).post(`${path}/amendments`, body, { ifMatch: 1 })).status).toBe(404);
    await app.as(doctor).post(`${path}/care-team`, { accountId: nurse.accountId });
    expect((await app.as(nurse).post(`${path}/amendments`, body, { ifMatch: 1 })).status).toBe(200);
    expect((await app.as(director).post(`${path}/amendments`, body, { ifMatch: 2 })).status).toBe(403);
  });

  it('tells a director who is also a clinician to join the care team first', async () => {
    const { clinic, path } = await aRegistered();
    const both = await aMember(app, clinic, ['director', 'clinician']);
    const body = { ...details, reason: 'Moved house' };
    const refused = await app.as(both).post(`${path}/amendments`, body, { ifMatch: 1 });
    expect(refused.status).toBe(403);
    expect(refused.as(problemSchema).detail).toMatch(/care team/);
    await app.as(both).post(`${path}/care-team`, { accountId: both.accountId });
    expect((await app.as(both).post(`${path}/amendments`, body, { ifMatch: 1 })).status).toBe(200);
  });
});

describe('a patient registered in error', () => {
  it('leaves the lists, frees the number and stays in the history', async () => {
    const { path, patients, doctor, patient } = await aRegistered();
    const answer = await app.as(doctor).post(`${path}/void`, { reason: 'Registered twice' }, { ifMatch: 1 });
    expect(answer.as(patientSchema)).toMatchObject({ version: 2, status: 'entered-in-error' });
    const search = await app.as(doctor).post(`${patients}/search`, { text: '' });
    expect(search.body).toMatchObject({ patients: [] });
    expect((await app.as(doctor).post(patients, rivera)).status).toBe(201);
    const { revisions } = (await app.as(doctor).get(`${path}/history`)).as(patientHistorySchema);
    expect(revisions.map(({ status, mrn }) => [status, mrn])).toEqual([
      ['entered-in-error', `in-error-${patient.id.slice(-12)}`],
      ['current', '4711'],
    ]);
    const again = await app.as(doctor).post(`${path}/void`, { reason: 'Once more' }, { ifMatch: 2 });
    expect(again.status).toBe(409);
  });

  it('is refused while the patient has courses', async () => {
    const { clinic, path, doctor, patient } = await aRegistered();
    await aCourse(app, clinic, patient, { by: doctor });
    const answer = await app.as(doctor).post(`${path}/void`, { reason: 'By mistake' }, { ifMatch: 1 });
    expect(answer.status).toBe(409);
  });
});
