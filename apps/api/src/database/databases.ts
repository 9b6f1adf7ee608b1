import type { AppConfig } from '../config/app-config.js';
import { AppDatabase, AppDatabaseAside } from './app-database.js';
import type { Database } from './database.js';
import { IdentityDatabase, IdentityDatabaseAside } from './identity-database.js';
import { JobsDatabase } from './jobs-database.js';

/** Every pool of the process. */
export interface Databases {
  readonly app: AppDatabase;
  readonly appAside: AppDatabaseAside;
  readonly identity: IdentityDatabase;
  readonly identityAside: IdentityDatabaseAside;
  readonly jobs: JobsDatabase;
}

/** Connects every pool, or none: when one may not be used, those already open are closed. */
export async function openDatabases(config: AppConfig): Promise<Databases> {
  const databases: Databases = {
    app: new AppDatabase(config, { name: 'app', connections: 10 }),
    appAside: new AppDatabaseAside(config, { name: 'app aside', connections: 2 }),
    identity: new IdentityDatabase(config, { name: 'identity', connections: 5 }),
    identityAside: new IdentityDatabaseAside(config, { name: 'identity aside', connections: 2 }),
    jobs: new JobsDatabase(config, { name: 'jobs', connections: 12 }),
  };
  const opened = await Promise.allSettled(listed(databases).map((database) => database.open()));
  const failed = opened.find((outcome) => outcome.status === 'rejected');
  if (failed === undefined) return databases;
  await closeDatabases(databases);
  throw failed.reason;
}

export async function closeDatabases(databases: Databases): Promise<void> {
  await Promise.all(listed(databases).map((database) => database.close()));
}

function listed({ app, appAside, identity, identityAside, jobs }: Databases): readonly Database[] {
  return [app, appAside, identity, identityAside, jobs];
}
