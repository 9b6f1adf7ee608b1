import { today } from './arrange.js';
import { emptyUrl, expect, firstRunLink, test } from './product.js';

test('an empty clinic: from the first administrator to the first charted point', async ({ page }) => {
  const token = new URL(firstRunLink()).hash;
  await page.goto(`${emptyUrl()}/link${token}`);
  await expect(page.getByRole('heading', { name: 'Set up your clinic' })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).first().fill('Riverside Clinic');
  await expect(page.getByLabel('Name in addresses')).toHaveValue('riverside-clinic');
  await page.getByLabel('Country').selectOption('US');
  const you = page.getByRole('group', { name: 'You' }).or(page.getByRole('region', { name: 'You' }));
  await you.getByLabel('Name').fill('Dr Ines Alder');
  await you.getByLabel('Email').fill('alder@riverside.example');
  await you.getByLabel('Password', { exact: true }).fill('a quiet boat beneath the bridge');
  await you.getByText('Clinician', { exact: true }).click();
  await page.getByRole('button', { name: /create|set up/i }).click();
  await page.waitForURL('**/c/riverside-clinic/staff');

  const clinic = `${emptyUrl()}/c/riverside-clinic`;
  await page.goto(`${clinic}/patients/new`);
  await page.getByLabel('Record number (MRN)').fill('R-1');
  await page.getByLabel('Birth date').fill('1990-02-03');
  await page.getByLabel('Family name').fill('First');
  await page.getByLabel('Given name').fill('Journey');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.waitForURL(/patients\/[0-9a-f-]{36}\/record$/);
  const patientId = /patients\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

  await page.getByRole('button', { name: 'Start a course' }).click();
  const course = page.getByRole('form', { name: 'Start a course' });
  await expect(course.getByLabel('Starts on')).toHaveValue(today());
  await course.getByRole('button', { name: 'Start the course' }).click();
  const plan = page.getByRole('form', { name: 'Plan sessions' });
  await expect(plan.getByRole('listitem')).toHaveCount(6);
  // Today, whatever day of the week the journey is walked on.
  for (const day of ['Sat', 'Sun']) await plan.getByRole('checkbox', { name: day }).uncheck();
  await plan.getByRole('button', { name: 'Plan these sessions' }).click();
  const sessions = page.getByRole('table', { name: 'Sessions' });
  await expect(sessions.getByRole('row')).toHaveCount(7);
  await sessions.getByRole('link', { name: /, today/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Session 1 of 6' })).toBeVisible();
  await page.keyboard.type('211121010');
  await page.keyboard.type('1');
  await page.keyboard.type('1210012');
  await expect(page.getByText(/draft saved/i)).toBeVisible();
  await page.getByRole('textbox', { name: /^Weight/ }).fill('176'); // pounds, as this clinic weighs
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^Given/ }).press('Enter');
  await page.getByRole('combobox', { name: /Add a side effect/ }).press('0');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click();
  await page.waitForURL(/sessions\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/^39.9 mg IV over 40 min/)).toBeVisible();

  await page.goto(`${clinic}/patients/${patientId}?show=table`);
  const charted = page.getByRole('table', { name: 'PHQ-9, form by form' });
  await expect(charted.getByRole('row', { name: / 0 9 100\s% mild complete/ })).toBeVisible();
  await page.goto(`${clinic}/caseload`);
  await expect(page.getByText('First, Journey').first()).toBeVisible();
});
