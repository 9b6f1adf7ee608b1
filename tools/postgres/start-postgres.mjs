import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findBinaries } from './binaries.mjs';
import { makeDataDir, openCluster, ownerName, readPassword } from './cluster.mjs';
import { claim, findOwner, ownerFile, release } from './owner.mjs';
import { findPostmaster, removeForeignLock } from './postmaster.mjs';
import { serverUser } from './server-user.mjs';

/**
 * @typedef {object} StartOptions
 * @property {string} [dataDir] where the database lies; may be left out in tests, which then get a temporary one
 * @property {number} [port] a free one when left out
 * @property {string} [nativeDir] another PostgreSQL than the packaged one: its folder of bin, lib and share
 * @property {boolean} [test] fast and forgetful: nothing is forced to disk, and the folder goes at stop
 * @property {(words: string) => void} [say] called when something takes long
 *
 * @typedef {object} Postgres
 * @property {number} port on 127.0.0.1
 * @property {string} ownerUrl the owner's connection to the database `postgres`
 * @property {(database: string) => string} urlOf the owner's connection to another database
 * @property {number} major 18, or 15 when asked for
 * @property {Promise<void>} ended fulfilled when the server has ended, asked or not
 * @property {() => Promise<void>} stop ends connections, writes all to disk and waits until the server is gone
 */

const testPrefix = 'courseline-test-postgres-';

/** A second start on a data folder whose server is in use. */
export class DatabaseInUseError extends Error {
  /** @param {number} pid */
  constructor(pid) {
    super(`The database is in use by process ${pid}: Courseline already runs with this data folder.`);
    this.name = 'DatabaseInUseError';
  }
}

/**
 * Starts the PostgreSQL server that npm brought, on the loopback address only and with a password of its own.
 * @param {StartOptions} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, port, nativeDir, test = false, say = () => undefined }) {
  if (test) removeAbandonedTests();
  const wanted = dataDir ?? (test ? mkdtempSync(join(tmpdir(), testPrefix)) : undefined);
  if (wanted === undefined) throw new TypeError('startPostgres needs a dataDir');
  const user = serverUser(join(wanted, 'cluster'));
  const home = makeDataDir(wanted, user);
  const owner = claim(home);
  if (owner) throw new DatabaseInUseError(owner.pid);
  try {
    const binaries = findBinaries({
      nativeDir: nativeDir ?? testedInstead(test),
      copyInto: dirname(home),
      user,
    });
    const clusterDir = join(home, 'cluster');
    if (findPostmaster(clusterDir)) {
      say('Stopping the database that an earlier run left behind');
      stopServer(binaries, clusterDir, user);
    }
    removeForeignLock(clusterDir);
    if (!existsSync(clusterDir)) say('Making the database');
    const cluster = await openCluster({ dataDir: home, binaries, user, test });
    const server = await listen({ home, cluster, binaries, user, test, port, say });
    return handle({ ...server, password: cluster.password, home, binaries, test });
  } catch (error) {
    release(home);
    throw error;
  }
}

/**
 * The tests can be run on another PostgreSQL than the packaged one (npm run test:pg15).
 * @param {boolean} test
 */
function testedInstead(test) {
  return test ? process.env.COURSELINE_TEST_POSTGRES : undefined;
}

/**
 * The server that another process of this machine runs in a data folder, or null.
 * @param {string} dataDir
 * @returns {{ port: number, urlOf: (database: string) => string } | null}
 */
export function findRunningPostgres(dataDir) {
  if (!existsSync(dataDir)) return null;
  const home = realpathSync(dataDir);
  const server = findOwner(home) && findPostmaster(join(home, 'cluster'));
  const password = server && readPassword(home);
  if (!server || !server.ready || password === null) return null;
  return { port: server.port, urlOf: (database) => ownerUrl(server.port, password, database) };
}

/**
 * @typedef {{ home: string, cluster: import('./cluster.mjs').Cluster, binaries: import('./binaries.mjs').Binaries,
 *   user: import('./server-user.mjs').ServerUser, test: boolean }} Setup
 */

/**
 * @param {Setup & { port: number | undefined, say: (words: string) => void }} setup
 */
