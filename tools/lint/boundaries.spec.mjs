import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import boundaries from 'eslint-plugin-boundaries';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { boundaryRules } from './boundaries.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const canaryDir = fileURLToPath(new URL('canary', import.meta.url));

/**
 * A rule that nobody can break by mistake may have stopped working. Each canary is linted with the real
 * configuration as if it stood in the folder that its first line names.
 * @param {string} kind
 */
function canaries(kind) {
  return readdirSync(join(canaryDir, kind)).map((name) => {
    const text = readFileSync(join(canaryDir, kind, name), 'utf8');
    const [, filePath = '', rule = ''] = /^\/\/ (\S+): (\S+)\n/.exec(text) ?? [];
    return { name: name.replace(/\.tsx?$/, '').replaceAll('-', ' '), text, filePath, rule };
  });
}

describe('the boundaries', () => {
  /** @type {ESLint} */
  let eslint;
  before(() => {
    eslint = new ESLint({
      cwd: root,
      overrideConfig: [
        // Canaries are no part of a TypeScript project, and what they import need not exist.
        { files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked },
      ],
    });
  });

  /**
   * @param {string} text
   * @param {string} filePath
   */
  async function rulesBroken(text, filePath) {
    const [result] = await eslint.lintText(text, { filePath: join(root, filePath) });
    assert.ok(result, `${filePath} is ignored`);
    return result.messages.map(({ ruleId, message }) => ruleId ?? message);
  }

  for (const { name, text, filePath, rule } of canaries('bad')) {
    it(`forbid: ${name}`, async () => assert.ok((await rulesBroken(text, filePath)).includes(rule)));
  }

  for (const { name, text, filePath } of canaries('good')) {
    it(`allow: ${name}`, async () => assert.deepEqual(await rulesBroken(text, filePath), []));
  }

  it('forbid cycles', async () => {
    const rules =
      boundaryRules({
        boundaries: /** @type {import("eslint").ESLint.Plugin} */ (/** @type {unknown} */ (boundaries)),
        importX,
      })[0] ?? {};
    const inCycle = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: [
        {
          files: ['**/*.ts'],
          languageOptions: { parser: tseslint.parser },
          plugins: { 'import-x': importX },
          settings: rules.settings ?? {},
          rules: { 'import-x/no-cycle': rules.rules?.['import-x/no-cycle'] ?? 'off' },
        },
      ],
    });
    const results = await inCycle.lintFiles([join(canaryDir, 'cycle')]);
    assert.deepEqual(
      results.map(({ messages }) => messages.map(({ ruleId }) => ruleId)),
      [['import-x/no-cycle'], ['import-x/no-cycle']],
    );
  });

  it('forbid cycles in every folder of the product', async () => {
    for (const file of [
      'apps/api/src/patients/x.ts',
      'apps/dashboard/src/ui/x.tsx',
      'libs/outcomes/src/x.ts',
    ]) {
      const config = await eslint.calculateConfigForFile(join(root, file));
      assert.equal(config.rules['import-x/no-cycle'][0], 2, file);
    }
  });
});
