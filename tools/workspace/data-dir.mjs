import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { root } from './programs.mjs';

/**
 * Where this checkout keeps its data: DATA_DIR, or `.data` in the checkout. Root's PostgreSQL runs as another
 * user, who cannot enter closed folders such as /root, so root's data lies in a system folder, by checkout.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function dataDir(env = process.env) {
  if (env.DATA_DIR) return resolve(root, env.DATA_DIR);
  if (process.getuid?.() !== 0) return join(root, '.data');
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join('/var/lib/courseline', `${basename(root)}-${checkout}`);
}

/** @param {string} dir */
export function makeDataDir(dir) {
  const isRoot = process.getuid?.() === 0;
  mkdirSync(dir, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  // Root's PostgreSQL passes through it to its own folder; nobody may list it.
  chmodSync(dir, isRoot ? 0o711 : 0o700);
}

/**
 * The secret that keys are derived from, made once and kept with the data.
 * @param {string} dir
 */
export function keptSecret(dir) {
  const file = join(dir, 'secret');
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
