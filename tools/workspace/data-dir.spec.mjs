import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { dataDir, keptSecret, makeDataDir } from './data-dir.mjs';
import { root } from './programs.mjs';

describe('the data folder', () => {
  /** @type {string} */
  let parent;
  before(() => (parent = mkdtempSync(join(tmpdir(), 'courseline-data-'))));
  after(() => rmSync(parent, { recursive: true }));

  it('is the one that DATA_DIR names, from the checkout', () => {
    assert.equal(dataDir({ DATA_DIR: '/srv/clinic' }), '/srv/clinic');
    assert.equal(dataDir({ DATA_DIR: 'kept' }), join(root, 'kept'));
  });

  it('lies outside the checkout for root, whose PostgreSQL may not be able to enter it', () => {
    const dir = dataDir({});
    assert.ok(isAbsolute(dir));
    assert.equal(dir === join(root, '.data'), process.getuid?.() !== 0);
  });

  it('lets nobody list it, and keeps one secret for good', () => {
    const dir = join(parent, 'data');
    makeDataDir(dir);
    assert.equal(statSync(dir).mode & 0o066, 0);
    const secret = keptSecret(dir);
    assert.ok(Buffer.byteLength(secret) >= 32);
    assert.equal(keptSecret(dir), secret);
    assert.equal(statSync(join(dir, 'secret')).mode & 0o077, 0);
  });
});
