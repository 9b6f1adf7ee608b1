import type { Page } from '@playwright/test';
import { chartedScores } from './arrange.js';
import { asks, demoUrl, expect, HARBOR, signIn, test } from './product.js';

const headersOf = (run: string) => [
  `Chart ${run}`,
  'Form date',
  'First infusion',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((item) => `phq9_${item}`),
  'Sum',
];

interface Row {
  readonly mrn: string;
  readonly day: string;
  /** The cells of the nine items; 5 is no answer to PHQ-9. */
  readonly answers: string;
  readonly total: number;
}

const csv = (run: string, rows: readonly Row[]): Buffer =>
  Buffer.from(
    [
      headersOf(run).join(','),
      ...rows.map(({ mrn, day, answers, total }) =>
        [mrn, day, '2025-03-03', ...answers.split(','), total].join(','),
      ),
    ].join('\n'),
  );

async function patientOf(page: Page, mrn: string): Promise<string | null> {
  const answer = await asks(page, 'POST', `${HARBOR}/patients/search`, { text: mrn, limit: 5 });
  const { patients } = (await answer.json()) as { patients: { id: string; mrn: string }[] };
  return patients.find((patient) => patient.mrn === mrn)?.id ?? null;
}

test('a file is imported without the rows that cannot be right, and voided again', async ({ page }) => {
  const run = Date.now().toString(36);
  const [improving, steady] = [`${run}-1`, `${run}-2`];
  await signIn(page, demoUrl(), 'haddad@harbor.example');
  await page.goto(`${demoUrl()}${HARBOR}/imports`);
  await page.getByLabel('CSV file').setInputFiles({
    name: `journey ${run}.csv`,
    mimeType: 'text/csv',
    buffer: csv(run, [
      { mrn: improving, day: '2025-03-03', answers: '2,2,2,2,2,2,2,2,0', total: 16 },
      { mrn: improving, day: '2025-03-17', answers: '1,1,1,1,1,1,0,0,0', total: 6 },
      { mrn: steady, day: '2025-03-03', answers: '1,1,1,1,1,1,1,1,0', total: 8 },
      { mrn: steady, day: '2025-03-10', answers: '1,1,5,1,1,1,1,1,0', total: 12 },
      { mrn: steady, day: '2025-03-17', answers: '1,1,1,1,1,1,1,1,0', total: 18 },
    ]),
  });
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: `journey ${run}.csv` })).toBeVisible();

  // A name of a column that neither the product nor an import before can know.
  await page.getByRole('button', { name: 'Make a dry run' }).click();
  await expect(page.getByText(/Choose the column of the record number/).first()).toBeVisible();
  await page.getByLabel('Record number', { exact: true }).selectOption(`Chart ${run}`);
  await page.getByLabel('Put before each number').fill('EHR-');
  await page.getByLabel('Date', { exact: true }).selectOption('Form date');
  const course = page.getByRole('group', { name: 'Course' }).first();
  await course.getByRole('radio', { name: 'Yes' }).check();
  await course.getByLabel('Day 0', { exact: true }).selectOption('First infusion');
  await course.getByRole('radio', { name: 'The same for all rows' }).last().check();
  await course.getByLabel('Treatment of all rows', { exact: true }).selectOption('ketamine iv');
  await page.getByLabel('Total, to check the items against').selectOption('Sum');
  await page.getByLabel('Source').fill(`journey-${run}`);
  await page.getByRole('button', { name: 'Show the first rows' }).click();
  await expect(page.getByText(/PHQ-9 16, moderately severe/)).toBeVisible();

  await page.getByRole('button', { name: 'Make a dry run' }).click();
  const refused = page.getByRole('table', { name: 'Refused rows and warnings' });
  // In a clinic that has patients an unknown number may be a slip of the pen: it is refused until one says otherwise.
  await expect(
    refused.getByRole('row').filter({ hasText: `EHR-${improving} is not a patient here` }),
  ).toHaveCount(2);
  await page.getByRole('radio', { name: /Make a new patient/ }).check();
  await page.getByRole('button', { name: 'Make another dry run' }).click();
  await expect(
    refused.getByRole('row').filter({ hasText: /warning.*a new patient|a new patient.*warning/ }),
  ).not.toHaveCount(0);
  const found = refused.getByRole('row').filter({ hasText: 'refused' });
  await expect(found).toContainText([
    /^Line 5.*phq9_3.*"5" is no answer to PHQ-9 item 3 \(0 to 3\)/,
    /^Line 5.*Sum.*The total is 12, its items add up to 7 of the items that are there/,
    /^Line 6.*Sum.*The total is 18, its items add up to 8/,
  ]);
  expect(await patientOf(page, `EHR-${improving}`)).toBeNull();

  await page.getByRole('button', { name: 'Import the rest without the 2 rows' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import the rest' }).click();
  await expect(page.getByRole('heading', { name: 'What was imported' })).toBeVisible();

  const patients = [await patientOf(page, `EHR-${improving}`), await patientOf(page, `EHR-${steady}`)];
  const [first = null] = patients;
  expect(patients).not.toContain(null);
  const chart = await page.context().newPage();
  await chart.goto(`${demoUrl()}${HARBOR}/patients/${first ?? ''}?show=table`);
  expect(await chartedScores(chart, first ?? '')).toEqual({ 'phq-9': [16, 6] });
  expect(await chartedScores(chart, patients[1] ?? '')).toEqual({ 'phq-9': [8] });
  const charted = chart.getByRole('table', { name: 'PHQ-9, form by form' });
  await expect(charted.getByRole('row', { name: /Mar 17, 2025/ })).toContainText('complete');

  await page.getByRole('button', { name: 'Void this import' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('columns of another questionnaire');
  await dialog.getByRole('button', { name: 'Void the import' }).click();
  await expect(page.getByText('Taken out: 3 forms, 2 courses, 2 patients.')).toBeVisible();
  await expect(page.getByText(/^Voided .* by .*Haddad: columns of another questionnaire/)).toBeVisible();
  await page.getByRole('link', { name: 'All imports' }).click();
  await expect(page.getByRole('row', { name: new RegExp(run) })).toContainText('voided');

  // The import brought these people; nothing else stands on them.
  for (const patient of patients)
    await expect(chartedScores(chart, patient ?? '')).rejects.toThrow(/trajectory: 404 /);
  await chart.reload();
  await expect(chart.getByText('There is nothing here, or it is not yours to see.')).toBeVisible();
  await expect(charted).toHaveCount(0);
});
