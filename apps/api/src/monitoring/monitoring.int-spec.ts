import {
  earlierSessionsSchema,
  monitoringEntrySchema,
  sessionDetailSchema,
  sessionDraftSchema,
  sessionMonitorSchema,
  type NewMonitoringEntry,
  type SessionMonitor,
} from '@courseline/contracts';
import {
  aClinic,
  aCourse,
  aGivenSession,
  aMember,
  aPatient,
  aPlannedSession,
  type TestClinic,
} from '../../test/builders/index.js';
import { EventReader } from '../../test/event-reader.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import type { Answer } from '../../test/test-client.js';
import { newId } from '../database/ids.js';

let app: TestApp;
let clinic: TestClinic;
let nurse: SignedIn;
let colleague: SignedIn;
let clinician: SignedIn;

const start = '2026-03-10T14:00:00.000Z';

beforeAll(async () => {
  app = await startTestApp({ now: start });
  clinic = await aClinic(app);
  nurse = await aMember(app, clinic, ['nurse'], { name: 'Nadia Brandt' });
  colleague = await aMember(app, clinic, ['nurse'], { name: 'Femi Adeyemi' });
  clinician = await aMember(app, clinic, ['clinician']);
});
beforeEach(() => app.clock.set(start));
afterAll(() => app.close());

/** Time goes by while everybody is at work. */
async function pass(minutes: number): Promise<void> {
  app.clock.advance({ minutes });
  await app.sql('update sign_in set last_active_at = $1', [app.clock.now()]);
}

type Body = NewMonitoringEntry['body'];

class Room {
  constructor(
    readonly session: string,
    readonly patient: string,
  ) {}

  get path(): string {
    return `${clinic.path}/sessions/${this.session}`;
  }

  add(
    body: Body,
    { by = nurse, at = app.clock.now().toISOString(), withdraws = null as string | null, key = newId() } = {},
  ): Promise<Answer> {
    return app.as(by).post(`${this.path}/monitor/entries`, { at, withdraws, body }, { idempotencyKey: key });
  }

  /** Adds what must be taken; gives its id. */
  async has(body: Body, options: { by?: SignedIn; at?: string; withdraws?: string } = {}): Promise<string> {
    const answer = await this.add(body, options);
    expect(answer).toMatchObject({ status: 201 });
    return answer.as(monitoringEntrySchema).id;
  }

  async monitor(by = nurse): Promise<SessionMonitor> {
    return (await app.as(by).get(`${this.path}/monitor`)).as(sessionMonitorSchema);
  }

  async fields(): Promise<Record<string, unknown>> {
    const draft = (await app.as(nurse).get(`${this.path}/draft`)).as(sessionDraftSchema);
    return Object.fromEntries(Object.entries(draft.fields).map(([path, { value }]) => [path, value]));
  }
}

async function aRoom(agent: 'ketamine' | 'esketamine' = 'ketamine'): Promise<Room> {
  const patient = await aPatient(app, clinic, { team: [nurse, colleague, clinician] });
  const course = await aCourse(app, clinic, patient, {
    by: clinician,
    ...(agent === 'esketamine' ? { agent, route: 'intranasal', orderedMg: 56 } : {}),
  });
  const session = await aPlannedSession(app, clinic, course, { by: nurse });
  return new Room(session.id, patient.id);
}

const before = (systolic = 128, diastolic = 82): Body => ({
  kind: 'readings',
  moment: 'before',
  readings: { systolic, diastolic, pulse: 74, spo2: 98 },
});
const doseStarted: Body = { kind: 'dose-started', overrides: [] };
const calm = { systolic: 126, diastolic: 80, spo2: 98, sedation: 5, dissociation: 0 };

