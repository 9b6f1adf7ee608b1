/**
 * The map of the code: what there is and who may import whom. docs/architecture.md says why.
 * A new folder is added here, or every import of it and in it is an error.
 */

/** Features of the API from the lowest to the highest: each may import those of the rows above its own. */
export const apiFeatureRows = [
  ['sign-in', 'clinics'],
  ['patients'],
  ['courses', 'consents'],
  ['sessions'],
  ['assessments'],
  ['check-in-plans'],
  ['safety'],
  ['signing', 'check-ins', 'outcomes'],
  ['reminders'],
  ['monitoring'],
  ['kiosk'],
  ['exchange'],
];

/** Folders of the API that every feature may use; they know no feature. */
export const apiGround = ['config', 'database', 'http', 'access', 'audit', 'events', 'jobs', 'letters'];

/** Layers of the dashboard from the lowest to the highest. Features do not import each other. */
export const dashboardRows = [['ui', 'charts', 'api', 'messages'], ['feature'], ['pages'], ['app'], ['root']];

/**
 * Which libs each project may import.
 * @type {Record<string, string[]>}
 */
export const projectImports = {
  instruments: [],
  treatment: [],
  outcomes: ['instruments'],
  contracts: ['instruments', 'treatment'],
  api: ['contracts', 'instruments', 'outcomes', 'treatment'],
  // Never outcomes: each statistic is computed once, on the server.
  dashboard: ['contracts', 'instruments', 'treatment'],
  e2e: ['contracts', 'instruments', 'treatment'],
};

/**
 * Packages a project may import; one that is not named may import any.
 * @type {Record<string, { only: string[] } | { never: string[] }>}
 */
export const packageLists = {
  instruments: { only: [] },
  treatment: { only: [] },
  outcomes: { only: [] },
  contracts: { only: ['zod'] },
  api: { never: ['react', 'react-dom', 'react-*', 'recharts', '@mantine/*', '@tanstack/*', 'vite'] },
  dashboard: {
    never: ['@nestjs/*', 'typeorm', 'pg', 'pg-*', 'fastify', '@fastify/*', 'reflect-metadata', 'rxjs'],
  },
};

const whole = { partialMatch: false };

/** Folders as eslint-plugin-boundaries wants them; the first that matches counts. */
export const elements = [
  ...['instruments', 'treatment', 'outcomes', 'contracts'].map((lib) => ({
    type: lib,
    pattern: `libs/${lib}`,
    ...whole,
  })),
  { type: 'api-demo', pattern: 'apps/api/src/database/demo', ...whole },
  ...[...apiGround, ...apiFeatureRows.flat()].map((folder) => ({
    type: `api-${folder}`,
    pattern: `apps/api/src/${folder}`,
    ...whole,
  })),
  { type: 'api-unlisted', pattern: 'apps/api/src/*', ...whole },
  { type: 'api-root', pattern: 'apps/api/src', ...whole },
  { type: 'api-test', pattern: 'apps/api/test', ...whole },
  { type: 'dashboard-feature', pattern: 'apps/dashboard/src/features/*', capture: ['name'], ...whole },
  ...['ui', 'charts', 'api', 'messages', 'pages', 'app', 'testing'].map((folder) => ({
    type: `dashboard-${folder}`,
    pattern: `apps/dashboard/src/${folder}`,
    ...whole,
  })),
  { type: 'dashboard-unlisted', pattern: 'apps/dashboard/src/*', ...whole },
  { type: 'dashboard-root', pattern: 'apps/dashboard/src', ...whole },
  { type: 'e2e', pattern: 'apps/e2e', ...whole },
];

/** Projects that run in a browser too, or only compute: Node's own modules are not for them. */
export const nodeless = ['instruments', 'treatment', 'outcomes', 'contracts', 'dashboard'];

/**
 * The lint-type names of each project's folders.
 * @type {Record<string, string>}
 */
export const folderTypes = {
  instruments: 'instruments',
  treatment: 'treatment',
  outcomes: 'outcomes',
  contracts: 'contracts',
  api: 'api-*',
  dashboard: 'dashboard-*',
  e2e: 'e2e',
};
