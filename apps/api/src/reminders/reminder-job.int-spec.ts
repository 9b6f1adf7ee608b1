import { ownOverviewSchema, remindersSchema, type Reminders } from '@courseline/contracts';
import { dueInstruments } from '@courseline/treatment';
import {
  aClinic,
  aCourse,
  aMember,
  aMessagesText,
  aPatient,
  aPlannedSession,
  signsIn,
  type TestClinic,
  type TestCourse,
  type TestPatient,
} from '../../test/builders/index.js';
import { startMailCatcher, type MailCatcher } from '../../test/mail-catcher.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import { JobsDatabase } from '../database/jobs-database.js';
import { JobClinics } from '../jobs/job-clinics.js';
import { JobRuns } from '../jobs/job-runs.js';
import { RecurringJobs } from '../jobs/recurring-jobs.js';
import { Deliveries } from '../letters/deliveries.js';
import { reminderJob } from './reminder-job.js';
import { ReminderPlans } from './reminder-plans.js';

let mail: MailCatcher;
let app: TestApp;
let clinic: TestClinic;
let doctor: SignedIn;
let patient: TestPatient;
let person: SignedIn;
let course: TestCourse;

beforeAll(async () => {
  mail = await startMailCatcher();
  app = await startTestApp({ settings: { mail: { smtpUrl: mail.url, from: 'clinic@example.org' } } });
});
afterAll(async () => {
  await app.close();
  await mail.stop();
});
beforeEach(async () => {
  // A Tuesday, 10:00 in New York.
  app.clock.set('2026-03-10T14:00:00Z');
  clinic = await aClinic(app);
  doctor = await aMember(app, clinic, ['clinician']);
  patient = await aPatient(app, clinic, { team: [doctor] });
  person = await aMember(app, clinic, ['patient'], { patientId: patient.id });
  course = await aCourse(app, clinic, patient, { by: doctor });
});

/** The job as the queue runs it, and what it put in line sent. */
async function remind(): Promise<void> {
  await app.nest.get(JobRuns).run(reminderJob);
  await app.nest.get(Deliveries).deliver(clinic.id);
}
const caught = () => mail.letters.filter(({ to }) => to.includes(person.email));
async function told(): Promise<Reminders> {
  const browser = app.as({ token: await signsIn(app, doctor.accountId, 'staff') });
  return (await browser.get(`${clinic.path}/patients/${patient.id}/reminders`)).as(remindersSchema);
}
async function post(path: string, body?: unknown): Promise<void> {
  const browser = app.as({ token: await signsIn(app, doctor.accountId, 'staff') });
  const answer = await browser.post(`${clinic.path}/patients/${patient.id}/${path}`, body);
  expect(answer.status).toBeLessThan(300);
}
const plan = (onDate: string): Promise<unknown> =>
  aPlannedSession(app, clinic, course, { by: doctor, onDate });
/** A form that was answered, for what its day says. */
const answer = (instrument: 'phq-9' | 'gad-7', onDate: string): Promise<void> =>
  post('assessments', {
    instrument,
    answers: Array.from({ length: instrument === 'phq-9' ? 9 : 7 }, () => 0),
    difficulty: null,
    total: null,
    onDate,
    at: null,
    context: 'between',
  });

