import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DatabaseInUseError, findRunningPostgres, startPostgres } from './start-postgres.mjs';

const { Client } = createRequire(new URL('../../apps/api/package.json', import.meta.url))('pg');

/**
 * @param {string} url
 * @param {string} sql
 */
async function ask(url, sql) {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  /** @type {string} */
  let parent;
  /** @type {string} */
  let dataDir;
  before(() => {
    parent = mkdtempSync(join(tmpdir(), 'courseline-launcher-'));
    // As for any data folder of root: the server's user must get through.
    chmodSync(parent, 0o711);
    dataDir = join(parent, 'postgres');
  });
  after(() => rmSync(parent, { recursive: true, force: true }));

  it('keeps what was written, over a clean stop', async () => {
    const first = await startPostgres({ dataDir });
    await ask(first.ownerUrl, 'create table kept (n int); insert into kept values (7)');
    await first.stop();
    const second = await startPostgres({ dataDir });
    assert.deepEqual(await ask(second.ownerUrl, 'select n from kept'), [{ n: 7 }]);
    await second.stop();
  });

  it('takes over from an orphan that a kill -9 of its starter left behind', async () => {
    const script = `
      import { startPostgres } from ${JSON.stringify(new URL('start-postgres.mjs', import.meta.url).href)};
      const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(server.port);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = await once(starter.stdout, 'data');
    assert.equal(findRunningPostgres(dataDir)?.port, Number(port));
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    assert.equal(findRunningPostgres(dataDir), null);
    const server = await startPostgres({ dataDir });
    assert.deepEqual(await ask(server.ownerUrl, 'select n from kept'), [{ n: 7 }]);
    await server.stop();
  });

  it('refuses a second start while the first is in use', async () => {
    const server = await startPostgres({ dataDir });
    await assert.rejects(startPostgres({ dataDir }), DatabaseInUseError);
    await server.stop();
  });

  it('starts though the lock file names a living process that is not its own', async () => {
    const lock = join(dataDir, 'cluster', 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${join(dataDir, 'cluster')}\n0\n5432\n\n127.0.0.1\n\nready\n`);
    const server = await startPostgres({ dataDir });
    await server.stop();
    assert.equal(existsSync(lock), false);
  });

  it('begins again when the first start was killed half way', async () => {
    const half = join(parent, 'half');
    const server = await startPostgres({ dataDir: half });
    await server.stop();
    rmSync(join(half, 'cluster', 'PG_VERSION'));
    renameSync(join(half, 'cluster'), join(half, 'cluster.unfinished'));
    const again = await startPostgres({ dataDir: half });
    assert.deepEqual(await ask(again.ownerUrl, 'select 1 as one'), [{ one: 1 }]);
    await again.stop();
  });

  it('says which version made a database that it cannot open', async () => {
    const versionFile = join(dataDir, 'cluster', 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '12\n');
    await assert.rejects(startPostgres({ dataDir }), /made by PostgreSQL 12/);
    writeFileSync(versionFile, version);
  });

  it('says why it did not start', async () => {
    const server = await startPostgres({ test: true });
    await assert.rejects(startPostgres({ dataDir, port: server.port }), /Address already in use/);
    await server.stop();
  });

  it('lets nobody in without the password, and keeps that from others', async () => {
    const server = await startPostgres({ dataDir });
    const url = new URL(server.ownerUrl);
    url.password = 'guess';
    await assert.rejects(ask(url.href, 'select 1'), { code: '28P01' });
    assert.equal(statSync(join(dataDir, 'password')).mode & 0o077, 0);
    await server.stop();
  });

  it('leaves nothing behind after a test', async () => {
    const server = await startPostgres({ test: true });
    const [row] = await ask(server.ownerUrl, "select current_setting('data_directory') as dir");
    await server.stop();
    assert.equal(existsSync(join(row.dir, '..')), false);
  });
});
