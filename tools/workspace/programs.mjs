import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program that ended with something else than 0. */
export class ProgramError extends Error {
  /**
   * @param {string} name
   * @param {number} code
   * @param {string} output what it said, when that was kept and not shown
   */
  constructor(name, code, output) {
    super(`${name} failed (${code})`);
    this.name = 'ProgramError';
    this.code = code;
    this.output = output;
  }
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.name] how to call it in an error
 * @param {Record<string, string | undefined>} [options.env] beside this process's own; undefined takes one away
 * @param {boolean} [options.quiet] keep what it says, and show it only when it fails
 * @param {AbortSignal} [options.signal] ends it early
 * @returns {Promise<string>} what it said, when quiet
 */
export function run(command, args, { name = command, env = {}, quiet = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...(signal ? { signal } : {}),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (output += chunk));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new ProgramError(name, code ?? 1, output));
    });
  });
}

/**
 * Runs a script with this Node.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Says why something failed, with the words that a quiet program kept to itself.
 * @param {unknown} error
 */
export function complain(error) {
  if (error instanceof ProgramError && error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
}

/** @param {string} words */
export function say(words) {
  process.stdout.write(`${words}\n`);
}
