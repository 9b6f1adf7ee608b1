import { demoUrl, expect, HARBOR, signIn, test } from './product.js';

test('a director reads the response rate and opens the patients behind it', async ({ page }) => {
  await signIn(page, demoUrl(), 'haddad@harbor.example');
  await page.goto(`${demoUrl()}${HARBOR}/outcomes`);
  await expect(page.getByRole('heading', { name: 'What can still be fixed' })).toBeVisible();
  const section = page.getByRole('region', { name: 'Last recorded' });
  const response = section.getByRole('row', { name: /^Response/ });
  const words = await response.getByRole('link').first().innerText();
  const [, x = '', n = ''] = /^(\d+) of (\d+) \(\d+ %, \d+ to \d+\)$/.exec(words) ?? [];
  expect(Number(n)).toBeGreaterThan(Number(x));
  await response.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Response' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(Number(x) + 1);
  await page.getByRole('link', { name: 'Back to the rates' }).click();
  await page.getByLabel('Treatment', { exact: true }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/agent=/);
  await expect(page.getByRole('region', { name: 'Last recorded' })).toBeVisible();
});
