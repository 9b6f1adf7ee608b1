import {
  problemSchema,
  sessionDetailSchema,
  sessionPlanSchema,
  sessionPlansSchema,
  sessionsOfDaySchema,
  type PlanSessions,
} from '@courseline/contracts';
import { aClinic, aCourse, aMember, aPatient, aPlannedSession } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const induction: PlanSessions = {
  phase: 'induction',
  count: 6,
  intervalDays: 3.5,
  firstDay: '2026-03-03',
  time: '14:30',
  closedWeekdays: [],
};

async function aRunningCourse() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const nurse = await aMember(app, clinic, ['nurse'], { name: 'N. Brandt' });
  const patient = await aPatient(app, clinic, { team: [doctor, nurse] });
  const course = await aCourse(app, clinic, patient, { by: doctor });
  return { clinic, doctor, nurse, patient, course, path: `${clinic.path}/courses/${course.id}/sessions` };
}

async function aPlanned(onDate = '2026-03-10') {
  const running = await aRunningCourse();
  const { clinic, doctor, course } = running;
  const { id } = await aPlannedSession(app, clinic, course, { by: doctor, onDate });
  return { ...running, id, session: `${clinic.path}/sessions/${id}` };
}

describe('planning a series', () => {
  it('plans six sessions twice a week at the same time of day, through the change of the clocks', async () => {
    const { nurse, path, course, patient } = await aRunningCourse();
    const answer = await app.as(nurse).post(path, induction);
    expect(answer.status).toBe(201);
    const { sessions } = answer.as(sessionPlansSchema);
    expect(sessions.map(({ onDate, plannedAt, number }) => [onDate, plannedAt, number])).toEqual([
      ['2026-03-03', '2026-03-03T19:30:00.000Z', 1],
      ['2026-03-06', '2026-03-06T19:30:00.000Z', 2],
      ['2026-03-10', '2026-03-10T18:30:00.000Z', 3],
      ['2026-03-13', '2026-03-13T18:30:00.000Z', 4],
      ['2026-03-17', '2026-03-17T18:30:00.000Z', 5],
      ['2026-03-20', '2026-03-20T18:30:00.000Z', 6],
    ]);
    expect(sessions[0]).toMatchObject({
      courseId: course.id,
      patientId: patient.id,
      state: 'planned',
      agent: 'ketamine',
      route: 'iv',
      orderedMgPerKg: 0.5,
      isSigned: false,
      recordedBy: { name: 'N. Brandt' },
    });
  });

  it('passes over the days on which the clinic is closed', async () => {
    const { nurse, path } = await aRunningCourse();
    const daily = { ...induction, count: 3, intervalDays: 1, firstDay: '2026-03-13', closedWeekdays: [6, 7] };
    const { sessions } = (await app.as(nurse).post(path, daily)).as(sessionPlansSchema);
    expect(sessions.map(({ onDate }) => onDate)).toEqual(['2026-03-13', '2026-03-16', '2026-03-17']);
  });

  it('plans all or none: a day that is taken is named', async () => {
    const { clinic, nurse, doctor, course, path } = await aRunningCourse();
    await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-10' });
    const answer = await app.as(nurse).post(path, induction);
    expect(answer.status).toBe(409);
    expect(answer.as(problemSchema).errors).toMatchObject([
      { pointer: '/firstDay', detail: expect.stringContaining('2026-03-10') },
    ]);
    expect((await app.as(nurse).get(path)).as(sessionPlansSchema).sessions).toHaveLength(1);
  });

  it('plans from the start of the course on, at most two years ahead', async () => {
    const { nurse, path } = await aRunningCourse();
    for (const firstDay of ['2026-02-28', '2028-03-20']) {
      const answer = await app.as(nurse).post(path, { ...induction, firstDay });
      expect(answer.status).toBe(422);
      expect(answer.as(problemSchema).errors).toMatchObject([{ pointer: '/firstDay' }]);
    }
  });

  it('points to wrong fields and stores nothing', async () => {
    const { nurse, path } = await aRunningCourse();
    const wrong = { ...induction, count: 0, time: '25:00', closedWeekdays: [0] };
    const answer = await app.as(nurse).post(path, wrong);
    expect(answer.status).toBe(400);
    expect((answer.as(problemSchema).errors ?? []).map(({ pointer }) => pointer)).toEqual([
      '/count',
      '/time',
      '/closedWeekdays/0',
    ]);
    expect((await app.as(nurse).get(path)).as(sessionPlansSchema).sessions).toEqual([]);
  });

  it('needs a course that runs and has sessions', async () => {
    const { clinic, nurse, doctor, patient, course, path } = await aRunningCourse();
    const ssri = await aCourse(app, clinic, patient, { by: doctor, agent: 'ssri', route: 'oral' });
    const comparator = await app.as(nurse).post(`${clinic.path}/courses/${ssri.id}/sessions`, induction);
    expect(comparator.status).toBe(409);
    const end = { endedOn: '2026-03-10', endReason: 'completed', endNote: null };
    await app.as(doctor).post(`${clinic.path}/courses/${course.id}/end`, end, { ifMatch: 1 });
    expect((await app.as(nurse).post(path, induction)).status).toBe(409);
  });

  it('is for those who treat the patient', async () => {
    const { clinic, path } = await aRunningCourse();
    const stranger = await aMember(app, clinic, ['nurse']);
    const director = await aMember(app, clinic, ['director']);
    expect((await app.as(stranger).post(path, induction)).status).toBe(404);
    expect((await app.as(director).post(path, induction)).status).toBe(403);
  });
});

