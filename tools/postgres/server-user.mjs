import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/**
 * PostgreSQL refuses to run as root, so root hands it to another user.
 * @typedef {{ uid: number, gid: number } | undefined} ServerUser undefined: run as whoever we are
 */

const nobody = { uid: 65534, gid: 65534 };

/**
 * The user the server runs as. A cluster that exists keeps its owner: the `postgres` user may have come to
 * this machine after it was made.
 * @param {string} clusterDir
 * @returns {ServerUser}
 */
export function serverUser(clusterDir) {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    return { uid, gid };
  }
  return postgresUser() ?? nobody;
}

/** @returns {ServerUser} */
function postgresUser() {
  try {
    const id = (/** @type {string} */ which) =>
      Number(
        execFileSync('id', [which, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }),
      );
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
