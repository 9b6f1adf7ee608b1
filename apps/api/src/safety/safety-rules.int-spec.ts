import {
  assessmentDetailSchema,
  escalationSettingsSchema,
  ledgerSchema,
  ownFormSchema,
  ownSafetyPlanSchema,
  problemSchema,
  safetyPlanSchema,
  safetyRuleListSchema,
  safetyRuleSchema,
  unreadResultsSchema,
  worklistSchema,
} from '@courseline/contracts';
import { aClinic, aMember, aPatient, signsIn } from '../../test/builders/index.js';
import { startMailCatcher, type MailCatcher } from '../../test/mail-catcher.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import { JobRuns } from '../jobs/job-runs.js';
import { Deliveries } from '../letters/deliveries.js';
import { ESCALATE_ALERTS } from './escalation.service.js';

let mail: MailCatcher;
let app: TestApp;
beforeAll(async () => {
  mail = await startMailCatcher();
  app = await startTestApp({ settings: { mail: { smtpUrl: mail.url, from: 'clinic@example.org' } } });
});
afterAll(async () => {
  await app.close();
  await mail.stop();
});

/** A Tuesday, ten in the morning in the clinic's zone. */
const MORNING = '2026-03-10T14:00:00Z';

async function aPatientAtHome() {
  app.clock.set(MORNING);
  const clinic = await aClinic(app, { name: 'Harbor Clinic' });
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const colleague = await aMember(app, clinic, ['clinician'], { name: 'Dr Else' });
  const nurse = await aMember(app, clinic, ['nurse'], { name: 'N. Brandt' });
  const director = await aMember(app, clinic, ['director'], { name: 'Dr Haddad' });
  const patient = await aPatient(app, clinic, { team: [doctor, nurse] });
  const person = await aMember(app, clinic, ['patient'], { patientId: patient.id });
  return { clinic, doctor, colleague, nurse, director, patient, person };
}
type World = Awaited<ReturnType<typeof aPatientAtHome>>;

async function answers({ clinic, person }: World, item9: number) {
  const client = app.as(person);
  const begun = (await client.post(`${clinic.path}/me/forms`, { instrument: 'phq-9' })).as(ownFormSchema);
  const path = `${clinic.path}/me/forms/${begun.id}`;
  let form = begun;
  for (let item = 1; item <= 9; item += 1) {
    const answer = { item, answer: item === 9 ? item9 : 1 };
    form = (await client.patch(path, answer, { ifMatch: form.version })).as(ownFormSchema);
  }
  const sent = await client.post(`${path}/submit`, undefined, { ifMatch: form.version });
  expect(sent.status).toBe(200);
  return begun.id;
}

/** The same person, signed in anew: a sign-in ends when nobody uses it. */
const anew = async (someone: SignedIn): Promise<SignedIn> => ({
  ...someone,
  token: await signsIn(app, someone.accountId, 'staff'),
});

const alertsOf = async ({ clinic, doctor }: World) =>
  (await app.as(await anew(doctor)).get(`${clinic.path}/safety/alerts`)).as(worklistSchema).alerts;

const enters = (
  by: SignedIn,
  { clinic, patient }: World,
  answersGiven: readonly number[],
  onDate: string,
  at: string | null = null,
) =>
  app.as(by).post(`${clinic.path}/patients/${patient.id}/assessments`, {
    instrument: 'phq-9',
    answers: answersGiven,
    difficulty: null,
    total: null,
    onDate,
    at,
    context: 'between',
  });

