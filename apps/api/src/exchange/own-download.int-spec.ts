import { ownDownloadSchema } from '@courseline/contracts';
import { aClinic, aCourse, aGivenSession, aMember, aPatient } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function aPatientWithARecord() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician']);
  const patient = await aPatient(app, clinic, { team: [doctor] });
  const course = await aCourse(app, clinic, patient, { by: doctor });
  await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-10' });
  await app.as(doctor).post(`${clinic.path}/patients/${patient.id}/assessments`, {
    instrument: 'gad-7',
    answers: [1, 2, 0, 1, 1, 1, 1],
    difficulty: null,
    total: null,
    onDate: '2026-03-10',
    at: null,
    context: 'between',
  });
  const own = app.as(await aMember(app, clinic, ['patient'], { patientId: patient.id }));
  return { clinic, doctor, patient, own };
}

it('gives a patient the own record with answers in words, doses and effects, and notes it in the audit', async () => {
  const { clinic, own, patient } = await aPatientWithARecord();
  const other = await aPatientWithARecord();
  const answer = await own.get(`${clinic.path}/me/download.json`);
  expect(answer.headers['content-disposition']).toBe('attachment; filename="my-record.json"');
  const record = answer.as(ownDownloadSchema);
  expect(record.questionnaires).toMatchObject([{ instrument: 'gad-7', total: 7, highest: 21 }]);
  expect(record.questionnaires[0]?.answers?.[1]).toEqual({
    question: 'Not being able to stop or control worrying',
    answer: 2,
    words: 'More than half the days',
  });
  expect(record.sessions).toHaveLength(1);
  expect(answer.text).not.toContain(other.patient.id);
  const audited = await app.sql(
    `select account_id from audit_event where clinic_id = $1 and action = 'own.download' and $2 = any (patient_ids)`,
    [clinic.id, patient.id],
  );
  expect(audited).toHaveLength(1);
});

it('gives the questionnaires as a table, a line each', async () => {
  const { clinic, own } = await aPatientWithARecord();
  const { text } = await own.get(`${clinic.path}/me/download.csv`);
  expect(text.split('\r\n')[1]).toContain('2026-03-10');
  expect(text.split('\r\n')[1]).toContain(',7,21,complete,1 2 0 1 1 1 1');
});

it('is no way for staff', async () => {
  const { clinic, doctor } = await aPatientWithARecord();
  expect((await app.as(doctor).get(`${clinic.path}/me/download.json`)).status).toBe(403);
});
