import {
  courseHistorySchema,
  courseSchema,
  coursesSchema,
  movedCourseSchema,
  problemSchema,
  sessionDetailSchema,
  sessionPlansSchema,
  type EndCourse,
  type StartCourse,
} from '@courseline/contracts';
import { aClinic, aCourse, aMember, aPatient, aPlannedSession } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ketamine: StartCourse = {
  agent: 'ketamine',
  agentName: null,
  route: 'iv',
  startedOn: '2026-03-02',
  declaredDayZero: null,
  orderedMg: null,
  orderedMgPerKg: 0.5,
  infusionMinutes: 40,
  settingTag: 'music, eye mask',
  note: null,
  phases: [
    { phase: 'induction', startsOn: null, plannedSessions: 6, intervalDays: 3.5 },
    { phase: 'maintenance', startsOn: null, plannedSessions: null, intervalDays: 28 },
  ],
};

async function aTreated() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const nurse = await aMember(app, clinic, ['nurse'], { name: 'N. Brandt' });
  const patient = await aPatient(app, clinic, { team: [doctor, nurse] });
  const path = `${clinic.path}/patients/${patient.id}/courses`;
  return { clinic, doctor, nurse, patient, path };
}

async function aStarted(change: Partial<StartCourse> = {}) {
  const treated = await aTreated();
  const answer = await app.as(treated.doctor).post(treated.path, { ...ketamine, ...change });
  expect(answer.status).toBe(201);
  const course = answer.as(courseSchema);
  return { ...treated, course, one: `${treated.clinic.path}/courses/${course.id}` };
}

/** A course whose first session was given and signed through the product, on 10 March. */
async function aCourseWithDose() {
  const started = await aStarted();
  const { clinic, doctor, course } = started;
  const { id } = await aPlannedSession(
    app,
    clinic,
    { id: course.id, patientId: course.patientId },
    { by: doctor },
  );
  const session = `${clinic.path}/sessions/${id}`;
  const changes = [
    { path: 'weight', value: { value: 84, unit: 'kg', on: '2026-03-10', confirmed: false } },
    { path: 'dose', value: { givenMg: 42, asOrdered: true } },
    { path: 'started-at', value: '2026-03-10T14:05:00.000Z' },
    { path: 'vitals/before/at', value: '2026-03-10T14:00:00.000Z' },
    { path: 'vitals/before/systolic', value: 128 },
    { path: 'vitals/before/diastolic', value: 82 },
    { path: 'side-effects-asked', value: 'none' },
    { path: 'answers/phq-9/9', value: 0 },
  ];
  expect((await app.as(doctor).patch(`${session}/draft`, { changes }, { ifMatch: 0 })).status).toBe(200);
  expect((await app.as(doctor).post(`${session}/sign`, {}, { ifMatch: 1 })).status).toBe(200);
  return { ...started, session };
}

const end: EndCourse = { endedOn: '2026-03-10', endReason: 'no-benefit', endNote: null };

