const clock = 'Ask the injected clock: a time from nowhere cannot be tested.';
const chance = 'Take an injected source of chance or ids: an unseeded one cannot be tested.';

const hiddenInputs = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.name='Date']", message: clock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: clock },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: clock },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: chance },
];

const environment = {
  object: 'process',
  property: 'env',
  message: 'Settings come from the AppConfig that apps/api/src/config reads and checks once.',
};

const chosenTests = ['describe', 'it', 'test'].flatMap((object) =>
  ['only', 'skip', 'todo', 'fixme'].map((property) => ({
    object,
    property,
    message: 'Every test runs, always.',
  })),
);

/**
 * What holds inside the folders: no hidden inputs, settings in one place, one way in to a lib, named exports.
 * @param {{ importX: import('eslint').ESLint.Plugin }} plugins
 * @returns {import('eslint').Linter.Config[]}
 */
export function conventionRules({ importX }) {
  const tests = [
    '**/*.spec.ts',
    '**/*.spec.tsx',
    '**/*.int-spec.ts',
    'apps/api/test/**/*.ts',
    'apps/e2e/**/*.ts',
  ];
  return [
    {
      files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
      plugins: { 'import-x': importX },
      rules: {
        'import-x/no-default-export': 'error',
        'no-restricted-properties': ['error', environment, ...chosenTests],
        'no-restricted-globals': ['error', 'fit', 'fdescribe', 'xit', 'xtest', 'xdescribe'],
        'no-restricted-imports': [
          'error',
          {
            paths: [{ name: 'node:process', importNames: ['env', 'default'] }],
            patterns: [
              { group: ['@courseline/*/*'], message: 'A lib is imported by its name: it has one way in.' },
              { group: ['**/libs/*/**'], message: 'Import a lib by its name, @courseline/…' },
            ],
          },
        ],
      },
    },
    {
      files: ['apps/api/src/config/**/*.ts', 'apps/api/test/**/*.ts', 'apps/e2e/**/*.ts'],
      rules: { 'no-restricted-properties': ['error', ...chosenTests] },
    },
    {
      files: ['apps/api/src/**/*.ts', 'libs/*/src/**/*.ts'],
      ignores: ['apps/api/src/*/clock.ts'],
      rules: { 'no-restricted-syntax': ['error', ...hiddenInputs] },
    },
    {
      // Tools find these by their default export.
      files: ['**/*.config.ts', 'apps/e2e/*-setup.ts', 'apps/e2e/*-teardown.ts'],
      rules: { 'import-x/no-default-export': 'off' },
    },
    { files: tests, rules: { 'import-x/no-cycle': 'off' } },
  ];
}
