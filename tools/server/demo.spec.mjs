import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  demoIsLoaded,
  forgetDemo,
  hasDemo,
  isDemoWanted,
  signInLines,
  wantDemo,
  whyNoDemo,
} from './demo.mjs';

describe('the demo clinics', () => {
  /** @type {string} */
  let dir;
  before(() => (dir = mkdtempSync(join(tmpdir(), 'courseline-demo-'))));
  after(() => rmSync(dir, { recursive: true }));

  it('are for this machine only and never for production', () => {
    assert.equal(whyNoDemo({ host: '127.0.0.1', environment: 'development' }), null);
    assert.equal(whyNoDemo({ host: '::1', environment: undefined }), null);
    assert.match(whyNoDemo({ host: '0.0.0.0', environment: 'development' }) ?? '', /loopback/);
    assert.match(whyNoDemo({ host: '127.0.0.1', environment: 'production' }) ?? '', /production/);
  });

  it('are still wanted after a first start that was cut short', () => {
    wantDemo(dir);
    assert.equal(isDemoWanted(dir), true);
    demoIsLoaded(dir);
    assert.equal(isDemoWanted(dir), false);
  });

  it('are gone with the database they were in', () => {
    writeFileSync(join(dir, 'demo-sign-ins.json'), '{}');
    assert.equal(hasDemo(dir), true);
    forgetDemo(dir);
    assert.equal(hasDemo(dir), false);
  });

  it('tell who may sign in, in columns', () => {
    const password = 'four words in all';
    const lines = signInLines([
      {
        role: 'nurse',
        name: 'Nora Brandt',
        email: 'brandt@harbor.example',
        clinic: 'Harbor Clinic',
        password,
      },
      { role: 'director', name: 'Dr Salma Haddad', email: 'haddad@harbor.example', clinic: 'A, B', password },
    ]);
    assert.deepEqual(lines, [
      '  nurse     brandt@harbor.example  Nora Brandt      Harbor Clinic',
      '  director  haddad@harbor.example  Dr Salma Haddad  A, B',
      '  The password of all: four words in all',
    ]);
  });
});
