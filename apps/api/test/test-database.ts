import { Client, escapeIdentifier } from 'pg';
import { AppConfig, type Settings } from '../src/config/app-config.js';
import { loginRole } from '../src/database/credentials.js';
import { prepareDatabase } from '../src/database/prepare-database.js';

/** A database of one spec file, with settings for the product on it. */
export interface TestDatabase {
  readonly settings: Settings;
  readonly config: AppConfig;
  drop(): Promise<void>;
}

const template = 'courseline_template';
const templateLock = 7_001;

const baseSettings: Omit<Settings, 'ownerDatabaseUrl'> = {
  environment: 'test',
  appDatabaseUrl: null,
  identityDatabaseUrl: null,
  jobsDatabaseUrl: null,
  host: '127.0.0.1',
  port: 0,
  publicOrigin: 'https://clinic.example.org',
  dataDir: '/nonexistent',
  dashboardDir: '/nonexistent',
  mail: null,
  demo: false,
  secret: 'c2f1b0d47e9a83655d1e0fa9b8c7d6e5-test',
  trustedProxies: ['127.0.0.1'],
  largestUploadBytes: 5_242_880,
  // Tests call the jobs they mean.
  runJobs: false,
};

/** A copy of the migrated template. Its copies sign in as the template's roles: making roles takes longer than copying. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return asOwner(serverUrl(), async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    await makeTemplate(client);
    const name = await unusedName(client);
    await client.query(`create database ${escapeIdentifier(name)} template ${template} strategy file_copy`);
    const roles = new AppConfig(settingsOf(template));
    const settings = settingsOf(name, {
      appDatabaseUrl: urlOf(name, loginRole(roles, 'app').url),
      identityDatabaseUrl: urlOf(name, loginRole(roles, 'identity').url),
      jobsDatabaseUrl: urlOf(name, loginRole(roles, 'jobs').url),
    });
    return testDatabase(name, settings);
  });
}

/** An empty database, for tests of what happens before there is a schema. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return asOwner(serverUrl(), async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const name = await unusedName(client);
    await client.query(`create database ${escapeIdentifier(name)}`);
    return testDatabase(name, settingsOf(name));
  });
}

/** Runs something on a connection as the owner: past row-level security, for arranging and for looking. */
export async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function makeTemplate(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount === 1) return;
  await client.query(`create database ${template}`);
  await prepareDatabase(new AppConfig(settingsOf(template)));
}

async function unusedName(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select 'test_' || (count(*) + 1) || '_' || pg_backend_pid() as name from pg_database where datname like 'test%'`,
  );
  return rows[0]!.name;
}

async function dropDatabase(name: string): Promise<void> {
  await asOwner(serverUrl(), (client) =>
    client.query(`drop database ${escapeIdentifier(name)} with (force)`),
  );
}

function testDatabase(name: string, settings: Settings): TestDatabase {
  return { settings, config: new AppConfig(settings), drop: () => dropDatabase(name) };
}

function settingsOf(database: string, given: Partial<Settings> = {}): Settings {
  return { ...baseSettings, ownerDatabaseUrl: urlOf(database, serverUrl()), ...given };
}

function serverUrl(): string {
  const url = process.env['COURSELINE_TEST_DATABASE'];
  if (url === undefined)
    throw new Error('The integration project starts the server: run these tests through it.');
  return url;
}

function urlOf(database: string, url: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
