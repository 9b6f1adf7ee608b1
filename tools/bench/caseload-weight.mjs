import { gzipSync } from 'node:zlib';
import { signIn } from '../demo/visitor.mjs';
import { say } from '../workspace/programs.mjs';

/**
 * How much script and style the caseload's first load asks of the network, gzipped.
 * @param {{ url: string, browser: import('playwright-core').Browser }} product
 */
export async function caseloadWeight({ url, browser }) {
  const visitor = await browser.newContext();
  const { clinic } = await signIn(await visitor.newPage(), url, 'clinician');
  // Signed in, and with nothing in the cache.
  const fresh = await browser.newContext({ storageState: await visitor.storageState() });
  const page = await fresh.newPage();
  /** @type {import('playwright-core').Response[]} */
  const responses = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(`${url}/c/${clinic}/caseload`, { waitUntil: 'networkidle' });
  const files = [];
  for (const response of responses) {
    const type = response.request().resourceType();
    if (type !== 'script' && type !== 'stylesheet') continue;
    const bytes = gzipSync(await response.body()).length;
    files.push({ type, name: new URL(response.url()).pathname, bytes });
  }
  files.sort((one, other) => other.bytes - one.bytes);
  await fresh.close();
  await visitor.close();

  say('\ncaseload-weight: first load of the caseload, gzip');
  for (const { name, bytes } of files) say(`  ${kilobytes(bytes)}  ${name}`);
  for (const type of ['script', 'stylesheet']) {
    const total = files.filter((file) => file.type === type).reduce((sum, { bytes }) => sum + bytes, 0);
    say(`  ${kilobytes(total)}  in all, ${type}${type === 'script' ? ' (the goal is at most 250 kB)' : ''}`);
  }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}
