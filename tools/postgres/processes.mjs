import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * When a process began, in the system's own form. A process number is used again after a while; together with
 * its start it is unique.
 * @param {number} pid
 */
export function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      // Field 22 of stat; the command, in brackets before it, may itself hold spaces.
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * Whether the process is a PostgreSQL server of this cluster folder: the server makes it its working folder.
 * @param {number} pid
 * @param {string} clusterDir with no symbolic link in it
 */
export function worksIn(pid, clusterDir) {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      clusterDir,
    );
  } catch {
    return false;
  }
}
