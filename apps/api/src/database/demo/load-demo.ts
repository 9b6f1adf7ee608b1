import { Client } from 'pg';
import { seedInstrumentVersions } from '../instrument-versions.js';
import { demoData, type DemoOptions } from './demo-data.js';
import type { DemoTable } from './demo-rows.js';
import { demoTables } from './demo-rows.js';
import { writeRows } from './write-rows.js';

/** Thrown when this database may not take demo data; nothing was changed. */
export class DemoRefusedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DemoRefusedError';
  }
}

export type DemoCounts = Readonly<Record<DemoTable, number>>;

/** Any number: of two loads at once the second waits, and then finds the first one's clinics. */
const loadLock = 4_036_177_522;

/**
 * Loads the demo clinics into an empty, migrated database as its owner, all or nothing. Refuses a database with
 * anything in it, and an owner whom row-level security would hold back.
 */
export async function loadDemo(ownerUrl: string, options: DemoOptions): Promise<DemoCounts> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'courseline demo' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [loadLock]);
    await refuseUnfit(client);
    await seedInstrumentVersions(client);
    const counts = Object.fromEntries(demoTables.map((table) => [table, 0])) as Record<DemoTable, number>;
    for (const batch of demoData(options)) {
      await writeRows(client, batch);
      for (const table of demoTables) counts[table] += batch.of(table).length;
    }
    await client.query('commit');
    // Plans of the first minutes would otherwise be made for empty tables.
    await client.query('analyze');
    return counts;
  } finally {
    // What was not committed goes with the connection.
    await client.end();
  }
}

async function refuseUnfit(client: Client): Promise<void> {
  const { rows: roles } = await client.query<{ above: boolean }>(
    `select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`,
  );
  if (roles[0]?.above !== true) {
    throw new DemoRefusedError(
      'Demo data need an owner whom row-level security does not hold back: a superuser, or a role with BYPASSRLS.',
    );
  }
  const { rows: tables } = await client.query<{ there: boolean }>(
    `select to_regclass('clinic') is not null and to_regclass('alert') is not null as there`,
  );
  if (tables[0]?.there !== true) {
    throw new DemoRefusedError(
      'This database has not been migrated yet: start the server once, then load the demo.',
    );
  }
  const { rows: contents } = await client.query<{ used: boolean }>(
    `select exists (select from clinic) or exists (select from account) as used`,
  );
  if (contents[0]?.used !== false) {
    throw new DemoRefusedError(
      'This database is not empty: demo data are only loaded into a new one. Nothing was changed.',
    );
  }
}
