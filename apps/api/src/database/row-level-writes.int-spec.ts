import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { TestPatient } from '../../test/builders/index.js';
import type { SignedIn } from '../../test/test-app.js';
import { TwoClinics } from '../../test/two-clinics.js';
import { loginRole } from './credentials.js';
import { newId } from './ids.js';

let world: TwoClinics;
beforeAll(async () => {
  world = await TwoClinics.start();
});
afterAll(() => world.stop());

describe('writing', () => {
  const signed = `insert into session_revision (clinic_id, session_id, patient_id, n, status, reason, recorded_by, recorded_at, state, phase,
      on_date, agent, route, route_details, concomitant, side_effects_asked, given_mg, signed_by, signed_at)
    select clinic_id, session_id, patient_id, n + 1, status, 'amended', $2, recorded_at, state, phase, on_date, agent, route, route_details,
      concomitant, side_effects_asked, given_mg, $3, signed_at
    from session_revision where patient_id = $1`;
  const course = `insert into course (clinic_id, id, patient_id, current_n, created_at) values ($1, $2, $3, 1, now())`;

  it('lets clinicians sign, and nobody else or for another', async () => {
    const { nurse, clinician } = world.people;
    const mine = world.patients.mine.id;
    const sign = (by: SignedIn, signer: SignedIn) =>
      world.as(by, world.ours, () => world.outcomeOf(signed, [mine, by.accountId, signer.accountId]));
    expect(await sign(clinician, clinician)).toBe('done');
    expect(await sign(nurse, nurse)).toBe('42501');
    expect(await sign(nurse, clinician)).toBe('42501');
    expect(
      await world.as(nurse, world.ours, () =>
        world.outcomeOf(signed, [mine, clinician.accountId, clinician.accountId]),
      ),
    ).toBe('42501');
  });

  it('adds for the patients one treats only, and to no other clinic', async () => {
    const { nurse, patient, director } = world.people;
    expect(
      await world.as(nurse, world.ours, () =>
        world.outcomeOf(course, [world.ours.id, newId(), world.patients.mine.id]),
      ),
    ).toBe('done');
    expect(
      await world.as(nurse, world.ours, () =>
        world.outcomeOf(course, [world.ours.id, newId(), world.patients.notMine.id]),
      ),
    ).toBe('42501');
    expect(
      await world.as(nurse, world.ours, () =>
        world.outcomeOf(course, [world.theirs.id, newId(), world.patients.elsewhere.id]),
      ),
    ).toBe('42501');
    expect(
      await world.as(director, world.ours, () =>
        world.outcomeOf(course, [world.ours.id, newId(), world.patients.mine.id]),
      ),
    ).toBe('42501');
    expect(
      await world.as(patient, world.ours, () =>
        world.outcomeOf(course, [world.ours.id, newId(), world.patients.mine.id]),
      ),
    ).toBe('42501');
  });

  it('lets patients report for themselves only', async () => {
    const report = `insert into side_effect_report (clinic_id, id, session_id, patient_id, code, severity, reported_by, reported_at)
      values ($1, $2, $3, $4, 'nausea', 1, $5, now())`;
    const sessions = await world.app.sql<{ id: string; patient_id: string }>(
      `select id, patient_id from session`,
    );
    const send = (patient: TestPatient) => {
      const session = sessions.find(({ patient_id: id }) => id === patient.id)?.id;
      const { accountId } = world.people.patient;
      return world.as(world.people.patient, world.ours, () =>
        world.outcomeOf(report, [world.ours.id, newId(), session, patient.id, accountId]),
      );
    };
    expect(await send(world.patients.mine)).toBe('done');
    expect(await send(world.patients.notMine)).toBe('42501');
  });

  it('writes on the timelines of the team’s patients only, as oneself, and never over an entry', async () => {
    const event = `insert into session_event (clinic_id, id, session_id, patient_id, kind, at, body, rules_version, recorded_by, recorded_at)
      select clinic_id, $2, id, patient_id, 'note', now(), '{}', '1', $3, now() from session where patient_id = $1`;
    const elsewhere = `insert into session_event (clinic_id, id, session_id, patient_id, kind, at, body, rules_version, recorded_by, recorded_at)
      values ($1, $2, $3, $4, 'note', now(), '{}', '1', $5, now())`;
    const { nurse, clinician, otherNurse, director, patient } = world.people;
    const [mine, notMine] = [world.patients.mine.id, world.patients.notMine.id];
    const add = (who: SignedIn, of: string, as = who) =>
      world.as(who, world.ours, () => world.outcomeOf(event, [of, newId(), as.accountId]));
    expect(await add(nurse, mine)).toBe('done');
    expect(await add(nurse, mine, clinician)).toBe('42501');
    expect(await add(otherNurse, mine)).toBe('no rows');
    expect(await add(director, mine)).toBe('42501');
    expect(await add(patient, mine)).toBe('42501');
    const [theirs] = await world.app.sql<{ id: string }>('select id from session where patient_id = $1', [
      notMine,
    ]);
    await world.as(nurse, world.ours, async () => {
      const values = [world.ours.id, newId(), theirs?.id, notMine, nurse.accountId];
      expect(await world.outcomeOf(elsewhere, values)).toBe('42501');
      for (const table of ['session_event', 'monitoring_form']) {
        expect(await world.outcomeOf(`update ${table} set recorded_at = now()`)).toBe('42501');
      }
    });
  });

  it('changes no clinical content and moves no row', async () => {
    await world.as(world.people.clinician, world.ours, async () => {
      expect(await world.outcomeOf(`update session set current_n = current_n`)).toBe('done');
      for (const statement of [
        `update session_revision set given_mg = 1`,
        `update assessment_revision set total = 0`,
        `update session set patient_id = patient_id`,
        `update session set clinic_id = '${world.theirs.id}'`,
        `update course set patient_id = '${world.patients.notMine.id}'`,
      ]) {
        expect(`${statement}: ${await world.outcomeOf(statement)}`).toBe(`${statement}: 42501`);
      }
      expect(
        await world.outcomeOf(
          `update session set current_n = 1 where patient_id = '${world.patients.notMine.id}'`,
        ),
      ).toBe('no rows');
    });
  });

  it('deletes, truncates and makes nothing', async () => {
    await world.as(world.people.clinician, world.ours, async () => {
      for (const { name, isView } of await world.patientTables()) {
        if (isView) continue;
        expect(`${name}: ${await world.outcomeOf(`delete from ${name}`)}`).toBe(`${name}: 42501`);
        expect(`${name}: ${await world.outcomeOf(`truncate ${name} cascade`)}`).toBe(`${name}: 42501`);
      }
      expect(await world.outcomeOf(`create table public.mine (id int)`)).toBe('42501');
      expect(await world.outcomeOf(`create schema mine`)).toBe('42501');
      expect(await world.outcomeOf(`alter table patient disable row level security`)).toBe('42501');
      expect(await world.outcomeOf(`set role courseline_identity`)).toBe('42501');
      expect(await world.outcomeOf(`select from account`)).toBe('42501');
      expect(await world.outcomeOf(`select from sign_in`)).toBe('42501');
      expect(await world.outcomeOf(`select from migration.migrations`)).toBe('42501');
    });
  });

  it('writes the audit as oneself, and neither reads nor changes it', async () => {
    const audit = `insert into audit_event (clinic_id, id, at, account_id, action, route, patient_ids, outcome, request_id)
      values ($1, $2, now(), $3, 'a', 'b', '{}', 'done', 'c')`;
    const { nurse, clinician } = world.people;
    await world.as(nurse, world.ours, async () => {
      expect(await world.outcomeOf(audit, [world.ours.id, newId(), nurse.accountId])).toBe('done');
      expect(await world.outcomeOf(audit, [world.ours.id, newId(), clinician.accountId])).toBe('42501');
      expect(await world.outcomeOf(audit, [world.theirs.id, newId(), nurse.accountId])).toBe('42501');
      expect(await world.outcomeOf(`select from audit_event`)).toBe('42501');
      expect(await world.outcomeOf(`update audit_event set action = 'x'`)).toBe('42501');
    });
  });
});