describe('the rules of a clinic', () => {
  it('are changed by a director within their bounds, with a reason that stays, and make the next alert', async () => {
    const world = await aPatientAtHome();
    const { clinic, director, doctor } = world;
    const path = `${clinic.path}/safety/rules/phq-9-rise`;
    const change = { enabled: true, parameters: { points: 8 }, reason: 'Too many that led to nothing.' };
    expect((await app.as(doctor).post(path, change, { ifMatch: 0 })).status).toBe(403);
    const wild = await app.as(director).post(path, { ...change, parameters: { points: 2 } }, { ifMatch: 0 });
    expect(wild.as(problemSchema).errors?.[0]?.pointer).toBe('/parameters/points');
    const foreign = { ...change, parameters: { points: 8, more: 1 } };
    expect((await app.as(director).post(path, foreign, { ifMatch: 0 })).status).toBe(422);
    const changed = await app.as(director).post(path, change, { ifMatch: 0 });
    expect(changed.as(safetyRuleSchema)).toMatchObject({
      version: 1,
      values: { points: 8 },
      trigger: 'PHQ-9 risen by 8 points or more from the baseline or from the form before.',
      history: [{ n: 1, reason: 'Too many that led to nothing.', byName: 'Dr Haddad' }],
    });
    expect((await app.as(director).post(path, change, { ifMatch: 0 })).as(problemSchema)).toMatchObject({
      code: 'version-conflict',
      version: 1,
    });
    await enters(doctor, world, [1, 1, 1, 1, 1, 1, 1, 1, 0], '2026-03-01');
    await enters(doctor, world, [2, 2, 2, 2, 2, 2, 2, 1, 0], '2026-03-05');
    expect(await alertsOf(world)).toEqual([]);
    await enters(doctor, world, [3, 3, 3, 3, 3, 3, 3, 2, 0], '2026-03-09');
    expect((await alertsOf(world)).map(({ rule, level }) => [rule, level])).toEqual([
      ['phq-9-severe-rise', 'red'],
    ]);
    const [kept] = await app.sql(
      `select rule_version, parameters from alert where clinic_id = $1 and rule = 'phq-9-severe-rise'`,
      [clinic.id],
    );
    expect(kept).toEqual({ rule_version: 'phq-9-severe-rise/1', parameters: { total: 20, points: 6 } });
  });

  it('about self-harm can never be switched off, not even past the product', async () => {
    const { clinic, director } = await aPatientAtHome();
    const off = { enabled: false, parameters: {}, reason: 'No reason is good enough.' };
    for (const rule of ['item-9', 'item-9-declined', 'item-9-rise', 'suicidal-ideation-reported']) {
      const refused = await app.as(director).post(`${clinic.path}/safety/rules/${rule}`, off, { ifMatch: 0 });
      expect([rule, refused.status]).toEqual([rule, 422]);
      await expect(
        app.sql(
          `insert into alert_rule_revision (clinic_id, rule, n, enabled, parameters, reason, recorded_by, recorded_at)
           values ($1, $2, 1, false, '{}', 'past the product', $3, now())`,
          [clinic.id, rule, director.accountId],
        ),
      ).rejects.toMatchObject({ constraint: 'alert_rule_revision_item_9_stays_on' });
    }
    const { rules } = (await app.as(director).get(`${clinic.path}/safety/rules`)).as(safetyRuleListSchema);
    expect(rules.filter(({ mayBeOff }) => !mayBeOff).every(({ enabled }) => enabled)).toBe(true);
    for (const { id, source, trigger } of rules) {
      expect({ id, source: source.length > 5, filled: !trigger.includes('{') }).toEqual({
        id,
        source: true,
        filled: true,
      });
    }
  });
});

