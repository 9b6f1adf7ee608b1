/**
 * npm run screenshots -- FOLDER [--url http://localhost:3000] [--only caseload,patient]
 * npm run screenshots -- --readme
 *
 * Takes each screen of tools/screens.mjs as desktop, tablet and phone, light and dark, from a running demo or
 * from one started for it. --readme renews the pictures of the README.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDemo } from './demo/demo-server.mjs';
import { launchBrowser, signIn } from './demo/visitor.mjs';
import { screens } from './screens.mjs';
import { installPackages, requireNode } from './workspace/install.mjs';
import { complain, root, say } from './workspace/programs.mjs';

/**
 * @typedef {{ name: string, width: number, height: number }} Device
 * @typedef {'light' | 'dark'} Scheme
 */

/** @type {[Device, ...Device[]]} */
const devices = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'tablet', width: 820, height: 1180 },
  { name: 'phone', width: 390, height: 844 },
];

requireNode();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, only: { type: 'string' }, readme: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (!folder && !values.readme) {
  process.stderr.write('Usage: npm run screenshots -- FOLDER [--url URL] [--only NAME,NAME], or --readme\n');
  process.exit(1);
}
await installPackages();
const only = values.only?.split(',');
const chosen = screens.filter(({ name, readme }) =>
  only ? only.includes(name) : !values.readme || readme !== undefined,
);

const demo = await openDemo(values.url);
const browser = await launchBrowser();
try {
  for (const device of values.readme ? [devices[0]] : devices) {
    for (const scheme of /** @type {Scheme[]} */ (values.readme ? ['light'] : ['light', 'dark'])) {
      await takeAll(device, scheme);
    }
  }
} finally {
  await browser.close();
  await demo.stop();
}

/**
 * @param {Device} device
 * @param {Scheme} scheme
 */
async function takeAll({ name: deviceName, width, height }, scheme) {
  const dir = values.readme
    ? join(root, 'docs/screenshots')
    : resolve(process.env.INIT_CWD ?? '.', folder ?? '.');
  mkdirSync(dir, { recursive: true });
  const roles = new Set(chosen.map(({ as }) => as));
  for (const role of roles) {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: values.readme ? 1.5 : 1,
      colorScheme: scheme,
      reducedMotion: 'reduce',
      hasTouch: deviceName === 'phone',
      locale: 'en-US',
    });
    const page = await context.newPage();
    const clinic = role === null ? '' : (await signIn(page, demo.url, role)).clinic;
    for (const screen of chosen.filter(({ as }) => as === role)) {
      const file = values.readme ? `${screen.name}.png` : `${screen.name}-${deviceName}-${scheme}.png`;
      try {
        await take(screen, { page, clinic }, join(dir, file));
        say(`  ${file}`);
      } catch (error) {
        process.exitCode = 1;
        complain(new Error(`${file}: ${error instanceof Error ? error.message : error}`));
      }
    }
    await context.close();
  }
}

/**
 * @param {import('./screens.mjs').Screen} screen
 * @param {import('./screens.mjs').Visit} visit
 * @param {string} file
 */
async function take(screen, visit, file) {
  const { page } = visit;
  const path = typeof screen.path === 'string' ? screen.path : await screen.path(visit);
  await page.goto(demo.url + path, { waitUntil: 'networkidle' });
  if (await page.getByText('There is nothing at this address').isVisible())
    throw new Error('there is no such page');
  await screen.then?.(visit);
  await page.evaluate('document.fonts.ready');
  // A window as high as the page: a bar at its bottom would otherwise stand in the middle of the picture.
  const seen = page.viewportSize() ?? { width: 0, height: 0 };
  const height = values.readme ? screen.readme : await page.evaluate('document.documentElement.scrollHeight');
  await page.setViewportSize({ width: seen.width, height: Math.max(seen.height, Number(height)) });
  await page.screenshot({ path: file, animations: 'disabled' });
  await page.setViewportSize(seen);
}
