import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Started {
  readonly url: string;
  /** The one-time link of the first administrator; null where the demo clinics were loaded. */
  readonly firstRunLink: string | null;
  readonly stop: () => Promise<void>;
}

/**
 * One product with the demo clinics and one that nobody has set up yet; both end with the run. Where
 * COURSELINE_DEMO_URL names a running demo, the journeys walk through that one, and none is started.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env['COURSELINE_DEMO_URL'] !== undefined) return () => Promise.resolve();
  const demo = await start('1');
  const empty = await start('0');
  process.env['COURSELINE_DEMO_URL'] = demo.url;
  process.env['COURSELINE_EMPTY_URL'] = empty.url;
  process.env['COURSELINE_FIRST_RUN_LINK'] = empty.firstRunLink ?? '';
  return async () => {
    await Promise.all([demo.stop(), empty.stop()]);
  };
}

async function start(demo: '0' | '1'): Promise<Started> {
  const dataDir = mkdtempSync(join(tmpdir(), 'courseline-journeys-'));
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: '',
      NODE_ENV: '',
      DEMO: demo,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const words = await announced(child, demo === '0');
  const url = /Courseline is ready: (\S+)/.exec(words)?.[1] ?? '';
  return {
    url: url.replace(/\/$/, ''),
    firstRunLink: /https?:\/\/\S+#\S+/.exec(words)?.[0] ?? null,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function announced(child: ChildProcess, withLink: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk;
      const ready = words.includes('Courseline is ready:') && (!withLink || /https?:\/\/\S+#\S+/.test(words));
      if (ready) resolve(words);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The product did not start:\n${words}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
