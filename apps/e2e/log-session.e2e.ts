import type { Page } from '@playwright/test';
import { aPatientInTreatment } from './arrange.js';
import { anotherDevice, asks, demoUrl, expect, HARBOR, signIn, test } from './product.js';

/** As fingers do: one key after the other, each drawn before the next. */
async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) {
    if (/^(?:Enter|Tab|Control\+Enter)$/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }
}

const saved = (page: Page) => expect(page.getByText(/draft saved/i)).toBeVisible();

/** Who gave each answer of the draft. */
async function answersIn(page: Page, sessionId: string): Promise<string[]> {
  const draft = await asks(page, 'GET', `${HARBOR}/sessions/${sessionId}/draft`);
  const { fields } = (await draft.json()) as { fields: Record<string, { byName: string }> };
  return Object.entries(fields).flatMap(([path, { byName }]) =>
    path.startsWith('answers/') ? [byName] : [],
  );
}

test('answers typed by keyboard are there on another device after signing out', async ({ browser, page }) => {
  await signIn(page, demoUrl(), 'okafor@harbor.example');
  const { sessionId } = await aPatientInTreatment(page, { familyName: 'Keyboard' });
  const log = `${demoUrl()}${HARBOR}/sessions/${sessionId}/log`;
  await page.goto(log);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await press(page, '211121010 1 1210012');
  await saved(page);
  await expect.poll(() => answersIn(page, sessionId)).toHaveLength(17);
  await page.getByRole('button', { name: /Okafor/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);

  const { page: tablet } = await anotherDevice(browser, { viewport: { width: 1180, height: 820 } });
  await signIn(tablet, demoUrl(), 'okafor@harbor.example');
  await tablet.goto(log);
  await expect(tablet.getByText(/PHQ-9/).first()).toBeVisible();
  const authors = await answersIn(tablet, sessionId);
  expect(authors).toEqual(Array(17).fill('Dr Chinwe Okafor'));
});

test('pounds typed for kilograms are asked about before anyone signs', async ({ page }) => {
  await signIn(page, demoUrl(), 'okafor@harbor.example');
  const { sessionId, courseId } = await aPatientInTreatment(page, { familyName: 'Pounds', indications: [] });
  const draft = await asks(
    page,
    'PATCH',
    `${HARBOR}/sessions/${sessionId}/draft`,
    {
      changes: [
        { path: 'weight', value: { value: 84, unit: 'kg', on: '2026-01-01', confirmed: false } },
        { path: 'dose', value: { givenMg: 42, asOrdered: true } },
        { path: 'side-effects-asked', value: 'none' },
      ],
    },
    { 'if-match': '"0"' },
  );
  const { version } = (await draft.json()) as { version: number };
  await asks(page, 'POST', `${HARBOR}/sessions/${sessionId}/sign`, {}, { 'if-match': `"${version}"` });
  const plans = (await (await asks(page, 'GET', `${HARBOR}/courses/${courseId}/sessions`)).json()) as {
    sessions: { id: string; state: string }[];
  };
  const next = plans.sessions.find((session) => session.state === 'planned')?.id ?? '';
  await page.goto(`${demoUrl()}${HARBOR}/sessions/${next}/log`);
  const weight = page.getByRole('textbox', { name: /weight/i });
  await weight.fill('185');
  await weight.press('Enter');
  await expect(page.getByText(/Did you mean 185(?:\.0)? lb/)).toBeVisible();
});
