import {
  aClinic,
  aCourse,
  aMember,
  aPatient,
  aPlannedSession,
  type TestClinic,
  type TestPatient,
} from '../../test/builders/index.js';
import { EventReader } from '../../test/event-reader.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';
import { newId } from '../database/ids.js';
import { EventStreams } from './event-streams.js';

let app: TestApp;
let clinic: TestClinic;
let nurse: SignedIn;
let patient: TestPatient;
let session: string;
const opened: EventReader[] = [];

beforeAll(async () => {
  app = await startTestApp();
  clinic = await aClinic(app);
  nurse = await aMember(app, clinic, ['nurse']);
  patient = await aPatient(app, clinic, { team: [nurse] });
  const course = await aCourse(app, clinic, patient, { by: nurse });
  session = (await aPlannedSession(app, clinic, course, { by: nurse })).id;
});
afterEach(() => {
  for (const reader of opened.splice(0)) reader.close();
});
afterAll(() => app.close());

/** A page that listens and has been told to ask for everything. */
async function listens(who: SignedIn, topics = 'alerts', where = clinic): Promise<EventReader> {
  const reader = await EventReader.open(app, `${where.path}/events?topics=${topics}`, who);
  opened.push(reader);
  if (reader.status === 200) expect(await reader.next()).toEqual({ again: true });
  return reader;
}

/** Answers item 9 in the session's draft as a nurse does; gives what came of it. */
async function answersItem9(value: number, of = session, who = nurse): Promise<number> {
  const draft = await app.as(who).get(`${clinic.path}/sessions/${of}/draft`);
  const version = draft.status === 200 ? Number(Reflect.get(draft.body as object, 'version')) : 0;
  const changes = [{ path: 'answers/phq-9/9', value }];
  return (await app.as(who).patch(`${clinic.path}/sessions/${of}/draft`, { changes }, { ifMatch: version }))
    .status;
}

/** A message that certainly comes after everything announced before it. */
async function announcesLast(topic: string, of: string | null = null): Promise<void> {
  await app.sql(`select pg_notify('courseline_events', $1)`, [
    JSON.stringify({ clinic: clinic.id, topic, patient: of }),
  ]);
}

describe('a stream of events', () => {
  it('is no answer that anyone keeps, changes or holds back', async () => {
    const reader = await listens(nurse);
    expect(reader.status).toBe(200);
    expect(reader.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'") as unknown,
    });
    expect(reader.headers['content-encoding']).toBeUndefined();
  });

  it('says that an answer to item 9 raised an alert, and nothing of the answer', async () => {
    const colleague = await aMember(app, clinic, ['director']);
    const reader = await listens(colleague);
    expect(await answersItem9(2)).toBe(200);
    expect(await reader.next()).toEqual({ topic: 'alerts' });
    // The same answer again is the same alert, and no news.
    expect(await answersItem9(2)).toBe(200);
    await announcesLast('alerts');
    expect(await reader.next()).toEqual({ topic: 'alerts' });
    expect(reader.unread).toEqual([]);
  });

  it('says nothing of what was rolled back', async () => {
    const reader = await listens(nurse);
    expect(await answersItem9(7)).toBe(400);
    await announcesLast('alerts');
    expect(await reader.next()).toEqual({ topic: 'alerts' });
    expect(reader.unread).toEqual([]);
  });

  it('is silent about patients of others, in this clinic and in another', async () => {
    const outside = await aMember(app, clinic, ['nurse']);
    const elsewhere = await aClinic(app);
    const stranger = await aMember(app, elsewhere, ['director']);
    const [hears, outsider, foreign] = [
      await listens(nurse),
      await listens(outside),
      await listens(stranger, 'alerts', elsewhere),
    ];
    expect(await answersItem9(1)).toBe(200);
    expect(await hears.next()).toEqual({ topic: 'alerts' });
    await announcesLast('alerts');
    expect(await outsider.next()).toEqual({ topic: 'alerts' });
    expect([outsider.unread, foreign.unread]).toEqual([[], []]);
  });

  it('of a session is only for who may see the patient, and for as long', async () => {
    const outside = await aMember(app, clinic, ['nurse']);
    expect((await listens(outside, `session/${session}`)).status).toBe(404);
    expect((await listens(nurse, `session/${newId()}`)).status).toBe(404);
    const joined = newId();
    await app.sql(
      `insert into care_team (clinic_id, id, patient_id, account_id, added_by, added_at) values ($1, $2, $3, $4, $5, $6)`,
      [clinic.id, joined, patient.id, outside.accountId, nurse.accountId, app.clock.now()],
    );
    const reader = await listens(outside, `session/${session}`);
    await announcesLast(`session/${session}`, patient.id);
    expect(await reader.next()).toEqual({ topic: `session/${session}` });
    await app.sql(`update care_team set ended_by = added_by, ended_at = added_at where id = $1`, [joined]);
    await announcesLast(`session/${session}`, patient.id);
    await app.nest.get(EventStreams).beat();
    expect(await reader.next()).toBe('end');
  });

  it('ends with the sign-in, with the membership, and after long silence of the person', async () => {
    const streams = app.nest.get(EventStreams);
    const [left, out] = [await aMember(app, clinic, ['nurse']), await aMember(app, clinic, ['nurse'])];
    const [ofLeft, ofOut] = [await listens(left), await listens(out)];
    await app.sql(`update membership set state = 'left' where account_id = $1`, [left.accountId]);
    expect((await app.as(out).post('/api/sign-out', {}, { idempotencyKey: null })).status).toBe(204);
    await announcesLast('alerts');
    expect([await ofLeft.next(), await ofOut.next()]).toEqual(['end', 'end']);

    const idle = await aMember(app, clinic, ['nurse']);
    const ofIdle = await listens(idle);
    await streams.beat();
    app.clock.advance({ minutes: 16 });
    await streams.beat();
    expect(await ofIdle.next()).toBe('end');
    expect(ofIdle.heartbeats).toBeGreaterThan(0);
    app.clock.advance({ minutes: -16 });
  });

  it('keeps nobody signed in', async () => {
    const idle = await aMember(app, clinic, ['nurse']);
    app.clock.advance({ minutes: 14 });
    expect((await listens(idle)).status).toBe(200);
    app.clock.advance({ minutes: 2 });
    expect((await listens(idle)).status).toBe(401);
    app.clock.advance({ minutes: -16 });
  });

  it('tells every page to ask again once a lost line is back', async () => {
    const reader = await listens(nurse);
    await app.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'courseline events' and datname = current_database()`,
    );
    expect(await reader.next()).toEqual({ again: true });
    await announcesLast('alerts');
    expect(await reader.next()).toEqual({ topic: 'alerts' });
  });

  it('is refused to a person who has eight open, and not to others', async () => {
    const busy = await aMember(app, clinic, ['nurse']);
    for (let n = 0; n < 8; n += 1) expect((await listens(busy)).status).toBe(200);
    expect((await listens(busy)).status).toBe(429);
    expect((await listens(nurse)).status).toBe(200);
  });

  it.each(['', 'everything', 'alerts,session/1', `${'alerts,'.repeat(10)}alerts`])(
    'is not opened for %j',
    async (topics) => {
      expect((await listens(nurse, topics)).status).toBe(400);
    },
  );
});
