import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './workspace/programs.mjs';

const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
const workspaces = ['apps', 'libs']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
  .filter((dir) => existsSync(join(root, dir, 'package.json')));

describe('the deployment files', () => {
  it('copy every workspace into the image', () => {
    const dockerfile = read('Dockerfile');
    const missing = workspaces.filter((dir) => !dockerfile.includes(`COPY ${dir}/package.json ${dir}/`));
    assert.deepEqual(missing, []);
    const built = workspaces.filter((dir) => dir !== 'apps/e2e');
    assert.deepEqual(
      built.filter((dir) => !dockerfile.includes(`/${dir}/dist ${dir}/dist`)),
      [],
    );
  });

  it('have no default secrets', () => {
    const compose = read('docker-compose.yml');
    for (const name of ['POSTGRES_PASSWORD', 'SECRET', 'DOMAIN']) {
      assert.doesNotMatch(compose, new RegExp(`\\$\\{?${name}(:?-|\\}|\\b[^:\\w])`), name);
      assert.match(compose, new RegExp(`\\$\\{${name}:\\?`), name);
      assert.match(read('.env.example'), new RegExp(`^${name}=$`, 'm'), name);
    }
  });

  it('describe every setting that the server reads', () => {
    const [, schema = ''] =
      /environmentSchema = z\s*\.object\(\{(.*?)^ {2}\}\)/ms.exec(
        read('apps/api/src/config/read-config.ts'),
      ) ?? [];
    const settings = [...schema.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
    assert.ok(settings.length > 5);
    const example = read('.env.example');
    assert.deepEqual(
      settings.filter((name) => !new RegExp(`^#?${name}=`, 'm').test(example)),
      [],
    );
  });
});
