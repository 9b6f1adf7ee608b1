import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ clinic: string, role: string, name: string, email: string, password: string }} DemoSignIn */

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
 * @returns {string[]} lines to print
 */
export function signInLines(dataDir) {
  /** @type {DemoSignIn[]} */
  const signIns = JSON.parse(readFileSync(signInsFile(dataDir), 'utf8'));
  const width = (/** @type {keyof DemoSignIn} */ column) =>
    Math.max(...signIns.map((row) => row[column].length));
  const [clinic, role, email] = [width('clinic'), width('role'), width('email')];
  return signIns.map(
    (row) =>
      `  ${row.clinic.padEnd(clinic)}  ${row.role.padEnd(role)}  ${row.email.padEnd(email)}  ${row.password}  (${row.name})`,
  );
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
