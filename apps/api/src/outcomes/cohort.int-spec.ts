import { cohortPeopleSchema, cohortSummarySchema, fixableSchemaList } from '@courseline/contracts';
import {
  aClinic,
  aCourse,
  aGivenSession,
  aMember,
  aPatient,
  aPlannedSession,
  type GivenSessionWishes,
} from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function aClinicWithCourses() {
  const clinic = await aClinic(app);
  const doctor = await aMember(app, clinic, ['clinician']);
  const director = await aMember(app, clinic, ['director']);
  const client = app.as(doctor);
  const record = (patientId: string, total: number, onDate: string) =>
    client.post(`${clinic.path}/patients/${patientId}/assessments`, {
      instrument: 'phq-9',
      answers: Array.from({ length: 9 }, (_, index) =>
        index === 8 ? 0 : Math.max(0, Math.min(3, total - index * 3)),
      ),
      difficulty: null,
      total: null,
      onDate,
      at: null,
      context: 'between',
    });
  const course = async (
    totals: readonly (readonly [number, string])[],
    dayZero = '2026-01-10',
    phase: 'induction' | null = 'induction',
  ) => {
    const patient = await aPatient(app, clinic, { team: [doctor] });
    const made = await aCourse(app, clinic, patient, {
      by: doctor,
      agent: 'ssri',
      route: 'oral',
      startedOn: dayZero,
      declaredDayZero: dayZero,
      orderedMgPerKg: null,
      phase,
    });
    for (const [total, onDate] of totals) expect((await record(patient.id, total, onDate)).status).toBe(201);
    return { patient, course: made };
  };
  return { clinic, doctor, director, course };
}

describe('the rates of a clinic', () => {
  it('count who was treated, measured and eligible, and say each rate with its denominator', async () => {
    const { clinic, director, course } = await aClinicWithCourses();
    await course([
      [20, '2026-01-09'],
      [4, '2026-02-01'],
    ]);
    await course([
      [20, '2026-01-10'],
      [11, '2026-02-01'],
    ]);
    await course([
      [9, '2026-01-10'],
      [16, '2026-02-01'],
    ]);
    await course([[18, '2026-01-10']]);
    await course([]);
    const summary = (await app.as(director).get(`${clinic.path}/outcomes/cohort?instrument=phq-9`)).as(
      cohortSummarySchema,
    );
    expect(summary.lastRecorded).toMatchObject({
      treated: 5,
      withBaseline: 4,
      withFollowUp: 3,
      eligible: 3,
      eligibleWithFollowUp: 2,
      response: { x: 1, n: 2, p: 0.5 },
      remission: { x: 1, n: 2 },
      reliableImprovement: { x: 2, n: 3 },
      reliableDeterioration: { x: 1, n: 3 },
    });
    expect(summary.choices).toEqual([{ agent: 'ssri', route: 'oral', courses: 5 }]);
    expect(summary.byQuarter).toMatchObject([{ key: '2026-01-01', lastRecorded: { treated: 5 } }]);
    expect(summary.rules.every((rule) => rule.citation.length > 0)).toBe(true);
  });

  it('count at the end of induction only the courses that have one, and say how many have not', async () => {
    const { clinic, director, course } = await aClinicWithCourses();
    const scores = [
      [20, '2026-01-10'],
      [4, '2026-02-01'],
    ] as const;
    const induced = await course(scores);
    const comparator = await course(scores, '2026-04-10', null);
    const get = (path: string) => app.as(director).get(`${clinic.path}/outcomes/cohort${path}`);
    const summary = (await get('')).as(cohortSummarySchema);
    expect(summary.atEndOfInduction).toMatchObject({ treated: 1, eligible: 1, withoutInduction: 1 });
    expect(summary.lastRecorded).toMatchObject({ treated: 2, withoutInduction: 0 });
    expect(summary.byQuarter).toMatchObject([
      { key: '2026-01-01', atEndOfInduction: { treated: 1, withoutInduction: 0 } },
      { key: '2026-04-01', atEndOfInduction: { treated: 0, withoutInduction: 1 } },
    ]);
    const treated = async (endpoint: string) =>
      (await get(`/people?endpoint=${endpoint}&count=treated`))
        .as(cohortPeopleSchema)
        .people.map(({ patientId }) => patientId);
    expect(await treated('end-of-induction')).toEqual([induced.patient.id]);
    expect(await treated('last-recorded')).toEqual([induced.patient.id, comparator.patient.id]);
  });

  it('open to the people behind a number, and audit that they were opened', async () => {
    const { clinic, director, course } = await aClinicWithCourses();
    const responder = await course([
      [20, '2026-01-09'],
      [4, '2026-02-01'],
    ]);
    const other = await course([
      [20, '2026-01-10'],
      [11, '2026-02-01'],
    ]);
    const people = async (part: string) =>
      (
        await app
          .as(director)
          .get(`${clinic.path}/outcomes/cohort/people?endpoint=last-recorded&count=response&part=${part}`)
      ).as(cohortPeopleSchema).people;
    expect(await people('with')).toMatchObject([
      { patientId: responder.patient.id, baseline: 20, last: 4, change: -16 },
    ]);
    expect(await people('without')).toMatchObject([{ patientId: other.patient.id, change: -9 }]);
    const audited = await app.sql(
      `select patient_ids from audit_event where clinic_id = $1 and action = 'outcomes.read-people' order by at`,
      [clinic.id],
    );
    expect(audited.map((row): unknown => row['patient_ids'])).toEqual([
      [responder.patient.id],
      [other.patient.id],
    ]);
  });

  it('open to the people behind a side effect and behind the rules of Talking Therapies', async () => {
    const { clinic, doctor, director } = await aClinicWithCourses();
    const treated = async (about: Pick<GivenSessionWishes, 'asked' | 'effects'>) => {
      const patient = await aPatient(app, clinic, { team: [doctor] });
      const course = await aCourse(app, clinic, patient, { by: doctor });
      await aGivenSession(app, clinic, course, { by: doctor, onDate: '2026-03-10', ...about });
      return patient.id;
    };
    const sick = await treated({ effects: [{ code: 'nausea', severity: 2 }] });
    const well = await treated({ asked: 'none' });
    await treated({ asked: 'not-asked' });
    const people = async (query: string) =>
      (await app.as(director).get(`${clinic.path}/outcomes/cohort/people?endpoint=last-recorded&${query}`))
        .as(cohortPeopleSchema)
        .people.map(({ patientId }) => patientId);
    expect(await people('count=sideEffect&code=nausea')).toEqual([sick]);
    expect(await people('count=sideEffect&code=nausea&part=without')).toEqual([well]);
    expect(await people('count=therapiesFinished')).toEqual([]);
    expect(await people('count=therapiesRecovery&part=without')).toEqual([]);
  });

  it('narrow by period, and leave out what was entered in error', async () => {
    const { clinic, director, doctor, course } = await aClinicWithCourses();
    await course([[20, '2026-01-10']]);
    await course([[15, '2026-02-20']], '2026-02-20');
    const read = async (query: string) =>
      (await app.as(director).get(`${clinic.path}/outcomes/cohort?${query}`)).as(cohortSummarySchema)
        .lastRecorded;
    expect((await read('from=2026-02-01')).treated).toBe(1);
    expect((await read('to=2026-01-31')).withBaseline).toBe(1);
    const [form] = await app.sql<{ id: string }>(
      `select id from current_assessment where clinic_id = $1 order by on_date limit 1`,
      [clinic.id],
    );
    await app
      .as(doctor)
      .post(`${clinic.path}/assessments/${form?.id ?? ''}/void`, { reason: 'wrong form' }, { ifMatch: 1 });
    expect((await read('to=2026-01-31')).withBaseline).toBe(0);
  });

  it('are for directors only', async () => {
    const { clinic, doctor } = await aClinicWithCourses();
    expect((await app.as(doctor).get(`${clinic.path}/outcomes/cohort`)).status).toBe(403);
    const elsewhere = await aClinic(app);
    const stranger = await aMember(app, elsewhere, ['director']);
    expect((await app.as(stranger).get(`${clinic.path}/outcomes/cohort`)).status).toBe(404);
  });
});

