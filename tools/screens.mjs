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
 * @property {number} [readme] the height at which the README shows it
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

/** @param {Visit} visit */
async function lastSessionPath({ page, clinic }) {
  const { sessions } = await ask(page, `${await patientPath({ page, clinic })}/sessions`);
  const last = sessions.findLast((/** @type {{ state: string }} */ { state }) => state === 'given');
  if (!last) throw new Error(`${protagonist} has no session given`);
  return `/c/${clinic}/sessions/${last.id}`;
}

/** @param {Visit} visit */
async function lastFormPath({ page, clinic }) {
  const { instruments } = await ask(page, `${await patientPath({ page, clinic })}/trajectory`);
  const last = instruments[0]?.points.at(-1);
  if (!last) throw new Error(`${protagonist} has no form`);
  return `/c/${clinic}/forms/${last.id}`;
}

/**
 * @param {string} rest
 * @returns {(visit: Visit) => Promise<string>}
 */
function inClinic(rest) {
  return ({ clinic }) => Promise.resolve(`/c/${clinic}/${rest}`);
}

/**
 * @param {string} rest
 * @returns {(visit: Visit) => Promise<string>}
 */
function ofPatient(rest) {
  return async (visit) => `${await patientPath(visit)}/${rest}`;
}

/** @type {Screen[]} */
export const screens = [
  { name: 'sign-in', as: null, path: '/sign-in' },
  { name: 'forgotten-password', as: null, path: '/forgotten-password' },
  { name: 'mailbox', as: null, path: '/mailbox' },
  { name: 'caseload', as: 'clinician', path: inClinic('caseload'), readme: 900 },
  { name: 'patient', as: 'clinician', path: patientPath, readme: 1200 },
  { name: 'patient-record', as: 'clinician', path: ofPatient('record') },
  { name: 'side-effects', as: 'clinician', path: ofPatient('side-effects') },
  { name: 'register-patient', as: 'clinician', path: inClinic('patients/new') },
  { name: 'log-session', as: 'clinician', path: nextSessionPath, readme: 1000 },
  { name: 'session', as: 'clinician', path: lastSessionPath },
  { name: 'form', as: 'clinician', path: lastFormPath },
  { name: 'enter-form', as: 'clinician', path: ofPatient('forms/new') },
  { name: 'outcomes', as: 'director', path: inClinic('outcomes') },
  {
    name: 'outcomes-people',
    as: 'director',
    path: inClinic('outcomes/people?instrument=phq-9&endpoint=last-recorded&count=remission'),
  },
  { name: 'imports', as: 'director', path: inClinic('imports') },
  { name: 'staff', as: 'administrator', path: inClinic('staff') },
  { name: 'settings', as: 'administrator', path: inClinic('settings') },
  { name: 'reminder-settings', as: 'administrator', path: inClinic('settings/reminders') },
  { name: 'own-page', as: 'patient', path: inClinic('me') },
  { name: 'own-questions', as: 'patient', path: inClinic('me/questions/phq-9') },
];
