import { importDetailSchema, importListSchema } from '@courseline/contracts';
import { screen, within } from '@testing-library/react';
import { signedInAs } from '../testing/clinic-builder';
import { fakeApi, FakeProblem } from '../testing/fake-api';
import { anImport, importCounts, importId } from '../testing/import-builder';
import { renderPage } from '../testing/render-page';

const megabytes = 1_048_576;

function listed(imports = [anImport()]): void {
  signedInAs({ roles: ['director'] });
  fakeApi.route('get', '/c/:clinic/imports', { response: importListSchema }, () => ({
    imports,
    largestUpload: 5 * megabytes,
  }));
}

const file = (size = 20): File => new File(['x'.repeat(size)], 'Frühling 1.csv', { type: 'text/csv' });

describe('the import page', () => {
  it('lists what was imported, and says how it begins', async () => {
    listed([
      anImport({ state: 'imported', importedAt: '2026-11-17T15:05:00Z', counts: importCounts(), file: null }),
      anImport({ id: '01990000-0000-7000-8000-00000000aa02', fileName: 'autumn.csv' }),
    ]);
    renderPage('/c/harbor/imports');
    const table = await screen.findByRole('table', { name: 'Imports' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/spring\.csv.*imported.*3.*Dr Vega/);
    expect(second).toHaveTextContent(/autumn\.csv.*uploaded, not checked/);
    expect(screen.getByText(/up to 5 MB/)).toBeVisible();
  });

  it('says what will be here when nothing was imported yet', async () => {
    listed([]);
    renderPage('/c/harbor/imports');
    expect(await screen.findByText('No import yet')).toBeVisible();
  });

  it('uploads a file under its name and goes to it', async () => {
    listed([]);
    let name: string | null = null;
    let key: string | null = null;
    fakeApi.route(
      'post',
      '/c/:clinic/imports',
      { response: importDetailSchema, status: 201, takesFile: true },
      ({ headers }) => {
        name = headers.get('x-file-name');
        key = headers.get('idempotency-key');
        return anImport();
      },
    );
    fakeApi.route('get', '/c/:clinic/imports/:batch', { response: importDetailSchema }, () => anImport());
    const { user, address } = renderPage('/c/harbor/imports');
    await user.upload(await screen.findByLabelText('CSV file'), file());
    expect(await screen.findByRole('heading', { name: 'spring.csv' })).toBeVisible();
    expect(address()).toBe(`/c/harbor/imports/${importId}`);
    expect(name).toBe('Fr%C3%BChling%201.csv');
    expect(key).not.toBeNull();
  });

  it('says why a file cannot be read, and refuses one that is too large before sending it', async () => {
    listed([]);
    fakeApi.route('post', '/c/:clinic/imports', { response: importDetailSchema, takesFile: true }, () => {
      throw new FakeProblem('file-not-readable', { detail: 'The file is not UTF-8.' });
    });
    const { user } = renderPage('/c/harbor/imports');
    const input = await screen.findByLabelText('CSV file');
    await user.upload(input, file(5 * megabytes + 1));
    expect(await screen.findByRole('alert')).toHaveTextContent('This file is larger than 5 MB.');
    await user.upload(input, file());
    expect(await screen.findByText(/The file is not UTF-8\./)).toBeVisible();
  });
});
