import {
  importBatchSchema,
  importDetailSchema,
  voidedImportSchema,
  type ImportBatch,
  type ImportDetail,
  type ImportMapping,
  type VoidedImport,
} from '@courseline/contracts';
import type { Answer, TestClient } from '../test-client.js';
import type { SignedIn, TestApp } from '../test-app.js';
import { aClinic, type TestClinic } from './a-clinic.js';
import { aMember } from './a-member.js';

/** A mapping of long rows: `id,date,instrument,total`. */
export const longMapping: ImportMapping = {
  version: 1,
  source: 'long-rows',
  delimiter: ',',
  person: {
    column: 'id',
    shape: 'text',
    prefix: '',
    familyName: null,
    givenName: null,
    birthDate: null,
    sex: null,
  },
  day: { kind: 'column', column: 'date', format: 'year-month-day' },
  sequence: null,
  course: null,
  context: { kind: 'constant', context: 'unknown' },
  forms: {
    layout: 'long',
    instrument: 'instrument',
    codes: { 'phq-9': 'phq-9', 'gad-7': 'gad-7', 'pcl-5': 'pcl-5' },
    total: 'total',
  },
  answers: { codes: {}, missing: {} },
  duplicates: { changed: 'refuse', recorded: 'keep-both' },
  unknownPatients: 'make',
};

const items = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((item) => `phq${item}`);

/** A mapping of wide rows: `id,date,phq1…phq9`. */
export const wideMapping: ImportMapping = {
  ...longMapping,
  source: 'wide-rows',
  forms: {
    layout: 'wide',
    instruments: [{ instrument: 'phq-9', items, difficulty: null, total: null }],
  },
  answers: { codes: {}, missing: { '7': 'refused', '9': 'not-known' } },
};

export const wideHeader = ['id', 'date', ...items].join();

/** A row of the wide mapping, its answers as nine letters. */
export const wideRow = (id: string, date: string, answers: string): string =>
  [id, date, ...Array.from(answers)].map((cell) => (cell === '-' ? '' : cell)).join();

/** A file that was uploaded; a director's client is needed. */
export async function anUpload(
  client: TestClient,
  clinic: TestClinic,
  lines: readonly string[],
): Promise<ImportDetail> {
  return (await upload(client, clinic, `${lines.join('\n')}\n`)).as(importDetailSchema);
}

export function upload(client: TestClient, clinic: TestClinic, text: string | Buffer): Promise<Answer> {
  return client.post(`${clinic.path}/imports`, text, {
    headers: { 'content-type': 'text/csv', 'x-file-name': 'our%20file.csv' },
  });
}

export interface Importing {
  readonly clinic: TestClinic;
  readonly director: SignedIn;
  readonly client: TestClient;
}

/** A clinic with a director who imports. */
export async function anImportingClinic(app: TestApp): Promise<Importing> {
  const clinic = await aClinic(app);
  const director = await aMember(app, clinic, ['director'], { name: 'Dr Vega' });
  return { clinic, director, client: app.as(director) };
}

/** Uploads and checks. */
export async function checked(
  { client, clinic }: Importing,
  lines: readonly string[],
  mapping: ImportMapping = longMapping,
): Promise<ImportDetail> {
  const { id } = await anUpload(client, clinic, lines);
  return (await client.post(`${clinic.path}/imports/${id}/check`, { mapping })).as(importDetailSchema);
}

export async function imported(
  importing: Importing,
  lines: readonly string[],
  mapping: ImportMapping = longMapping,
  leaveOut = 0,
): Promise<ImportBatch> {
  const { id } = await checked(importing, lines, mapping);
  const { client, clinic } = importing;
  return (await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut })).as(importBatchSchema);
}

export async function voided({ client, clinic }: Importing, id: string): Promise<VoidedImport> {
  const answer = await client.post(`${clinic.path}/imports/${id}/void`, { reason: 'The wrong file.' });
  return answer.as(voidedImportSchema);
}

export const longHeader = 'id,date,instrument,total';

export interface StoredForm {
  readonly mrn: string;
  readonly instrument: string;
  readonly onDate: string;
  readonly total: number;
  readonly n: number;
}

/** What charts and rates see, past row-level security. */
export async function recordOf(app: TestApp, { clinic }: Importing): Promise<StoredForm[]> {
  return app.sql<StoredForm & Record<string, unknown>>(
    `select p.mrn, a.instrument, a.on_date as "onDate", a.total, a.n from current_assessment a
       join current_patient p on p.clinic_id = a.clinic_id and p.id = a.patient_id
      where a.clinic_id = $1 order by 1, 2, 3`,
    [clinic.id],
  );
}

export async function countOf(app: TestApp, table: string, { clinic }: Importing): Promise<number> {
  const rows = await app.sql<{ n: number }>(`select count(*) as n from ${table} where clinic_id = $1`, [
    clinic.id,
  ]);
  return rows[0]!.n;
}
