import { existsSync, readFileSync } from 'node:fs';

/**
 * How many tests passed and failed. A test that did not run has failed: nothing is skipped here.
 * @typedef {{ passed: number, failed: number }} Counts
 */

/**
 * @param {boolean} passed
 * @returns {Counts}
 */
export function oneCheck(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/**
 * What a runner counted. One that ended badly without a failed test (a crash, a threshold not met) counts as
 * one failure.
 * @param {Counts | null} counts null: it left no count
 * @param {boolean} endedWell
 * @returns {Counts}
 */
export function honestCounts(counts, endedWell) {
  const { passed, failed } = counts ?? { passed: 0, failed: 0 };
  return { passed, failed: failed === 0 && (!endedWell || passed === 0) ? 1 : failed };
}

/**
 * @param {string} file what jest-counts.mjs wrote
 * @returns {Counts | null}
 */
export function readJestCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/**
 * @param {string} file what `node --test` wrote with its tap reporter
 * @returns {Counts | null}
 */
export function readTapCounts(file) {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const total = (/** @type {string} */ word) =>
    Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled') + total('skipped') + total('todo'),
  };
}

/**
 * @param {string} file what Playwright wrote with its json reporter
 * @returns {Counts | null}
 */
export function readPlaywrightCounts(file) {
  if (!existsSync(file)) return null;
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}
