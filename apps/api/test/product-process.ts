import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Settings } from '../src/config/app-config.js';

/** The product in a process of its own, which can be killed. */
export interface ProductProcess {
  readonly url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, and says what ended it: its exit code, or the signal once it had put things in order. */
  stop(): Promise<number | NodeJS.Signals | null>;
}

const root = join(__dirname, '../../..');

/** Starts `main.ts` from its sources with these settings and waits until it answers. */
export async function startProduct(settings: Settings, port: number): Promise<ProductProcess> {
  const child = spawn(
    process.execPath,
    ['--conditions=@courseline/source', '--import', '@swc-node/register/esm-register', 'src/main.ts'],
    {
      cwd: join(root, 'apps/api'),
      env: {
        PATH: process.env['PATH'],
        SWC_NODE_PROJECT: join(root, 'apps/api/tsconfig.app.json'),
        NODE_ENV: 'test',
        DATABASE_URL: settings.ownerDatabaseUrl,
        APP_DATABASE_URL: settings.appDatabaseUrl ?? '',
        IDENTITY_DATABASE_URL: settings.identityDatabaseUrl ?? '',
        JOBS_DATABASE_URL: settings.jobsDatabaseUrl ?? '',
        SMTP_URL: settings.mail?.smtpUrl ?? '',
        MAIL_FROM: settings.mail?.from ?? '',
        SECRET: settings.secret,
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(child, url);
  return {
    url,
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null];
      return code ?? signal;
    },
  };
}

async function untilAnswering(child: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The product did not start.');
    try {
      await fetch(`${url}/api/health`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