describe('the timeline of a session', () => {
  it('becomes the readings, side effects and times of the signed session', async () => {
    const room = await aRoom();
    await room.has(before());
    await room.has(doseStarted);
    await pass(10);
    await room.has({ kind: 'side-effect', code: 'dissociation', severity: 2, reporter: 'patient' });
    await pass(5);
    await room.has({
      kind: 'readings',
      moment: 'at-15-minutes',
      readings: { systolic: 141, diastolic: 88, dissociation: 6 },
    });
    await pass(25);
    await room.has({
      kind: 'readings',
      moment: 'at-40-minutes',
      readings: { systolic: 146, diastolic: 91, pulse: 88 },
    });
    await room.has({ kind: 'infusion-ended', reason: null });
    await pass(15);
    await room.has({ kind: 'side-effect-ended', code: 'dissociation' }, { by: colleague });
    await pass(35);
    await room.has({ kind: 'readings', moment: 'end', readings: calm });
    await room.has({ kind: 'discharged', escort: 'Sister', toldNotToDrive: true, overrides: [] });
    expect(await room.fields()).toEqual({
      'started-at': '2026-03-10T14:00:00.000Z',
      'ended-at': '2026-03-10T15:30:00.000Z',
      'vitals/before/at': '2026-03-10T14:00:00.000Z',
      'vitals/before/systolic': 128,
      'vitals/before/diastolic': 82,
      'vitals/before/pulse': 74,
      'vitals/before/spo2': 98,
      'vitals/other-1/at': '2026-03-10T14:15:00.000Z',
      'vitals/other-1/systolic': 141,
      'vitals/other-1/diastolic': 88,
      'vitals/other-1/dissociation': 6,
      'vitals/at-40-minutes/at': '2026-03-10T14:40:00.000Z',
      'vitals/at-40-minutes/systolic': 146,
      'vitals/at-40-minutes/diastolic': 91,
      'vitals/at-40-minutes/pulse': 88,
      'vitals/end/at': '2026-03-10T15:30:00.000Z',
      ...Object.fromEntries(Object.entries(calm).map(([kind, value]) => [`vitals/end/${kind}`, value])),
      'side-effects-asked': 'some',
      'side-effects/dissociation': {
        severity: 2,
        onsetMinutes: 10,
        durationMinutes: 45,
        ctcaeGrade: null,
        serious: null,
        seriousCriterion: null,
        reporter: 'patient',
        note: null,
      },
    });

    const draft = (await app.as(clinician).get(`${room.path}/draft`)).as(sessionDraftSchema);
    expect(draft.fields['side-effects/dissociation']?.byName).toBe('Femi Adeyemi');
    const weight = { value: 84, unit: 'kg', on: '2026-03-10', confirmed: true };
    const dose = { givenMg: 42, asOrdered: true };
    const changes = [
      { path: 'weight', value: weight },
      { path: 'dose', value: dose },
    ];
    const saved = await app
      .as(clinician)
      .patch(`${room.path}/draft`, { changes }, { ifMatch: draft.version });
    expect(saved.status).toBe(200);
    const signed = await app
      .as(clinician)
      .post(`${room.path}/sign`, {}, { headers: { 'if-match': `"${draft.version + 1}"` } });
    const [revision] = signed.as(sessionDetailSchema).revisions;
    expect(revision).toMatchObject({
      startedAt: '2026-03-10T14:00:00.000Z',
      endedAt: '2026-03-10T15:30:00.000Z',
      sideEffects: [{ code: 'dissociation', onsetMinutes: 10, durationMinutes: 45 }],
    });
    expect(revision?.readings.filter(({ kind }) => kind === 'blood-pressure')).toMatchObject([
      { moment: 'before', minute: 0, value: 128 },
      { moment: 'at-40-minutes', minute: 40, value: 146 },
      { moment: 'other', minute: 15, value: 141 },
      { moment: 'end', minute: 90, value: 126 },
    ]);
    // A signed session takes no more; what was written stays with it.
    expect(await room.add({ kind: 'note', text: 'Late.' })).toMatchObject({ status: 409 });
    expect((await room.monitor()).entries).toHaveLength(9);
  });

  it('keeps every entry of two people who write at once, and each once', async () => {
    const room = await aRoom();
    const notes = Array.from({ length: 12 }, (_, n) => ({
      text: `Note ${n}`,
      key: newId(),
      by: n % 2 === 0 ? nurse : colleague,
    }));
    const send = ({ text, key, by }: (typeof notes)[number]) => room.add({ kind: 'note', text }, { by, key });
    const readings = [0, 1, 2].map((n) =>
      room.add(
        { kind: 'readings', moment: 'other', readings: { pulse: 70 + n } },
        { by: n === 1 ? colleague : nurse },
      ),
    );
    // Sent twice each, as from a page that got no answer.
    const answers = await Promise.all([...notes.map(send), ...notes.map(send), ...readings]);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ status }) => status).filter((status) => status !== 503 && status !== 409)).toEqual(
      [],
    );
    const { entries } = await room.monitor();
    expect(entries.flatMap(({ body }) => (body.kind === 'note' ? [body.text] : [])).sort()).toEqual(
      notes.map(({ text }) => text).sort(),
    );
    const fields = await room.fields();
    expect([1, 2, 3].map((n) => fields[`vitals/other-${n}/pulse`]).sort()).toEqual([70, 71, 72]);
  });

  it('leaves what a person put right in the draft, and makes a page that is behind read it anew', async () => {
    const room = await aRoom();
    await room.has(before());
    const draft = (await app.as(nurse).get(`${room.path}/draft`)).as(sessionDraftSchema);
    const correct = (version: number) =>
      app
        .as(nurse)
        .patch(
          `${room.path}/draft`,
          { changes: [{ path: 'vitals/before/pulse', value: 78 }] },
          { ifMatch: version },
        );
    expect((await correct(draft.version)).status).toBe(200);
    await room.has(
      { kind: 'readings', moment: 'before', readings: { systolic: 130, diastolic: 84 } },
      { by: colleague },
    );
    expect(await correct(draft.version + 1)).toMatchObject({
      status: 412,
      body: { version: draft.version + 2 },
    });
    const fields = await room.fields();
    expect(fields).toMatchObject({
      'vitals/before/pulse': 78,
      'vitals/before/systolic': 128,
      'vitals/other-1/systolic': 130,
    });
  });

  it('corrects by another entry, once, and keeps both', async () => {
    const room = await aRoom();
    const wrong = await room.has(before(218, 82));
    await room.has(before(128, 82), { withdraws: wrong, by: colleague });
    expect(await room.fields()).toMatchObject({ 'vitals/before/systolic': 128 });
    expect(
      await room.add({ kind: 'withdrawal', reason: 'Typed wrongly' }, { withdraws: wrong }),
    ).toMatchObject({ status: 409 });
    const nausea = await room.has({ kind: 'side-effect', code: 'nausea', severity: 1, reporter: 'staff' });
    await room.has({ kind: 'withdrawal', reason: 'Other patient' }, { withdraws: nausea });
    expect(Object.keys(await room.fields())).not.toContain('side-effects/nausea');
    const { entries } = await room.monitor();
    expect(entries.map(({ body, withdraws }) => [body.kind, withdraws])).toEqual([
      ['readings', null],
      ['readings', wrong],
      ['side-effect', null],
      ['withdrawal', nausea],
    ]);
    const elsewhere = await aRoom();
    expect(await elsewhere.add({ kind: 'withdrawal', reason: 'x y z' }, { withdraws: nausea })).toMatchObject(
      { status: 409 },
    );
  });

  it('is heard within the team at once, and by nobody else', async () => {
    const room = await aRoom();
    const outside = await aMember(app, clinic, ['nurse']);
    const reader = await EventReader.open(
      app,
      `${clinic.path}/events?topics=session/${room.session}`,
      colleague,
    );
    expect(await reader.next()).toEqual({ again: true });
    await room.has(before());
    expect(await reader.next()).toEqual({ topic: `session/${room.session}` });
    reader.close();
    expect(await app.as(outside).get(`${room.path}/monitor`)).toMatchObject({ status: 404 });
    expect(await room.add({ kind: 'note', text: 'x' }, { by: outside })).toMatchObject({ status: 404 });
  });
});

