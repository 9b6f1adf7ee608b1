import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findRunningPostgres, startPostgres } from '../postgres/start-postgres.mjs';
import { root } from '../workspace/programs.mjs';

/**
 * @typedef {object} Database
 * @property {string} url the owner's connection
 * @property {boolean} embedded false: a server of the clinic's own
 * @property {boolean} isNew made just now, and empty
 * @property {Promise<void> | null} ended fulfilled when the embedded server has ended, asked or not
 * @property {() => Promise<void>} stop
 */

const name = 'courseline';

/**
 * The database that DATABASE_URL names, or else the embedded one of this data folder, started when it does not
 * run yet. One that another process started is used and left running.
 * @param {{ dataDir: string, share?: boolean, env?: NodeJS.ProcessEnv, say?: (words: string) => void }} options
 * @returns {Promise<Database>}
 */
export async function openDatabase({ dataDir, share = false, env = process.env, say = () => undefined }) {
  const nothing = async () => undefined;
  if (env.DATABASE_URL) {
    return { url: env.DATABASE_URL, embedded: false, isNew: false, ended: null, stop: nothing };
  }
  const folder = join(dataDir, 'postgres');
  const running = share ? findRunningPostgres(folder) : null;
  if (running) return { url: running.urlOf(name), embedded: true, isNew: false, ended: null, stop: nothing };
  const server = await startPostgres({ dataDir: folder, say });
  try {
    const isNew = await createDatabase(server.ownerUrl);
    return { url: server.urlOf(name), embedded: true, isNew, ended: server.ended, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * @param {string} ownerUrl
 * @returns {Promise<boolean>} whether it was not there before
 */
async function createDatabase(ownerUrl) {
  const { Client } = createRequire(join(root, 'apps/api/package.json'))('pg');
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount > 0) return false;
    await client.query(`create database ${name}`);
    return true;
  } finally {
    await client.end();
  }
}
