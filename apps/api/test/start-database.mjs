import { startPostgres } from '../../../tools/postgres/start-postgres.mjs';

/** One server for the whole run; each spec file gets a database of its own on it (test-database.ts). */
export default async function startDatabase() {
  const server = await startPostgres({ test: true });
  process.env['COURSELINE_TEST_DATABASE'] = server.ownerUrl;
  globalThis.courselineTestServer = server;
}
