import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, say } from '../workspace/programs.mjs';

/**
 * A product to look at: the one that already runs at an address, or a new one with fresh demo clinics that is
 * gone afterwards.
 * @param {string | undefined} url
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function openDemo(url) {
  if (url) return { url: url.replace(/\/$/, ''), stop: async () => undefined };
  say('Starting the demo');
  const dataDir = mkdtempSync(join(tmpdir(), 'courseline-look-'));
  const settings = {
    DATABASE_URL: '',
    HOST: '',
    PUBLIC_URL: '',
    NODE_ENV: '',
    SECRET: '',
    SMTP_URL: '',
    MAIL_FROM: '',
  };
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: { ...process.env, ...settings, DEMO: '1', DATA_DIR: dataDir, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { url: await announcedUrl(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} child
 * @returns {Promise<string>}
 */
function announcedUrl(child) {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      words += chunk;
      const url = /Courseline is ready: (\S+)/.exec(words)?.[1];
      if (url) resolve(url);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The demo did not start:\n${words}`)));
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
