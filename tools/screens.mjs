import { ask } from './demo/visitor.mjs';

/**
 * The screens that `npm run screenshots` takes. `as` is a demo role, or null for someone not signed in; `path`
 * may ask the API for what it must name; `then` does what one would do by hand before looking.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ page: Page, clinic: string }} Visit
 * @typedef {object} Screen
 * @property {string} name of the file
 * @property {string | null} as
 * @property {string | ((visit: Visit) => Promise<string>)} path
 * @property {(visit: Visit) => Promise<void>} [then]
 * @property {boolean} [readme] one of those that the README shows
 */

/** Ana Rivera, whose story the demo tells; others share her name, no one her number. */
const protagonist = 'HC-12036';

/** @param {Visit} visit */
async function patientPath({ page, clinic }) {
  const { patients } = await ask(page, `/c/${clinic}/patients/search`, { text: protagonist, limit: 1 });
  if (patients.length === 0) throw new Error(`${protagonist} is not among the patients`);
  return `/c/${clinic}/patients/${patients[0].id}`;
}

/** @param {Visit} visit */
async function nextSessionPath({ page, clinic }) {
  const path = await patientPath({ page, clinic });
  const { sessions } = await ask(page, `${path}/sessions`);
  const next = sessions.find((/** @type {{ state: string }} */ { state }) => state === 'planned');
  if (!next) throw new Error(`${protagonist} has no planned session`);
  return `/c/${clinic}/sessions/${next.id}/log`;
}

/** @type {Screen[]} */
export const screens = [
  { name: 'sign-in', as: null, path: '/sign-in' },
  {
    name: 'caseload',
    as: 'clinician',
    path: ({ clinic }) => Promise.resolve(`/c/${clinic}/caseload`),
    readme: true,
  },
  { name: 'patient', as: 'clinician', path: patientPath, readme: true },
  { name: 'log-session', as: 'clinician', path: nextSessionPath },
  {
    name: 'outcomes',
    as: 'director',
    path: ({ clinic }) => Promise.resolve(`/c/${clinic}/outcomes`),
    readme: true,
  },
  { name: 'import', as: 'director', path: ({ clinic }) => Promise.resolve(`/c/${clinic}/import`) },
  { name: 'staff', as: 'administrator', path: ({ clinic }) => Promise.resolve(`/c/${clinic}/staff`) },
  { name: 'settings', as: 'administrator', path: ({ clinic }) => Promise.resolve(`/c/${clinic}/settings`) },
  { name: 'own-page', as: 'patient', path: ({ clinic }) => Promise.resolve(`/c/${clinic}/me`) },
];
