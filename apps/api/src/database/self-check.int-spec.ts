import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import {
  createEmptyDatabase,
  createTestDatabase,
  asOwner,
  type TestDatabase,
} from '../../test/test-database.js';
import { AppConfig } from '../config/app-config.js';
import { AppDatabase } from './app-database.js';
import { loginRole } from './credentials.js';
import { IdentityDatabase } from './identity-database.js';
import { JobsDatabase } from './jobs-database.js';
import { OwnerNotAllowedError, prepareDatabase } from './prepare-database.js';
import { MissingRoleError } from './roles.js';
import { UnsafeDatabaseError } from './self-check.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const owner = (statement: string) =>
  asOwner(database.config.ownerDatabaseUrl, (client) => client.query(statement));

async function findings(config: AppConfig = database.config): Promise<string> {
  const pool = { name: 'check', connections: 1 };
  const found: string[] = [];
  for (const one of [
    new AppDatabase(config, pool),
    new IdentityDatabase(config, pool),
    new JobsDatabase(config, pool),
  ]) {
    try {
      await one.open();
    } catch (error) {
      if (!(error instanceof UnsafeDatabaseError)) throw error;
      found.push(error.message);
    } finally {
      await one.close();
    }
  }
  return found.join('\n');
}

/** A role of this test alone, which can then be given too much. */
async function withRole(
  attributes: string,
  work: (config: AppConfig, role: string) => Promise<void>,
): Promise<void> {
  const role = `${new URL(database.config.ownerDatabaseUrl).pathname.slice(1)}_spoiled`;
  await owner(`create role ${role} login password 'for this test' ${attributes}`);
  await owner(`grant courseline_app to ${role}`);
  const url = new URL(database.settings.ownerDatabaseUrl);
  [url.username, url.password] = [role, 'for this test'];
  try {
    await work(new AppConfig({ ...database.settings, appDatabaseUrl: url.href }), role);
  } finally {
    await owner(`reassign owned by ${role} to current_user`);
    await owner(`drop owned by ${role}`);
    await owner(`drop role ${role}`);
  }
}

describe('the self-check at start', () => {
  it('finds nothing in the database as the migrations make it', async () => {
    expect(await findings()).toBe('');
  });

  it.each([
    ['alter table session no force row level security', 'row-level security is not forced on session'],
    ['alter table reading disable row level security', 'row-level security is not forced on reading'],
    ['create table stray (id int)', 'row-level security is not forced on stray'],
    [
      'create table stray (id int); alter table stray enable row level security, force row level security',
      'there is no policy on stray',
    ],
    [
      'create policy all_of_it on course to courseline_app using (true)',
      'the policy all_of_it on course shows every row',
    ],
    ['create policy all_of_it on course using (true)', 'the policy all_of_it on course shows every row'],
    ['grant delete on patient to courseline_app', 'may delete patient'],
    ['grant truncate on assessment to courseline_app', 'may truncate assessment'],
    ['grant create on schema public to courseline_app', 'may create in the schema public'],
    ['grant create on schema app to public', 'may create in the schema app'],
    ['grant select on account to courseline_app', 'may touch account'],
    ['grant select (password_hash) on account to courseline_app', 'may touch account'],
    ['grant select on patient to courseline_identity', 'may touch patient'],
    ['grant select (sex) on patient_revision to courseline_identity', 'may touch patient_revision'],
    ['grant select (value) on reading to courseline_jobs', 'may touch reading'],
    ['grant delete on message to courseline_jobs', 'may delete message'],
    ['grant create on schema public to courseline_jobs', 'may create in the schema public'],
    ['grant usage on schema queue to courseline_app', 'may enter the schema queue'],
    ['grant usage on schema queue to courseline_identity', 'may enter the schema queue'],
    [
      'create policy all_of_it on message to courseline_jobs using (true)',
      'the policy all_of_it on message shows every row',
    ],
    ['create view peek as select * from patient', 'the view peek reads as its owner'],
    ['alter view current_course reset (security_invoker)', 'the view current_course reads as its owner'],
    ['create materialized view peek as select * from patient', 'peek keeps rows outside row-level security'],
    [
      `create function peek() returns bigint language sql security definer set search_path = pg_catalog as 'select 1::bigint'`,
      'the function peek() runs as its owner',
    ],
    [
      'alter function app.is_member() set search_path = pg_catalog, public',
      'the function app.is_member() looks tables up where others can put theirs',
    ],
    [
      'alter function app.is_member() reset all',
      'the function app.is_member() looks tables up where others can put theirs',
    ],
  ])('refuses after: %s', async (statement, finding) => {
    await owner(statement);
    expect(await findings()).toContain(finding);
  });

  it.each([
    ['superuser', 'is allowed too much: superuser'],
    ['bypassrls', 'is allowed too much: bypassrls'],
    ['createrole', 'is allowed too much: createrole'],
  ])('refuses an app role that is %s', async (attribute, finding) => {
    await withRole(attribute, async (config) => {
      expect(await findings(config)).toContain(finding);
    });
  });

  it('refuses an app role that owns a table, or is a member of who does', async () => {
    await withRole('', async (config, role) => {
      expect(await findings(config)).toBe('');
      await owner(`alter table reading owner to ${role}`);
      expect(await findings(config)).toContain('owns reading');
      await owner(`alter table reading owner to current_user`);
      await owner(`grant pg_read_all_data to ${role}`);
      expect(await findings(config)).toContain('is a member of pg_read_all_data');
      await owner(`revoke pg_read_all_data from ${role}`);
      await owner(`grant courseline_identity to ${role}`);
      expect(await findings(config)).toContain('is a member of courseline_identity');
    });
  });

  it('refuses to run as the owner', async () => {
    const asApp = new AppConfig({ ...database.settings, appDatabaseUrl: database.settings.ownerDatabaseUrl });
    expect(await findings(asApp)).toContain('superuser');
  });
});

