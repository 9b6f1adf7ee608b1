import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, worksIn } from './processes.mjs';

/** @typedef {{ pid: number, port: number, ready: boolean }} Postmaster */

/**
 * The server that PostgreSQL's own lock file names, when it really runs in this cluster folder.
 * @param {string} clusterDir
 * @returns {Postmaster | null}
 */
export function findPostmaster(clusterDir) {
  const lines = lockLines(clusterDir);
  if (!lines) return null;
  const pid = Number(lines[0]);
  if (!worksIn(pid, clusterDir)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * After a crash the number in the lock file may belong to another program by now; PostgreSQL would take that
 * for a running server and refuse to start.
 * @param {string} clusterDir
 */
export function removeForeignLock(clusterDir) {
  const lines = lockLines(clusterDir);
  const pid = Number(lines?.[0]);
  if (lines && isAlive(pid) && !worksIn(pid, clusterDir)) rmSync(join(clusterDir, 'postmaster.pid'));
}

/** @param {string} clusterDir */
function lockLines(clusterDir) {
  try {
    return readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}
