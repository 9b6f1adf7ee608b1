import { Client } from 'pg';
import {
  importBatchSchema,
  importDetailSchema,
  importListSchema,
  importPreviewSchema,
  problemSchema,
} from '@courseline/contracts';
import {
  anImportingClinic,
  anUpload,
  checked,
  countOf,
  imported,
  longHeader,
  longMapping,
  upload,
  wideHeader,
  wideMapping,
  wideRow,
} from '../../test/builders/an-import.js';
import { aMember, aPatient } from '../../test/builders/index.js';
import { loginRole } from '../database/credentials.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('an upload', () => {
  it('is described, and its mapping guessed', async () => {
    const { client, clinic } = await anImportingClinic(app);
    const detail = await anUpload(client, clinic, [
      longHeader,
      'A-1,2025-05-01,phq-9,12',
      'A-1,2025-05-08,gad-7,9',
    ]);
    expect(detail).toMatchObject({
      state: 'uploaded',
      fileName: 'our file.csv',
      source: null,
      createdBy: { name: 'Dr Vega' },
      counts: null,
      mapping: null,
      fileKept: true,
      file: {
        rows: 2,
        columns: [{ name: 'id' }, { name: 'date' }, { name: 'instrument' }, { name: 'total' }],
        guess: {
          origin: 'columns',
          mapping: {
            source: 'our-file',
            person: { column: 'id' },
            forms: { layout: 'long', codes: { 'phq-9': 'phq-9', 'gad-7': 'gad-7' } },
          },
        },
      },
    });
    const { imports } = (await client.get(`${clinic.path}/imports`)).as(importListSchema);
    expect(imports.map(({ id }) => id)).toEqual([detail.id]);
  });

  it('lies sealed in the database, and is emptied by the import', async () => {
    const importing = await anImportingClinic(app);
    const { id } = await checked(importing, [longHeader, 'SECRET-NAME,2025-05-01,phq-9,12']);
    const kept = await app.sql<{ bytes: Buffer }>(`select bytes from import_upload where batch_id = $1`, [
      id,
    ]);
    expect(kept.length).toBeGreaterThan(1);
    for (const { bytes } of kept) expect(bytes.includes(Buffer.from('SECRET-NAME'))).toBe(false);
    const { client, clinic } = importing;
    const done = (await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut: 0 })).as(
      importBatchSchema,
    );
    expect(done.fileKept).toBe(false);
    const after = await app.sql<{ size: number }>(
      `select sum(length(bytes)) as size from import_upload where batch_id = $1`,
      [id],
    );
    expect(after).toEqual([{ size: 0 }]);
    expect((await client.post(`${clinic.path}/imports/${id}/check`, { mapping: longMapping })).status).toBe(
      409,
    );
  });

  it('that nobody imported is emptied when a week has gone by', async () => {
    const importing = await anImportingClinic(app);
    const { clinic, director } = importing;
    const { id } = await anUpload(importing.client, clinic, [longHeader, 'A-1,2025-05-01,phq-9,12']);
    app.clock.advance({ days: 8 });
    try {
      const later = app.as(await aMember(app, clinic, ['director']));
      await anUpload(later, clinic, [longHeader]);
      const detail = (await later.get(`${clinic.path}/imports/${id}`)).as(importDetailSchema);
      expect(detail).toMatchObject({
        fileKept: false,
        file: null,
        createdBy: { accountId: director.accountId },
      });
      expect((await later.post(`${clinic.path}/imports/${id}/check`, { mapping: longMapping })).status).toBe(
        409,
      );
    } finally {
      app.clock.advance({ days: -8 });
    }
  });

  it('is refused where it is no table or too large, and then nothing is kept', async () => {
    const importing = await anImportingClinic(app);
    const { client, clinic } = importing;
    const refusals: [string | Buffer, number, string][] = [
      [Buffer.from([0x61, 0x2c, 0xe9, 0x0a]), 422, 'file-not-readable'],
      ['', 422, 'file-not-readable'],
      ['a,b\n1,"x"y\n', 422, 'file-not-readable'],
      ['a,a\n1,2\n', 422, 'file-not-readable'],
      ['x'.repeat(5_242_881), 413, 'too-large'],
    ];
    for (const [text, status, code] of refusals) {
      const answer = await upload(client, clinic, text);
      expect([answer.status, answer.as(problemSchema).code]).toEqual([status, code]);
    }
    const json = await client.post(`${clinic.path}/imports`, { a: 1 });
    expect(json.status).toBe(415);
    expect(await countOf(app, 'import_batch', importing)).toBe(0);
    expect(await countOf(app, 'import_upload', importing)).toBe(0);
  });
});

