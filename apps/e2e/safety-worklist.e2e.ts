import { aPatientWithAccess, joinsTheTeam } from './arrange.js';
import { anotherDevice, demoUrl, expect, HARBOR, PHONE, signIn, test } from './product.js';

test('an answer to item 9 stands on the worklist without a reload, is taken on and resolved, and is found again', async ({
  browser,
  page: nurse,
}) => {
  const { page: clinician } = await anotherDevice(browser, {});
  await signIn(clinician, demoUrl(), 'okafor@harbor.example');
  const { page: phone } = await anotherDevice(browser, PHONE);
  const { patientId, familyName } = await aPatientWithAccess(clinician, phone, {
    familyName: `Worklist ${Date.now().toString(36)}`,
    indications: ['major-depression'],
  });
  await joinsTheTeam(clinician, patientId, 'Nora Brandt');

  await signIn(nurse, demoUrl(), 'brandt@harbor.example');
  await nurse.goto(`${demoUrl()}${HARBOR}/safety`);
  const open = nurse.getByRole('list', { name: 'Open alerts' });
  const taken = nurse.getByRole('list', { name: 'Alerts taken on' });
  const patient = { hasText: familyName };
  const answered = { hasText: 'item 9 “nearly every day”' };
  await expect(nurse.getByRole('heading', { name: /^Open/ })).toBeVisible();
  await expect(nurse.getByRole('heading', { name: 'Resolved' })).toBeVisible();

  await phone.goto(`${demoUrl()}${HARBOR}/me/questions/phq-9`);
  for (let number = 1; number <= 8; number += 1) {
    await expect(phone.getByText(`Question ${number} of`)).toBeVisible();
    await phone.getByRole('button', { name: 'Not at all' }).click();
  }
  await expect(phone.getByText('Question 9 of')).toBeVisible();
  await phone.getByRole('button', { name: 'Nearly every day' }).click();
  await expect(phone.getByRole('alert').getByRole('link', { name: 'Call 988' }).first()).toBeVisible();

  // The nurse has touched nothing, and the form is not finished.
  const alert = open
    .getByRole('listitem')
    .filter(patient)
    .filter(answered)
    .filter({ hasText: 'Item 9 above 0' })
    .last();
  await expect(alert).toContainText('RISK');
  await expect(alert).toContainText('nobody yet');
  await alert.getByRole('button', { name: /^Take it on/ }).click();
  const own = taken
    .getByRole('listitem')
    .filter(patient)
    .filter(answered)
    .filter({ hasText: 'Item 9 above 0' })
    .last();
  await expect(own).toContainText('Nora Brandt');

  // A clinician on another device records what was done; a nurse cannot.
  await clinician.goto(`${demoUrl()}${HARBOR}/safety`);
  await clinician
    .getByRole('list', { name: 'Alerts taken on' })
    .getByRole('listitem')
    .filter(patient)
    .filter(answered)
    .filter({ hasText: 'Item 9 above 0' })
    .last()
    .getByRole('button', { name: /^Record what was done/ })
    .click();
  const dialog = clinician.getByRole('dialog');
  await expect(dialog).toContainText('Taken on Nora Brandt');
  const note = `Sees Dr Okafor at four. ${Date.now().toString(36)}`;
  await dialog.getByRole('radio', { name: /^2/ }).click();
  await dialog.getByRole('radio', { name: /Yes/ }).click();
  await dialog.getByRole('radio', { name: /Seen the same day/ }).click();
  await dialog.getByLabel('Note').fill(note);
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog).toBeHidden();

  // Gone from the nurse's list by itself, and found among what was resolved.
  await expect(taken.getByRole('listitem').filter(patient).filter(answered)).toHaveCount(0);
  const resolved = nurse.getByRole('list', { name: 'Resolved alerts' }).getByRole('listitem');
  const last = resolved.filter(patient).filter({ hasText: 'Item 9 above 0' }).filter(answered).first();
  await expect(last).toContainText('Seen the same day, Dr Chinwe Okafor');
  await last.getByRole('button', { name: /^Show/ }).click();
  await expect(nurse.getByRole('dialog')).toContainText(note);
});
