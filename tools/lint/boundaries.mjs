import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { conventionRules } from './conventions.mjs';
import { elements } from './map.mjs';
import { policies } from './policies.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const resolverFile = fileURLToPath(new URL('resolver.cjs', import.meta.url));
/** @type {{ resolve: (source: string, file: string) => unknown }} */
const resolver = createRequire(import.meta.url)(resolverFile);

const strictResolver = {
  interfaceVersion: 3,
  name: 'courseline',
  /** @type {(source: string, file: string) => unknown} */
  resolve: (source, file) => resolver.resolve(source, file),
};

/**
 * Who may import whom (map.mjs) and what holds inside the folders (conventions.mjs), as rules for ESLint.
 * @param {{ boundaries: import('eslint').ESLint.Plugin, importX: import('eslint').ESLint.Plugin }} plugins
 * @returns {import('eslint').Linter.Config[]}
 */
export function boundaryRules({ boundaries, importX }) {
  return [
    {
      files: ['apps/*/src/**/*.{ts,tsx}', 'apps/api/test/**/*.ts', 'apps/e2e/**/*.ts', 'libs/*/src/**/*.ts'],
      plugins: { boundaries, 'import-x': importX },
      settings: {
        'boundaries/root-path': root,
        'boundaries/elements': elements,
        'boundaries/files': [
          { category: 'test', pattern: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.e2e.ts'] },
        ],
        'boundaries/dependency-nodes': ['require', 'import', 'dynamic-import', 'export'],
        'boundaries/additional-dependency-nodes': [
          { selector: 'TSImportType > TSLiteralType > Literal', kind: 'type', name: 'import' },
          { selector: 'TSImportType > Literal', kind: 'type', name: 'import' },
        ],
        'boundaries/legacy-templates': false,
        'import/resolver': { [resolverFile]: { guess: true } },
        'import-x/resolver-next': [strictResolver],
        'import-x/extensions': ['.ts', '.tsx'],
        'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      },
      rules: {
        'boundaries/no-unknown-files': 'error',
        'boundaries/dependencies': [
          'error',
          {
            default: 'disallow',
            checkAllOrigins: true,
            checkUnknownLocals: true,
            message:
              '{{from.element.type}} may not import "{{dependency.source}}". Who may import whom: tools/lint/map.mjs',
            policies: policies(),
          },
        ],
        'import-x/no-cycle': ['error', { ignoreExternal: true }],
      },
    },
    ...conventionRules({ importX }),
  ];
}
