import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, runNode, say } from './programs.mjs';

const noteFile = join(root, '.nx', 'built-sources');
const derived = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'dist-spec',
  'test-results',
  'playwright-report',
]);
const tests = /\.(spec|int-spec|e2e)\.tsx?$/;

/**
 * Builds what changed. Nx and its cache do the work; that they need not be asked when no source changed is
 * what makes a second start quick.
 * @param {{ signal?: AbortSignal }} [options]
 */
export async function build({ signal } = {}) {
  const sources = sourcesHash();
  if (readNote() === sources && outputsAreThere()) return;
  say('Building');
  const options = {
    name: 'The build',
    quiet: true,
    env: { NX_TUI: 'false', NX_DAEMON: 'false', NODE_ENV: 'production' },
  };
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  await runNode([nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
    ...options,
    ...(signal ? { signal } : {}),
  });
  mkdirSync(join(root, '.nx'), { recursive: true });
  writeFileSync(noteFile, sources);
}

function readNote() {
  return existsSync(noteFile) ? readFileSync(noteFile, 'utf8') : null;
}

function outputsAreThere() {
  const libs = readdirSync(join(root, 'libs')).map((lib) => `libs/${lib}/dist/index.js`);
  return ['apps/api/dist/main.js', 'apps/dashboard/dist/index.html', ...libs].every((file) =>
    existsSync(join(root, file)),
  );
}

function sourcesHash() {
  const hash = createHash('sha256');
  const files = ['apps', 'libs'].flatMap((dir) => filesIn(join(root, dir))).sort();
  for (const file of [
    ...files,
    ...['package-lock.json', 'tsconfig.base.json', 'nx.json'].map((f) => join(root, f)),
  ]) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} dir
 * @returns {string[]}
 */
function filesIn(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (derived.has(entry.name) || tests.test(entry.name)) return [];
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() && !entry.name.endsWith('.tsbuildinfo') ? [path] : [];
  });
}