describe('earlier sessions', () => {
  it('are those given before it in its course, in minutes, and nobody else’s', async () => {
    const patient = await aPatient(app, clinic, { team: [nurse] });
    const course = await aCourse(app, clinic, patient, { by: clinician });
    const given = await aGivenSession(app, clinic, course, {
      by: clinician,
      onDate: '2026-03-06',
      effects: [{ code: 'nausea', severity: 1, onset: 10, duration: 20 }],
      pressures: [['at-40-minutes', 151, 93]],
    });
    await aGivenSession(app, clinic, course, { by: clinician, onDate: '2026-03-12' });
    const session = await aPlannedSession(app, clinic, course, { by: nurse });
    const path = `${clinic.path}/sessions/${session.id}/earlier`;
    expect((await app.as(nurse).get(path)).as(earlierSessionsSchema).sessions).toMatchObject([
      {
        id: given.id,
        onDate: '2026-03-06',
        readings: [{ minute: 40, value: 151, diastolic: 93 }],
        sideEffects: [{ code: 'nausea', onsetMinutes: 10, durationMinutes: 20 }],
      },
    ]);
    expect(await app.as(colleague).get(path)).toMatchObject({ status: 404 });
  });
});

describe('a dose', () => {
  it('does not start over a high blood pressure without a reason, which the session keeps', async () => {
    const room = await aRoom();
    expect(await room.add(doseStarted)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/body/overrides/no-pressure-before-dose' }] },
    });
    await room.has(before(141, 88));
    expect(await room.add(doseStarted)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/body/overrides/pre-dose-pressure-above-140-90' }] },
    });
    const overrides = [{ rule: 'pre-dose-pressure-above-140-90', reason: 'Known, 138/86 at home' }];
    await room.has({ kind: 'dose-started', overrides });
    expect(await room.fields()).toMatchObject({ 'pressure-reason': 'Known, 138/86 at home' });
    expect(await room.add(doseStarted)).toMatchObject({ status: 409 });
  });

  it('starts at exactly 140/90', async () => {
    const room = await aRoom();
    await room.has(before(140, 90));
    await room.has(doseStarted);
  });

  it('does not lie in the future, nor before yesterday', async () => {
    const room = await aRoom();
    const note: Body = { kind: 'note', text: 'x' };
    expect(await room.add(note, { at: '2026-03-10T14:03:00.000Z' })).toMatchObject({ status: 422 });
    expect(await room.add(note, { at: '2026-03-09T13:59:00.000Z' })).toMatchObject({ status: 422 });
    expect(await room.add(note, { at: '2026-03-10T14:01:00.000Z' })).toMatchObject({ status: 201 });
  });
});

describe('a discharge', () => {
  it('of esketamine before two hours and without the pressure at 40 minutes needs a reason for each', async () => {
    const room = await aRoom('esketamine');
    await room.has(before());
    await room.has(doseStarted);
    await pass(119);
    await room.has({ kind: 'readings', moment: 'end', readings: calm });
    const leaving = { kind: 'discharged', escort: 'Taxi with Ms Ruiz', toldNotToDrive: true } as const;
    expect(await room.add({ ...leaving, overrides: [] })).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/body/overrides/two-hours' },
          { pointer: '/body/overrides/pressure-at-40-minutes' },
        ],
      },
    });
    const overrides = ['two-hours', 'pressure-at-40-minutes'].map((rule) => ({
      rule,
      reason: 'Cuff broke; seen by Dr Okafor',
    }));
    await room.has({ ...leaving, overrides });
    const { entries } = await room.monitor(clinician);
    expect(entries.at(-1)?.body).toMatchObject({ kind: 'discharged', overrides });
  });
});
