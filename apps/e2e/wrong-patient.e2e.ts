import { aPatientInTreatment, aSignedSession } from './arrange.js';
import { asks, demoUrl, expect, HARBOR, signIn, test } from './product.js';

test('a session entered on the wrong patient is put on the right one, and leaves the first chart', async ({
  page,
}) => {
  await signIn(page, demoUrl(), 'okafor@harbor.example');
  const wrong = await aPatientInTreatment(page, { familyName: 'Wrongly' });
  const right = await aPatientInTreatment(page, { familyName: 'Rightly' });
  const answers = [2, 2, 1, 1, 1, 1, 1, 1, 0].map((value, index) => ({
    path: `answers/phq-9/${index + 1}`,
    value,
  }));
  await aSignedSession(page, wrong.sessionId, answers);

  await page.goto(`${demoUrl()}${HARBOR}/sessions/${wrong.sessionId}`);
  await page.getByRole('button', { name: 'Belongs to another patient' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Right patient/).fill(right.mrn);
  await dialog.getByText(right.familyName).first().click();
  await dialog.getByRole('radio', { name: /ketamine IV/ }).check();
  await dialog.getByLabel('Reason').fill('two charts open');
  await dialog.getByRole('button', { name: 'Move the session' }).click();
  await page.waitForURL((address) => !address.pathname.endsWith(wrong.sessionId));
  await expect(page.getByRole('link', { name: /Rightly/ })).toBeVisible();

  const points = async (patientId: string, courseId: string) => {
    const answer = await asks(page, 'GET', `${HARBOR}/patients/${patientId}/courses`);
    const { courses } = (await answer.json()) as { courses: { id: string; dayZero: string | null }[] };
    return courses.find((course) => course.id === courseId)?.dayZero ?? null;
  };
  expect(await points(wrong.patientId, wrong.courseId)).toBeNull();
  expect(await points(right.patientId, right.courseId)).not.toBeNull();
});