describe('starting a course', () => {
  it('keeps agent, route, order and the phases in their order', async () => {
    const { course, patient, doctor } = await aStarted();
    expect(course).toMatchObject({ ...ketamine, patientId: patient.id, version: 1, status: 'current' });
    expect(course).toMatchObject({ dayZero: null, dayZeroSource: null, endedOn: null });
    expect(course.recordedBy).toEqual({ accountId: doctor.accountId, name: 'Dr Okafor' });
  });

  it('takes a comparator course with a declared day zero', async () => {
    const { course } = await aStarted({
      agent: 'ssri',
      agentName: 'sertraline',
      route: 'oral',
      declaredDayZero: '2026-02-01',
      orderedMgPerKg: null,
      infusionMinutes: null,
      phases: [],
    });
    expect(course).toMatchObject({ dayZero: '2026-02-01', dayZeroSource: 'declared', phases: [] });
  });

  it('points to what cannot be together and to what cannot be, and stores nothing', async () => {
    const { clinic, doctor, path } = await aTreated();
    const send = async (change: object) => {
      const answer = await app.as(doctor).post(path, { ...ketamine, ...change });
      return [answer.status, (answer.as(problemSchema).errors ?? []).map(({ pointer }) => pointer)] as const;
    };
    expect(await send({ agent: 'esketamine' })).toEqual([400, ['/route', '/orderedMgPerKg']]);
    expect(await send({ phases: [{ ...ketamine.phases[0], plannedSessions: 0 }] })).toEqual([
      400,
      ['/phases/0/plannedSessions'],
    ]);
    expect(await send({ startedOn: '2027-03-12', orderedMgPerKg: 10.5 })).toEqual([
      422,
      ['/startedOn', '/orderedMgPerKg'],
    ]);
    expect(await app.sql(`select 1 from course where clinic_id = $1`, [clinic.id])).toEqual([]);
  });

  it('is for clinicians who treat the patient', async () => {
    const { clinic, nurse, path } = await aTreated();
    const stranger = await aMember(app, clinic, ['clinician']);
    const director = await aMember(app, clinic, ['director']);
    const both = await aMember(app, clinic, ['director', 'clinician']);
    const administrator = await aMember(app, clinic, ['administrator']);
    const status = async (who: { token: string }) => (await app.as(who).post(path, ketamine)).status;
    expect(await status(nurse)).toBe(403);
    expect(await status(director)).toBe(403);
    expect(await status(both)).toBe(403);
    expect(await status(administrator)).toBe(403);
    expect(await status(stranger)).toBe(404);
  });

  it('is seen by the care team and the director, and by nobody else', async () => {
    const { clinic, nurse, one } = await aStarted();
    const stranger = await aMember(app, clinic, ['clinician']);
    const director = await aMember(app, clinic, ['director']);
    const elsewhere = await aMember(app, await aClinic(app), ['director']);
    for (const [who, expected] of [
      [nurse, 200],
      [director, 200],
      [stranger, 404],
      [elsewhere, 404],
    ] as const)
      for (const address of [one, `${one}/history`, `${one}/sessions`])
        expect((await app.as(who).get(address)).status).toBe(expected);
  });
});

describe('amending a course', () => {
  it('keeps every version with its phases, reason and author', async () => {
    const { doctor, one } = await aStarted();
    const changed = { ...ketamine, orderedMgPerKg: 0.75, phases: ketamine.phases.slice(0, 1) };
    const answer = await app
      .as(doctor)
      .post(`${one}/amendments`, { ...changed, reason: 'Little effect' }, { ifMatch: 1 });
    expect(answer.as(courseSchema)).toMatchObject({ version: 2, orderedMgPerKg: 0.75 });
    const late = await app
      .as(doctor)
      .post(`${one}/amendments`, { ...changed, reason: 'Again' }, { ifMatch: 1 });
    expect(late.status).toBe(412);
    const { revisions } = (await app.as(doctor).get(`${one}/history`)).as(courseHistorySchema);
    expect(
      revisions.map(({ version, orderedMgPerKg, phases, reason }) => [
        version,
        orderedMgPerKg,
        phases.length,
        reason,
      ]),
    ).toEqual([
      [2, 0.75, 1, 'Little effect'],
      [1, 0.5, 2, null],
    ]);
  });

  it('takes planned sessions along, and leaves what was signed', async () => {
    const { clinic, doctor, course, one } = await aCourseWithDose();
    await aPlannedSession(
      app,
      clinic,
      { id: course.id, patientId: course.patientId },
      { by: doctor, onDate: '2026-03-13' },
    );
    const intramuscular = { ...ketamine, route: 'im', infusionMinutes: null, reason: 'No vein' };
    const answer = await app.as(doctor).post(`${one}/amendments`, intramuscular, { ifMatch: 1 });
    expect(answer.status).toBe(200);
    const { sessions } = (await app.as(doctor).get(`${one}/sessions`)).as(sessionPlansSchema);
    expect(sessions.map(({ state, route, version }) => [state, route, version])).toEqual([
      ['given', 'iv', 2],
      ['planned', 'im', 2],
    ]);
  });

  it('does not start after a dose was given, and does not become a course without sessions', async () => {
    const { doctor, one } = await aCourseWithDose();
    const send = async (change: object) =>
      (
        await app
          .as(doctor)
          .post(`${one}/amendments`, { ...ketamine, ...change, reason: 'Wrong' }, { ifMatch: 1 })
      ).as(problemSchema).errors;
    expect(await send({ startedOn: '2026-03-11' })).toMatchObject([{ pointer: '/startedOn' }]);
    const ssri = { agent: 'ssri', agentName: 'sertraline', route: 'oral', phases: [] };
    expect(await send({ ...ssri, orderedMgPerKg: null, infusionMinutes: null })).toMatchObject([
      { pointer: '/agent' },
    ]);
  });
});

