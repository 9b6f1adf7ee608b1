/**
 * npm start: from a fresh clone to the running product, with nothing installed but Node and npm.
 * Until packages are installed, only Node's own modules may be imported here and in what this file imports.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ApiRefusedError, startApi } from './server/api-process.mjs';
import { openDatabase } from './server/database.mjs';
import {
  demoIsLoaded,
  forgetDemo,
  hasDemo,
  isDemoWanted,
  readDemo,
  signInLines,
  wantDemo,
  whyNoDemo,
} from './server/demo.mjs';
import { choosePort } from './server/ports.mjs';
import { build } from './workspace/build.mjs';
import { dataDir, keptSecret, makeDataDir } from './workspace/data-dir.mjs';
import { installPackages, requireNode } from './workspace/install.mjs';
import { complain, root, runNode, say } from './workspace/programs.mjs';

requireNode();
const envFile = join(root, '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);
const askedForDemo = process.argv.includes('--demo') || process.env.DEMO === '1';
const declinedDemo = process.env.DEMO === '0';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());

try {
  await installPackages({ signal: ending.signal });
  await build({ signal: ending.signal });
  process.exitCode = await serve(ending.signal);
} catch (error) {
  process.exitCode = explain(error);
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
async function serve(signal) {
  const dir = dataDir();
  makeDataDir(dir);
  const database = await openDatabase({ dataDir: dir, say });
  try {
    const env = await environment(database, dir);
    await loadDemo(database, dir, env, signal);
    const demo = isDemo(database, dir);
    const api = await startApi({ env: { ...env, DEMO: demo ? '1' : '0' }, signal });
    try {
      announce(env, database.embedded ? dir : 'the database of DATABASE_URL', demo);
      const why = await Promise.race([
        aborted(signal),
        api.ended.then((code) => `The server ended unexpectedly (${code}).`),
        ...(database.ended
          ? [database.ended.then(() => `The database ended unexpectedly: ${dir}/postgres/server.log`)]
          : []),
      ]);
      if (why !== null) process.stderr.write(`${why}\n`);
      return why === null ? 0 : 1;
    } finally {
      await api.stop();
    }
  } finally {
    await database.stop();
  }
}

/**
 * @param {import('./server/database.mjs').Database} database
 * @param {string} dir
 */
async function environment(database, dir) {
  const HOST = process.env.HOST || '127.0.0.1';
  const { port: PORT, instead } = await choosePort(process.env.PORT, HOST);
  if (instead) say(`Port 3000 is taken: using ${PORT}.`);
  return {
    DATABASE_URL: database.url,
    DATA_DIR: dir,
    DASHBOARD_DIR: process.env.DASHBOARD_DIR || join(root, 'apps/dashboard/dist'),
    HOST,
    PORT,
    PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${PORT}`,
    SECRET: process.env.SECRET || keptSecret(dir),
    NODE_ENV: process.env.NODE_ENV || (database.embedded || askedForDemo ? 'development' : undefined),
  };
}

/**
 * @param {import('./server/database.mjs').Database} database
 * @param {string} dir
 * @param {Awaited<ReturnType<typeof environment>>} env
 * @param {AbortSignal} signal
 */
async function loadDemo(database, dir, env, signal) {
  const why = whyNoDemo({ host: env.HOST, environment: env.NODE_ENV });
  if (database.isNew) forgetDemo(dir);
  if (database.embedded && hasDemo(dir)) {
    if (why)
      throw new Error(`This database holds the demo clinics, whose passwords everyone knows, and ${why}.`);
    return;
  }
  if (database.isNew && !declinedDemo && !why) wantDemo(dir);
  if (!askedForDemo && !isDemoWanted(dir)) return;
  if (why) throw new Error(`The demo clinics are not loaded: ${why}.`);
  say('Loading the demo clinics');
  await runNode(['apps/api/dist/migrate.js'], { name: 'Preparing the database', env, signal });
  // What it prints are the sign-ins, which stand at the end of every start.
  const options = { name: 'Loading the demo clinics', env: { ...env, DEMO: '1' }, quiet: true, signal };
  await runNode(['apps/api/dist/demo.js'], options);
  demoIsLoaded(dir);
}

/**
 * The list of sign-ins is of the embedded database; one of the clinic's own has them only where asked.
 * @param {import('./server/database.mjs').Database} database
 * @param {string} dir
 */
function isDemo({ embedded }, dir) {
  return hasDemo(dir) && (embedded || askedForDemo);
}

/**
 * @param {{ PUBLIC_URL: string }} env
 * @param {string} place
 * @param {boolean} demo
 */
function announce({ PUBLIC_URL }, place, demo) {
  say(`\nCourseline is ready: ${PUBLIC_URL}`);
  if (demo) say(['\nDemo sign-ins (fictitious clinics):', ...signInLines(readDemo(dataDir()))].join('\n'));
  say(`\nData is kept in ${place}. Ctrl-C stops.`);
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<null>}
 */
function aborted(signal) {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
}

/**
 * @param {unknown} error
 * @returns {number} the exit code
 */
function explain(error) {
  if (ending.signal.aborted) return 0;
  // It said why itself.
  if (error instanceof ApiRefusedError) return error.code || 1;
  complain(error);
  return 1;
}
