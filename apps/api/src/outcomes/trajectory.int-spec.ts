import { trajectorySchema, type Trajectory } from '@courseline/contracts';
import { newId } from '../../src/database/ids.js';
import {
  aClinic,
  aCourse,
  aGivenSession,
  aMember,
  aPatient,
  aPlannedSession,
} from '../../test/builders/index.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-17T14:00:00Z' });
});
afterAll(() => app.close());

const answersOf = (total: number, item9 = 0) => {
  let left = total - item9;
  return [
    ...Array.from({ length: 8 }, () => {
      const answer = Math.min(3, left);
      left -= answer;
      return answer;
    }),
    item9,
  ];
};

async function aTreatedPatient() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const patient = await aPatient(app, clinic, { team: [doctor], birthDate: '1992-03-18' });
  const course = await aCourse(app, clinic, patient, { by: doctor, startedOn: '2026-03-02' });
  const form = async (onDate: string, answers: readonly (number | null)[], more: object = {}) => {
    const answer = await app.as(doctor).post(`${clinic.path}/patients/${patient.id}/assessments`, {
      instrument: 'phq-9',
      answers,
      difficulty: null,
      total: null,
      onDate,
      at: null,
      context: 'between',
      ...more,
    });
    expect(answer.status).toBe(201);
  };
  const path = `${clinic.path}/patients/${patient.id}/trajectory`;
  const read = async (who: Pick<SignedIn, 'token'> = doctor, query = ''): Promise<Trajectory> =>
    (await app.as(who).get(`${path}${query}`)).as(trajectorySchema);
  return { clinic, doctor, patient, course, form, path, read };
}

const phq9 = (trajectory: Trajectory) => trajectory.instruments.find(({ id }) => id === 'phq-9');

