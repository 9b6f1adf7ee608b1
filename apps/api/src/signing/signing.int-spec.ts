import {
  alertListSchema,
  assessmentDetailSchema,
  problemSchema,
  sessionDetailSchema,
  sessionDraftSchema,
  sessionLogSchema,
  type DraftChange,
} from '@courseline/contracts';
import { aClinic, aCourse, aMember, aPatient, aPlannedSession } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';
import type { TestClient } from '../../test/test-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const START = '2026-03-10T14:05:00.000Z';

async function aVisit() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician'], { name: 'Dr Okafor' });
  const nurse = await aMember(app, clinic, ['nurse'], { name: 'N. Brandt' });
  const patient = await aPatient(app, clinic, { team: [doctor, nurse] });
  const course = await aCourse(app, clinic, patient, { by: doctor });
  const session = await aPlannedSession(app, clinic, course, { by: doctor });
  const path = `${clinic.path}/sessions/${session.id}`;
  return { clinic, doctor, nurse, patient, course, session, path };
}

const phq9 = (item9: number | null): DraftChange[] =>
  [2, 2, 1, 1, 1, 1, 1, 1, item9].map((value, index) => ({ path: `answers/phq-9/${index + 1}`, value }));

const wholeVisit: DraftChange[] = [
  { path: 'weight', value: { value: 84, unit: 'kg', on: '2026-03-10', confirmed: false } },
  { path: 'dose', value: { givenMg: 42, asOrdered: true } },
  { path: 'started-at', value: START },
  { path: 'vitals/before/at', value: '2026-03-10T14:00:00.000Z' },
  { path: 'vitals/before/systolic', value: 128 },
  { path: 'vitals/before/diastolic', value: 82 },
  { path: 'side-effects-asked', value: 'some' },
  {
    path: 'side-effects/nausea',
    value: {
      severity: 1,
      onsetMinutes: 20,
      durationMinutes: 15,
      ctcaeGrade: null,
      serious: null,
      seriousCriterion: null,
      reporter: 'patient',
      note: null,
    },
  },
];

async function saved(client: TestClient, path: string, version: number, changes: readonly DraftChange[]) {
  const answer = await client.patch(`${path}/draft`, { changes }, { ifMatch: version });
  expect(answer.status).toBe(200);
  return answer.as(sessionDraftSchema);
}

async function aSignedVisit() {
  const visit = await aVisit();
  const doctor = app.as(visit.doctor);
  const draft = await saved(doctor, visit.path, 0, [...wholeVisit, ...phq9(0)]);
  const signed = await doctor.post(`${visit.path}/sign`, {}, { ifMatch: draft.version });
  expect(signed.status).toBe(200);
  return { ...visit, detail: signed.as(sessionDetailSchema) };
}

const rows = (table: string, clinicId: string) =>
  app.sql(`select * from ${table} where clinic_id = $1`, [clinicId]);

