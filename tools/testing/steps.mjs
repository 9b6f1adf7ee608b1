import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { olderPostgres } from '../postgres/older-postgres.mjs';
import { build } from '../workspace/build.mjs';
import { complain, root, runNode } from '../workspace/programs.mjs';
import { findChromium } from './chromium.mjs';
import { honestCounts, oneCheck, readJestCounts, readPlaywrightCounts, readTapCounts } from './counts.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {{ postgres: string | undefined }} Options
 * @typedef {{ name: string, title: string, run: (options: Options) => Promise<Counts> }} Step
 */

const modules = (/** @type {string} */ path) => join(root, 'node_modules', path);

/** Settings of a running product mean nothing to its tests, which bring their own. */
const withoutSettings = Object.fromEntries(
  [
    'DATABASE_URL',
    'APP_DATABASE_URL',
    'IDENTITY_DATABASE_URL',
    'JOBS_DATABASE_URL',
    'HOST',
    'PORT',
    'PUBLIC_URL',
  ]
    .concat([
      'DATA_DIR',
      'JOBS',
      'DASHBOARD_DIR',
      'DEMO',
      'SMTP_URL',
      'MAIL_FROM',
      'SECRET',
      'TRUSTED_PROXY',
      'NODE_ENV',
    ])
    .map((name) => [name, undefined]),
);

/** @type {Step[]} */
export const steps = [
  check('format', 'format', [modules('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  { name: 'lint', title: 'lint', run: () => attempt(lint).then(oneCheck) },
  check('types', 'types', [modules('ts7/bin/tsc'), '-b']),
  { name: 'boundaries', title: 'boundaries and tools', run: toolSpecs },
  { name: 'unit', title: 'unit and pages, UTC', run: () => jest('unit', { TZ: 'UTC' }) },
  { name: 'unit', title: 'unit and pages, New York', run: () => jest('unit', { TZ: 'America/New_York' }) },
  { name: 'integration', title: 'integration', run: integration },
  { name: 'build', title: 'build', run: () => attempt(() => build()).then(oneCheck) },
  { name: 'journeys', title: 'journeys in Chromium', run: journeys },
];

/**
 * A step that passes or fails as one.
 * @param {string} name
 * @param {string} title
 * @param {string[]} args
 * @returns {Step}
 */
function check(name, title, args) {
  return {
    name,
    title,
    run: () => attempt(() => runNode(args, { name: title, env: withoutSettings })).then(oneCheck),
  };
}

/** ESLint works on one core, and most of its time is type-checking: two halves take half as long. */
async function lint() {
  const half = ['apps/api', 'libs'];
  const eslint = (/** @type {string[]} */ ...args) =>
    runNode([modules('eslint/bin/eslint.js'), '--max-warnings', '0', ...args], { name: 'lint', quiet: true });
  const halves = [eslint(...half), eslint('.', ...half.map((dir) => `--ignore-pattern=${dir}/**`))];
  const failures = (await Promise.allSettled(halves)).flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  for (const failure of failures) complain(failure);
  if (failures.length > 0) throw new Error('lint: see above');
}

/**
 * @param {() => Promise<unknown>} action
 * @returns {Promise<boolean>} whether it succeeded; what went wrong is said
 */
async function attempt(action) {
  try {
    await action();
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
}

/**
 * @param {(file: string) => Promise<unknown>} action leaves its counts in the file
 * @param {(file: string) => Counts | null} read
 * @returns {Promise<Counts>}
 */
async function counted(action, read) {
  const dir = mkdtempSync(join(tmpdir(), 'courseline-counts-'));
  const file = join(dir, 'counts');
  try {
    const endedWell = await attempt(() => action(file));
    return honestCounts(read(file), endedWell);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function toolSpecs() {
  const specs = specsIn(join(root, 'tools'));
  return counted(
    (file) =>
      runNode(
        [
          '--test',
          '--test-reporter=spec',
          '--test-reporter-destination=stdout',
          '--test-reporter=tap',
        ].concat(`--test-reporter-destination=${file}`, specs),
        { name: 'tools', env: withoutSettings },
      ),
    readTapCounts,
  );
}

/**
 * @param {string} dir
 * @returns {string[]}
 */
function specsIn(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return specsIn(path);
    return entry.name.endsWith('.spec.mjs') ? [path] : [];
  });
}

/**
 * @param {'unit' | 'integration'} kind
 * @param {Record<string, string>} env
 */
function jest(kind, env) {
  const config = join(root, `tools/testing/jest-${kind}.config.mjs`);
  return counted(
    (file) =>
      runNode([modules('jest/bin/jest.js'), '-c', config], {
        name: kind,
        env: { ...withoutSettings, ...env, COUNTS_FILE: file },
      }),
    readJestCounts,
  );
}

/** @param {Options} options */
async function integration({ postgres }) {
  if (!postgres) return jest('integration', { TZ: 'UTC' });
  return jest('integration', { TZ: 'UTC', COURSELINE_TEST_POSTGRES: await olderPostgres(postgres) });
}

async function journeys() {
  const config = join(root, 'apps/e2e/playwright.config.ts');
  return counted(async (file) => {
    const chromium = await findChromium();
    await build();
    if (!existsSync(config)) throw new Error(`${config} is missing`);
    await runNode([modules('@playwright/test/cli.js'), 'test', '-c', config, '--reporter=list,json'], {
      name: 'journeys',
      env: { ...withoutSettings, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
  }, readPlaywrightCounts);
}