async function listen({ port, say, ...setup }) {
  // Between finding a free port and taking it, another program may take it.
  for (let attempt = 1; ; attempt += 1) {
    const candidate = port ?? (await freePort());
    const child = spawnServer(setup, candidate);
    /** @type {Promise<void>} */
    const ended = new Promise((resolve) => child.once('exit', () => resolve()));
    const state = await waitUntilReady(child, setup.cluster.dir, say);
    if (state === 'ready') return { child, ended, port: candidate };
    const words = lastWords(setup.home);
    const portTaken = /could not bind|Address already in use/i.test(words);
    if (!portTaken || port !== undefined || attempt === 3) {
      throw new Error(`PostgreSQL did not start: ${words || 'it said nothing'}`);
    }
  }
}

/**
 * @param {Setup} setup
 * @param {number} port
 */
function spawnServer({ home, cluster, binaries, user, test }, port) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What a failed statement held may be a patient's: it stays out of the log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    jit: 'off',
    ...(test
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
      : { max_connections: '100', shared_buffers: '256MB' }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = join(home, 'server.log');
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
  const log = openSync(logFile, 'a', 0o600);
  // A group of its own: Ctrl-C in the terminal must reach the API first, and the server only through stop().
  const child = spawn(binaries.bin('postgres'), ['-D', cluster.dir, ...args], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    ...user,
  });
  closeSync(log);
  return child;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} clusterDir
 * @param {(words: string) => void} say
 * @returns {Promise<'ready' | 'ended'>}
 */
async function waitUntilReady(child, clusterDir, say) {
  let failed = false;
  child.once('error', () => (failed = true));
  const patience = Date.now() + 5_000;
  let told = false;
  for (;;) {
    if (failed || child.exitCode !== null || child.signalCode !== null) return 'ended';
    const server = findPostmaster(clusterDir);
    if (server?.pid === child.pid && server?.ready) return 'ready';
    if (!told && Date.now() > patience) {
      told = true;
      say('The database repairs itself after an unclean end; this can take a minute');
    }
    await delay(25);
  }
}

/**
 * @param {Omit<Setup, 'cluster' | 'user'> & { child: import('node:child_process').ChildProcess, ended: Promise<void>,
 *   port: number, password: string }} server
 * @returns {Postgres}
 */
function handle({ child, ended, port, password, home, binaries, test }) {
  const abandon = () => child.kill('SIGQUIT');
  if (test) process.once('exit', abandon);
  /** @type {Promise<void> | undefined} */
  let stopping;
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await ended;
    process.off('exit', abandon);
    if (test) rmSync(home, { recursive: true, force: true });
    else release(home);
  };
  return {
    port,
    major: binaries.major,
    ownerUrl: ownerUrl(port, password, 'postgres'),
    urlOf: (database) => ownerUrl(port, password, database),
    ended,
    stop: () => (stopping ??= stop()),
  };
}

/**
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {string} clusterDir
 * @param {import('./server-user.mjs').ServerUser} user
 */
function stopServer(binaries, clusterDir, user) {
  const args = ['stop', '-D', clusterDir, '-m', 'fast', '-w', '-t', '60'];
  const { status, stderr } = spawnSync(binaries.bin('pg_ctl'), args, { cwd: '/', encoding: 'utf8', ...user });
  if (status !== 0 && findPostmaster(clusterDir)) {
    throw new Error(`The database that an earlier run left behind does not stop: ${stderr.trim()}`);
  }
}

/**
 * @param {number} port
 * @param {string} password
 * @param {string} database
 */
function ownerUrl(port, password, database) {
  return `postgres://${ownerName}:${password}@127.0.0.1:${port}/${database}`;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {string} home */
function lastWords(home) {
  const log = readFileSync(join(home, 'server.log'), 'utf8').trim();
  return log.split('\n').slice(-5).join('\n');
}

/** A killed test run cannot stop its server; the next one does. */
function removeAbandonedTests() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(testPrefix)) continue;
    const home = join(tmpdir(), name);
    try {
      // One without the file has just been made.
      if (!existsSync(ownerFile(home)) || findOwner(home)) continue;
      const server = findPostmaster(join(realpathSync(home), 'cluster'));
      if (server) process.kill(server.pid, 'SIGQUIT');
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Another user's, or one that ends at this moment.
    }
  }
}
