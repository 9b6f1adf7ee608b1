import { importDetailSchema, type ImportDetail, type ImportMapping } from '@courseline/contracts';
import type { Answer, TestClient } from '../test-client.js';
import type { TestClinic } from './a-clinic.js';

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
