import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { complain, root, run, say } from './programs.mjs';

const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const noteFile = join(modules, '.lock-hash');

/** Stops with a plain word on a Node that is too old, rather than with a riddle later. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Courseline needs Node.js 20.19 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}

/**
 * Installs the packages that package-lock.json names, unless they are there.
 * @param {{ signal?: AbortSignal }} [options]
 */
export async function installPackages({ signal } = {}) {
  const wanted = wantedHash();
  if (readNote() === wanted) return;
  if (!installedAsLocked()) await npmCi(signal);
  writeFileSync(noteFile, wanted);
}

function wantedHash() {
  // Binaries belong to a platform: a folder shared between machines is not installed for all of them.
  const platform = `${process.platform}-${process.arch}-${process.versions.modules}`;
  return createHash('sha256').update(readFileSync(lockFile)).update(platform).digest('hex');
}

function readNote() {
  return existsSync(noteFile) ? readFileSync(noteFile, 'utf8') : null;
}

/** npm keeps beside the packages what it installed. Whoever ran it by hand need not wait for a second time. */
function installedAsLocked() {
  const hidden = join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = packagesOf(lockFile);
  const found = packagesOf(hidden);
  return Object.entries(wanted).every(
    ([path, { version, optional, peer, link }]) =>
      path === '' ||
      link === true ||
      !path.includes('node_modules/') ||
      found[path]?.version === version ||
      ((optional === true || peer === true) && found[path] === undefined),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean, link?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** @param {AbortSignal | undefined} signal */
async function npmCi(signal) {
  say('Installing packages: a minute or two, once.');
  const began = Date.now();
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1000);
    say(`  still installing (${seconds} s)`);
  }, 10_000);
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['ci', '--prefer-offline', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    await run(npm, args, { quiet: true, ...(signal ? { signal } : {}) });
  } catch (error) {
    complain(error);
    throw new Error('The packages could not be installed. Is the network there? npm ci says more.', {
      cause: error,
    });
  } finally {
    clearInterval(progress);
  }
  say(`  installed in ${Math.round((Date.now() - began) / 1000)} s`);
}