describe('a preview', () => {
  it('shows the first rows as patients, and says who is known', async () => {
    const importing = await anImportingClinic(app);
    const { client, clinic, director } = importing;
    await aPatient(app, clinic, { mrn: 'A-1', team: [director] });
    const { id } = await anUpload(client, clinic, [
      wideHeader,
      wideRow('A-1', '2025-05-01', '222222222'),
      wideRow('B-2', '2025-05-01', '000000000'),
      wideRow('A-1', '2025-05-08', '11111111-'),
      wideRow('C-3', '2025-05-01', '5--------'),
    ]);
    const answer = await client.post(`${clinic.path}/imports/${id}/preview`, { mapping: wideMapping });
    expect(answer.as(importPreviewSchema)).toEqual({
      rows: 4,
      patients: [
        {
          mrn: 'A-1',
          familyName: '',
          givenName: '',
          birthDate: null,
          known: { familyName: 'Rivera', givenName: 'Ana' },
          courses: [],
          forms: [
            expect.objectContaining({
              line: 2,
              total: 18,
              band: 'Moderately severe',
              scoreStatus: 'complete',
            }),
            expect.objectContaining({ line: 4, total: null, band: null, scoreStatus: 'partial' }),
          ],
        },
        expect.objectContaining({ mrn: 'B-2', known: null, forms: [expect.objectContaining({ total: 0 })] }),
      ],
      findings: [
        expect.objectContaining({ line: 5, field: 'phq1', rule: 'answer-not-possible', level: 'refused' }),
      ],
    });
    expect(await countOf(app, 'assessment', importing)).toBe(0);
  });
});

describe('who may import', () => {
  it('is a director of the clinic, and nobody else', async () => {
    const importing = await anImportingClinic(app);
    const { clinic } = importing;
    const { id } = await checked(importing, [longHeader, 'A-1,2025-05-01,phq-9,12']);
    const others = await Promise.all(
      (['nurse', 'clinician', 'administrator'] as const).map((role) => aMember(app, clinic, [role])),
    );
    for (const other of others) {
      const client = app.as(other);
      expect((await client.get(`${clinic.path}/imports`)).status).toBe(403);
      expect((await upload(client, clinic, longHeader)).status).toBe(403);
      expect((await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut: 0 })).status).toBe(403);
    }
    const elsewhere = await anImportingClinic(app);
    const stranger = elsewhere.client;
    expect((await stranger.get(`${clinic.path}/imports`)).status).toBe(404);
    const theirs = elsewhere.clinic.path;
    expect((await stranger.get(`${theirs}/imports/${id}`)).status).toBe(404);
    for (const deed of ['check', 'preview'])
      expect((await stranger.post(`${theirs}/imports/${id}/${deed}`, { mapping: longMapping })).status).toBe(
        404,
      );
    expect((await stranger.post(`${theirs}/imports/${id}/commit`, { leaveOut: 0 })).status).toBe(404);
    expect((await stranger.post(`${theirs}/imports/${id}/void`, { reason: 'Not mine.' })).status).toBe(404);
    expect(await countOf(app, 'assessment', importing)).toBe(0);
  });

  it('holds for clinics beside each other: the same number is another patient', async () => {
    const one = await anImportingClinic(app);
    const other = await anImportingClinic(app);
    const lines = [longHeader, 'A-1,2025-05-01,phq-9,12'];
    await imported(one, lines);
    const second = await imported(other, lines);
    expect(second.counts).toMatchObject({ forms: { new: 1, unchanged: 0 }, patients: { new: 1, known: 0 } });
  });

  it('is decided by row-level security too: whoever is no director sees no import through SQL', async () => {
    const importing = await anImportingClinic(app);
    const { clinic, director } = importing;
    await checked(importing, [longHeader, 'A-1,2025-05-01,phq-9,12', ',2025-05-01,phq-9,12']);
    const elsewhere = await anImportingClinic(app);
    const clinician = await aMember(app, clinic, ['clinician']);
    const db = new Client({ connectionString: loginRole(app.config, 'app').url });
    await db.connect();
    const seenBy = async (accountId: string) => {
      await db.query('begin');
      await db.query(`select set_config('app.account_id', $1, true), set_config('app.clinic_id', $2, true)`, [
        accountId,
        clinic.id,
      ]);
      const counts = [];
      for (const table of ['import_batch', 'import_upload', 'import_finding'])
        counts.push((await db.query(`select from ${table}`)).rowCount);
      await db.query('rollback');
      return counts;
    };
    try {
      expect(await seenBy(director.accountId)).toEqual([1, 2, 1]);
      expect(await seenBy(clinician.accountId)).toEqual([0, 0, 0]);
      expect(await seenBy(elsewhere.director.accountId)).toEqual([0, 0, 0]);
    } finally {
      await db.end();
    }
  });
});
