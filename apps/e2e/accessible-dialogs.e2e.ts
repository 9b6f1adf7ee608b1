import type { Page } from '@playwright/test';
import { aPatientInTreatment, aSignedSession, anUploadedFile } from './arrange.js';
import { violationsAt } from './axe.js';
import { demoUrl, expect, HARBOR, signIn, test } from './product.js';

/** The further screens at two widths only: each costs seconds. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

const opened = async (page: Page, path: string) => {
  await page.goto(`${demoUrl()}${path}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
};

test('what a clinician opens on the way has no axe violation, light and dark, at two widths', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, demoUrl(), 'okafor@harbor.example');
  const { patientId, sessionId } = await aPatientInTreatment(page, { familyName: 'Axe' });
  const found: string[] = [];
  const sweep = async (what: string) => found.push(...(await violationsAt(page, what, sizes)));

  await aSignedSession(page, sessionId);
  await opened(page, `${HARBOR}/sessions/${sessionId}`);
  await sweep('a signed session');
  await page.getByRole('button', { name: 'Belongs to another patient' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await sweep('moving a session');
  await opened(page, '/clinics');
  await sweep('the clinics');
  await opened(page, `${HARBOR}/password`);
  await sweep('the password');

  await opened(page, `${HARBOR}/patients/${patientId}/record`);
  await page.getByRole('button', { name: 'Start a course' }).click();
  await expect(page.getByRole('form', { name: 'Start a course' })).toBeVisible();
  await sweep('starting a course');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Plan sessions' }).click();
  await expect(page.getByRole('form', { name: 'Plan sessions' }).getByRole('listitem').first()).toBeVisible();
  await sweep('planning sessions');

  await opened(page, `${HARBOR}/caseload`);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await sweep('the keys');
  expect(found).toEqual([]);
});

test('what is asked about an answer to item 9 has no axe violation, light and dark, at two widths', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, demoUrl(), 'okafor@harbor.example');
  const { sessionId } = await aPatientInTreatment(page, { familyName: 'Axe' });
  await opened(page, `${HARBOR}/sessions/${sessionId}/log`);
  for (const key of '000000001') await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Record what was done', exact: true }).click();
  await expect(page.getByRole('form', { name: 'What was done' })).toBeVisible();
  await expect(page.getByText(/draft saved/i)).toBeVisible();
  expect(await violationsAt(page, 'what was done', sizes)).toEqual([]);
});

test('a file on its way into the record has no axe violation, light and dark, at two widths', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, demoUrl(), 'haddad@harbor.example');
  await opened(page, `${HARBOR}/imports/${await anUploadedFile(page)}`);
  await page.getByRole('button', { name: 'Make a dry run' }).click();
  await expect(page.getByRole('table', { name: 'Refused rows and warnings' })).toBeVisible();
  expect(await violationsAt(page, 'an import', sizes)).toEqual([]);
});
