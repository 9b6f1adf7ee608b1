import type { Page } from '@playwright/test';
import { aPatientInTreatment } from './arrange.js';
import { anotherDevice, asks, demoUrl, expect, HARBOR, signIn, test } from './product.js';

const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true };

/** Lets a colleague treat the patient as well. */
async function joinsTheTeam(page: Page, patientId: string, name: RegExp): Promise<void> {
  const answer = await asks(page, 'GET', `${HARBOR}/colleagues`);
  const { colleagues } = (await answer.json()) as { colleagues: { accountId: string; name: string }[] };
  const accountId = colleagues.find((each) => name.test(each.name))?.accountId;
  await asks(page, 'POST', `${HARBOR}/patients/${patientId}/care-team`, { accountId });
}

/** Digits on the pad of the open readings, as a thumb types them. */
async function types(page: Page, digits: string): Promise<void> {
  const pad = page.getByRole('group', { name: 'Number pad' });
  for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).click();
}

const happened = (page: Page) => page.getByRole('list', { name: 'What happened' });

test('two people write on one timeline, each sees the other at once, and it becomes the session', async ({
  browser,
  page,
}) => {
  await signIn(page, demoUrl(), 'okafor@harbor.example');
  const { sessionId, patientId } = await aPatientInTreatment(page, { familyName: 'Timeline' });
  await joinsTheTeam(page, patientId, /Brandt/);
  const session = `${demoUrl()}${HARBOR}/sessions/${sessionId}`;
  const { page: nurse } = await anotherDevice(browser, tablet);
  await signIn(nurse, demoUrl(), 'brandt@harbor.example');
  await page.goto(`${session}/monitor`);
  await nurse.goto(`${session}/monitor`);

  await nurse.getByRole('button', { name: 'Readings before the dose' }).click();
  await types(nurse, '128827498');
  await nurse.getByRole('button', { name: 'Save readings' }).click();
  await expect(happened(page)).toContainText('128/82, pulse 74, SpO₂ 98 %');

  await page.getByRole('button', { name: 'Start the dose' }).click();
  await page
    .getByRole('form', { name: 'Start the dose' })
    .getByRole('button', { name: 'Start the dose' })
    .click();
  await expect(happened(nurse)).toContainText('Dose started');
  await expect(nurse.getByRole('timer')).toHaveText(/^\d+:\d\d$/);

  // Both at the same moment: neither entry is lost.
  const effect = async (at: Page, name: string) => {
    await at.getByRole('button', { name: 'Side effect began' }).click();
    await at.getByRole('radio', { name }).click({ force: true });
    await at.getByRole('radio', { name: 'mild' }).click({ force: true });
    await at.getByRole('button', { name: 'It began' }).click();
  };
  await Promise.all([effect(page, 'Nausea'), effect(nurse, 'Dizziness')]);
  for (const at of [page, nurse]) {
    await expect(happened(at)).toContainText('Nausea, mild');
    await expect(happened(at)).toContainText('Dizziness, mild');
  }
  await page.getByRole('button', { name: 'Nausea is over' }).click();
  await expect(nurse.getByRole('list', { name: /going on/ })).not.toContainText('Nausea');

  await page.goto(`${session}/log`);
  await expect(page.getByRole('textbox', { name: 'BP' }).first()).toHaveValue('128/82');
  await expect(page.getByText('Dizziness', { exact: true })).toBeVisible();
});
