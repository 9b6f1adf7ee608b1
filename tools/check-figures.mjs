/**
 * npm run check:figures -- --data DIR
 *
 * Imports the four public files of a folder and the reference cohort through the running product, into clinics that
 * are gone afterwards, and prints what is expected beside what came out. Ends with 1 when any figure differs.
 * The files are not the project's: whoever runs this says where they are.
 */
import { readFileSync } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { expectedCohort, expectedFiles } from './figures/expected-figures.mjs';
import { obtained } from './figures/obtained-figures.mjs';
import { startThrowawayProduct } from './figures/throwaway-product.mjs';
import { build } from './workspace/build.mjs';
import { installPackages, requireNode } from './workspace/install.mjs';
import { complain, root, say } from './workspace/programs.mjs';

requireNode();
try {
  process.exitCode = await checkFigures(dataFolder());
} catch (error) {
  complain(error);
  process.exitCode = 1;
}

/** @returns {string} */
function dataFolder() {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  if (!values.data) throw new Error('Usage: npm run check:figures -- --data DIR');
  return isAbsolute(values.data) ? values.data : resolve(process.env.INIT_CWD ?? process.cwd(), values.data);
}

/**
 * @param {string} folder
 * @returns {Promise<number>} the exit code
 */
async function checkFigures(folder) {
  await installPackages();
  await build();
  const files = [
    ...expectedFiles.map((each) => ({ ...each, path: join(folder, each.file) })),
    { ...expectedCohort, path: join(root, expectedCohort.file) },
  ];
  const product = await startThrowawayProduct(files.map(({ clinic }) => clinic));
  try {
    let differing = 0;
    let all = 0;
    for (const { path, mapping, clinic, figures } of files) {
      const started = Date.now();
      const counts = await importFile(product, path, mapping, clinic);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      say(`\n${basename(path)}: uploaded, checked and imported in ${seconds} s`);
      const found = await obtained[clinic]?.(product, counts);
      for (const [name, expected] of Object.entries(figures)) {
        const value = found?.[name];
        const agrees = isSame(expected, value);
        all += 1;
        if (!agrees) differing += 1;
        say(`  ${name.padEnd(48)} ${shown(expected)} ${shown(value)}${agrees ? '' : '   DIFFERS'}`);
      }
    }
    say(`\n${all - differing} of ${all} figures agree (expected, obtained).`);
    return differing === 0 ? 0 : 1;
  } finally {
    await product.stop();
  }
}

/**
 * @param {import('./figures/throwaway-product.mjs').Product} product
 * @param {string} path
 * @param {string} mappingName
 * @param {string} clinic
 */
async function importFile(product, path, mappingName, clinic) {
  const mapping = JSON.parse(readFileSync(join(root, 'docs/mappings', `${mappingName}.json`), 'utf8'));
  const imports = `/api/c/${clinic}/imports`;
  const { id } = await product.request('POST', imports, readFileSync(path), {
    'content-type': 'text/csv',
    'x-file-name': encodeURIComponent(basename(path)),
  });
  await product.request('POST', `${imports}/${id}/check`, { mapping });
  const { counts } = await product.request('POST', `${imports}/${id}/commit`, { leaveOut: 0 });
  return counts;
}

/**
 * Counts exactly, other figures as far as they were written down: to seven significant digits.
 * @param {number} expected
 * @param {number | undefined} value
 */
function isSame(expected, value) {
  if (value === undefined) return false;
  if (Number.isInteger(expected)) return value === expected;
  return Math.abs(value / expected - 1) < 1e-6;
}

/** @param {number | undefined} value */
function shown(value) {
  if (value === undefined) return '-'.padStart(14);
  return (Number.isInteger(value) ? String(value) : value.toPrecision(9)).padStart(14);
}
