import { writeFileSync } from 'node:fs';

/** Leaves Jest's counts in the file that COUNTS_FILE names, for the closing line of npm test. */
export default class JestCounts {
  /**
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    const file = process.env.COUNTS_FILE;
    if (!file) return;
    const counts = {
      passed: results.numPassedTests,
      failed:
        results.numFailedTests +
        results.numPendingTests +
        results.numTodoTests +
        results.numRuntimeErrorTestSuites,
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