describe('logging a session', () => {
  it('opens with what is due and what a change is held against, in one answer', async () => {
    const { path, doctor } = await aVisit();
    const log = (await app.as(doctor).get(`${path}/log`)).as(sessionLogSchema);
    expect(log.session).toMatchObject({
      number: 1,
      plannedCount: 6,
      orderedMgPerKg: 0.5,
      infusionMinutes: 40,
    });
    expect(log.instruments.map(({ instrument, due }) => [instrument, due])).toEqual([
      ['phq-9', true],
      ['gad-7', true],
      ['pcl-5', false],
    ]);
    expect(log).toMatchObject({ draft: null, maySign: true, lastWeight: null, alerts: [] });
  });

  it('keeps one draft for two people, says who entered what, and refuses to overwrite unseen changes', async () => {
    const { path, doctor, nurse } = await aVisit();
    const first = await saved(app.as(nurse), path, 0, [{ path: 'vitals/before/pulse', value: 74 }]);
    expect(first.version).toBe(1);
    const second = await saved(app.as(doctor), path, 1, [{ path: 'note', value: 'calm' }]);
    expect(second.fields['vitals/before/pulse']).toMatchObject({ value: 74, byName: 'N. Brandt' });
    expect(second.fields['note']).toMatchObject({ value: 'calm', byName: 'Dr Okafor' });
    const stale = await app
      .as(nurse)
      .patch(`${path}/draft`, { changes: [{ path: 'note', value: 'x' }] }, { ifMatch: 1 });
    expect(stale.status).toBe(412);
    expect(stale.as(problemSchema).version).toBe(2);
  });

  it('names each wrong field and stores none of the changes', async () => {
    const { path, doctor } = await aVisit();
    const client = app.as(doctor);
    const answer = await client.patch(
      `${path}/draft`,
      {
        changes: [
          { path: 'note', value: 'kept?' },
          { path: 'vitals/before/systolic', value: 900 },
          { path: 'answers/phq-9/10', value: 1 },
          { path: 'answers/phq-9/2', value: 4 },
        ],
      },
      { ifMatch: 0 },
    );
    expect(answer.status).toBe(400);
    expect(answer.as(problemSchema).errors?.map((error) => error.pointer)).toEqual([
      '/changes/1/value',
      '/changes/2/path',
      '/changes/3/value',
    ]);
    expect((await client.get(`${path}/draft`)).status).toBe(404);
  });

  it('is signed as one: session, readings, side effects and forms, and the draft is closed, not deleted', async () => {
    const { clinic, course, detail, path, doctor } = await aSignedVisit();
    const [current] = detail.revisions;
    expect(current).toMatchObject({
      state: 'given',
      givenMg: 42,
      orderedMg: 42,
      signedByName: 'Dr Okafor',
      weight: { kg: 84, unit: 'kg' },
    });
    expect(current?.readings).toMatchObject([
      { kind: 'blood-pressure', value: 128, diastolic: 82, minute: -5 },
    ]);
    expect(current?.sideEffects).toMatchObject([{ code: 'nausea', severity: 1 }]);
    const points = await app.sql(
      `select instrument, total, day, context from course_point where course_id = $1`,
      [course.id],
    );
    expect(points).toEqual([{ instrument: 'phq-9', total: 10, day: 0, context: 'before-dose' }]);
    const log = (await app.as(doctor).get(`${path}/log`)).as(sessionLogSchema);
    const phq9OfVisit = log.instruments.find(({ instrument }) => instrument === 'phq-9');
    expect(phq9OfVisit?.baseline?.assessmentId).toBe(phq9OfVisit?.answered?.assessmentId);
    expect(await rows('session_draft', clinic.id)).toMatchObject([{ closed_as: 'signed' }]);
    const late = await app
      .as(doctor)
      .patch(`${path}/draft`, { changes: [{ path: 'note', value: 'late' }] }, { ifMatch: 1 });
    expect(late.status).toBe(409);
  });

  it('may be entered by a nurse but not signed', async () => {
    const { path, nurse } = await aVisit();
    const client = app.as(nurse);
    const draft = await saved(client, path, 0, wholeVisit);
    expect((await client.post(`${path}/sign`, {}, { ifMatch: draft.version })).status).toBe(403);
  });

  it('is not there for someone outside the care team, of another clinic, or without a clinical role', async () => {
    const { clinic, path, session } = await aVisit();
    const other = await aClinic(app);
    const outsider = await aMember(app, clinic, ['clinician']);
    const stranger = await aMember(app, other, ['clinician', 'director']);
    const administrator = await aMember(app, clinic, ['administrator']);
    expect((await app.as(outsider).get(`${path}/log`)).status).toBe(404);
    expect((await app.as(stranger).get(`${path}/log`)).status).toBe(404);
    expect((await app.as(stranger).get(`${other.path}/sessions/${session.id}/log`)).status).toBe(404);
    expect((await app.as(administrator).get(`${path}/log`)).status).toBe(403);
  });

  it('asks again about pounds typed for kilograms before it can be signed', async () => {
    const first = await aSignedVisit();
    const next = await aPlannedSession(app, first.clinic, first.course, {
      by: first.doctor,
      onDate: '2026-03-13',
    });
    const path = `${first.clinic.path}/sessions/${next.id}`;
    const client = app.as(first.doctor);
    const weight = (confirmed: boolean) => [
      { path: 'weight', value: { value: 185, unit: 'kg', on: '2026-03-13', confirmed } },
    ];
    const draft = await saved(client, path, 0, [...wholeVisit, ...weight(false)]);
    const refused = await client.post(`${path}/sign`, {}, { ifMatch: draft.version });
    expect(refused.status).toBe(422);
    expect(refused.as(problemSchema).errors?.map((error) => error.pointer)).toContain('/fields/weight');
    const confirmed = await saved(client, path, draft.version, weight(true));
    expect((await client.post(`${path}/sign`, {}, { ifMatch: confirmed.version })).status).toBe(200);
  });

  it('asks about an unusual first weight before it can be signed', async () => {
    const { path, doctor } = await aVisit();
    const client = app.as(doctor);
    const weight = (confirmed: boolean) => [
      { path: 'weight', value: { value: 176, unit: 'kg', on: '2026-03-10', confirmed } },
    ];
    const draft = await saved(client, path, 0, [...wholeVisit, ...weight(false)]);
    const refused = await client.post(`${path}/sign`, {}, { ifMatch: draft.version });
    expect(refused.status).toBe(422);
    expect(refused.as(problemSchema).errors).toEqual([
      {
        pointer: '/fields/weight',
        detail: 'This first weight is below 40 or above 150 kg. Correct it or confirm it.',
      },
    ]);
    const confirmed = await saved(client, path, draft.version, weight(true));
    expect((await client.post(`${path}/sign`, {}, { ifMatch: confirmed.version })).status).toBe(200);
  });

  it('answers a repeated signature with the same answer and signs once', async () => {
    const { clinic, path, doctor } = await aVisit();
    const client = app.as(doctor);
    const draft = await saved(client, path, 0, wholeVisit);
    const options = { ifMatch: draft.version, idempotencyKey: 'the-same-key-twice' };
    const first = await client.post(`${path}/sign`, {}, options);
    const again = await client.post(`${path}/sign`, {}, options);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(await rows('session_revision', clinic.id)).toHaveLength(2);
  });
});

