import { aPatientInTreatment } from './arrange.js';
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

  const treated = await aPatientInTreatment(page, {
    familyName: 'First',
    clinic: '/c/riverside-clinic',
    indications: [],
  });
  await page.goto(`${emptyUrl()}/c/riverside-clinic/sessions/${treated.sessionId}/log`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.type('211121010');
  await page.keyboard.type('1');
  await page.keyboard.type('1210012');
  await expect(page.getByText(/draft saved/i)).toBeVisible();
  await page.goto(`${emptyUrl()}/c/riverside-clinic/caseload`);
  await expect(page.getByText('First, Journey').first()).toBeVisible();
});
