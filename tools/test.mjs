/**
 * npm test: everything, from a fresh clone. Ends with "N passed, N failed" over all of it.
 *
 *   --only=unit,integration   a part: format, lint, types, boundaries, unit, integration, build, journeys
 *   --postgres=15             integration on PostgreSQL 15 instead of the packaged 18
 */
import { parseArgs } from 'node:util';
import { installPackages, requireNode } from './workspace/install.mjs';
import { say } from './workspace/programs.mjs';

requireNode();
const { values } = parseArgs({ options: { only: { type: 'string' }, postgres: { type: 'string' } } });
await installPackages();
const { steps } = await import('./testing/steps.mjs');

const names = new Set(steps.map(({ name }) => name));
const wanted = values.only?.split(',') ?? [...names];
const unknown = wanted.filter((name) => !names.has(name));
if (unknown.length > 0) {
  process.stderr.write(`--only knows ${[...names].join(', ')}; not ${unknown.join(', ')}\n`);
  process.exit(1);
}

const rows = [];
for (const step of steps.filter(({ name }) => wanted.includes(name))) {
  say(`\n=== ${step.title}`);
  const began = Date.now();
  const counts = await step.run({ postgres: values.postgres });
  rows.push({ title: step.title, ...counts, seconds: Math.round((Date.now() - began) / 1000) });
}

say('\n');
for (const { title, passed, failed, seconds } of rows) {
  const verdict = failed === 0 ? 'passed' : 'FAILED';
  say(
    `  ${title.padEnd(28)} ${verdict}  ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s`,
  );
}
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