describe('escalation', () => {
  const escalate = () => app.nest.get(JobRuns).run(ESCALATE_ALERTS);
  const letters = async ({ clinic }: World, to: SignedIn) => {
    await app.nest.get(Deliveries).deliver(clinic.id);
    return mail.letters.filter((letter) => letter.to.includes(to.email));
  };

  it('says once to others what nobody took on in time, without a word about the patient', async () => {
    const world = await aPatientAtHome();
    await answers(world, 2);
    app.clock.set('2026-03-10T14:14:59Z');
    await escalate();
    expect((await alertsOf(world))[0]).toMatchObject({ state: 'open', escalatedAt: null });
    expect(await letters(world, world.doctor)).toEqual([]);
    app.clock.set('2026-03-10T14:15:00Z');
    await Promise.all([escalate(), escalate()]);
    await escalate();
    const [alert] = await alertsOf(world);
    expect(alert).toMatchObject({ state: 'open', escalatedAt: '2026-03-10T14:15:00.000Z', owner: null });
    expect(alert?.events).toMatchObject([{ kind: 'escalated', byName: null }]);
    expect(await letters(world, world.doctor)).toHaveLength(1);
    expect(await letters(world, world.director)).toHaveLength(1);
    expect(await letters(world, world.colleague)).toEqual([]);
    expect(await letters(world, world.nurse)).toEqual([]);
    const raw = (await letters(world, world.doctor))[0]?.raw ?? '';
    expect(raw).toContain('/safety');
    for (const word of ['Rivera', 'Ana', 'PHQ', 'item 9', String(alert?.id), world.patient.id]) {
      expect(raw).not.toContain(word);
    }
  });

  it('leaves alone what somebody took on, and follows the times that the clinic sets', async () => {
    const world = await aPatientAtHome();
    const { clinic, director, nurse, doctor } = world;
    const settings = `${clinic.path}/safety/escalation`;
    const current = (await app.as(doctor).get(settings)).as(escalationSettingsSchema);
    expect(current).toMatchObject({ redMinutes: 15, amberWorkingDays: 2, version: 0 });
    const change = {
      redMinutes: 5,
      amberWorkingDays: 1,
      weekdays: [1, 2, 3, 4, 5, 6],
      opens: '09:00',
      closes: '17:00',
      redWhenClosed: 'next-opening',
      reason: 'Somebody sits at the screen.',
    };
    expect((await app.as(doctor).post(settings, change, { ifMatch: 0 })).status).toBe(403);
    const set = await app.as(director).post(settings, change, { ifMatch: 0 });
    expect(set.as(escalationSettingsSchema)).toMatchObject({
      redMinutes: 5,
      version: 1,
      byName: 'Dr Haddad',
    });
    await answers(world, 1);
    const [alert] = await alertsOf(world);
    await app.as(nurse).post(`${clinic.path}/safety/alerts/${String(alert?.id)}/acknowledge`);
    app.clock.set('2026-03-10T14:30:00Z');
    await escalate();
    expect((await alertsOf(world))[0]).toMatchObject({ state: 'acknowledged', escalatedAt: null });
    expect(await letters(world, doctor)).toEqual([]);
  });
});

describe('the ledger', () => {
  it('counts for each rule what fired, what came of it and how long it took, to the director alone', async () => {
    const world = await aPatientAtHome();
    const { clinic, director, doctor, nurse } = world;
    await answers(world, 1);
    await enters(doctor, world, [3, 2, 2, 2, 2, 2, 2, 2, 0], '2026-03-10', MORNING);
    const [red, amber] = await alertsOf(world);
    app.clock.set('2026-03-10T14:10:00Z');
    await app.as(nurse).post(`${clinic.path}/safety/alerts/${String(red?.id)}/acknowledge`);
    await app.as(doctor).post(`${clinic.path}/safety/alerts/${String(amber?.id)}/resolve`, {
      outcome: 'no-action-needed',
      note: null,
    });
    const path = `${clinic.path}/safety/ledger?from=2026-03-10&to=2026-03-10`;
    expect((await app.as(doctor).get(path)).status).toBe(403);
    const ledger = (await app.as(director).get(path)).as(ledgerSchema);
    const lineOf = (rule: string) => ledger.lines.find((line) => line.rule === rule);
    expect(lineOf('item-9')).toEqual({
      rule: 'item-9',
      fired: 1,
      ledToAction: 0,
      withoutAction: 0,
      acknowledged: 1,
      open: 0,
      escalated: 0,
      medianMinutes: 10,
      ninetiethMinutes: 10,
    });
    expect(lineOf('phq-9-rise')).toMatchObject({ fired: 1, ledToAction: 0, withoutAction: 1, open: 0 });
    expect(lineOf('low-oxygen')).toMatchObject({ fired: 0, medianMinutes: null });
    const before = `${clinic.path}/safety/ledger?from=2026-03-01&to=2026-03-09`;
    const earlier = (await app.as(director).get(before)).as(ledgerSchema);
    expect(earlier.lines.every(({ fired }) => fired === 0)).toBe(true);
  });
});

