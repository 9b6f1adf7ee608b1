import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * @typedef {import('./server-user.mjs').ServerUser} ServerUser
 * @typedef {import('./binaries.mjs').Binaries} Binaries
 * @typedef {{ dir: string, password: string }} Cluster
 */

export const ownerName = 'courseline';

/**
 * Makes the folder that holds the cluster, its password and its log.
 * @param {string} dataDir
 * @param {ServerUser} user
 * @returns {string} its path without symbolic links
 */
export function makeDataDir(dataDir, user) {
  if (user) checkParents(dataDir, user);
  mkdirSync(dataDir, { recursive: true, mode: user ? 0o711 : 0o700 });
  // Root's server runs as another user, who passes through this folder to the cluster and may do no more in it.
  chmodSync(dataDir, user ? 0o711 : 0o700);
  return realpathSync(dataDir);
}

/**
 * @param {string} dataDir
 * @param {NonNullable<ServerUser>} user
 */
function checkParents(dataDir, user) {
  let parent = dirname(resolve(dataDir));
  while (!existsSync(parent)) parent = dirname(parent);
  for (parent = realpathSync(parent); ; parent = dirname(parent)) {
    const { mode, uid, gid } = statSync(parent);
    const open = (uid === user.uid && mode & 0o100) || (gid === user.gid && mode & 0o010) || mode & 0o001;
    if (!open) {
      throw new Error(
        `The database cannot lie in ${dataDir}: started by root, PostgreSQL runs as user ${user.uid}, ` +
          `who may not enter ${parent}. Set DATA_DIR to a folder outside it.`,
      );
    }
    if (parent === dirname(parent)) return;
  }
}

/**
 * @param {string} dataDir
 * @returns {string | null} null before the first start
 */
export function readPassword(dataDir) {
  try {
    return readFileSync(join(dataDir, 'password'), 'utf8').trim();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The cluster of a data folder, made on first use.
 * @param {{ dataDir: string, binaries: Binaries, user: ServerUser, test: boolean }} options
 * @returns {Promise<Cluster>}
 */
export async function openCluster({ dataDir, binaries, user, test }) {
  const dir = join(dataDir, 'cluster');
  if (existsSync(dir)) {
    checkVersion(dir, binaries.major);
    const password = readPassword(dataDir);
    if (password === null)
      throw new Error(`${join(dataDir, 'password')} is missing: the database cannot be opened.`);
    return { dir, password };
  }
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(dataDir, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  // Under another name until it is whole, so that a killed first start is begun again.
  const unfinished = join(dataDir, 'cluster.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (user) chownSync(unfinished, user.uid, user.gid);
  await initialise({ dir: unfinished, passwordFile, binaries, user, test });
  renameSync(unfinished, dir);
  return { dir, password };
}

/**
 * @param {{ dir: string, passwordFile: string, binaries: Binaries, user: ServerUser, test: boolean }} options
 */
async function initialise({ dir, passwordFile, binaries, user, test }) {
  const args = [
    `--pgdata=${dir}`,
    `--username=${ownerName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
  ];
  args.push('--encoding=UTF8', '--lc-messages=C', ...locale(binaries.major));
  if (test) args.push('--no-sync');
  const child = spawn(binaries.bin('initdb'), args, {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    ...user,
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (words += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new Error(
      `The database could not be made in ${dir}: ${words.trim() || `initdb ended with ${code}`}`,
    );
}

/**
 * The built-in provider sorts alike on every machine; versions before 17 have only the machine's own.
 * @param {number} major
 */
function locale(major) {
  return major >= 17
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C.UTF-8'];
}

/**
 * @param {string} dir
 * @param {number} major
 */
function checkVersion(dir, major) {
  const made = Number.parseInt(readFileSync(join(dir, 'PG_VERSION'), 'utf8'), 10);
  if (made !== major) {
    throw new Error(
      `The database in ${dir} was made by PostgreSQL ${made}, and this is PostgreSQL ${major}, which cannot open it. ` +
        'docs/operations.md tells how to move the data.',
    );
  }
}