describe('a patient whose plan asks something', () => {
  it('gets one letter that day, however often the job runs, and staff see it', async () => {
    await plan('2026-03-11');
    for (let time = 0; time < 3; time += 1) await remind();
    await Promise.all([remind(), remind()]);
    app.clock.advance({ hours: 3 });
    await remind();
    expect(caught()).toHaveLength(1);
    expect((await told()).reminders).toMatchObject([{ state: 'sent', askedBy: null, channel: 'email' }]);
  });

  it('gets no more than the clinic says for one form, and none on the same day', async () => {
    await plan('2026-03-12');
    for (let day = 0; day < 9; day += 1) {
      for (let hour = 0; hour < 24; hour += 3) {
        await remind();
        app.clock.advance({ hours: 3 });
      }
    }
    const rows = await app.sql<{ day: string; occurrences: string[] }>(
      `select (at at time zone 'America/New_York')::date::text as day, occurrences from reminder where clinic_id = $1`,
      [clinic.id],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(new Set(rows.map(({ day }) => day)).size).toBe(rows.length);
    const each = new Map<string, number>();
    for (const key of rows.flatMap(({ occurrences }) => occurrences)) each.set(key, (each.get(key) ?? 0) + 1);
    expect(Math.max(...each.values())).toBeLessThanOrEqual(2);
    expect(caught()).toHaveLength(rows.length);
  });

  it('gets none at night, by the clinic’s clock', async () => {
    await plan('2026-03-11');
    for (const night of ['2026-03-10T11:59:00Z', '2026-03-11T01:00:00Z']) {
      app.clock.set(night);
      await remind();
    }
    expect(caught()).toHaveLength(0);
    app.clock.set('2026-03-10T12:00:00Z');
    await remind();
    expect(caught()).toHaveLength(1);
  });

  it('gets none once everything is answered, even when the letter is already in line', async () => {
    await plan('2026-03-11');
    await app.nest.get(JobRuns).run(reminderJob);
    await answer('phq-9', '2026-03-10');
    await answer('gad-7', '2026-03-10');
    await app.nest.get(Deliveries).deliver(clinic.id);
    expect(caught()).toHaveLength(0);
    expect((await told()).reminders).toMatchObject([{ state: 'dropped' }]);
    app.clock.advance({ days: 1 });
    await remind();
    expect(caught()).toHaveLength(0);
  });

  it('gets one only after agreeing to messages, where the clinic asks for that', async () => {
    await plan('2026-03-11');
    const text = await aMessagesText(app, clinic, doctor);
    await remind();
    expect(caught()).toHaveLength(0);
    expect(await told()).toMatchObject({ messagesConsent: 'missing', reminders: [] });
    await text.agreedBy(patient);
    await remind();
    expect(caught()).toHaveLength(1);
  });

  it.each(['none', 'left', 'off', 'ended'] as const)('gets none where it is %s', async (why) => {
    await plan('2026-03-11');
    if (why === 'none') await post('reminder-choices', { channel: 'none' });
    if (why === 'left')
      await app.sql(`update membership set state = 'left' where account_id = $1`, [person.accountId]);
    if (why === 'off') await app.sql(`update clinic set reminders_on = false where id = $1`, [clinic.id]);
    if (why === 'ended')
      await app.sql(
        `update course_revision set ended_on = '2026-03-09', end_reason = 'completed' where course_id = $1`,
        [course.id],
      );
    await remind();
    expect(caught()).toHaveLength(0);
  });

  it('gets a text message where that was chosen and there is a telephone, and no letter', async () => {
    await plan('2026-03-13');
    await post('reminder-choices', { channel: 'sms' });
    await remind();
    expect(caught()).toHaveLength(0);
    expect((await told()).reminders).toMatchObject([{ channel: 'sms', state: 'dropped' }]);
    await app.sql(`update patient_revision set phone = '555-0199' where patient_id = $1`, [patient.id]);
    app.clock.advance({ days: 1 });
    await remind();
    // No provider is set: it is not said to be sent.
    expect((await told()).reminders).toMatchObject([
      { channel: 'sms', state: 'failed' },
      { state: 'dropped' },
    ]);
  });
});

describe('what the job works out', () => {
  it('is what the patient’s own page asks, day by day', async () => {
    await plan('2026-03-11');
    await plan('2026-03-14');
    await answer('phq-9', '2026-03-10');
    const asked: (readonly [string, string])[] = [];
    for (let day = 0; day < 12; day += 1) {
      const browser = app.as({ token: await signsIn(app, person.accountId, 'patient') });
      const { due } = (await browser.get(`${clinic.path}/me/overview`)).as(ownOverviewSchema);
      const here = (await app.nest.get(JobClinics).find(clinic.id))!;
      const occurrences = await app.nest
        .get(JobsDatabase)
        .transaction(clinic.id, (sql) =>
          app.nest.get(ReminderPlans).read(sql, here, [patient.id], app.clock.now()),
        );
      const job = dueInstruments(occurrences.get(patient.id) ?? []);
      asked.push([due.map(({ instrument }) => instrument).join(), job.join()]);
      app.clock.advance({ days: 1 });
    }
    expect(asked.map(([, job]) => job)).toEqual(asked.map(([page]) => page));
    expect(new Set(asked.map(([page]) => page)).size).toBeGreaterThan(1);
  });

  it('is worked out without seeing an answer, a score, a dose, a name, or another clinic', async () => {
    await plan('2026-03-11');
    await answer('phq-9', '2026-03-10');
    const jobs = app.nest.get(JobsDatabase);
    const count = (statement: string, inClinic = clinic.id) =>
      jobs.transaction(inClinic, (sql) => sql.execute(statement));
    expect(await count(`select on_date from assessment_revision`)).toBe(1);
    const elsewhere = await aClinic(app);
    for (const table of [
      'assessment_revision',
      'session_revision',
      'course_revision',
      'patient_revision',
      'membership',
    ]) {
      expect({ table, rows: await count(`select clinic_id from ${table}`, elsewhere.id) }).toEqual({
        table,
        rows: 0,
      });
    }
    for (const forbidden of [
      'answers from assessment_revision',
      'total from assessment_revision',
      'given_mg from session_revision',
      'note from session_revision',
      'family_name from patient_revision',
      'birth_date from patient_revision',
      'email from account',
      'clinic_id from current_assessment',
    ]) {
      await expect(count(`select ${forbidden}`)).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
    await expect(count(`update patient set current_n = 1`)).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    await expect(count(`insert into reminder select * from reminder`)).resolves.toBe(0);
  });
});

describe('a job', () => {
  it('that fails for one clinic is done for the others', async () => {
    const other = await aClinic(app);
    const visited: string[] = [];
    app.nest.get(RecurringJobs).add({
      name: 'probe-job',
      everyMinutes: 5,
      run: async ({ clinic: here, sql }) => {
        expect(await sql.execute(`select from clinic`)).toBe(1);
        if (here.id === clinic.id) throw new Error('not here');
        visited.push(here.id);
      },
    });
    await expect(app.nest.get(JobRuns).run('probe-job')).rejects.toThrow(/failed for 1 clinics/);
    expect(visited).toContain(other.id);
  });
});