describe('item 9', () => {
  it('raises one red alert with the answer, stands before the signature, and yields to a disposition', async () => {
    const { clinic, path, doctor, patient } = await aVisit();
    const client = app.as(doctor);
    const draft = await saved(client, path, 0, [...wholeVisit, ...phq9(1)]);
    await saved(client, path, draft.version, [{ path: 'answers/phq-9/9', value: 1 }]);
    const { alerts } = (await client.get(`${clinic.path}/alerts`)).as(alertListSchema);
    expect(alerts).toMatchObject([
      { patientId: patient.id, rule: 'item-9', level: 'red', value: 1, answer: 'Several days', open: true },
    ]);
    const refused = await client.post(`${path}/sign`, {}, { ifMatch: draft.version + 1 });
    expect(refused.status).toBe(422);
    expect(refused.as(problemSchema).errors?.map((error) => error.pointer)).toEqual([
      '/fields/answers/phq-9/9',
    ]);
    const disposed = await client.post(`${clinic.path}/alerts/${alerts[0]?.id ?? ''}/dispositions`, {
      cssrsLevel: 1,
      safetyPlanReviewed: true,
      decision: 'safe-to-treat-today',
      note: null,
    });
    expect(disposed.status).toBe(201);
    expect((await client.post(`${path}/sign`, {}, { ifMatch: draft.version + 1 })).status).toBe(200);
    const log = (await client.get(`${path}/log`)).as(sessionLogSchema);
    const answered = log.instruments.find(({ instrument }) => instrument === 'phq-9')?.answered;
    expect(log.alerts).toMatchObject([
      { assessmentId: answered?.assessmentId, open: false, dispositions: [{ cssrsLevel: 1 }] },
    ]);
    // The signed form is the same cause: it raises nothing anew.
    expect(await rows('alert', clinic.id)).toHaveLength(1);
  });

  it('is amber when declined, and silent at 0', async () => {
    const { clinic, path, doctor } = await aVisit();
    const draft = await saved(app.as(doctor), path, 0, phq9(0));
    expect(await rows('alert', clinic.id)).toEqual([]);
    await saved(app.as(doctor), path, draft.version, [{ path: 'answers/phq-9/9', value: null }]);
    expect(await rows('alert', clinic.id)).toMatchObject([{ rule: 'item-9-declined', level: 'amber' }]);
  });

  it('is not stored when the save that carried it fails', async () => {
    const { clinic, path, doctor } = await aVisit();
    const answer = await app.as(doctor).patch(
      `${path}/draft`,
      {
        changes: [
          { path: 'answers/phq-9/9', value: 3 },
          { path: 'answers/phq-9/1', value: 9 },
        ],
      },
      { ifMatch: 0 },
    );
    expect(answer.status).toBe(400);
    expect(await rows('alert', clinic.id)).toEqual([]);
  });

  it('stays open when nobody could reach the patient', async () => {
    const { clinic, path, doctor } = await aVisit();
    const client = app.as(doctor);
    await saved(client, path, 0, phq9(2));
    const list = async () => (await client.get(`${clinic.path}/alerts`)).as(alertListSchema).alerts;
    const [alert] = await list();
    await client.post(`${clinic.path}/alerts/${alert?.id ?? ''}/dispositions`, {
      cssrsLevel: null,
      safetyPlanReviewed: false,
      decision: 'could-not-reach',
      note: null,
    });
    expect(await list()).toMatchObject([{ open: true, dispositions: [{ decision: 'could-not-reach' }] }]);
  });
});

