import { Client } from 'pg';
import { loginRole } from '../src/database/credentials.js';
import {
  aClinic,
  aMember,
  aPatient,
  everythingOfAPatient,
  type TestClinic,
  type TestPatient,
} from './builders/index.js';
import { startTestApp, type SignedIn, type TestApp } from './test-app.js';

export interface PatientTable {
  readonly name: string;
  /** The column that says whose row it is. */
  readonly column: string;
  readonly isView: boolean;
}

/**
 * Two clinics, people of every role and a row in every table for three patients, looked at and attacked through SQL
 * as the role the product runs as: no guard and no service is in the way.
 */
export class TwoClinics {
  private constructor(
    readonly app: TestApp,
    readonly db: Client,
    readonly ours: TestClinic,
    readonly theirs: TestClinic,
    readonly people: Readonly<
      Record<
        'nurse' | 'clinician' | 'otherNurse' | 'director' | 'administrator' | 'patient' | 'stranger',
        SignedIn
      >
    >,
    readonly patients: Readonly<Record<'mine' | 'notMine' | 'elsewhere', TestPatient>>,
  ) {}

  static async start(): Promise<TwoClinics> {
    const app = await startTestApp({ features: [] });
    const ours = await aClinic(app);
    const theirs = await aClinic(app);
    const staff = {
      nurse: await aMember(app, ours, ['nurse']),
      clinician: await aMember(app, ours, ['clinician']),
      otherNurse: await aMember(app, ours, ['nurse']),
      director: await aMember(app, ours, ['director']),
      administrator: await aMember(app, ours, ['administrator']),
      stranger: await aMember(app, theirs, ['clinician', 'director']),
    };
    const patients = {
      mine: await aPatient(app, ours, { team: [staff.nurse, staff.clinician] }),
      notMine: await aPatient(app, ours, { team: [staff.otherNurse] }),
      elsewhere: await aPatient(app, theirs, { team: [staff.stranger] }),
    };
    const people = {
      ...staff,
      patient: await aMember(app, ours, ['patient'], { patientId: patients.mine.id }),
    };
    await everythingOfAPatient(app, ours, patients.mine, staff.clinician);
    await everythingOfAPatient(app, ours, patients.notMine, staff.otherNurse);
    await everythingOfAPatient(app, theirs, patients.elsewhere, staff.stranger);
    const db = new Client({ connectionString: loginRole(app.config, 'app').url });
    await db.connect();
    return new TwoClinics(app, db, ours, theirs, people, patients);
  }

  async stop(): Promise<void> {
    await this.db.end();
    await this.app.close();
  }

  /** Runs statements as a person in a clinic and takes everything back. */
  async as<T>(person: SignedIn, clinic: TestClinic, work: () => Promise<T>): Promise<T> {
    await this.db.query('begin');
    try {
      await this.enter(person, clinic);
      return await work();
    } finally {
      await this.db.query('rollback');
    }
  }

  async enter(person: SignedIn, clinic: TestClinic): Promise<void> {
    const context = `select set_config('app.account_id', $1, true), set_config('app.clinic_id', $2, true)`;
    await this.db.query(context, [person.accountId, clinic.id]);
  }

  /** What comes of a statement: `done`, `no rows`, or the SQLSTATE of the refusal. */
  async outcomeOf(statement: string, parameters: readonly unknown[] = []): Promise<string> {
    await this.db.query('savepoint attempt');
    try {
      const { rowCount } = await this.db.query(statement, [...parameters]);
      return rowCount === 0 ? 'no rows' : 'done';
    } catch (error) {
      await this.db.query('rollback to savepoint attempt');
      return String((error as { code?: unknown }).code);
    }
  }

  /** Every table and view with rows of patients. */
  async patientTables(): Promise<PatientTable[]> {
    return this.app.sql<{ name: string; column: string; isView: boolean }>(
      `select c.relname as name, case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'patient_id')
           then 'patient_id' else 'id' end as column, c.relkind = 'v' as "isView"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'v') and c.relname <> 'membership'
         -- What only signing in touches, such as who handed a tablet to whom, is not the app's to read or write at all.
         and (has_table_privilege('courseline_app', c.oid, 'select, insert, update, delete')
           or has_any_column_privilege('courseline_app', c.oid, 'select, insert, update'))
         and (c.relname in ('patient', 'current_patient') or exists (
           select from pg_attribute a where a.attrelid = c.oid and a.attname = 'patient_id'))
       order by c.relname`,
    );
  }
}
