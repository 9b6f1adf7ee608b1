import { aMember, aPatient, joins, type TestPatient } from '../../test/builders/index.js';
import type { SignedIn } from '../../test/test-app.js';
import { TwoClinics } from '../../test/two-clinics.js';

/** Row-level security alone: every denial stands beside what the same person may do, and the checks are shown to fail. */
let world: TwoClinics;
beforeAll(async () => {
  world = await TwoClinics.start();
});
afterAll(() => world.stop());

interface Sight {
  /** Tables in which the person sees a row of somebody they may not see. */
  readonly leaks: readonly string[];
  /** Tables in which the person sees no row of the patient they may see. */
  readonly missing: readonly string[];
}

/** Who treats whom is known to all staff of a clinic, by ids; nothing else of a colleague's patient is. */
const asItShouldBe: Sight = { leaks: ['care_team'], missing: [] };

async function sightOf(person: SignedIn, mayNot: readonly TestPatient[]): Promise<Sight> {
  const [leaks, missing]: [string[], string[]] = [[], []];
  await world.as(person, world.ours, async () => {
    for (const { name, column } of await world.patientTables()) {
      const { rows } = await world.db.query<{ patient: string }>(
        `select distinct ${column}::text as patient from ${name}`,
      );
      const seen = rows.map(({ patient }) => patient);
      if (mayNot.some(({ id }) => seen.includes(id))) leaks.push(name);
      if (!seen.includes(world.patients.mine.id)) missing.push(name);
    }
  });
  return { leaks, missing };
}

describe('reading', () => {
  it('covers every table that holds rows of patients', async () => {
    const names = (await world.patientTables()).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['patient', 'session_revision', 'assessment_revision', 'alert', 'reading']),
    );
    expect(names.length).toBeGreaterThanOrEqual(24);
    // One row each for the three patients, or the checks below would prove nothing.
    for (const name of names) {
      const [row] = await world.app.sql<{ count: number }>(`select count(*) as count from ${name}`);
      expect({ name, count: row?.count }).toEqual({ name, count: expect.any(Number) });
      expect(row?.count).toBeGreaterThanOrEqual(3);
    }
  });

  it('shows the care team its patient and no other, in every table', async () => {
    const { nurse } = world.people;
    expect(await sightOf(nurse, [world.patients.notMine])).toEqual(asItShouldBe);
    expect(await sightOf(nurse, [world.patients.elsewhere])).toEqual({ leaks: [], missing: [] });
  });

  it('shows a director the clinic and no other', async () => {
    expect(await sightOf(world.people.director, [world.patients.elsewhere])).toEqual({
      leaks: [],
      missing: [],
    });
    const colleague = await sightOf(world.people.director, [world.patients.notMine]);
    expect(colleague.leaks).not.toEqual([]);
  });

  it('shows patients themselves, but neither drafts of staff nor alerts nor teams', async () => {
    const { leaks, missing } = await sightOf(world.people.patient, [
      world.patients.notMine,
      world.patients.elsewhere,
    ]);
    expect(leaks).toEqual([]);
    expect(missing).toEqual([
      'alert',
      'alert_disposition',
      'alert_event',
      'alert_state',
      'care_team',
      'kiosk_form',
      'kiosk_late_form',
      'monitoring_form',
      'result_read',
      'session_draft',
      'session_event',
    ]);
  });

  it('shows an administrator and a stranger nobody', async () => {
    const everybody = Object.values(world.patients);
    expect((await sightOf(world.people.administrator, everybody)).leaks).toEqual([]);
    expect((await sightOf(world.people.stranger, everybody)).leaks).toEqual([]);
  });

  it('shows a letter only to who sees the reminder that it is', async () => {
    const count = async (person: SignedIn, clinic = world.ours): Promise<number | null> =>
      world.as(person, clinic, async () => (await world.db.query(`select id, state from message`)).rowCount);
    const { nurse, otherNurse, director, patient, administrator, stranger } = world.people;
    expect(await count(nurse)).toBe(1);
    expect(await count(otherNurse)).toBe(1);
    expect(await count(director)).toBe(2);
    expect(await count(patient)).toBe(1);
    expect(await count(administrator)).toBe(0);
    expect(await count(stranger)).toBe(0);
    expect(await world.as(director, world.ours, () => world.outcomeOf(`select cause from message`))).toBe(
      '42501',
    );
  });

  it('is caught when a table is left open or its policy is gone: each one', async () => {
    const mayNot = [world.patients.notMine, world.patients.elsewhere];
    for (const { name, isView } of await world.patientTables()) {
      if (isView) continue;
      await world.app.sql(`alter table ${name} disable row level security`);
      const open = await sightOf(world.people.nurse, [world.patients.elsewhere]);
      await world.app.sql(`alter table ${name} enable row level security`);
      expect({ name, leaks: open.leaks.includes(name) }).toEqual({ name, leaks: true });

      const policy = name === 'care_team' ? 'staff_reads' : 'clinical_reads';
      await world.app.sql(`alter policy ${policy} on ${name} to current_user`);
      const shut = await sightOf(world.people.nurse, mayNot);
      await world.app.sql(`alter policy ${policy} on ${name} to courseline_app`);
      expect({ name, missing: shut.missing.includes(name) }).toEqual({ name, missing: true });
    }
    expect(await sightOf(world.people.nurse, mayNot)).toEqual(asItShouldBe);
  });

  it('ends with the membership and with the care team', async () => {
    const leaver = await aMember(world.app, world.ours, ['nurse']);
    const left = await aPatient(world.app, world.ours, { team: [leaver] });
    const count = `select from patient where id = $1`;
    expect(await world.as(leaver, world.ours, () => world.outcomeOf(count, [left.id]))).toBe('done');
    await world.app.sql(
      `update care_team set ended_at = now(), ended_by = account_id where patient_id = $1`,
      [left.id],
    );
    expect(await world.as(leaver, world.ours, () => world.outcomeOf(count, [left.id]))).toBe('no rows');
    await world.app.sql(`update care_team set ended_at = null, ended_by = null where patient_id = $1`, [
      left.id,
    ]);
    for (const state of ['left', 'invited']) {
      await world.app.sql(`update membership set state = $2 where account_id = $1`, [
        leaver.accountId,
        state,
      ]);
      expect(await world.as(leaver, world.ours, () => world.outcomeOf(count, [left.id]))).toBe('no rows');
    }
  });
});

