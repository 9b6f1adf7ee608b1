import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findChromium } from '../testing/chromium.mjs';
import { root } from '../workspace/programs.mjs';

/**
 * @typedef {import('playwright-core').Browser} Browser
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ email: string, name: string, as: string }} Person
 */

/**
 * @returns {Promise<Browser>}
 */
export async function launchBrowser() {
  const executablePath = await findChromium();
  /** @type {typeof import('playwright-core')} */
  const { chromium } = createRequire(join(root, 'apps/e2e/package.json'))('@playwright/test');
  // Chromium's sandbox refuses to run for root.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/**
 * Asks the API as the person whom the page is signed in as.
 * @param {Page} page
 * @param {string} path below /api
 * @param {unknown} [body] given: POST
 * @returns {Promise<any>}
 */
export function ask(page, path, body) {
  return page.evaluate(async ([address, sent]) => {
    const answer = await fetch(`/api${address}`, {
      method: sent === undefined ? 'GET' : 'POST',
      ...(sent === undefined
        ? {}
        : { body: JSON.stringify(sent), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }, /** @type {[string, unknown]} */ ([path, body]));
}

/**
 * Signs in as the first demo person of a role.
 * @param {Page} page
 * @param {string} url
 * @param {string} role
 * @returns {Promise<{ clinic: string }>} the slug of the person's first clinic
 */
export async function signIn(page, url, role) {
  await page.goto(`${url}/sign-in`);
  const { demo } = await ask(page, '/status');
  if (!demo) throw new Error(`${url} does not serve the demo clinics`);
  /** @type {Person | undefined} */
  const person = demo.people.find((/** @type {Person} */ { as }) => as.toLowerCase().startsWith(role));
  if (!person) throw new Error(`No ${role} among the demo sign-ins`);
  const me = await ask(page, '/sign-in', { email: person.email, password: demo.password });
  return { clinic: me.clinics[0].slug };
}
