import { nodeProject } from '../../tools/jest-preset.mjs';

export default nodeProject(import.meta.dirname, {
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts', '!src/testing/**'],
  // Holds where coverage is collected (jest --coverage): a single file may be run without it.
  coverageThreshold: { global: { branches: 100 } },
  coverageReporters: ['text-summary'],
});
