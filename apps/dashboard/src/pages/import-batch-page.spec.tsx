import {
  findingsSchema,
  importBatchSchema,
  importCheckSchema,
  importCommitSchema,
  importDetailSchema,
  importPreviewSchema,
  voidedImportSchema,
  voidingSchema,
  type ImportDetail,
} from '@courseline/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { aMapping, anImport, importCounts, importId } from '../testing/import-builder';
import { renderPage } from '../testing/render-page';

const address = `/c/harbor/imports/${importId}`;
const route = '/c/:clinic/imports/:batch';

/** The import as the server has it; deeds change it. */
function serverHas(start: ImportDetail): { detail: ImportDetail } {
  const server = { detail: start };
  signedInAs({ roles: ['director'] });
  fakeApi.route('get', route, { response: importDetailSchema }, () => server.detail);
  return server;
}

const refusedCounts = importCounts({
  refusedRows: 1,
  forms: { ...importCounts().forms, new: 2 },
  findings: [{ rule: 'total-not-possible', rows: 1 }],
});

describe('the page of an import', () => {
  it('shows the guessed mapping, the first rows as patients, and makes a dry run', async () => {
    const server = serverHas(anImport());
    fakeApi.route(
      'post',
      `${route}/preview`,
      { body: importCheckSchema, response: importPreviewSchema },
      () => ({
        rows: 1,
        patients: [
          {
            mrn: 'A-1',
            familyName: '',
            givenName: '',
            birthDate: null,
            known: null,
            courses: [
              { agent: 'ketamine' as const, route: 'iv' as const, name: null, dayZero: '2025-05-02' },
            ],
            forms: [
              {
                line: 2,
                instrument: 'phq-9' as const,
                onDate: '2025-05-01',
                day: -1,
                answers: null,
                total: 12,
                scoreStatus: 'imported' as const,
                band: 'Moderate',
              },
            ],
          },
        ],
        findings: [],
      }),
    );
    fakeApi.route(
      'post',
      `${route}/check`,
      { body: importCheckSchema, response: importDetailSchema },
      ({ body }) => {
        server.detail = anImport({ state: 'checked', mapping: body.mapping, counts: importCounts() });
        return server.detail;
      },
    );
    const { user } = renderPage(address);
    expect(await screen.findByLabelText('Record number')).toHaveValue('id');
    expect(screen.getByText('For example A-1, B-2')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show the first rows' }));
    expect(await screen.findByText(/PHQ-9 12, moderate, total only \(line 2\)/)).toBeVisible();
    expect(screen.getByText(/Course: ketamine IV, day 0 on/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make a dry run' }));
    expect(await screen.findByText('3 totals only')).toBeVisible();
    expect(screen.getByText(/2 without a name: the record number stands for it/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Import 3 forms' })).toBeVisible();
  });

  it('makes new patients of unknown record numbers only when told', async () => {
    const columns = anImport().file?.columns ?? [];
    const mapping = { ...aMapping, unknownPatients: 'refuse' as const };
    const server = serverHas(anImport({ file: { rows: 3, columns, guess: { origin: 'columns', mapping } } }));
    const asked: string[] = [];
    fakeApi.route(
      'post',
      `${route}/check`,
      { body: importCheckSchema, response: importDetailSchema },
      ({ body }) => {
        asked.push(body.mapping.unknownPatients);
        server.detail = anImport({ state: 'checked', mapping: body.mapping, counts: importCounts() });
        return server.detail;
      },
    );
    const { user } = renderPage(address);
    expect(await screen.findByRole('radio', { name: /^Refuse the row It may/ })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Make a dry run' }));
    await screen.findByRole('button', { name: 'Make another dry run' });
    await user.click(screen.getByRole('radio', { name: /^Make a new patient/ }));
    await user.click(screen.getByRole('button', { name: 'Make another dry run' }));
    await waitFor(() => expect(asked).toEqual(['refuse', 'make']));
  });

  it('says what is still to be chosen, at the field', async () => {
    const columns = anImport().file?.columns ?? [];
    const guess = { origin: 'columns' as const, mapping: { ...aMapping, person: null } };
    serverHas(anImport({ file: { rows: 3, columns, guess } }));
    const { user } = renderPage(address);
    await user.click(await screen.findByRole('button', { name: 'Make a dry run' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The mapping is not whole yet: Choose the column of the record number.',
    );
    const field = screen.getByLabelText('Record number');
    expect(field).toBeInvalid();
    await user.selectOptions(field, 'id');
    expect(field).toBeValid();
  });

  it('imports the rest only after the refused rows were agreed to be left out', async () => {
    const server = serverHas(anImport({ state: 'checked', mapping: aMapping, counts: refusedCounts }));
    fakeApi.route('get', `${route}/findings`, { response: findingsSchema }, () => ({
      total: 1,
      findings: [
        {
          line: 4,
          field: 'phq',
          rule: 'total-not-possible' as const,
          level: 'refused' as const,
          message: '"30" is no PHQ-9 total (0 to 27).',
        },
      ],
    }));
    let leftOut: number | null = null;
    fakeApi.route(
      'post',
      `${route}/commit`,
      { body: importCommitSchema, response: importBatchSchema },
      ({ body, headers }) => {
        expect(headers.get('idempotency-key')).not.toBeNull();
        leftOut = body.leaveOut;
        server.detail = {
          ...server.detail,
          state: 'imported',
          importedAt: '2026-11-17T15:05:00Z',
          fileKept: false,
          file: null,
        };
        return server.detail;
      },
    );
    const { user } = renderPage(address);
    const table = await screen.findByRole('table', { name: 'Refused rows and warnings' });
    expect(within(table).getByText('"30" is no PHQ-9 total (0 to 27).')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Download as CSV' })).toHaveAttribute(
      'href',
      `/api/c/harbor/imports/${importId}/findings.csv`,
    );
    expect(screen.queryByRole('button', { name: 'Import 2 forms' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Import the rest without the 1 row' }));
    expect(leftOut).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Import the rest' }));
    expect(await screen.findByRole('heading', { name: 'What was imported' })).toBeVisible();
    expect(leftOut).toBe(1);
  });

  it('asks for another dry run when the mapping was changed', async () => {
    serverHas(anImport({ state: 'checked', mapping: aMapping, counts: importCounts() }));
    const { user } = renderPage(address);
    expect(await screen.findByRole('button', { name: 'Import 3 forms' })).toBeVisible();
    await user.type(screen.getByLabelText('Source'), '-2');
    expect(screen.queryByRole('button', { name: 'Import 3 forms' })).not.toBeInTheDocument();
    expect(screen.getByText(/The mapping was changed\./)).toBeVisible();
  });

  it('says why nothing was imported when other rows are refused by then', async () => {
    serverHas(anImport({ state: 'checked', mapping: aMapping, counts: importCounts() }));
    fakeApi.route(
      'post',
      `${route}/commit`,
      { body: importCommitSchema, response: importBatchSchema },
      () => {
        throw new FakeProblem('rows-refused', { detail: '2 rows are refused. Nothing was imported.' });
      },
    );
    const { user } = renderPage(address);
    await user.click(await screen.findByRole('button', { name: 'Import 3 forms' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('2 rows are refused. Nothing was imported.');
  });

  it('voids an import with a reason, and tells what was left', async () => {
    const imported = anImport({
      state: 'imported',
      importedAt: '2026-11-17T15:05:00Z',
      mapping: aMapping,
      counts: importCounts(),
      fileKept: false,
      file: null,
    });
    const server = serverHas(imported);
    fakeApi.route(
      'post',
      `${route}/void`,
      { body: voidingSchema, response: voidedImportSchema },
      ({ body }) => {
        server.detail = {
          ...imported,
          state: 'voided',
          voidReason: body.reason,
          voidedAt: '2026-11-17T16:00:00Z',
          voidedBy: imported.createdBy,
        };
        return {
          batch: server.detail,
          takenOut: { forms: 3, courses: 0, patients: 1 },
          restored: 0,
          kept: { forms: 0, courses: 0, patients: 1 },
        };
      },
    );
    const { user } = renderPage(address);
    await user.click(await screen.findByRole('button', { name: 'Void this import' }));
    await user.click(await screen.findByRole('button', { name: 'Void the import' }));
    expect(await screen.findByText(/Say why/)).toBeVisible();
    await user.type(screen.getByLabelText(/Reason/), 'The wrong file.');
    await user.click(screen.getByRole('button', { name: 'Void the import' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Taken out: 3 forms, 1 patients\..*Left.*1 patients/,
    );
    expect(screen.getByText(/^Voided .* by Dr Vega: The wrong file\./)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Void this import' })).not.toBeInTheDocument();
  });
});