describe('day zero', () => {
  it('is the day of the first dose, and goes when that was entered in error', async () => {
    const { doctor, one, session } = await aCourseWithDose();
    const before = (await app.as(doctor).get(one)).as(courseSchema);
    expect(before).toMatchObject({ dayZero: '2026-03-10', dayZeroSource: 'first-dose' });
    const detail = (await app.as(doctor).get(session)).as(sessionDetailSchema);
    const voided = await app
      .as(doctor)
      .post(`${session}/void`, { reason: 'Never given', withAssessments: true }, { ifMatch: detail.version });
    expect(voided.status).toBe(200);
    const after = (await app.as(doctor).get(one)).as(courseSchema);
    expect(after).toMatchObject({ dayZero: null, dayZeroSource: null });
  });
});

describe('ending a course', () => {
  it('cancels what is planned after it, keeps what is to be logged, and can be reopened', async () => {
    const { clinic, doctor, course, one } = await aStarted();
    const where = { id: course.id, patientId: course.patientId };
    for (const onDate of ['2026-03-09', '2026-03-11', '2026-03-13'])
      await aPlannedSession(app, clinic, where, { by: doctor, onDate });
    const ended = await app.as(doctor).post(`${one}/end`, end, { ifMatch: 1 });
    expect(ended.as(courseSchema)).toMatchObject({ ...end, version: 2 });
    const { sessions } = (await app.as(doctor).get(`${one}/sessions`)).as(sessionPlansSchema);
    expect(sessions.map(({ onDate, state, stateReason }) => [onDate, state, stateReason])).toEqual([
      ['2026-03-09', 'planned', null],
      ['2026-03-11', 'cancelled', 'The course ended'],
      ['2026-03-13', 'cancelled', 'The course ended'],
    ]);
    expect((await app.as(doctor).post(`${one}/end`, end, { ifMatch: 2 })).status).toBe(409);
    const reopened = await app
      .as(doctor)
      .post(`${one}/reopen`, { reason: 'Treatment goes on' }, { ifMatch: 2 });
    expect(reopened.as(courseSchema)).toMatchObject({ version: 3, endedOn: null, endReason: null });
  });

  it('does not end in the future, before it starts, or before its last dose', async () => {
    const { doctor, one } = await aCourseWithDose();
    for (const endedOn of ['2026-03-11', '2026-03-01', '2026-03-09']) {
      const answer = await app.as(doctor).post(`${one}/end`, { ...end, endedOn }, { ifMatch: 1 });
      expect(answer.status).toBe(422);
      expect(answer.as(problemSchema).errors).toMatchObject([{ pointer: '/endedOn' }]);
    }
  });

  it('counts days in the zone of the clinic', async () => {
    app.clock.set('2026-03-11T03:00:00Z');
    try {
      const { doctor, one } = await aStarted();
      const tomorrow = await app
        .as(doctor)
        .post(`${one}/end`, { ...end, endedOn: '2026-03-11' }, { ifMatch: 1 });
      expect(tomorrow.status).toBe(422);
      expect((await app.as(doctor).post(`${one}/end`, end, { ifMatch: 1 })).status).toBe(200);
    } finally {
      app.clock.set('2026-03-10T14:00:00Z');
    }
  });
});

