import { ask, signIn } from '../demo/visitor.mjs';
import { say } from '../workspace/programs.mjs';

const rounds = 60;
const warmUps = 10;

/**
 * @typedef {{ url: string, browser: import('playwright-core').Browser }} Product
 * @typedef {import('playwright-core').Page} Page
 */

/** @param {Product} product */
export async function patientPage(product) {
  await pageRequests(product, 'patient-page', 'clinician', async (page, clinic) => {
    const { patients } = await ask(page, `/c/${clinic}/patients/search`, { text: 'HC-12036', limit: 1 });
    return `patients/${patients[0].id}`;
  });
}

/** @param {Product} product */
export async function caseloadPage(product) {
  await pageRequests(product, 'caseload-page', 'clinician', () => Promise.resolve('caseload'));
}

/** @param {Product} product */
export async function outcomesPage(product) {
  await pageRequests(product, 'outcomes-page', 'director', () => Promise.resolve('outcomes'));
}

/**
 * How long each request of a page takes, one after the other on an idle machine, beside a request that does
 * nothing.
 * @param {Product} product
 * @param {string} name
 * @param {string} role
 * @param {(page: Page, clinic: string) => Promise<string>} pathOf below the clinic's address
 */
async function pageRequests({ url, browser }, name, role, pathOf) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { clinic } = await signIn(page, url, role);
  const path = await pathOf(page, clinic);
  /** @type {Map<string, string | null>} what each address was sent; searches are sent, so that no name is in an address */
  const asked = new Map([['/api/health', null]]);
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/c/')) asked.set(pathname + search, request.postData());
  });
  await page.goto(`${url}/c/${clinic}/${path}`, { waitUntil: 'networkidle' });
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name: key, value }) => `${key}=${value}`).join('; ');
  await context.close();

  say(`\n${name}: ${rounds} requests of each, one after the other, milliseconds`);
  say('   median      p95');
  for (const [address, sent] of asked) {
    const times = await timesOf(`${url}${address}`, cookie, sent);
    const words = address === '/api/health' ? `${address} (the bare limit)` : address;
    say(`  ${at(times, 0.5)}  ${at(times, 0.95)}  ${words}`);
  }
}

/**
 * @param {string} address
 * @param {string} cookie
 * @param {string | null} sent
 * @returns {Promise<number[]>} in order of size
 */
async function timesOf(address, cookie, sent) {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const times = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const began = performance.now();
    const answer = await fetch(
      address,
      sent === null ? { headers } : { method: 'POST', headers, body: sent },
    );
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    if (round >= 0) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

/**
 * @param {number[]} times
 * @param {number} share
 */
function at(times, share) {
  return (times[Math.ceil(times.length * share) - 1] ?? Number.NaN).toFixed(1).padStart(7);
}
