import {
  apiFeatureRows,
  apiGround,
  dashboardRows,
  folderTypes,
  nodeless,
  packageLists,
  projectImports,
} from './map.mjs';

const element = (/** @type {string | string[]} */ type) => ({ element: { type } });
const inProject = (/** @type {string} */ project) => element(folderTypes[project] ?? project);
const spec = { file: { categories: 'test' } };

/** Policies for eslint-plugin-boundaries, made from the map; later ones overrule earlier ones. */
export function policies() {
  return [...anyPackage(), ...libs(), ...api(), ...dashboard(), ...packages()];
}

function anyPackage() {
  return [
    // Node's own modules, and every package that no list below forbids.
    { allow: { to: { module: { origin: ['core', 'external'] } } } },
  ];
}

function libs() {
  return Object.entries(projectImports)
    .filter(([, libsOfProject]) => libsOfProject.length > 0)
    .map(([project, libsOfProject]) => ({
      from: inProject(project),
      allow: { to: element(libsOfProject) },
    }));
}

function api() {
  const ground = apiGround.map((folder) => `api-${folder}`);
  const rows = apiFeatureRows.map((row) => row.map((feature) => `api-${feature}`));
  const everything = [...ground, ...rows.flat(), 'api-demo', 'api-root'];
  return [
    { from: element(ground), allow: { to: element(ground) } },
    ...rows.map((row, index) => ({
      from: element(row),
      allow: { to: element([...ground, ...rows.slice(0, index).flat()]) },
    })),
    // Both lowest: an invitation makes an account, and a sign-in ends in a clinic.
    { from: element('api-clinics'), allow: { to: element('api-sign-in') } },
    { from: element(['api-root', 'api-demo', 'api-test']), allow: { to: element(everything) } },
    { from: { ...element('api-*'), ...spec }, allow: { to: element(['api-test', 'api-root']) } },
  ];
}

function dashboard() {
  const rows = dashboardRows.map((row) => row.map((layer) => `dashboard-${layer}`));
  const lower = (/** @type {number} */ index) => rows.slice(0, index).flat();
  return [
    ...rows.slice(1).map((row, index) => ({ from: element(row), allow: { to: element(lower(index + 1)) } })),
    { from: element('dashboard-charts'), allow: { to: element(['dashboard-ui', 'dashboard-messages']) } },
    { from: element('dashboard-ui'), allow: { to: element('dashboard-messages') } },
    { from: element('dashboard-testing'), allow: { to: element(rows.flat()) } },
    { from: { ...element('dashboard-*'), ...spec }, allow: { to: element('dashboard-testing') } },
  ];
}

function packages() {
  const lists = Object.entries(packageLists).map(([project, list]) => ({
    from: inProject(project),
    disallow: {
      to: { module: { origin: 'external', source: 'only' in list ? without(list.only) : list.never } },
    },
  }));
  const nodelessTypes = nodeless.map((project) => folderTypes[project] ?? project);
  return [
    ...lists,
    { from: element(nodelessTypes), disallow: { to: { module: { origin: 'core' } } } },
    // Specs, and what only specs use, never reach a browser or a result.
    {
      from: { ...element([...nodelessTypes, 'e2e']), ...spec },
      allow: { to: { module: { origin: 'core' } } },
    },
    {
      from: { ...element(nodelessTypes), ...spec },
      allow: { to: { module: { origin: 'external', source: 'fast-check' } } },
    },
    { from: element('dashboard-testing'), allow: { to: { module: { origin: 'core' } } } },
  ];
}

/** @param {readonly string[]} names */
function without(names) {
  return names.length === 0 ? '**' : `!(${names.join('|')})`;
}
