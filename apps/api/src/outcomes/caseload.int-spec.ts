import { caseloadSchema, type Caseload } from '@courseline/contracts';
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

async function aClinicWithStaff() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician']);
  const director = await aMember(app, clinic, ['director']);
  const form = async (patientId: string, instrument: string, total: number, onDate: string) => {
    const [count, most] = instrument === 'phq-9' ? [8, 3] : instrument === 'gad-7' ? [7, 3] : [20, 4];
    let left = total;
    const answers = Array.from({ length: count }, () => {
      const answer = Math.min(most, left);
      left -= answer;
      return answer;
    });
    const answer = await app.as(doctor).post(`${clinic.path}/patients/${patientId}/assessments`, {
      instrument,
      answers: instrument === 'phq-9' ? [...answers, 0] : answers,
      difficulty: null,
      total: null,
      onDate,
      at: null,
      context: 'between',
    });
    expect(answer.status).toBe(201);
  };
  const read = async (who: Pick<SignedIn, 'token'> = doctor, text: string | null = null): Promise<Caseload> =>
    (await app.as(who).post(`${clinic.path}/caseload/search`, { text })).as(caseloadSchema);
  return { clinic, doctor, director, form, read };
}

describe('a caseload', () => {
  it('says of each patient where the course stands, how the scores are and what comes next', async () => {
    const { clinic, doctor, form, read } = await aClinicWithStaff();
    const patient = await aPatient(app, clinic, { team: [doctor] });
    const course = await aCourse(app, clinic, patient, { by: doctor, startedOn: '2026-03-02' });
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-03' });
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-06' });
    const next = await aPlannedSession(app, clinic, course, { by: doctor, onDate: '2026-03-17' });
    await form(patient.id, 'phq-9', 17, '2026-03-02');
    await form(patient.id, 'phq-9', 12, '2026-03-16');
    await form(patient.id, 'gad-7', 12, '2026-03-02');
    const { rows, total } = await read();
    expect(total).toBe(1);
    expect(rows).toMatchObject([
      {
        patientId: patient.id,
        mine: true,
        course: {
          id: course.id,
          agent: 'ketamine',
          phase: 'induction',
          given: 2,
          planned: 6,
          dayZero: '2026-03-03',
          endedOn: null,
        },
        next: { sessionId: next.id, date: '2026-03-17', at: '2026-03-17T18:30:00.000Z' },
        lastDoseOn: '2026-03-06',
        scores: [
          {
            instrument: 'phq-9',
            baseline: 17,
            latest: { total: 12, date: '2026-03-16' },
            change: -5,
            status: 'some-change',
            recent: [17, 12],
            due: false,
          },
          { instrument: 'gad-7', baseline: 12, change: null, status: 'no-follow-up', due: true },
        ],
        attention: [{ code: 'form-due', instruments: ['gad-7'], dueOn: '2026-03-17' }],
      },
    ]);
  });

  it('says why a patient needs someone: worse, unsigned, no baseline before the first dose', async () => {
    const { clinic, doctor, form, read } = await aClinicWithStaff();
    const by = { by: doctor };
    const worse = await aPatient(app, clinic, { team: [doctor], familyName: 'Adeyemi' });
    const worseCourse = await aCourse(app, clinic, worse, { ...by, startedOn: '2026-02-01' });
    await aGivenSession(app, clinic, worseCourse, { ...by, onDate: '2026-02-03' });
    await form(worse.id, 'phq-9', 14, '2026-02-02');
    await form(worse.id, 'phq-9', 8, '2026-02-20');
    await form(worse.id, 'phq-9', 15, '2026-03-16');
    await aPlannedSession(app, clinic, worseCourse, { ...by, onDate: '2026-03-12' });
    const unsigned = await aPatient(app, clinic, { team: [doctor], familyName: 'Brandt' });
    const unsignedCourse = await aCourse(app, clinic, unsigned, by);
    const forgotten = await aPlannedSession(app, clinic, unsignedCourse, { ...by, onDate: '2026-03-13' });
    const fresh = await aPatient(app, clinic, { team: [doctor], familyName: 'Chen' });
    const freshCourse = await aCourse(app, clinic, fresh, by);
    await aPlannedSession(app, clinic, freshCourse, { ...by, onDate: '2026-03-19' });

    const { rows } = await read();
    const of = (id: string) => rows.find(({ patientId }) => patientId === id)?.attention;
    expect(of(worse.id)).toMatchObject([
      { code: 'rise-from-best', from: { total: 8 }, to: { total: 15, date: '2026-03-16' }, points: 7 },
      { code: 'unsigned-session', date: '2026-03-12' },
    ]);
    expect(of(unsigned.id)).toMatchObject([
      { code: 'unsigned-session', sessionId: forgotten.id, date: '2026-03-13', begun: false },
    ]);
    expect(of(fresh.id)).toMatchObject([
      { code: 'no-baseline-before-first-dose', instrument: 'phq-9', firstDoseOn: '2026-03-19' },
    ]);
  });

  it('leaves out what was entered in error', async () => {
    const { clinic, doctor, form, read } = await aClinicWithStaff();
    const patient = await aPatient(app, clinic, { team: [doctor] });
    const course = await aCourse(app, clinic, patient, { by: doctor });
    await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-03' });
    await form(patient.id, 'phq-9', 17, '2026-03-02');
    await form(patient.id, 'phq-9', 3, '2026-03-16');
    const [latest] = await app.sql<{ id: string }>(
      `select id from current_assessment where clinic_id = $1 order by on_date desc limit 1`,
      [clinic.id],
    );
    await app
      .as(doctor)
      .post(`${clinic.path}/assessments/${latest?.id ?? ''}/void`, { reason: 'wrong form' }, { ifMatch: 1 });
    expect((await read()).rows[0]?.scores[0]).toMatchObject({ latest: { total: 17 }, change: null });
  });

  it('holds the care team’s patients; a director sees the clinic, an open clinic shows all to its clinicians', async () => {
    const { clinic, doctor, director, read } = await aClinicWithStaff();
    const mine = await aPatient(app, clinic, { team: [doctor], familyName: 'Adeyemi' });
    const colleague = await aMember(app, clinic, ['clinician', 'nurse']);
    const theirs = await aPatient(app, clinic, { team: [colleague], familyName: 'Brandt' });
    const ids = (caseload: Caseload) => caseload.rows.map(({ patientId }) => patientId);
    expect(ids(await read())).toEqual([mine.id]);
    expect(ids(await read(director))).toEqual([mine.id, theirs.id]);
    await app.sql(`update clinic set open_to_clinicians = true where id = $1`, [clinic.id]);
    const open = await read();
    expect(open.rows.map(({ patientId, mine: own }) => [patientId, own])).toEqual([
      [mine.id, true],
      [theirs.id, false],
    ]);
  });

  it('is not for administrators, patients or another clinic', async () => {
    const { clinic, doctor } = await aClinicWithStaff();
    const patient = await aPatient(app, clinic, { team: [doctor] });
    const administrator = await aMember(app, clinic, ['administrator']);
    const themself = await aMember(app, clinic, ['patient'], { patientId: patient.id });
    const elsewhere = await aClinic(app);
    const stranger = await aMember(app, elsewhere, ['director']);
    const status = async (who: SignedIn) =>
      (await app.as(who).post(`${clinic.path}/caseload/search`, { text: null })).status;
    expect(await status(administrator)).toBe(403);
    expect(await status(themself)).toBe(403);
    expect(await status(stranger)).toBe(404);
  });

  it('is searched by parts of names and by the beginning of the record number, signs included', async () => {
    const { clinic, doctor, read } = await aClinicWithStaff();
    const ana = await aPatient(app, clinic, {
      team: [doctor],
      givenName: 'Ana',
      familyName: 'Rivera',
      mrn: 'HC-1042',
    });
    await aPatient(app, clinic, { team: [doctor], givenName: 'Wei', familyName: 'Chen', mrn: 'HC-2000' });
    for (const text of ['rive', 'ana riv', 'Rivera, A', 'HC-10']) {
      expect((await read(doctor, text)).rows.map(({ patientId }) => patientId)).toEqual([ana.id]);
    }
    expect((await read(doctor, '%')).rows).toEqual([]);
    expect(await read(doctor, 'nobody')).toMatchObject({ total: 0, rows: [] });
  });

  it('puts those under treatment first, by who comes next, and the ended last', async () => {
    const { clinic, doctor, read } = await aClinicWithStaff();
    const by = { by: doctor };
    const ended = await aPatient(app, clinic, { team: [doctor], familyName: 'Aaron' });
    const endedCourse = await aCourse(app, clinic, ended, by);
    await app.sql(
      `update course_revision set ended_on = '2026-03-10', end_reason = 'completed' where course_id = $1`,
      [endedCourse.id],
    );
    const later = await aPatient(app, clinic, { team: [doctor], familyName: 'Brandt' });
    await aPlannedSession(app, clinic, await aCourse(app, clinic, later, by), {
      ...by,
      onDate: '2026-03-20',
    });
    const sooner = await aPatient(app, clinic, { team: [doctor], familyName: 'Chen' });
    await aPlannedSession(app, clinic, await aCourse(app, clinic, sooner, by), {
      ...by,
      onDate: '2026-03-18',
    });
    expect((await read()).rows.map(({ patientId }) => patientId)).toEqual([sooner.id, later.id, ended.id]);
  });
});