describe('a course on the wrong patient', () => {
  it('moves with its planned sessions by two linked revisions, and leaves nothing behind', async () => {
    const { clinic, doctor, course, one, path } = await aStarted();
    await aPlannedSession(
      app,
      clinic,
      { id: course.id, patientId: course.patientId },
      { by: doctor, onDate: '2026-03-13' },
    );
    const right = await aPatient(app, clinic, { team: [doctor], familyName: 'Chen' });
    const body = { patientId: right.id, reason: 'Started on the wrong Rivera' };
    const moved = (await app.as(doctor).post(`${one}/move`, body, { ifMatch: 1 })).as(movedCourseSchema);
    expect(moved).toMatchObject({ patientId: right.id, version: 1 });
    const before = (await app.as(doctor).get(path)).as(coursesSchema);
    expect(before.courses).toMatchObject([
      { id: course.id, status: 'belongs-to-another-patient', linkedCourseId: moved.courseId },
    ]);
    const after = (await app.as(doctor).get(`${clinic.path}/courses/${moved.courseId}`)).as(courseSchema);
    expect(after).toMatchObject({ ...ketamine, status: 'current', linkedCourseId: course.id });
    const planned = async (id: string) =>
      (await app.as(doctor).get(`${clinic.path}/patients/${id}/sessions`)).as(sessionPlansSchema).sessions;
    expect(await planned(course.patientId)).toEqual([]);
    expect(await planned(right.id)).toMatchObject([
      { courseId: moved.courseId, onDate: '2026-03-13', state: 'planned' },
    ]);
    const left = await app.sql(
      `select 1 from current_course where clinic_id = $1 and patient_id = $2
       union all select 1 from current_session where clinic_id = $1 and patient_id = $2`,
      [clinic.id, course.patientId],
    );
    expect(left).toEqual([]);
    const [link] = await app.sql(
      `select status, linked_session_id is not null as linked from session_revision
        where clinic_id = $1 and patient_id = $2 and n = 2`,
      [clinic.id, course.patientId],
    );
    expect(link).toEqual({ status: 'belongs-to-another-patient', linked: true });
  });

  it('goes only to another patient whom the clinician treats', async () => {
    const { clinic, doctor, course, one } = await aStarted();
    const other = await aMember(app, clinic, ['clinician']);
    const hidden = await aPatient(app, clinic, { team: [other] });
    for (const patientId of [hidden.id, course.patientId]) {
      const answer = await app.as(doctor).post(`${one}/move`, { patientId, reason: 'Wrong' }, { ifMatch: 1 });
      expect(answer.status).toBe(422);
      expect(answer.as(problemSchema).errors).toMatchObject([{ pointer: '/patientId' }]);
    }
  });

  it('and one entered in error wait until what was signed in them is put right', async () => {
    const { clinic, doctor, one, session } = await aCourseWithDose();
    const right = await aPatient(app, clinic, { team: [doctor] });
    const body = { patientId: right.id, reason: 'Wrong patient' };
    const move = await app.as(doctor).post(`${one}/move`, body, { ifMatch: 1 });
    expect(move.as(problemSchema).code).toBe('holds-signed-sessions');
    const refused = await app.as(doctor).post(`${one}/void`, { reason: 'By mistake' }, { ifMatch: 1 });
    expect(refused.as(problemSchema).code).toBe('holds-signed-sessions');
    const target = await aCourse(app, clinic, right, { by: doctor });
    const sessionMove = await app.as(doctor).post(
      `${session}/move`,
      {
        patientId: right.id,
        courseId: target.id,
        withAssessments: true,
        reason: 'Wrong patient',
      },
      { ifMatch: 2 },
    );
    expect(sessionMove.status).toBe(200);
    const voided = await app.as(doctor).post(`${one}/void`, { reason: 'By mistake' }, { ifMatch: 1 });
    expect(voided.as(courseSchema)).toMatchObject({ status: 'entered-in-error', version: 2 });
  });
});

describe('a course entered in error', () => {
  it('leaves every list with its planned sessions and is read in the history', async () => {
    const { clinic, doctor, course, one } = await aStarted();
    const where = { id: course.id, patientId: course.patientId };
    await aPlannedSession(app, clinic, where, { by: doctor, onDate: '2026-03-13' });
    const answer = await app.as(doctor).post(`${one}/void`, { reason: 'Entered twice' }, { ifMatch: 1 });
    expect(answer.as(courseSchema)).toMatchObject({ status: 'entered-in-error', reason: 'Entered twice' });
    const left = await app.sql(
      `select 1 from current_course where clinic_id = $1 union all select 1 from current_session where clinic_id = $1`,
      [clinic.id],
    );
    expect(left).toEqual([]);
    const { revisions } = (await app.as(doctor).get(`${one}/history`)).as(courseHistorySchema);
    expect(revisions.map(({ status }) => status)).toEqual(['entered-in-error', 'current']);
    const again = await app.as(doctor).post(`${one}/end`, end, { ifMatch: 2 });
    expect(again.status).toBe(409);
  });

  it('waits while a session of it is being logged', async () => {
    const { clinic, doctor, course, one } = await aStarted();
    const where = { id: course.id, patientId: course.patientId };
    const { id } = await aPlannedSession(app, clinic, where, { by: doctor });
    const session = `${clinic.path}/sessions/${id}`;
    const changes = [{ path: 'note', value: 'Arrived early' }];
    await app.as(doctor).patch(`${session}/draft`, { changes }, { ifMatch: 0 });
    const refused = await app.as(doctor).post(`${one}/void`, { reason: 'By mistake' }, { ifMatch: 1 });
    expect(refused.status).toBe(409);
    const cleared = [{ path: 'note', value: null }];
    await app.as(doctor).patch(`${session}/draft`, { changes: cleared }, { ifMatch: 1 });
    const done = await app.as(doctor).post(`${one}/void`, { reason: 'By mistake' }, { ifMatch: 1 });
    expect(done.status).toBe(200);
  });
});
