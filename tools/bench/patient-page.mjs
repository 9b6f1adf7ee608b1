import { ask, signIn } from '../demo/visitor.mjs';
import { say } from '../workspace/programs.mjs';

const rounds = 60;
const warmUps = 10;

/**
 * How long each request of the patient page takes, one after the other on an idle machine, beside a request
 * that does nothing.
 * @param {{ url: string, browser: import('playwright-core').Browser }} product
 */
export async function patientPage({ url, browser }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const { clinic } = await signIn(page, url, 'clinician');
  const { patients } = await ask(page, `/c/${clinic}/patients/search`, { text: 'HC-12036', limit: 1 });
  /** @type {Set<string>} */
  const asked = new Set();
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === 'GET' && pathname.startsWith('/api/c/')) asked.add(pathname + search);
  });
  await page.goto(`${url}/c/${clinic}/patients/${patients[0].id}`, { waitUntil: 'networkidle' });
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await context.close();

  say(`\npatient-page: ${rounds} requests of each, one after the other, milliseconds`);
  say('   median      p95');
  for (const path of ['/api/health', ...asked]) {
    const times = await timesOf(`${url}${path}`, cookie);
    const name = path === '/api/health' ? `${path} (the bare limit)` : path;
    say(`  ${at(times, 0.5)}  ${at(times, 0.95)}  ${name}`);
  }
}

/**
 * @param {string} address
 * @param {string} cookie
 * @returns {Promise<number[]>} in order of size
 */
async function timesOf(address, cookie) {
  const times = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const began = performance.now();
    const answer = await fetch(address, { headers: { cookie } });
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
