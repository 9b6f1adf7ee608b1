import { Client, DatabaseError } from 'pg';
import { DataSource } from 'typeorm';
import type { AppConfig } from '../config/app-config.js';
import { databaseName, loginRole } from './credentials.js';
import { seedInstrumentVersions } from './instrument-versions.js';
import { migrations } from './migrations.js';
import { makeQueueTables } from './queue-tables.js';
import { makeRoles } from './roles.js';

/** Any number, the same for every process: who holds it may change the schema. */
const schemaLock = 4_036_177_521;

/** Which migrations ran is the owner's business: its table lies where no other role can look. */
const migrationSchema = 'migration';

/** The setting's value stays out of it: it holds a password. */
export class DatabaseUnreachableError extends Error {
  constructor(cause: unknown) {
    super(`DATABASE_URL: ${whyUnreachable(cause)}`, { cause });
    this.name = 'DatabaseUnreachableError';
  }
}

/** Thrown when the owner may not do what the schema needs, as where another owner made the roles or the database. */
export class OwnerNotAllowedError extends Error {
  constructor(cause: Error) {
    super(
      `DATABASE_URL: its user must own the database, have createrole, and admin option on Courseline's roles (${cause.message})`,
      { cause },
    );
    this.name = 'OwnerNotAllowedError';
  }
}

function whyUnreachable(cause: unknown): string {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === '28P01' || code === '28000') return 'the server does not let this user in with this password';
  if (code === '3D000') return 'there is no database of this name on the server';
  return `no PostgreSQL server answers at this address (${typeof code === 'string' ? code : 'no connection'})`;
}

/**
 * Brings the database to where this version needs it, as its owner: roles, migrations, the queue's tables, instrument versions. Several
 * processes may start at once: one works, the others wait and find it done. The owner's connections are closed after.
 */
export async function prepareDatabase(config: AppConfig): Promise<void> {
  const owner = new Client({
    connectionString: config.ownerDatabaseUrl,
    application_name: 'courseline migrate',
  });
  try {
    await owner.connect();
  } catch (error) {
    throw new DatabaseUnreachableError(error);
  }
  try {
    await owner.query(`select pg_advisory_lock($1)`, [schemaLock]);
    const logins = {
      app: loginRole(config, 'app'),
      identity: loginRole(config, 'identity'),
      jobs: loginRole(config, 'jobs'),
    };
    await makeRoles(owner, databaseName(config.ownerDatabaseUrl), logins);
    await owner.query(`create schema if not exists ${migrationSchema}`);
    await runMigrations(config.ownerDatabaseUrl);
    await makeQueueTables(logins.jobs.url);
    await seedInstrumentVersions(owner);
  } catch (error) {
    throw error instanceof DatabaseError && error.code === '42501' ? new OwnerNotAllowedError(error) : error;
  } finally {
    await owner.end();
  }
}

async function runMigrations(url: string): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    schema: migrationSchema,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    // A migration that waits for a lock makes every later query wait behind it.
    extra: { max: 1, lock_timeout: 3_000 },
  }).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
