import { aPatientInTreatment, chartedScores } from './arrange.js';
import { DEMO_PASSWORD, demoUrl, expect, HARBOR, signIn, test } from './product.js';

const CLINICIAN = 'okafor@harbor.example';

test('a tablet is handed to the patient in two taps, cannot be escaped from, and comes back to the session', async ({
  page,
}) => {
  await signIn(page, demoUrl(), CLINICIAN);
  const { patientId, sessionId, familyName } = await aPatientInTreatment(page, { familyName: 'Tablet' });
  await page.goto(`${demoUrl()}${HARBOR}/sessions/${sessionId}/log`);

  let taps = 0;
  const tap = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    taps += 1;
  };
  await tap('Hand the tablet to the patient');
  await tap('Hand over');
  expect(taps).toBe(2);
  await expect(page.getByRole('heading', { name: 'Questions for J. T.' })).toBeVisible();

  await test.step('back, a second tab, the old addresses and the API show nothing', async () => {
    await page.goBack();
    await expect(page.getByText(familyName)).toHaveCount(0);
    const second = await page.context().newPage();
    await second.goto(`${demoUrl()}${HARBOR}/patients/${patientId}`);
    await expect(second.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    for (const path of ['/api/me', `/api${HARBOR}/patients/${patientId}`, `/api${HARBOR}/alerts`]) {
      expect((await second.request.get(`${demoUrl()}${path}`)).status()).toBe(401);
    }
    const kept = await second.evaluate(async () => {
      const databases = await indexedDB.databases();
      const caches_ = await caches.keys();
      return JSON.stringify({
        databases,
        caches_,
        local: Object.entries(localStorage),
        tab: Object.entries(sessionStorage),
      });
    });
    expect(kept).not.toContain(familyName);
    await second.close();
  });

  await page.goto(`${demoUrl()}/kiosk`);
  await page.getByRole('button', { name: 'Start' }).click();
  for (let item = 1; item <= 9; item += 1) await page.getByRole('button', { name: 'Several days' }).click();
  await expect(page.getByRole('heading', { name: 'Please tell your nurse now' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on with the questions' }).click();
  await page.getByRole('button', { name: 'Not difficult at all' }).click();
  await page.getByRole('button', { name: 'Send to the clinic' }).click();
  for (let item = 1; item <= 7; item += 1) await page.getByRole('button', { name: 'Not at all' }).click();
  await page.getByRole('button', { name: 'Send to the clinic' }).click();
  // A course's first PCL-5 is due as well.
  for (let item = 1; item <= 20; item += 1) await page.getByRole('button', { name: 'A little bit' }).click();
  await page.getByRole('button', { name: 'Send to the clinic' }).click();
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();

  await page.getByRole('button', { name: 'For staff: take the tablet back' }).click();
  await page.getByLabel('Your password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page).toHaveURL(new RegExp(`${HARBOR}/sessions/${sessionId}/log$`));
  await expect(page.getByText('on the tablet, handed over by Dr Chinwe Okafor').first()).toBeVisible();
  expect(await chartedScores(page, patientId)).toMatchObject({ 'phq-9': [9], 'gad-7': [0], 'pcl-5': [20] });
});
