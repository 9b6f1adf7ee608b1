/**
 * npm run import -- FILE --mapping MAPPING.json --clinic SLUG --as EMAIL [--dry-run] [--leave-out N]
 *
 * Uses the database of the running server, or starts the embedded one and stops it afterwards.
 */
import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from './server/database.mjs';
import { build } from './workspace/build.mjs';
import { dataDir, keptSecret, makeDataDir } from './workspace/data-dir.mjs';
import { installPackages, requireNode } from './workspace/install.mjs';
import { complain, ProgramError, root, runNode } from './workspace/programs.mjs';

const usage =
  'Usage: npm run import -- FILE --mapping MAPPING.json --clinic SLUG --as EMAIL [--dry-run] [--leave-out N]';

requireNode();
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());

try {
  const args = importArguments();
  await installPackages({ signal: ending.signal });
  await build({ signal: ending.signal });
  await importFile(args);
} catch (error) {
  complain(error);
  process.exitCode = error instanceof ProgramError ? error.code : 1;
}

/** @returns {string[]} */
function importArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        clinic: { type: 'string' },
        as: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        // How many refused rows may be left out; with any other number nothing is imported.
        'leave-out': { type: 'string', default: '0' },
      },
    });
    const [file, ...more] = positionals;
    const { mapping, clinic, as: email } = values;
    if (!file || more.length > 0 || !mapping || !clinic || !email) throw new Error(usage);
    const args = [fromCaller(file), '--mapping', fromCaller(mapping), '--clinic', clinic, '--as', email];
    args.push('--leave-out', values['leave-out']);
    return values['dry-run'] ? [...args, '--dry-run'] : args;
  } catch (error) {
    throw error instanceof Error && error.message !== usage ? new Error(`${error.message}\n${usage}`) : error;
  }
}

/**
 * npm runs scripts in the checkout; a path that was typed is meant from where it was typed.
 * @param {string} path
 */
function fromCaller(path) {
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** @param {string[]} args */
async function importFile(args) {
  const dir = dataDir();
  makeDataDir(dir);
  const database = await openDatabase({ dataDir: dir, share: true });
  try {
    const env = {
      DATABASE_URL: database.url,
      DATA_DIR: dir,
      SECRET: process.env.SECRET || keptSecret(dir),
      NODE_ENV: process.env.NODE_ENV || (database.embedded ? 'development' : undefined),
    };
    const options = { env, signal: ending.signal };
    await runNode(['apps/api/dist/migrate.js'], { name: 'Preparing the database', ...options });
    await runNode(['apps/api/dist/import.js', ...args], { name: 'The import', ...options });
  } finally {
    await database.stop();
  }
}
