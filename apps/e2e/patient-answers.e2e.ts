import { anotherDevice, demoUrl, expect, HARBOR, PHONE, signIn, test } from './product.js';

test('a patient answers on a phone, item 9 above zero, and staff see it red until someone records what was done', async ({
  browser,
  page: staff,
}) => {
  await signIn(staff, demoUrl(), 'okafor@harbor.example');
  await staff.goto(`${demoUrl()}${HARBOR}/caseload`);
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
  const alert = staff.getByText(/item 9 .more than half the days/i).first();
  await expect(alert).toBeVisible();

  await phone.getByRole('button', { name: 'Go on with the questions' }).click();
  await phone.getByRole('button', { name: 'Somewhat difficult' }).click();
  await phone.getByRole('button', { name: 'Send to the clinic' }).click();
  await expect(phone.getByRole('heading', { name: 'Thank you' })).toBeVisible();
});
