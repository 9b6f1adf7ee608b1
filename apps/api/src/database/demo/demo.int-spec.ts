import { meSchema } from '@courseline/contracts';
import { startTestApp, type TestApp } from '../../../test/test-app.js';
import { createEmptyDatabase } from '../../../test/test-database.js';
import { Passwords } from '../../sign-in/passwords.js';
import { demoPassphrase } from './clinics.js';
import { DemoRefusedError, loadDemo, type DemoCounts } from './load-demo.js';
import { demoSignIns } from './sign-ins.js';

const NOW = '2026-11-17T16:00:00Z';

describe('loading the demo clinics', () => {
  let app: TestApp;
  let counts: DemoCounts;
  let options: Parameters<typeof loadDemo>[1];

  beforeAll(async () => {
    app = await startTestApp({ now: NOW });
    options = { now: new Date(NOW), passwordHash: await new Passwords().hash(demoPassphrase) };
    counts = await loadDemo(app.config.ownerDatabaseUrl, options);
  }, 120_000);

  afterAll(() => app.close());

  const count = async (from: string): Promise<number> => {
    const [row] = await app.sql<{ count: number }>(`select count(*)::integer as count from ${from}`);
    return row!.count;
  };

  it('stores every row, with all constraints and keys checked', async () => {
    for (const table of ['patient', 'course', 'session', 'reading', 'assessment', 'alert'] as const) {
      expect(await count(table)).toBe(counts[table]);
    }
    expect(await count('clinic')).toBe(3);
    expect(await count('current_patient')).toBe(counts.patient);
    expect(await count('current_course')).toBe(counts.course);
    // What was taken out of the record is in none of the views: one moved session, one moved form, one wrong one.
    expect(await count('current_session')).toBe(counts.session - 1);
    expect(await count('current_assessment')).toBe(counts.assessment - 2);
  });

  it('has exactly one alert for each version of a form with item 9 above 0', async () => {
    const forms = `assessment_revision where item_9 > 0 and status = 'current'`;
    expect(await count(`alert where rule = 'item-9'`)).toBe(await count(forms));
    expect(
      await count(`(
        select from (select assessment_id, n from ${forms}) form
        full join (select assessment_id, assessment_n as n from alert where rule = 'item-9') raised using (assessment_id, n)
        group by assessment_id, n having count(*) <> 1) mismatched`),
    ).toBe(0);
  });

  it('tells the story of Ana Rivera', async () => {
    const [ana] = await app.sql<{ id: string; clinic_id: string }>(
      `select id, clinic_id from current_patient where family_name = 'Rivera' and given_name = 'Ana' and mrn = 'HC-12036'`,
    );
    const points = await app.sql<{ day: number; instrument: string; total: number; item_9: number | null }>(
      `select day, instrument, total, item_9 from course_point where patient_id = $1 order by instrument desc, at`,
      [ana!.id],
    );
    const seriesOf = (instrument: string): number[][] =>
      points.filter((point) => point.instrument === instrument).map(({ day, total }) => [day, total]);
    expect(seriesOf('phq-9')).toEqual([
      [-1, 17],
      [3, 15],
      [7, 15],
      [10, 13],
      [14, 12],
    ]);
    expect(seriesOf('gad-7')).toEqual([
      [-1, 12],
      [3, 12],
      [7, 11],
      [10, 10],
      [14, 9],
    ]);
    expect(seriesOf('pcl-5')).toEqual([[-1, 48]]);
    expect(points.filter(({ item_9 }) => item_9 !== null && item_9 > 0)).toMatchObject([
      { day: 14, item_9: 1 },
    ]);
    const sessions = await app.sql<{ on_date: string; state: string; given_mg: number | null }>(
      `select on_date, state, given_mg from current_session where patient_id = $1 order by on_date`,
      [ana!.id],
    );
    expect(sessions.map(({ on_date, state, given_mg }) => [on_date, state, given_mg])).toEqual([
      ['2026-11-03', 'given', 39],
      ['2026-11-06', 'given', 39],
      ['2026-11-10', 'given', 42],
      ['2026-11-13', 'given', 42],
      ['2026-11-17', 'planned', null],
      ['2026-11-20', 'planned', null],
    ]);
    const alerts = await app.sql(
      `select a.value, a.way, a.raised_at, count(d.id)::integer as dispositions from alert a
       left join alert_disposition d on d.clinic_id = a.clinic_id and d.alert_id = a.id
       where a.patient_id = $1 group by a.clinic_id, a.id`,
      [ana!.id],
    );
    expect(alerts).toEqual([
      { value: 1, way: 'patient', raised_at: new Date('2026-11-17T14:12:00Z'), dispositions: 0 },
    ]);
  });

  it('lets every printed person sign in to the clinics that are printed', async () => {
    for (const { email, password, name, clinic, role } of demoSignIns()) {
      const answer = await app.anonymous().post('/api/sign-in', { email, password });
      expect(answer.status).toBe(200);
      const me = answer.as(meSchema);
      expect(me.name).toBe(name);
      expect(me.clinics.map((own) => own.name).toSorted()).toEqual(clinic.split(', ').toSorted());
      expect(me.clinics[0]!.roles.toSorted()).toEqual(role.split(', ').toSorted());
    }
  }, 30_000);

  it('refuses a database that is not empty, and changes nothing in it', async () => {
    const again = loadDemo(app.config.ownerDatabaseUrl, options);
    await expect(again).rejects.toThrow(DemoRefusedError);
    await expect(again).rejects.toThrow(/not empty/);
    expect(await count('clinic')).toBe(3);
  });

  it('refuses an owner whom row-level security would hold back', async () => {
    const asApp = loadDemo(app.config.appDatabaseUrl!, options);
    await expect(asApp).rejects.toThrow(/BYPASSRLS/);
  });

  it('refuses a database without a schema', async () => {
    const empty = await createEmptyDatabase();
    try {
      await expect(loadDemo(empty.config.ownerDatabaseUrl, options)).rejects.toThrow(/not been migrated/);
    } finally {
      await empty.drop();
    }
  });
});
