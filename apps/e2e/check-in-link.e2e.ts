import { violationsAt } from './axe.js';
import { aPatientWithAccess, chartedScores } from './arrange.js';
import { anotherDevice, demoUrl, expect, HARBOR, PHONE, signIn, test } from './product.js';

test('a link from the mailbox opens what is due without a password, and the answers are charted', async ({
  browser,
  page: staff,
}) => {
  await signIn(staff, demoUrl(), 'okafor@harbor.example');
  const invited = await anotherDevice(browser, PHONE);
  const { patientId, email } = await aPatientWithAccess(staff, invited.page, {
    familyName: 'Lindqvist',
    indications: ['major-depression'],
    // Late, so that at whatever hour this runs the forms before the dose are what is due.
    time: '23:45',
  });
  await invited.context.close();

  await staff.goto(`${demoUrl()}${HARBOR}/patients/${patientId}/record`);
  const links = staff.getByRole('region', { name: 'Check-in links' });
  await links.getByRole('button', { name: 'Send a check-in link' }).click();
  await expect(links.getByText(/^Sent /).first()).toBeVisible({ timeout: 30_000 });

  // The mailbox is whoever’s machine it is: the patient opens the letter there.
  const { page: phone } = await anotherDevice(browser, PHONE);
  await phone.goto(`${demoUrl()}/mailbox`);
  const letter = phone
    .getByRole('article', { name: 'A few questions from Harbor Clinic' })
    .filter({ hasText: email })
    .first();
  await expect(letter).toBeVisible();
  await expect(letter).not.toContainText(/Lindqvist|Journey|PHQ|score|ketamine/i);
  const address = (await letter.getByRole('link').getAttribute('href')) ?? '';
  await phone.goto(address);
  await expect(phone.getByRole('heading', { name: 'A few questions from Harbor Clinic' })).toBeVisible();
  expect(await violationsAt(phone, 'the landing of a link', [PHONE.viewport])).toEqual([]);
  // Opening the page used nothing up: mail programs open links too.
  await phone.reload();
  await phone.getByRole('button', { name: 'Start' }).click();
  // PHQ-9 with its question on difficulty, then GAD-7: everything that is due, one after the other.
  const answers = [...Array<string>(8).fill('Several days'), 'Not at all', 'Somewhat difficult'];
  answers.push(...Array<string>(7).fill('Several days'));
  for (const [index, answer] of answers.entries()) {
    await expect(phone.getByText(`Question ${index + 1} of`).first()).toBeVisible();
    await phone.getByRole('button', { name: answer }).click();
  }
  await phone.getByRole('button', { name: 'Send to the clinic' }).click();
  await phone.getByRole('button', { name: 'No, that is all' }).click();
  await phone.getByRole('button', { name: 'To my page' }).click();
  await expect(phone.getByText(/a link, which shows no scores/)).toBeVisible();

  await expect.poll(() => chartedScores(staff, patientId)).toMatchObject({ 'phq-9': [8], 'gad-7': [7] });
  await staff.goto(`${demoUrl()}${HARBOR}/patients/${patientId}`);
  await expect(staff.getByText('PHQ-9').first()).toBeVisible();

  // Used once, it opens nothing more, and what it opened was the questions and no more.
  const { page: other } = await anotherDevice(browser, PHONE);
  await other.goto(address);
  await expect(other.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  const answer = await phone.request.get(`${demoUrl()}/api${HARBOR}/patients/${patientId}/trajectory`);
  expect(answer.status()).toBe(403);
});
