import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * What a person downloads before a page of the built dashboard stands: script and styles in kB after gzip,
 * with everything the page imports at once. `node first-load.mjs` prints it for every page.
 */
const dist = new URL('dist/', import.meta.url);
const budgets = { 'src/pages/caseload-page.tsx': 250 };

/** @returns {Record<string, { file: string, imports?: string[], css?: string[], isEntry?: boolean }>} */
function readManifest() {
  return JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
}

/** @param {ReturnType<typeof readManifest>} manifest @param {string[]} starts */
function filesLoaded(manifest, starts) {
  const seen = new Set();
  const files = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  starts.forEach(visit);
  return [...files];
}

/** @param {string} file */
const gzipKilobytes = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000;

/** The first load of each page, heaviest first; a page over its budget says so. */
export function firstLoads() {
  const manifest = readManifest();
  const pages = Object.keys(manifest).filter((key) => key.startsWith('src/pages/'));
  return pages
    .map((page) => {
      const files = filesLoaded(manifest, ['index.html', page]);
      const sum = (/** @type {string} */ ending) =>
        files.filter((file) => file.endsWith(ending)).reduce((total, file) => total + gzipKilobytes(file), 0);
      const script = sum('.js');
      const budget = budgets[page] ?? null;
      return { page, script, styles: sum('.css'), budget, over: budget !== null && script > budget };
    })
    .sort((a, b) => b.script - a.script);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const { page, script, styles, budget, over } of firstLoads()) {
    const limit = budget === null ? '' : ` of ${budget}${over ? ', OVER' : ''}`;
    console.log(
      `${page.padEnd(44)} ${script.toFixed(1).padStart(7)} kB script${limit}, ${styles.toFixed(1)} kB styles`,
    );
  }
  if (firstLoads().some(({ over }) => over)) process.exitCode = 1;
}