describe('a connection', () => {
  it('is taken by nobody after its context was left on it', async () => {
    const app = new AppDatabase(database.config, { name: 'one', connections: 1 });
    await app.open();
    const actor = {
      accountId: '0199f7a2-3c1e-7b4a-9a51-2f6f1d0c9e11',
      clinicId: '0199f7a2-3c1e-7b4a-9a51-2f6f1d0c9e12',
    };
    await app.transaction(actor, (sql) => sql.execute('select 1'));
    await app.transaction(actor, (sql) =>
      sql.execute(`select set_config('app.clinic_id', $1, false)`, [actor.clinicId]),
    );
    await expect(app.transaction(actor, (sql) => sql.execute('select 1'))).rejects.toThrow(
      /context of an earlier request/,
    );
    await app.close();
  });
});

describe('preparing a database', () => {
  it('brings an empty one up, by two at once, and finds nothing to do the next time', async () => {
    const empty = await createEmptyDatabase();
    try {
      await Promise.all([prepareDatabase(empty.config), prepareDatabase(empty.config)]);
      await prepareDatabase(empty.config);
      expect(await findings(empty.config)).toBe('');
      const shapes = await asOwner(empty.config.ownerDatabaseUrl, (client) =>
        client.query('select instrument, item_count from instrument_version order by instrument'),
      );
      expect(shapes.rows).toContainEqual({ instrument: 'phq-9', item_count: 9 });
      await mayNotConnect(loginRole(database.config, 'app').url, empty);
      await dropLogins(empty);
    } finally {
      await empty.drop();
    }
  });

  it.each([
    ['no server answers', { port: '1' }, 'no PostgreSQL server answers at this address (ECONNREFUSED)'],
    [
      'there is no such database',
      { pathname: '/nowhere' },
      'there is no database of this name on the server',
    ],
    [
      'the password is wrong',
      { password: 'guessed' },
      'the server does not let this user in with this password',
    ],
  ])('names the setting, and never its value, when %s', async (_when, change, words) => {
    const url = Object.assign(new URL(database.settings.ownerDatabaseUrl), change);
    const config = new AppConfig({ ...database.settings, ownerDatabaseUrl: url.href });
    const error: unknown = await prepareDatabase(config).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: `DATABASE_URL: ${words}` });
  });

  it('says which rights the owner lacks where another owner made the roles', async () => {
    const name = `owner_${randomBytes(6).toString('hex')}`;
    const url = new URL(database.settings.ownerDatabaseUrl);
    await asOwner(url.href, async (client) => {
      await client.query(`create role ${name} login createrole password 'another owner'`);
      try {
        url.username = name;
        url.password = 'another owner';
        const config = new AppConfig({ ...database.settings, ownerDatabaseUrl: url.href });
        await expect(prepareDatabase(config)).rejects.toThrow(OwnerNotAllowedError);
      } finally {
        await client.query(`drop role ${name}`);
      }
    });
  });

  it('names the setting whose role is not there', async () => {
    const url = new URL(database.settings.ownerDatabaseUrl);
    url.username = 'nobody_of_that_name';
    const config = new AppConfig({ ...database.settings, identityDatabaseUrl: url.href });
    await expect(prepareDatabase(config)).rejects.toThrow(new MissingRoleError('identity'));
  });
});

/** The role of another database of the same server cannot even connect. */
async function mayNotConnect(url: string, { config }: TestDatabase): Promise<void> {
  const there = new URL(url);
  there.pathname = new URL(config.ownerDatabaseUrl).pathname;
  await expect(new Client({ connectionString: there.href }).connect()).rejects.toMatchObject({
    code: '42501',
  });
}

async function dropLogins({ config }: TestDatabase): Promise<void> {
  await asOwner(config.ownerDatabaseUrl, async (client) => {
    for (const group of ['app', 'identity', 'jobs'] as const) {
      const { name } = loginRole(config, group);
      await client.query(`drop owned by "${name}"`);
      await client.query(`drop role "${name}"`);
    }
  });
}
