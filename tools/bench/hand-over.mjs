import { ask, signIn } from '../demo/visitor.mjs';
import { say } from '../workspace/programs.mjs';

const handOver = 'Hand the tablet to the patient';

/**
 * The seconds from the session's page to the patient's first question, and from the thank-you page back to the session,
 * with the taps they take. Beside them, as the bare limit, the seconds a plain load of the page takes.
 *
 * @param {{ url: string, browser: import('playwright-core').Browser }} demo
 */
export async function handOverSeconds({ url, browser }) {
  const page = await browser.newPage({ viewport: { width: 820, height: 1180 } });
  try {
    const { clinic } = await signIn(page, url, 'clinician');
    const { demo } = await ask(page, '/status');
    const session = await sessionToHandOver(page, clinic);
    const log = `${url}/c/${clinic}/sessions/${session}/log`;
    await page.goto(log);
    const button = page.getByRole('button', { name: handOver });
    await button.waitFor();
    const bare = await seconds(async () => {
      await page.reload();
      await button.waitFor();
    });
    const there = await seconds(async () => {
      await button.click();
      await page.getByRole('button', { name: 'Hand over', exact: true }).click();
      await page.getByRole('button', { name: 'Start' }).waitFor();
    });
    await page.getByRole('button', { name: 'For staff: take the tablet back' }).click();
    await page.getByLabel('Your password').fill(demo.password);
    const back = await seconds(async () => {
      await page.getByRole('button', { name: 'Take back' }).click();
      await button.waitFor();
    });
    say(
      `hand-over: 2 taps, ${there} s to the patient's first page; ${back} s back to the session; bare load of the page ${bare} s`,
    );
  } finally {
    await page.close();
  }
}

/**
 * @param {() => Promise<void>} deed
 * @returns {Promise<string>}
 */
async function seconds(deed) {
  const began = performance.now();
  await deed();
  return ((performance.now() - began) / 1_000).toFixed(2);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} clinic
 * @returns {Promise<string>} a planned session in which the tablet may be handed over
 */
async function sessionToHandOver(page, clinic) {
  const { patients } = await ask(page, `/c/${clinic}/patients/search`, { text: 'HC-', limit: 50 });
  for (const patient of patients) {
    const { sessions } = await ask(page, `/c/${clinic}/patients/${patient.id}/sessions`);
    const next = sessions.find((/** @type {{ state: string }} */ { state }) => state === 'planned');
    if (next === undefined) continue;
    const offer = await ask(page, `/c/${clinic}/sessions/${next.id}/hand-over`);
    if (offer.hindrance === null) return next.id;
  }
  throw new Error('The demo has no session in which a form is due.');
}
