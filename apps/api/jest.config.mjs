import { nodeProject } from '../../tools/jest-preset.mjs';

export default {
  projects: [
    { displayName: 'unit', ...nodeProject(import.meta.dirname) },
    {
      displayName: 'integration',
      ...nodeProject(import.meta.dirname, {
        testMatch: ['<rootDir>/src/**/*.int-spec.ts'],
        globalSetup: '<rootDir>/test/start-database.mjs',
        setupFilesAfterEnv: ['<rootDir>/test/patience.ts'],
        globalTeardown: '<rootDir>/test/stop-database.mjs',
      }),
    },
  ],
};
