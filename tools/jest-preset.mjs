/** Jest settings shared by every project: sources stay ESM, tests run as CommonJS through SWC. */
const swcNode = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    keepClassNames: true,
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
};
const swcJavaScript = {
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs' },
};

/**
 * @param {string} rootDir
 * @param {import('jest').Config} [overrides]
 * @returns {import('jest').Config}
 */
export function nodeProject(rootDir, overrides = {}) {
  return {
    rootDir,
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.spec.ts'],
    transform: { '^.+\\.ts$': ['@swc/jest', swcNode], '^.+\\.m?js$': ['@swc/jest', swcJavaScript] },
    transformIgnorePatterns: [],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    testEnvironmentOptions: { customExportConditions: ['@courseline/source', 'node', 'node-addons'] },
    ...overrides,
  };
}

const swcReact = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
};

/**
 * @param {string} rootDir
 * @param {import('jest').Config} [overrides]
 * @returns {import('jest').Config}
 */
export function browserProject(rootDir, overrides = {}) {
  return {
    rootDir,
    testEnvironment: '<rootDir>/src/testing/browser-environment.mjs',
    testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
    transform: { '^.+\\.tsx?$': ['@swc/jest', swcReact], '^.+\\.m?js$': ['@swc/jest', swcJavaScript] },
    transformIgnorePatterns: [],
    moduleNameMapper: {
      '\\.css$': '<rootDir>/src/testing/empty-style.mjs',
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    testEnvironmentOptions: {
      customExportConditions: ['@courseline/source', 'browser', 'require', 'default'],
    },
    ...overrides,
  };
}
