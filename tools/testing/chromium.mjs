import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, say } from '../workspace/programs.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const installation = [
  ['update', '-qq'],
  ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
];

/**
 * The browser for journeys and screenshots: CHROMIUM_PATH, or one of the usual places. Root on Debian gets it
 * installed; anyone else is told how.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const found = installed();
  if (found) return found;
  const [update = [], install = []] = installation;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing Chromium');
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', update, options);
    await run('apt-get', install, options);
    const now = installed();
    if (now) return now;
  }
  throw new Error(
    `Chromium is missing. On Debian: sudo apt-get ${update[0]} && sudo apt-get install chromium\n` +
      'Elsewhere: install Chromium or Chrome and set CHROMIUM_PATH to it.',
  );
}

/** @returns {string | undefined} */
function installed() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!works(named)) throw new Error('CHROMIUM_PATH does not name a browser that runs.');
    return named;
  }
  return usualPlaces.find((path) => existsSync(path) && works(path));
}

/** @param {string} path */
function works(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
