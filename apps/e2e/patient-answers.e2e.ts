import type { Page } from '@playwright/test';
import { today } from './arrange.js';
import { anotherDevice, asks, demoUrl, expect, HARBOR, PHONE, signIn, test } from './product.js';

async function sessionOfToday(page: Page, name: string): Promise<string> {
  const found = await asks(page, 'POST', `${HARBOR}/patients/search`, { text: name, limit: 1 });
  const { patients } = (await found.json()) as { patients: { id: string }[] };
  const treated = await asks(page, 'GET', `${HARBOR}/patients/${patients[0]?.id ?? ''}/courses`);
  const { courses } = (await treated.json()) as { courses: { id: string }[] };
  const planned = await asks(page, 'GET', `${HARBOR}/courses/${courses[0]?.id ?? ''}/sessions`);
  const { sessions } = (await planned.json()) as { sessions: { id: string; onDate: string }[] };
  return sessions.find(({ onDate }) => onDate === today())?.id ?? '';
}

/** What is asked after the forms: whether anything was noticed, once for each session, and a last word. */
async function endCheckIn(phone: Page): Promise<void> {
  const nothing = phone.getByRole('button', { name: 'No, nothing' });
  const last = phone.getByRole('button', { name: 'No, that is all' });
  await expect(nothing.or(last)).toBeVisible();
  if (await nothing.isVisible()) await nothing.click();
  await last.click();
}

test('a patient answers on a phone, item 9 above zero, and staff see it red until someone records what was done', async ({
  browser,
  page: staff,
}) => {
  await signIn(staff, demoUrl(), 'okafor@harbor.example');
  await staff.goto(`${demoUrl()}${HARBOR}/caseload`);
  await expect(staff.getByRole('heading', { level: 1, name: 'Caseload' })).toBeVisible();
  const ana = staff
    .getByRole('region', { name: 'Risk alerts' })
    .locator(':scope > div')
    .filter({ hasText: 'Rivera, Ana' })
    .filter({ hasText: /item 9 “more than half the days”, today .*answered by the patient/ });
  // A demo that journeys went through before may hold some already.
  await expect(staff.getByRole('region', { name: 'Risk alerts' })).toBeVisible();
  const before = await ana.count();
  const { page: phone } = await anotherDevice(browser, PHONE);
  await signIn(phone, demoUrl(), 'ana.rivera@mail.example');
  await expect(phone.getByRole('heading', { name: /Ana$/ })).toBeVisible();
  await phone.goto(`${demoUrl()}${HARBOR}/me/questions/phq-9`);
  for (let number = 1; number <= 8; number += 1) {
    await expect(phone.getByText(`Question ${number} of`)).toBeVisible();
    await phone.getByRole('button', { name: 'Several days' }).click();
  }
  await expect(phone.getByText('Question 9 of')).toBeVisible();
  await phone.getByRole('button', { name: 'More than half the days' }).click();
  await expect(phone.getByRole('alert').getByRole('link', { name: 'Call 988' }).first()).toBeVisible();

  // Before the form is handed in, on another device.
  await staff.reload();
  await expect(ana).toHaveCount(before + 1);
  const alert = ana.last();
  await expect(alert).toContainText('RISK');
  await expect(alert).toContainText('nobody yet');

  await phone.getByRole('button', { name: 'Go on with the questions' }).click();
  await phone.getByRole('button', { name: 'Somewhat difficult' }).click();
  await phone.getByRole('button', { name: 'Send to the clinic' }).click();
  await endCheckIn(phone);
  await expect(phone.getByRole('heading', { name: 'Thank you' })).toBeVisible();

  // C-SSRS 2, the safety plan reviewed, seen the same day: one key each.
  await alert.getByRole('button', { name: 'Record what was done' }).click();
  for (const key of ['2', 'y', '4']) await staff.keyboard.press(key);
  await expect(alert.getByLabel('Note')).toBeFocused();
  await staff.keyboard.type('Called her, sees Dr Okafor at four.');
  await staff.keyboard.press('Control+Enter');
  await expect(ana).toHaveCount(before);
  await staff.reload();
  await expect(staff.getByRole('heading', { level: 1, name: 'Caseload' })).toBeVisible();
  await expect(staff.getByRole('region', { name: 'Risk alerts' })).toBeVisible();
  await expect(ana).toHaveCount(before);

  // Whoever treats her today reads at the session what was done, by whom and when.
  await staff.goto(`${demoUrl()}${HARBOR}/sessions/${await sessionOfToday(staff, 'Rivera, Ana')}/log`);
  const done = staff.getByText('Called her, sees Dr Okafor at four.').last();
  await expect(done).toBeVisible();
  await expect(staff.getByRole('listitem').filter({ has: done }).last()).toContainText(
    /C-SSRS 2, safety plan reviewed, seen the same day Dr Chinwe Okafor, today/,
  );
});
