import { randomBytes, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { startApi } from '../server/api-process.mjs';
import { choosePort } from '../server/ports.mjs';
import { root, runNode } from '../workspace/programs.mjs';

const fromApi = createRequire(join(root, 'apps/api/package.json'));

/**
 * @typedef {object} Product
 * @property {(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} request
 *   as a director of every clinic; fails when the answer is a refusal
 * @property {(statement: string, parameters?: readonly unknown[]) => Promise<any[]>} sql past row-level security
 * @property {() => Promise<void>} stop
 */

/**
 * The built product on a database that is gone afterwards, with a clinic of each name and one director of all.
 * @param {readonly string[]} clinics
 * @returns {Promise<Product>}
 */
export async function startThrowawayProduct(clinics) {
  const postgres = await startPostgres({ test: true });
  /** @type {(() => Promise<unknown>)[]} */
  const undo = [() => postgres.stop()];
  const stop = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    await createDatabase(postgres.ownerUrl);
    const { port: PORT } = await choosePort(undefined, '127.0.0.1');
    const origin = `http://localhost:${PORT}`;
    const env = {
      DATABASE_URL: postgres.urlOf('courseline'),
      APP_DATABASE_URL: '',
      IDENTITY_DATABASE_URL: '',
      JOBS_DATABASE_URL: '',
      HOST: '127.0.0.1',
      PORT,
      PUBLIC_URL: origin,
      SECRET: randomBytes(48).toString('base64url'),
      NODE_ENV: 'test',
      DEMO: '0',
      SMTP_URL: '',
      MAIL_FROM: '',
    };
    await runNode(['apps/api/dist/migrate.js'], { name: 'Preparing the database', env });
    const { Client, types } = fromApi('pg');
    types.setTypeParser(types.builtins.DATE, (/** @type {string} */ text) => text);
    const owner = new Client(env.DATABASE_URL);
    await owner.connect();
    undo.push(() => owner.end());
    const password = randomBytes(24).toString('base64url');
    const email = 'director@example.org';
    await makeClinics(owner, clinics, email, await fromApi('@node-rs/argon2').hash(password));
    const api = await startApi({ env });
    undo.push(() => api.stop());
    return {
      request: await signIn(origin, { email, password }),
      sql: async (statement, parameters = []) => (await owner.query(statement, [...parameters])).rows,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} ownerUrl */
async function createDatabase(ownerUrl) {
  const { Client } = fromApi('pg');
  const client = new Client(ownerUrl);
  await client.connect();
  try {
    await client.query('create database courseline');
  } finally {
    await client.end();
  }
}

/**
 * @param {any} owner
 * @param {readonly string[]} clinics
 * @param {string} email
 * @param {string} passwordHash
 */
async function makeClinics(owner, clinics, email, passwordHash) {
  const account = randomUUID();
  const now = new Date();
  await owner.query(
    `insert into account (id, email, name, password_hash, password_changed_at, created_at)
     values ($1, $2, 'Director', $3, $4, $4)`,
    [account, email, passwordHash, now],
  );
  for (const slug of clinics) {
    const id = randomUUID();
    await owner.query(
      `insert into clinic (id, slug, name, time_zone, locale, weight_unit, crisis_lines, open_to_clinicians, version, created_at)
       values ($1, $2, $2, 'UTC', 'en-US', 'kg', '[]', false, 1, $3)`,
      [id, slug, now],
    );
    await owner.query(`insert into clinic_version (clinic_id, version) values ($1, 1)`, [id]);
    await owner.query(
      `insert into membership (clinic_id, account_id, roles, state, version, changed_at)
       values ($1, $2, '{director}', 'active', 1, $3)`,
      [id, account, now],
    );
    await owner.query(`insert into member_name (clinic_id, account_id, name) values ($1, $2, 'Director')`, [
      id,
      account,
    ]);
  }
}

/**
 * @param {string} origin
 * @param {{ email: string, password: string }} credentials
 * @returns {Promise<Product['request']>}
 */
async function signIn(origin, credentials) {
  const common = { 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${origin}/api/sign-in`, {
    method: 'POST',
    headers: { ...common, 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  if (!answer.ok) throw new Error(`Signing in was refused: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return async (method, path, body, headers = {}) => {
    const isJson = body !== undefined && !Buffer.isBuffer(body);
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...common,
        cookie,
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
}