describe('a signed session put right', () => {
  it('is amended with a reason; both versions stay, and the forms with it', async () => {
    const { path, doctor, detail, course } = await aSignedVisit();
    const client = app.as(doctor);
    const amended = await client.post(
      `${path}/amendments`,
      {
        changes: [
          { path: 'dose', value: { givenMg: 40, asOrdered: false } },
          { path: 'answers/phq-9/1', value: 3 },
        ],
        reason: 'read off the pump',
      },
      { ifMatch: detail.version },
    );
    expect(amended.status).toBe(200);
    const { revisions } = amended.as(sessionDetailSchema);
    expect(revisions.map((revision) => [revision.n, revision.givenMg, revision.reason])).toEqual([
      [3, 40, 'read off the pump'],
      [2, 42, 'signed'],
      [1, null, null],
    ]);
    expect(revisions[0]?.sideEffects).toHaveLength(1);
    const [point] = await app.sql(`select assessment_id, total from course_point where course_id = $1`, [
      course.id,
    ]);
    expect(point).toMatchObject({ total: 11 });
    const stale = await client.post(
      `${path}/amendments`,
      { changes: [{ path: 'note', value: 'again' }], reason: 'too late' },
      { ifMatch: detail.version },
    );
    expect(stale.status).toBe(412);
  });

  it('is amended to an answer above 0 on item 9, which raises its alert then', async () => {
    const { path, doctor, detail, clinic } = await aSignedVisit();
    const amended = await app
      .as(doctor)
      .post(
        `${path}/amendments`,
        { changes: [{ path: 'answers/phq-9/9', value: 2 }], reason: 'misread the paper' },
        { ifMatch: detail.version },
      );
    expect(amended.status).toBe(200);
    expect(await app.sql(`select value from alert where clinic_id = $1`, [clinic.id])).toEqual([
      { value: 2 },
    ]);
    const again = await app
      .as(doctor)
      .post(
        `${path}/amendments`,
        { changes: [{ path: 'note', value: 'seen' }], reason: 'said on the way out' },
        { ifMatch: amended.as(sessionDetailSchema).version },
      );
    expect(again.status).toBe(200);
  });

  it('entered in error leaves the course with its forms, and day 0 follows', async () => {
    const { path, doctor, detail, course, clinic } = await aSignedVisit();
    const voided = await app
      .as(doctor)
      .post(`${path}/void`, { reason: 'wrong day', withAssessments: true }, { ifMatch: detail.version });
    expect(voided.status).toBe(200);
    expect(voided.as(sessionDetailSchema).revisions[0]).toMatchObject({
      status: 'entered-in-error',
      reason: 'wrong day',
    });
    expect(voided.as(sessionDetailSchema).forms).toMatchObject([
      { instrument: 'phq-9', status: 'entered-in-error' },
    ]);
    expect(await app.sql(`select 1 from course_point where course_id = $1`, [course.id])).toEqual([]);
    expect(await app.sql(`select day_zero from current_course where id = $1`, [course.id])).toEqual([
      { day_zero: null },
    ]);
    expect(await rows('assessment_revision', clinic.id)).toHaveLength(2);
  });

  it('entered in error without its forms leaves them with the patient', async () => {
    const { path, doctor, detail, course } = await aSignedVisit();
    const voided = await app
      .as(doctor)
      .post(`${path}/void`, { reason: 'wrong day', withAssessments: false }, { ifMatch: detail.version });
    expect(voided.as(sessionDetailSchema).forms).toMatchObject([{ instrument: 'phq-9', status: 'current' }]);
    expect(await app.sql(`select total from course_point where course_id = $1`, [course.id])).toEqual([
      { total: 10 },
    ]);
  });

  it('moves to the right patient by two linked versions, forms included', async () => {
    const { clinic, path, doctor, detail, course } = await aSignedVisit();
    const right = await aPatient(app, clinic, { team: [doctor], familyName: 'Riviera' });
    const rightCourse = await aCourse(app, clinic, right, { by: doctor });
    const moved = await app
      .as(doctor)
      .post(
        `${path}/move`,
        { patientId: right.id, courseId: rightCourse.id, withAssessments: true, reason: 'names alike' },
        { ifMatch: detail.version },
      );
    expect(moved.status).toBe(200);
    expect(moved.as(sessionDetailSchema)).toMatchObject({
      patientId: right.id,
      courseId: rightCourse.id,
      revisions: [{ n: 1, givenMg: 42, sideEffects: [{ code: 'nausea' }], readings: [{ value: 128 }] }],
    });
    const points = (courseId: string) =>
      app.sql(`select total from course_point where course_id = $1`, [courseId]);
    expect(await points(course.id)).toEqual([]);
    expect(await points(rightCourse.id)).toEqual([{ total: 10 }]);
  });

  it('does not move to a patient whom one does not treat', async () => {
    const { clinic, path, doctor, detail } = await aSignedVisit();
    const colleague = await aMember(app, clinic, ['clinician']);
    const theirs = await aPatient(app, clinic, { team: [colleague] });
    const theirCourse = await aCourse(app, clinic, theirs, { by: colleague });
    const refused = await app
      .as(doctor)
      .post(
        `${path}/move`,
        { patientId: theirs.id, courseId: theirCourse.id, withAssessments: false, reason: 'names alike' },
        { ifMatch: detail.version },
      );
    expect(refused.status).toBe(422);
  });
});

