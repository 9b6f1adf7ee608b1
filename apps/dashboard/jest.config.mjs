import { browserProject } from '../../tools/jest-preset.mjs';

export default browserProject(import.meta.dirname, {
  setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'],
  // As in Node, for msw: its server half is closed to the browser's conditions.
  testEnvironmentOptions: { customExportConditions: ['@courseline/source', 'node', 'node-addons'] },
});
