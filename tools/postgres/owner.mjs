import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './processes.mjs';

/**
 * Which Node process started the server of a data folder. It tells a server in use from an orphan, which is
 * what a kill -9 of Node leaves behind.
 * @typedef {{ pid: number, startedAt: string }} Owner
 */

export const ownerFile = (/** @type {string} */ dataDir) => join(dataDir, 'started-by.json');

/**
 * Takes the data folder for this process.
 * @param {string} dataDir
 * @returns {Owner | null} the living process that has it already, or null when it is ours now
 */
export function claim(dataDir) {
  const whole = `${ownerFile(dataDir)}.${process.pid}`;
  writeFileSync(whole, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }));
  try {
    for (;;) {
      try {
        // A link appears at once and whole, and never over another: of two starts one gets it.
        linkSync(whole, ownerFile(dataDir));
        return null;
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      }
      const other = findOwner(dataDir);
      if (other) return other;
      release(dataDir);
    }
  } finally {
    rmSync(whole, { force: true });
  }
}

/** @param {string} dataDir */
export function release(dataDir) {
  rmSync(ownerFile(dataDir), { force: true });
}

/**
 * The living process that started the data folder's server, or null.
 * @param {string} dataDir
 * @returns {Owner | null}
 */
export function findOwner(dataDir) {
  /** @type {Owner} */
  let owner;
  try {
    owner = JSON.parse(readFileSync(ownerFile(dataDir), 'utf8'));
  } catch {
    return null;
  }
  return isAlive(owner.pid) && startOf(owner.pid) === owner.startedAt ? owner : null;
}
