import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../workspace/programs.mjs';

/**
 * @typedef {object} Api
 * @property {Promise<number>} ended its exit code, asked or not
 * @property {() => Promise<void>} stop lets requests in progress end first
 */

/** How long requests in progress may take after a stop before the process is killed. */
const patienceMs = 20_000;

/**
 * Starts the API and waits until it answers.
 * @param {{ env: Record<string, string | undefined>, signal?: AbortSignal }} options HOST and PORT tell where it listens
 * @returns {Promise<Api>}
 */
export async function startApi({ env, signal }) {
  const child = spawn(
    process.execPath,
    ['--import', new URL('end-with-parent.mjs', import.meta.url).href, 'apps/api/dist/main.js'],
    // A group of its own: Ctrl-C reaches it through stop(), once, and not from the terminal too.
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    },
  );
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, killedBy) => resolve(code ?? (killedBy === 'SIGTERM' ? 0 : 1)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(kill);
  };
  const address = addressOf(env.HOST ?? '127.0.0.1', env.PORT ?? '3000');
  try {
    await untilAnswering(address, child, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ended, stop };
}

/** The API said why it would not start, and ended. */
export class ApiRefusedError extends Error {
  /** @param {number} code */
  constructor(code) {
    super(`The server did not start (${code})`);
    this.name = 'ApiRefusedError';
    this.code = code;
  }
}

/**
 * @param {string} host
 * @param {string} port
 */
function addressOf(host, port) {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/api/health`;
}

/**
 * @param {string} address
 * @param {import('node:child_process').ChildProcess} child
 * @param {AbortSignal | undefined} signal
 */
async function untilAnswering(address, child, signal) {
  for (;;) {
    signal?.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) throw new ApiRefusedError(child.exitCode ?? 1);
    try {
      await fetch(address, { signal: AbortSignal.timeout(5_000) });
      return;
    } catch {
      await delay(50);
    }
  }
}
