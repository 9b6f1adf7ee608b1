import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What apps/api/src/demo.ts leaves in the data folder.
 * @typedef {{ clinic: string, role: string, name: string, email: string, password: string }} DemoSignIn
 */

const signInsFile = (/** @type {string} */ dataDir) => join(dataDir, 'demo-sign-ins.json');
const wantedFile = (/** @type {string} */ dataDir) => join(dataDir, 'demo-wanted');

/**
 * Whether this data folder holds the demo clinics.
 * @param {string} dataDir
 */
export function hasDemo(dataDir) {
  return existsSync(signInsFile(dataDir));
}

/**
 * The database is new: what was said of an earlier one no longer holds.
 * @param {string} dataDir
 */
export function forgetDemo(dataDir) {
  rmSync(signInsFile(dataDir), { force: true });
}

/**
 * Remembers that the new database is to get the demo clinics, should loading them be cut short.
 * @param {string} dataDir
 */
export function wantDemo(dataDir) {
  writeFileSync(wantedFile(dataDir), '');
}

/** @param {string} dataDir */
export function isDemoWanted(dataDir) {
  return existsSync(wantedFile(dataDir));
}

/** @param {string} dataDir */
export function demoIsLoaded(dataDir) {
  rmSync(wantedFile(dataDir), { force: true });
}

/**
 * @param {string} dataDir
 * @returns {DemoSignIn[]}
 */
export function readDemo(dataDir) {
  return JSON.parse(readFileSync(signInsFile(dataDir), 'utf8'));
}

/**
 * @param {DemoSignIn[]} signIns
 * @returns {string[]} lines to print
 */
export function signInLines(signIns) {
  const rows = signIns.map(({ role, email, name, clinic }) => [role, email, name, clinic]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`,
  );
  const passwords = new Set(signIns.map(({ password }) => password));
  return [...lines.map((line) => line.trimEnd()), `  The password of all: ${[...passwords].join(', ')}`];
}

/**
 * Demo clinics have passwords that everyone knows: this machine only, and never in production.
 * @param {{ host: string, environment: string | undefined }} setting
 * @returns {string | null} why not, or null
 */
export function whyNoDemo({ host, environment }) {
  if (environment === 'production') return 'NODE_ENV is production';
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) return 'HOST is not a loopback address';
  return null;
}