describe('forms that nobody has read', () => {
  it('are read by who treats the patient, by opening the form or the patient, with who and when', async () => {
    const world = await aPatientAtHome();
    const { clinic, doctor, nurse, director, patient } = world;
    const form = await answers(world, 0);
    const unread = async (by: SignedIn) =>
      (await app.as(by).get(`${clinic.path}/safety/unread`)).as(unreadResultsSchema);
    expect(await unread(nurse)).toMatchObject({
      count: 1,
      results: [{ assessmentId: form, instrument: 'phq-9', total: 8, patientName: 'Rivera, Ana' }],
    });
    expect((await unread(world.colleague)).count).toBe(0);
    // A director reads for the clinic, not for the care team.
    expect((await app.as(director).get(`${clinic.path}/assessments/${form}`)).status).toBe(200);
    expect((await unread(nurse)).count).toBe(1);
    const opened = await app.as(nurse).get(`${clinic.path}/assessments/${form}`);
    expect(opened.as(assessmentDetailSchema).id).toBe(form);
    expect((await unread(nurse)).count).toBe(0);
    const second = await answers(world, 0);
    expect((await unread(doctor)).count).toBe(1);
    expect((await app.as(doctor).get(`${clinic.path}/patients/${patient.id}/trajectory`)).status).toBe(200);
    await app.as(doctor).get(`${clinic.path}/patients/${patient.id}/trajectory`);
    expect((await unread(doctor)).count).toBe(0);
    const reads = await app.sql(
      `select assessment_id, account_id from result_read where clinic_id = $1 order by read_at, account_id`,
      [clinic.id],
    );
    expect(reads).toHaveLength(3);
    expect(reads).toEqual(
      expect.arrayContaining([
        { assessment_id: form, account_id: nurse.accountId },
        { assessment_id: form, account_id: doctor.accountId },
        { assessment_id: second, account_id: doctor.accountId },
      ]),
    );
  });
});

describe('a safety plan', () => {
  const words = {
    warningSigns: 'I stop answering the telephone.',
    whatHelps: null,
    people: 'My sister Lucia.',
    professionals: null,
    safePlace: null,
    reasonsToLive: 'The dog.',
    reviewOn: '2026-06-10',
  };

  it('is written with the patient, kept in versions, said to be overdue, and read by the patient', async () => {
    const { clinic, doctor, nurse, colleague, director, patient, person } = await aPatientAtHome();
    const path = `${clinic.path}/patients/${patient.id}/safety-plan`;
    const own = async () =>
      (await app.as(person).get(`${clinic.path}/me/safety-plan`)).as(ownSafetyPlanSchema);
    expect(await own()).toEqual({ plan: null });
    expect((await app.as(nurse).get(path)).as(safetyPlanSchema)).toMatchObject({ version: 0, revisions: [] });
    const first = await app.as(nurse).post(path, words, { ifMatch: 0 });
    expect(first.as(safetyPlanSchema)).toMatchObject({ version: 1, isReviewOverdue: false });
    expect((await app.as(doctor).post(path, words, { ifMatch: 0 })).status).toBe(412);
    const changed = { ...words, whatHelps: 'Walk to the harbor.' };
    expect((await app.as(doctor).post(path, changed, { ifMatch: 1 })).status).toBe(200);
    expect((await own()).plan).toEqual({
      warningSigns: words.warningSigns,
      whatHelps: 'Walk to the harbor.',
      people: words.people,
      professionals: null,
      safePlace: null,
      reasonsToLive: 'The dog.',
      writtenOn: '2026-03-10',
    });
    expect((await app.as(colleague).get(path)).status).toBe(404);
    expect((await app.as(person).get(path)).status).toBe(403);
    expect((await app.as(person).post(path, words, { ifMatch: 2 })).status).toBe(403);
    expect((await app.as(director).post(path, words, { ifMatch: 2 })).status).toBe(403);
    app.clock.set('2026-06-11T14:00:00Z');
    const late = (await app.as(await anew(director)).get(path)).as(safetyPlanSchema);
    expect(late).toMatchObject({ version: 2, isReviewOverdue: true });
    expect(late.revisions.map(({ n, byName }) => [n, byName])).toEqual([
      [2, 'Dr Okafor'],
      [1, 'N. Brandt'],
    ]);
    const refused = await app.as(await anew(doctor)).post(path, changed, { ifMatch: 2 });
    expect(refused.as(problemSchema).errors?.[0]?.pointer).toBe('/reviewOn');
  });
});
