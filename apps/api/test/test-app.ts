import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { QueryResultRow } from 'pg';
import { Pool } from 'pg';
import type { Feature } from '../src/app.module.js';
import type { Settings } from '../src/config/app-config.js';
import { AppConfig } from '../src/config/app-config.js';
import { createApp } from '../src/create-app.js';
import { typeParsers } from '../src/database/type-parsers.js';
import type { ServerOptions } from '../src/http/server.js';
import { FixedClock } from './fixed-clock.js';
import { TestClient } from './test-client.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestAppOptions {
  /** When it is; a Tuesday morning unless said. */
  readonly now?: string;
  readonly settings?: Partial<Settings>;
  readonly server?: Partial<ServerOptions>;
  /** Features instead of the product's. */
  readonly features?: readonly Feature[];
}

/** Somebody who is signed in: what a builder gives to act as. */
export interface SignedIn {
  readonly accountId: string;
  readonly email: string;
  readonly token: string;
}

/** The whole product on a database of its own. */
export interface TestApp {
  readonly nest: NestFastifyApplication;
  readonly clock: FixedClock;
  readonly config: AppConfig;
  /** Somebody's browser. */
  as(signedIn: Pick<SignedIn, 'token'>): TestClient;
  /** A new browser, signed in as nobody. */
  anonymous(): TestClient;
  /** Rows as the owner of the database sees them: for arranging and for looking, past row-level security. */
  sql<Row extends QueryResultRow = QueryResultRow>(
    statement: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]>;
  close(): Promise<void>;
}

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const config = new AppConfig({ ...database.settings, ...options.settings });
  const clock = new FixedClock(options.now ?? '2026-03-10T14:00:00Z');
  const nest = await startOn(database, () =>
    createApp(config, {
      clock,
      server: { log: null, ...options.server },
      ...(options.features === undefined ? {} : { features: options.features }),
    }),
  );
  const owner = new Pool({
    connectionString: config.ownerDatabaseUrl,
    max: 2,
    types: typeParsers,
    options: '-c timezone=UTC',
  });
  owner.on('error', () => undefined);
  return {
    nest,
    clock,
    config,
    as: ({ token }) => new TestClient(nest, { '__Host-sid': token }),
    anonymous: () => new TestClient(nest),
    sql: async <Row extends QueryResultRow>(statement: string, parameters: readonly unknown[] = []) =>
      (await owner.query<Row>(statement, [...parameters])).rows,
    close: async () => {
      await nest.close();
      await owner.end();
      await database.drop();
    },
  };
}

/** A product that does not start leaves no database behind. */
async function startOn(
  database: TestDatabase,
  start: () => Promise<NestFastifyApplication>,
): Promise<NestFastifyApplication> {
  try {
    return await start();
  } catch (error) {
    await database.drop();
    throw error;
  }
}