describe('moving a session', () => {
  it('keeps where it stood, with the reason', async () => {
    const { nurse, session, path } = await aPlanned();
    const body = { day: '2026-03-12', time: '09:00', reason: 'The patient asked' };
    const moved = await app.as(nurse).post(`${session}/reschedule`, body, { ifMatch: 1 });
    expect(moved.as(sessionPlanSchema)).toMatchObject({
      version: 2,
      onDate: '2026-03-12',
      plannedAt: '2026-03-12T13:00:00.000Z',
      state: 'planned',
    });
    const late = await app.as(nurse).post(`${session}/reschedule`, body, { ifMatch: 1 });
    expect(late.status).toBe(412);
    const { revisions } = (await app.as(nurse).get(session)).as(sessionDetailSchema);
    expect(revisions.map(({ onDate, reason }) => [onDate, reason])).toEqual([
      ['2026-03-12', 'The patient asked'],
      ['2026-03-10', null],
    ]);
    expect((await app.as(nurse).get(path)).as(sessionPlansSchema).sessions).toHaveLength(1);
  });

  it('stays on its day with another time, but not on a day that is taken', async () => {
    const { clinic, nurse, doctor, course, session } = await aPlanned();
    await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-12' });
    const move = (day: string, ifMatch: number) =>
      app.as(nurse).post(`${session}/reschedule`, { day, time: '08:00', reason: 'No room' }, { ifMatch });
    expect((await move('2026-03-10', 1)).status).toBe(200);
    expect((await move('2026-03-12', 2)).as(problemSchema).errors).toMatchObject([{ pointer: '/day' }]);
    expect((await move('2026-02-28', 2)).status).toBe(422);
  });
});

describe('a session that does not take place', () => {
  it('is cancelled with a reason, keeps no number, and is planned again', async () => {
    const { clinic, nurse, doctor, course, session, path } = await aPlanned();
    await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-13' });
    const cancelled = await app.as(nurse).post(`${session}/cancel`, { reason: 'Fever' }, { ifMatch: 1 });
    expect(cancelled.as(sessionPlanSchema)).toMatchObject({
      state: 'cancelled',
      stateReason: 'Fever',
      number: null,
    });
    const { sessions } = (await app.as(nurse).get(path)).as(sessionPlansSchema);
    expect(sessions.map(({ number }) => number)).toEqual([null, 1]);
    const again = await app
      .as(nurse)
      .post(
        `${session}/reschedule`,
        { day: '2026-03-10', time: '10:00', reason: 'Well again' },
        { ifMatch: 2 },
      );
    expect(again.as(sessionPlanSchema)).toMatchObject({ state: 'planned', stateReason: null, number: 1 });
  });

  it('is missed only from its day on', async () => {
    const today = await aPlanned('2026-03-10');
    const missed = await app
      .as(today.nurse)
      .post(`${today.session}/no-show`, { reason: null }, { ifMatch: 1 });
    expect(missed.as(sessionPlanSchema)).toMatchObject({ state: 'no-show', stateReason: null });
    const tomorrow = await aPlanned('2026-03-11');
    const early = await app
      .as(tomorrow.nurse)
      .post(`${tomorrow.session}/no-show`, { reason: null }, { ifMatch: 1 });
    expect(early.status).toBe(409);
  });

  it('waits while someone is logging it', async () => {
    const { nurse, session } = await aPlanned();
    const changes = [{ path: 'note', value: 'Arrived early' }];
    await app.as(nurse).patch(`${session}/draft`, { changes }, { ifMatch: 0 });
    const answer = await app.as(nurse).post(`${session}/cancel`, { reason: 'Unwell' }, { ifMatch: 1 });
    expect(answer.status).toBe(409);
  });

  it('is in the hands of those who treat the patient', async () => {
    const { clinic, session } = await aPlanned();
    const stranger = await aMember(app, clinic, ['clinician']);
    const director = await aMember(app, clinic, ['director']);
    for (const deed of ['cancel', 'no-show']) {
      const body = { reason: 'Unwell' };
      expect((await app.as(stranger).post(`${session}/${deed}`, body, { ifMatch: 1 })).status).toBe(404);
      expect((await app.as(director).post(`${session}/${deed}`, body, { ifMatch: 1 })).status).toBe(403);
    }
  });
});

describe('the sessions of a day', () => {
  it('are those of the patients one may see, by time, today where no day is said', async () => {
    const { clinic, nurse, doctor, course, id } = await aPlanned();
    const later = await aPlannedSession(app, clinic, course, {
      by: doctor,
      plannedAt: '2026-03-10T20:00:00Z',
    });
    const other = await aMember(app, clinic, ['clinician']);
    const hidden = await aPatient(app, clinic, { team: [other] });
    const hiddenCourse = await aCourse(app, clinic, hidden, { by: other });
    await aPlannedSession(app, clinic, hiddenCourse, { by: other });
    const today = (await app.as(nurse).get(`${clinic.path}/sessions`)).as(sessionsOfDaySchema);
    expect(today.day).toBe('2026-03-10');
    expect(today.sessions.map((session) => session.id)).toEqual([id, later.id]);
    expect(today.sessions[0]).toMatchObject({ familyName: 'Rivera', givenName: 'Ana' });
    const empty = await app.as(nurse).get(`${clinic.path}/sessions?day=2026-03-11`);
    expect(empty.as(sessionsOfDaySchema)).toEqual({ day: '2026-03-11', sessions: [] });
    const director = await aMember(app, clinic, ['director']);
    const all = (await app.as(director).get(`${clinic.path}/sessions`)).as(sessionsOfDaySchema);
    expect(all.sessions).toHaveLength(3);
    expect((await app.as(nurse).get(`${clinic.path}/sessions?day=tomorrow`)).status).toBe(400);
  });
});