describe('ways round', () => {
  it('copies out only what may be seen, and copies nothing in', async () => {
    await world.as(world.people.nurse, world.ours, async () => {
      const out = await text(world.db.query(copyTo(`copy (select id from patient) to stdout`)));
      expect(out.trim()).toBe(world.patients.mine.id);
      const whole = await text(world.db.query(copyTo(`copy patient to stdout`)));
      expect(whole.trim().split('\n')).toHaveLength(1);
      await world.db.query('savepoint attempt');
      const into = world.db.query(copyFrom(`copy idempotency_key from stdin`));
      await expect(pipeline(Readable.from(['']), into)).rejects.toMatchObject({ code: '0A000' });
      await world.db.query('rollback to savepoint attempt');
    });
  });

  it('answers row_security = off with an error, not with rows', async () => {
    await world.as(world.people.nurse, world.ours, async () => {
      await world.db.query('set local row_security = off');
      expect(await world.outcomeOf('select from patient')).toBe('42501');
    });
  });

  it('keeps the role that signs people in away from patients', async () => {
    const identity = new Client({ connectionString: loginRole(world.app.config, 'identity').url });
    await identity.connect();
    try {
      expect((await identity.query(`select from account`)).rowCount).toBeGreaterThan(0);
      for (const { name } of await world.patientTables()) {
        await expect(identity.query(`select from ${name}`)).rejects.toMatchObject({ code: '42501' });
      }
      await expect(identity.query(`delete from account`)).rejects.toMatchObject({ code: '42501' });
      await expect(identity.query(`select from identity_event`)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await identity.end();
    }
  });
});