describe('what can still be fixed', () => {
  it('names a first dose without a baseline, an unsigned session and a form that is due', async () => {
    const { clinic, doctor, director } = await aClinicWithCourses();
    const patient = await aPatient(app, clinic, { team: [doctor] });
    const made = await aCourse(app, clinic, patient, { by: doctor });
    const past = await aPlannedSession(app, clinic, made, { by: doctor, onDate: '2026-03-08' });
    const other = await aPatient(app, clinic, { team: [doctor] });
    const first = await aCourse(app, clinic, other, { by: doctor });
    const tomorrow = await aPlannedSession(app, clinic, first, { by: doctor, onDate: '2026-03-11' });
    const found = (await app.as(director).get(`${clinic.path}/outcomes/fixable`)).as(fixableSchemaList);
    expect(found).toMatchObject({
      today: '2026-03-10',
      firstDoseWithoutBaseline: [{ patientId: other.id, sessionId: tomorrow.id }],
      unsignedSessions: [{ patientId: patient.id, sessionId: past.id, onDate: '2026-03-08' }],
      formsDue: [{ patientId: other.id }],
      endOfInductionMissing: [],
    });
    await app.as(doctor).post(`${clinic.path}/patients/${other.id}/assessments`, {
      instrument: 'phq-9',
      answers: [1, 1, 1, 1, 1, 1, 1, 1, 0],
      difficulty: null,
      total: null,
      onDate: '2026-03-10',
      at: null,
      context: 'between',
    });
    const after = (await app.as(director).get(`${clinic.path}/outcomes/fixable`)).as(fixableSchemaList);
    expect(after.firstDoseWithoutBaseline).toEqual([]);
    expect(after.formsDue).toEqual([]);
  });
});
