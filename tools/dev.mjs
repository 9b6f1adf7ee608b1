/**
 * npm run dev: the API from its sources, restarted when they change, and Vite's server, which passes /api on.
 * The database is the embedded one of npm start, with its data.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from './server/database.mjs';
import { choosePort } from './server/ports.mjs';
import { build } from './workspace/build.mjs';
import { dataDir, keptSecret, makeDataDir } from './workspace/data-dir.mjs';
import { installPackages, requireNode } from './workspace/install.mjs';
import { root, say } from './workspace/programs.mjs';

requireNode();
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ending.abort());

await installPackages({ signal: ending.signal });
await build({ signal: ending.signal });
const dir = dataDir();
makeDataDir(dir);
const database = await openDatabase({ dataDir: dir, say });
try {
  await serve();
} finally {
  await database.stop();
}

async function serve() {
  const { port } = await choosePort(process.env.PORT, '127.0.0.1');
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: dir,
    DASHBOARD_DIR: join(root, 'apps/dashboard/dist'),
    HOST: '127.0.0.1',
    PORT: port,
    // The browser talks to Vite's server.
    PUBLIC_URL: 'http://localhost:5173',
    SECRET: process.env.SECRET || keptSecret(dir),
    NODE_ENV: 'development',
    // SWC reads it for decorators; the plain tsconfig.json only lists projects.
    SWC_NODE_PROJECT: join(root, 'apps/api/tsconfig.app.json'),
  };
  const api = program('apps/api', env, [
    '--watch',
    '--conditions=@courseline/source',
    '--import',
    '@swc-node/register/esm-register',
    'src/main.ts',
  ]);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const page = program('apps/dashboard', { COURSELINE_API: `http://127.0.0.1:${port}` }, [
    vite,
    '--port',
    '5173',
    '--strictPort',
  ]);
  await Promise.race([
    api.ended,
    page.ended,
    new Promise((resolve) => ending.signal.addEventListener('abort', resolve)),
  ]);
  await Promise.all([api.stop(), page.stop()]);
}

/**
 * @param {string} dir
 * @param {Record<string, string>} env
 * @param {string[]} args
 */
function program(dir, env, args) {
  const child = spawn(process.execPath, args, {
    cwd: join(root, dir),
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