describe('a form between the sessions', () => {
  it('is recorded, amended and taken out, each with its reason', async () => {
    const { clinic, patient, doctor, course } = await aVisit();
    const client = app.as(doctor);
    const recorded = await client.post(`${clinic.path}/patients/${patient.id}/assessments`, {
      instrument: 'gad-7',
      answers: [1, 1, 1, 1, 1, 0, 0],
      difficulty: null,
      total: null,
      onDate: '2026-03-09',
      at: null,
      context: 'between',
    });
    expect(recorded.status).toBe(201);
    const form = recorded.as(assessmentDetailSchema);
    expect(form).toMatchObject({
      courseId: course.id,
      version: 1,
      revisions: [{ total: 5, scoreStatus: 'complete' }],
    });
    const path = `${clinic.path}/assessments/${form.id}`;
    const amended = await client.post(
      `${path}/amendments`,
      { answers: [1, 1, 1, 1, 1, 1, null], difficulty: null, reason: 'misread' },
      { ifMatch: 1 },
    );
    expect(amended.as(assessmentDetailSchema).revisions[0]).toMatchObject({
      total: 7,
      scoreStatus: 'prorated',
    });
    const voided = await client.post(`${path}/void`, { reason: 'of another day' }, { ifMatch: 2 });
    expect(voided.as(assessmentDetailSchema).revisions.map((revision) => revision.status)).toEqual([
      'entered-in-error',
      'current',
      'current',
    ]);
    expect((await client.post(`${path}/void`, { reason: 'twice' }, { ifMatch: 3 })).status).toBe(409);
  });

  it('is refused with a pointer at the wrong answer', async () => {
    const { clinic, patient, doctor } = await aVisit();
    const refused = await app.as(doctor).post(`${clinic.path}/patients/${patient.id}/assessments`, {
      instrument: 'gad-7',
      answers: [1, 1, 4, 1, 1, 0, 0],
      difficulty: null,
      total: null,
      onDate: '2026-03-09',
      at: null,
      context: 'between',
    });
    expect(refused.status).toBe(422);
    expect(refused.as(problemSchema).errors?.[0]?.pointer).toBe('/answers/2');
    expect(await rows('assessment', clinic.id)).toEqual([]);
  });
});
