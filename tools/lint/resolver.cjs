'use strict';
const { existsSync, statSync } = require('node:fs');
const { builtinModules } = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const builtins = new Set(builtinModules);

/**
 * Where an import leads, for the lint rules. Only what this workspace does: relative paths (with `.js` for a
 * `.ts` file, or no ending at all), and `@courseline/x` for the sources of a lib. Anything else is a package.
 * With `guess`, a relative path that leads nowhere yet still tells the folder: which file is missing is
 * TypeScript's to say.
 */
function resolve(source, file, { guess = false } = {}) {
  if (source.startsWith('node:') || builtins.has(source)) return { found: true, path: null };
  const lib = /^@courseline\/([a-z]+)$/.exec(source);
  if (lib) return firstFile([path.join(root, 'libs', lib[1], 'src/index.ts')]);
  if (!source.startsWith('.')) return { found: false };
  const target = path.resolve(path.dirname(file), source.replace(/\?.*$/, ''));
  const bare = target.replace(/\.jsx?$/, '');
  const found = firstFile([
    target,
    ...['.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'].flatMap((ending) => [
      target + ending,
      bare + ending,
    ]),
  ]);
  return !found.found && guess ? { found: true, path: `${bare}.ts` } : found;
}

function firstFile(candidates) {
  for (const candidate of candidates) {
    if (existsSync(candidate) && statSync(candidate).isFile()) return { found: true, path: candidate };
  }
  return { found: false };
}

module.exports = { interfaceVersion: 2, resolve };
