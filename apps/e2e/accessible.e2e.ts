import type { Page } from '@playwright/test';
import { aPatientInTreatment } from './arrange.js';
import { violationsAt } from './axe.js';
import { asks, demoUrl, expect, HARBOR, signIn, test } from './product.js';

const sizes = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const;

interface Screens {
  readonly who: string;
  readonly email: string | null;
  readonly paths: (page: Page) => Promise<readonly string[]>;
}

const everyone: readonly Screens[] = [
  {
    who: 'someone not signed in',
    email: null,
    paths: () => Promise.resolve(['/sign-in', '/forgotten-password', '/link', '/mailbox']),
  },
  {
    who: 'a clinician',
    email: 'okafor@harbor.example',
    paths: async (page) => {
      const { patientId, sessionId } = await aPatientInTreatment(page, { familyName: 'Axe' });
      const ana = await page.request.post(`${demoUrl()}/api${HARBOR}/patients/search`, {
        headers: { 'sec-fetch-site': 'same-origin' },
        data: { text: 'Rivera, Ana', limit: 1 },
      });
      const { patients } = (await ana.json()) as { patients: { id: string }[] };
      const anaId = patients[0]?.id ?? patientId;
      return [
        `${HARBOR}/caseload`,
        `${HARBOR}/safety`,
        `${HARBOR}/patients/${anaId}`,
        `${HARBOR}/patients/${patientId}/record`,
        `${HARBOR}/patients/${anaId}/side-effects`,
        `${HARBOR}/patients/${anaId}/forms/new`,
        `${HARBOR}/forms/${await lastForm(page, anaId)}`,
        `${HARBOR}/patients/new`,
        `${HARBOR}/sessions/${sessionId}/log`,
        `${HARBOR}/sessions/${sessionId}/monitor`,
      ];
    },
  },
  {
    who: 'a director',
    email: 'haddad@harbor.example',
    paths: () =>
      Promise.resolve([
        `${HARBOR}/outcomes`,
        `${HARBOR}/outcomes/people?instrument=phq-9&endpoint=last-recorded&count=remission`,
        `${HARBOR}/imports`,
        `${HARBOR}/safety/ledger`,
        `${HARBOR}/settings`,
        `${HARBOR}/settings/reminders`,
      ]),
  },
  {
    who: 'an administrator',
    email: 'leary@harbor.example',
    paths: () => Promise.resolve([`${HARBOR}/staff`, `${HARBOR}/settings`]),
  },
  {
    who: 'a patient',
    email: 'ana.rivera@mail.example',
    paths: () => Promise.resolve([`${HARBOR}/me`, `${HARBOR}/me/questions/gad-7`]),
  },
];

async function lastForm(page: Page, patientId: string): Promise<string> {
  const answer = await asks(page, 'GET', `${HARBOR}/patients/${patientId}/trajectory`);
  const { instruments } = (await answer.json()) as { instruments: { points: { id: string }[] }[] };
  return instruments[0]?.points.at(-1)?.id ?? '';
}

for (const { who, email, paths } of everyone) {
  test(`the screens of ${who} have no axe violation, light and dark, at three widths`, async ({ page }) => {
    test.setTimeout(600_000);
    if (email === null) await page.goto(`${demoUrl()}/sign-in`);
    else await signIn(page, demoUrl(), email);
    const found: string[] = [];
    for (const path of await paths(page)) {
      await page.goto(`${demoUrl()}${path}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      found.push(...(await violationsAt(page, path, sizes)));
    }
    expect(found).toEqual([]);
  });
}
