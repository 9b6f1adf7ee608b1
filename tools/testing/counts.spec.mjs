import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { honestCounts, readPlaywrightCounts, readTapCounts } from './counts.mjs';

describe('the counts of the closing line', () => {
  /** @type {string} */
  let dir;
  before(() => (dir = mkdtempSync(join(tmpdir(), 'courseline-counts-'))));
  after(() => rmSync(dir, { recursive: true }));

  /** @param {string} text */
  function fileOf(text) {
    const file = join(dir, 'counts');
    writeFileSync(file, text);
    return file;
  }

  it('are those of the runner', () => {
    assert.deepEqual(honestCounts({ passed: 3, failed: 2 }, false), { passed: 3, failed: 2 });
    assert.deepEqual(honestCounts({ passed: 3, failed: 0 }, true), { passed: 3, failed: 0 });
  });

  it('show a runner that crashed, or ran nothing, as a failure', () => {
    assert.deepEqual(honestCounts(null, false), { passed: 0, failed: 1 });
    assert.deepEqual(honestCounts({ passed: 3, failed: 0 }, false), { passed: 3, failed: 1 });
    assert.deepEqual(honestCounts({ passed: 0, failed: 0 }, true), { passed: 0, failed: 1 });
  });

  it('take a test of node that did not run for a failed one', () => {
    const tap = 'ok 1\n# tests 6\n# suites 1\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n';
    assert.deepEqual(readTapCounts(fileOf(tap)), { passed: 2, failed: 4 });
  });

  it('take a journey that was flaky or did not run for a failed one', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    const report = JSON.stringify({ stats, errors: [] });
    assert.deepEqual(readPlaywrightCounts(fileOf(report)), { passed: 5, failed: 4 });
  });

  it('know when a runner left none', () => {
    assert.equal(readTapCounts(join(dir, 'none')), null);
  });
});