describe('a trajectory', () => {
  it('says who the patient is, where the course stands and how the scores went', async () => {
    const { clinic, doctor, course, form, read } = await aTreatedPatient();
    const dose = { by: doctor };
    await form('2026-03-02', answersOf(17, 1));
    await aGivenSession(app, clinic, course, { ...dose, onDate: '2026-03-03' });
    await aGivenSession(app, clinic, course, { ...dose, onDate: '2026-03-06' });
    await form('2026-03-16', answersOf(12));
    const trajectory = await read();
    expect(trajectory.patient).toMatchObject({ familyName: 'Rivera', age: 33 });
    expect(trajectory.course).toMatchObject({
      dayZero: '2026-03-03',
      dayZeroSource: 'first-dose',
      sessionsGiven: 2,
      currentPhase: 0,
      phases: [{ phase: 'induction', from: '2026-03-03', to: null, planned: 6, given: 2 }],
    });
    expect(phq9(trajectory)).toMatchObject({
      range: { min: 0, max: 27 },
      baseline: { total: 17, date: '2026-03-02' },
      responseLine: { at: 8.5, orLess: 8 },
      standing: {
        status: 'some-change',
        change: -5,
        days: 14,
        noticeable: true,
        reliableFall: false,
        response: false,
        eligible: true,
      },
      points: [
        { total: 17, day: -1, item9: 1, change: null, percentOfBaseline: 100, bandId: 'moderately-severe' },
        { total: 12, day: 13, change: -5, bandId: 'moderate', enteredBy: 'Dr Okafor', inTrend: true },
      ],
    });
    expect(trajectory.instruments.map(({ id, points }) => [id, points.length])).toEqual([
      ['phq-9', 2],
      ['gad-7', 0],
      ['pcl-5', 0],
    ]);
  });

  it('tells complete, prorated and partial forms apart, and those after a dose', async () => {
    const { clinic, doctor, course, form, read } = await aTreatedPatient();
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-03' });
    await form('2026-03-02', [2, 2, null, 2, 2, 2, 2, 2, 0]);
    await form('2026-03-08', [2, 2, null, null, null, 2, 2, 2, 0]);
    await form('2026-03-04', answersOf(5), { at: '2026-03-04T09:00:00Z' });
    const points = phq9(await read())?.points ?? [];
    expect(points.map(({ status, total, answered, inTrend }) => [status, total, answered, inTrend])).toEqual([
      ['prorated', 16, 8, true],
      ['complete', 5, 9, false],
      ['partial', null, 6, true],
    ]);
  });

  it('shows sessions with their doses, side effects and pressures, and counts them', async () => {
    const { clinic, doctor, patient, course, read } = await aTreatedPatient();
    const first = await aGivenSession(app, clinic, course, {
      by: doctor,
      onDate: '2026-03-03',
      effects: [{ code: 'nausea', severity: 1, onset: 20, duration: 20 }],
      pressures: [
        ['before', 128, 82],
        ['at-40-minutes', 146, 91],
      ],
    });
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-06' });
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-10', asked: 'not-asked' });
    const planned = await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-20' });
    await app.sql(
      `insert into side_effect_report (clinic_id, id, session_id, patient_id, code, severity, reported_by, reported_at)
       values ($1, $2, $3, $4, 'nausea', 2, $5, $6)`,
      [clinic.id, newId(), first.id, patient.id, doctor.accountId, app.clock.now()],
    );
    const { sessions, sideEffects } = await read();
    expect(sessions.map(({ number, state, sideEffectsAsked }) => [number, state, sideEffectsAsked])).toEqual([
      [1, 'given', 'some'],
      [2, 'given', 'none'],
      [3, 'given', 'not-asked'],
      [null, 'planned', 'not-asked'],
    ]);
    expect(sessions[0]).toMatchObject({
      givenMg: 42,
      mgPerKg: 0.5,
      signedBy: 'Dr Okafor',
      pressure: { before: { systolic: 128 }, highest: { systolic: 146, minute: 40 }, riseSystolic: 18 },
      sideEffects: [
        {
          code: 'nausea',
          severity: 2,
          onsetMinutes: 20,
          durationMinutes: 20,
          reporters: ['patient', 'staff'],
        },
      ],
    });
    expect(sessions[3]?.id).toBe(planned.id);
    expect(sideEffects).toMatchObject({
      sessions: 3,
      sessionsAsked: 2,
      any: { x: 1, n: 2 },
      effects: [
        {
          code: 'nausea',
          sessions: { x: 1, n: 2 },
          worst: 2,
          resolution: { n: 1, medianMinutes: 40, longestMinutes: 40, unknown: 0 },
        },
      ],
    });
  });

  it('counts the hours of forms about right now from the dose they belong to, and puts them into no score', async () => {
    const { clinic, doctor, course, form, read } = await aTreatedPatient();
    const given = await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-03' });
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-10', startedAt: null });
    const rightNow = (at: string, answers: readonly number[], context: string) =>
      form(at.slice(0, 10), answers, { instrument: 'right-now', at, context });
    await rightNow('2026-03-03T18:00:00Z', [3, 6, 0], 'before-dose');
    await rightNow('2026-03-03T22:30:00Z', [6, 4, 2], 'after-dose');
    await rightNow('2026-03-10T22:30:00Z', [7, 4, 1], 'after-dose');
    const trajectory = await read();
    expect(
      trajectory.rightNow.map(({ sessionId, hoursFromDose, answers }) => [sessionId, hoursFromDose, answers]),
    ).toEqual([
      [given.id, -0.5, [3, 6, 0]],
      [given.id, 4, [6, 4, 2]],
      [null, null, [7, 4, 1]],
    ]);
    expect(trajectory.instruments.flatMap(({ points }) => points)).toEqual([]);
  });

  it('leaves out what was entered in error, and day 0 follows', async () => {
    const { clinic, doctor, course, form, read } = await aTreatedPatient();
    const wrong = await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-03' });
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-10' });
    await form('2026-03-09', answersOf(17));
    await form('2026-03-16', answersOf(9));
    const before = await read();
    expect(before.course?.dayZero).toBe('2026-03-03');
    expect(phq9(before)?.baseline).toBeNull();

    await app.sql(
      `with revised as (
         insert into session_revision (clinic_id, session_id, patient_id, n, status, reason, recorded_by, recorded_at, state, phase,
           on_date, agent, route, given_mg, route_details, concomitant, side_effects_asked, signed_by, signed_at)
         select clinic_id, session_id, patient_id, 2, 'entered-in-error', 'wrong day', recorded_by, recorded_at, state, phase, on_date,
           agent, route, given_mg, route_details, concomitant, side_effects_asked, signed_by, signed_at
         from session_revision where session_id = $1)
       update session set current_n = 2 where id = $1`,
      [wrong.id],
    );
    const [latest] = await app.sql<{ id: string }>(
      `select id from current_assessment where clinic_id = $1 order by on_date desc limit 1`,
      [clinic.id],
    );
    const voided = await app
      .as(doctor)
      .post(`${clinic.path}/assessments/${latest?.id ?? ''}/void`, { reason: 'wrong form' }, { ifMatch: 1 });
    expect(voided.status).toBeLessThan(300);

    const after = await read();
    expect(after.course?.dayZero).toBe('2026-03-10');
    expect(after.sessions.map(({ date, number }) => [date, number])).toEqual([['2026-03-10', 1]]);
    expect(phq9(after)).toMatchObject({ baseline: { total: 17 }, standing: { status: 'no-follow-up' } });
    expect(phq9(after)?.points).toHaveLength(1);
  });

  it('keeps the forms of a course that was entered in error, in the course that runs on their day', async () => {
    const { clinic, doctor, patient, course, form, read } = await aTreatedPatient();
    await form('2026-03-02', answersOf(17));
    const twice = await aCourse(app, clinic, patient, { by: doctor, startedOn: '2026-03-03' });
    await form('2026-03-04', answersOf(14));
    const totals = async () =>
      phq9(await read(doctor, `?course=${course.id}`))?.points.map(({ total }) => total);
    expect(await totals()).toEqual([17]);
    const voided = await app
      .as(doctor)
      .post(`${clinic.path}/courses/${twice.id}/void`, { reason: 'Entered twice' }, { ifMatch: 1 });
    expect(voided.status).toBe(200);
    expect(await totals()).toEqual([17, 14]);
  });

  it('is of the course under way, or of the one asked for', async () => {
    const { clinic, doctor, patient, course, read } = await aTreatedPatient();
    const earlier = await aCourse(app, clinic, patient, {
      by: doctor,
      agent: 'ssri',
      route: 'oral',
      startedOn: '2025-02-01',
      declaredDayZero: '2025-02-01',
      orderedMgPerKg: null,
    });
    expect((await read()).course?.id).toBe(course.id);
    const asked = await read(doctor, `?course=${earlier.id}`);
    expect(asked.course).toMatchObject({ id: earlier.id, number: 1, agent: 'ssri' });
    expect(asked.courses.map(({ id }) => id)).toEqual([earlier.id, course.id]);
  });

  it('names the forms of a patient without a course, the newest first', async () => {
    const clinic = await aClinic(app);
    const doctor = await aMember(app, clinic, ['clinician']);
    const patient = await aPatient(app, clinic, { team: [doctor] });
    for (const [onDate, total] of [
      ['2026-03-01', 12],
      ['2026-03-10', 15],
    ] as const) {
      await app.as(doctor).post(`${clinic.path}/patients/${patient.id}/assessments`, {
        instrument: 'phq-9',
        answers: answersOf(total),
        difficulty: null,
        total: null,
        onDate,
        at: null,
        context: 'between',
      });
    }
    const trajectory = (await app.as(doctor).get(`${clinic.path}/patients/${patient.id}/trajectory`)).as(
      trajectorySchema,
    );
    expect(trajectory.formsWithoutCourse).toMatchObject([
      { instrument: 'phq-9', onDate: '2026-03-10', total: 15 },
      { onDate: '2026-03-01', total: 12 },
    ]);
  });

  it('has nothing to draw for a patient without a course', async () => {
    const clinic = await aClinic(app);
    const doctor = await aMember(app, clinic, ['clinician']);
    const patient = await aPatient(app, clinic, { team: [doctor] });
    const trajectory = (await app.as(doctor).get(`${clinic.path}/patients/${patient.id}/trajectory`)).as(
      trajectorySchema,
    );
    expect(trajectory).toMatchObject({
      course: null,
      courses: [],
      instruments: [],
      sessions: [],
      attention: [],
    });
  });

  it('is for the care team and for directors; for others there is no such patient', async () => {
    const { clinic, patient, path, read } = await aTreatedPatient();
    const other = await aMember(app, clinic, ['clinician']);
    const director = await aMember(app, clinic, ['director']);
    const administrator = await aMember(app, clinic, ['administrator']);
    const patientThemself = await aMember(app, clinic, ['patient'], { patientId: patient.id });
    const elsewhere = await aClinic(app);
    const stranger = await aMember(app, elsewhere, ['director', 'clinician']);
    expect((await read(director)).patient.id).toBe(patient.id);
    expect((await app.as(other).get(path)).status).toBe(404);
    expect((await app.as(administrator).get(path)).status).toBe(403);
    expect((await app.as(patientThemself).get(path)).status).toBe(403);
    expect((await app.as(stranger).get(path)).status).toBe(404);
    expect((await app.as(stranger).get(`${elsewhere.path}/patients/${patient.id}/trajectory`)).status).toBe(
      404,
    );
    const { course, path: theirs } = await aTreatedPatient();
    expect((await app.as(director).get(`${path}?course=${course.id}`)).status).toBe(404);
    expect((await app.as(director).get(theirs)).status).toBe(404);
  });

  it('is written into the audit as a read of that patient', async () => {
    const { clinic, patient, read } = await aTreatedPatient();
    await read();
    const [event] = await app.sql(
      `select patient_ids, outcome from audit_event where clinic_id = $1 and action = 'trajectory.read'`,
      [clinic.id],
    );
    expect(event).toEqual({ patient_ids: [patient.id], outcome: 'done' });
  });
});
