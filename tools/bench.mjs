/**
 * npm run bench -- NAME [--url http://localhost:3000]
 *
 * Measures and prints; it asserts nothing. Each figure stands beside the bare limit of the same run.
 */
import { parseArgs } from 'node:util';
import { openDemo } from './demo/demo-server.mjs';
import { launchBrowser } from './demo/visitor.mjs';
import { caseloadWeight } from './bench/caseload-weight.mjs';
import { handOverSeconds } from './bench/hand-over.mjs';
import { caseloadPage, outcomesPage, patientPage } from './bench/page-requests.mjs';
import { installPackages, requireNode } from './workspace/install.mjs';

const benchmarks = new Map([
  ['patient-page', patientPage],
  ['caseload-page', caseloadPage],
  ['outcomes-page', outcomesPage],
  ['caseload-weight', caseloadWeight],
  ['hand-over', handOverSeconds],
]);

requireNode();
const { values, positionals } = parseArgs({ allowPositionals: true, options: { url: { type: 'string' } } });
const names = positionals.length > 0 ? positionals : [...benchmarks.keys()];
const unknown = names.filter((name) => !benchmarks.has(name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}; there are ${[...benchmarks.keys()].join(', ')}\n`,
  );
  process.exit(1);
}
await installPackages();
const demo = await openDemo(values.url);
const browser = await launchBrowser();
try {
  for (const name of names) await benchmarks.get(name)?.({ url: demo.url, browser });
} finally {
  await browser.close();
  await demo.stop();
}