describe('the context', () => {
  const count = `select from patient`;

  it('shows nothing without one, and after a commit', async () => {
    expect((await world.db.query(count)).rowCount).toBe(0);
    await world.db.query('begin');
    await world.enter(world.people.nurse, world.ours);
    expect((await world.db.query(count)).rowCount).toBe(1);
    await world.db.query('commit');
    expect((await world.db.query(count)).rowCount).toBe(0);
  });

  it('shows nothing of a clinic one does not belong to', async () => {
    expect(await world.as(world.people.nurse, world.theirs, () => world.outcomeOf(count))).toBe('no rows');
    expect(await world.as(world.people.stranger, world.ours, () => world.outcomeOf(count))).toBe('no rows');
  });

  it('gives in each clinic the roles of that clinic', async () => {
    await joins(world.app, world.theirs, {
      accountId: world.people.otherNurse.accountId,
      name: 'Both',
      roles: ['administrator'],
    });
    expect(await world.as(world.people.otherNurse, world.ours, () => world.outcomeOf(count))).toBe('done');
    expect(await world.as(world.people.otherNurse, world.theirs, () => world.outcomeOf(count))).toBe(
      'no rows',
    );
  });

  it('cannot be faked with a temporary table called membership', async () => {
    await world.as(world.people.administrator, world.ours, async () => {
      await world.db.query(
        `create temporary table membership as select * from public.membership with no data`,
      );
      await world.db.query(
        `insert into pg_temp.membership (clinic_id, account_id, roles, state, version, changed_at)
         values ($1, $2, '{director}', 'active', 1, now())`,
        [world.ours.id, world.people.administrator.accountId],
      );
      expect(await world.outcomeOf(`select where app.has_role('administrator')`)).toBe('done');
      expect(await world.outcomeOf(`select where app.has_role('director')`)).toBe('no rows');
      expect(await world.outcomeOf(count)).toBe('no rows');
    });
  });
});
