import type { Page } from '@playwright/test';
import { aPatientInTreatment, aSignedSession, chartedScores } from './arrange.js';
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

test('a session begun on one device is finished and signed by keyboard on another, and amended with a reason', async ({
  browser,
  page,
}) => {
  await signIn(page, demoUrl(), 'okafor@harbor.example');
  const { sessionId, patientId } = await aPatientInTreatment(page, { familyName: 'Keyboard' });
  const session = `${demoUrl()}${HARBOR}/sessions/${sessionId}`;
  await page.goto(`${session}/log`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await press(page, '211121010 1 1210012');
  await saved(page);
  await expect.poll(() => answersIn(page, sessionId)).toHaveLength(17);
  await page.getByRole('button', { name: /Okafor/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);

  const { page: tablet } = await anotherDevice(browser, { viewport: { width: 1180, height: 820 } });
  await signIn(tablet, demoUrl(), 'okafor@harbor.example');
  await tablet.goto(`${session}/log`);
  await expect(tablet.getByRole('heading', { level: 1, name: 'Session 1 of 6' })).toBeVisible();
  await expect(tablet.getByRole('region', { name: 'PHQ-9' })).toContainText('9, ');
  expect(await answersIn(tablet, sessionId)).toEqual(Array(17).fill('Dr Chinwe Okafor'));

  // The rest of the session without a mouse, from where the first device left off.
  await press(tablet, '1110121 0121210121021');
  await expect(tablet.getByRole('textbox', { name: 'BP' }).first()).toBeFocused();
  await press(tablet, '128/82 Enter 74 Enter 98 Enter');
  await press(tablet, '84 Enter'); // the weight
  await press(tablet, '0'); // none of the other medicines
  await press(tablet, 'Enter Enter'); // the dose and the minutes as ordered
  await press(tablet, '146/91 Enter 88 Enter 97 Enter');
  await press(tablet, '132/84 Enter 76 Enter 98 Enter');
  await press(tablet, 'dis2 10 Enter 45 Enter');
  await press(tablet, 'nau1 20 Enter 20 Enter');
  await press(tablet, 'Enter Enter'); // no more side effects, discharged now
  await press(tablet, 'Control+Enter');
  await tablet.waitForURL(session);

  await expect(tablet.getByText('42 mg IV over 40 min, 0.50 mg/kg')).toBeVisible();
  await expect(tablet.getByText(/Signed by Dr Chinwe Okafor/).first()).toBeVisible();
  await expect(tablet.getByRole('row', { name: /146\/91 88 97/ })).toBeVisible();
  await expect(tablet.getByRole('listitem').filter({ hasText: /^Nausea/ })).toContainText(
    'mild, 20 to 40 min',
  );
  expect(await chartedScores(tablet, patientId)).toEqual({ 'phq-9': [9], 'gad-7': [7], 'pcl-5': [21] });
  // It is locked: the page of the draft leads to what was signed, and the draft takes nothing any more.
  await tablet.goto(`${session}/log`);
  await tablet.waitForURL(session);
  const late = asks(
    tablet,
    'PATCH',
    `${HARBOR}/sessions/${sessionId}/draft`,
    { changes: [{ path: 'note', value: 'too late' }] },
    { 'if-match': '"0"' },
  );
  await expect(late).rejects.toThrow(/ (?:409|412|422) /);

  await tablet.getByRole('link', { name: 'Amend' }).click();
  await tablet.getByRole('textbox', { name: 'End: Pulse' }).fill('67');
  await press(tablet, 'Enter');
  await tablet.getByRole('button', { name: 'Save amendment' }).click();
  await expect(tablet.getByText('Say why, for whoever reads it later.')).toBeVisible();
  await tablet.getByRole('textbox', { name: 'Reason', exact: true }).fill('digits were swapped');
  await tablet.getByRole('button', { name: 'Save amendment' }).click();
  await tablet.waitForURL(session);
  const amended = tablet.getByRole('region', { name: 'History' }).getByRole('listitem').first();
  await expect(amended).toContainText('Amended by Dr Chinwe Okafor');
  await expect(amended).toContainText('Reason: digits were swapped');
  await expect(amended).toContainText('Pulse, end: 67, was 76');

  await tablet.goto(`${demoUrl()}${HARBOR}/patients/${patientId}?show=table`);
  const charted = tablet.getByRole('table', { name: 'PHQ-9, form by form' });
  await expect(charted.getByRole('row')).toHaveCount(2);
  await expect(charted.getByRole('row', { name: / 0 9 100\s% mild complete before the dose/ })).toBeVisible();
});

test('pounds typed for kilograms are asked about before anyone signs', async ({ page }) => {
  await signIn(page, demoUrl(), 'okafor@harbor.example');
  const { sessionId, courseId } = await aPatientInTreatment(page, { familyName: 'Pounds', indications: [] });
  await aSignedSession(page, sessionId, [
    { path: 'weight', value: { value: 84, unit: 'kg', on: '2026-01-01', confirmed: false } },
  ]);
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
