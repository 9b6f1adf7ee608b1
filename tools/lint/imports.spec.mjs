import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const left = new Set([
  'node_modules',
  'dist',
  'dist-spec',
  'dist-types',
  'test-results',
  'playwright-report',
]);
const builtins = new Set(builtinModules);

const rootPackage = readPackage(root);

/**
 * @param {string} dir
 * @returns {{ name: string, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }}
 */
function readPackage(dir) {
  return JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
}

function workspaces() {
  return ['apps', 'libs']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
    .filter((dir) => existsSync(join(dir, 'package.json')));
}

/**
 * @param {string} dir
 * @returns {string[]}
 */
function sources(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (left.has(entry.name)) return [];
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

/**
 * The packages that a file imports, by their names.
 * @param {string} file
 */
function importedPackages(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtins.has(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
}

/**
 * What does not run in production: specs, what they use, and settings of tools.
 * @param {string} workspace
 * @param {string} file
 */
function isForDevelopment(workspace, file) {
  const path = relative(workspace, file);
  return (
    /\.(spec|int-spec|e2e)\.tsx?$|\.config\.(ts|mjs)$/.test(path) ||
    /^(test|src\/testing)\//.test(path) ||
    workspace.endsWith('apps/e2e')
  );
}

describe('the packages that a workspace declares', () => {
  for (const workspace of workspaces()) {
    const { name, dependencies = {}, devDependencies = {} } = readPackage(workspace);

    // Nx learns from package.json alone what is built before what, and when a cached build is stale.
    it(`hold all that ${name} imports`, () => {
      const missing = new Set();
      for (const file of sources(workspace)) {
        const allowed = isForDevelopment(workspace, file)
          ? { ...dependencies, ...devDependencies, ...rootPackage.devDependencies }
          : dependencies;
        for (const imported of importedPackages(file)) {
          if (!(imported in allowed)) missing.add(`${imported} (${relative(workspace, file)})`);
        }
      }
      assert.deepEqual([...missing], []);
    });

    it(`name no lib that ${name} does not import`, () => {
      const imported = new Set(sources(workspace).flatMap((file) => importedPackages(file)));
      const libs = Object.keys(dependencies).filter((dependency) => dependency.startsWith('@courseline/'));
      assert.deepEqual(
        libs.filter((lib) => !imported.has(lib)),
        [],
      );
    });
  }
});
