import {
  findingsSchema,
  importBatchSchema,
  importDetailSchema,
  importListSchema,
  importPreviewSchema,
  problemSchema,
  voidedImportSchema,
  type ImportBatch,
  type ImportDetail,
  type ImportMapping,
} from '@courseline/contracts';
import {
  anUpload,
  longMapping,
  upload,
  wideHeader,
  wideMapping,
  wideRow,
} from '../../test/builders/an-import.js';
import { aClinic, aMember, aPatient, type TestClinic } from '../../test/builders/index.js';
import type { TestClient } from '../../test/test-client.js';
import { startTestApp, type SignedIn, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Importing {
  readonly clinic: TestClinic;
  readonly director: SignedIn;
  readonly client: TestClient;
}

async function anImportingClinic(): Promise<Importing> {
  const clinic = await aClinic(app);
  const director = await aMember(app, clinic, ['director'], { name: 'Dr Vega' });
  return { clinic, director, client: app.as(director) };
}

/** Uploads and checks. */
async function checked(
  { client, clinic }: Importing,
  lines: readonly string[],
  mapping: ImportMapping = longMapping,
): Promise<ImportDetail> {
  const { id } = await anUpload(client, clinic, lines);
  return (await client.post(`${clinic.path}/imports/${id}/check`, { mapping })).as(importDetailSchema);
}

async function imported(
  importing: Importing,
  lines: readonly string[],
  mapping: ImportMapping = longMapping,
  leaveOut = 0,
): Promise<ImportBatch> {
  const { id } = await checked(importing, lines, mapping);
  const { client, clinic } = importing;
  return (await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut })).as(importBatchSchema);
}

async function voided({ client, clinic }: Importing, id: string) {
  const answer = await client.post(`${clinic.path}/imports/${id}/void`, { reason: 'The wrong file.' });
  return answer.as(voidedImportSchema);
}

const header = 'id,date,instrument,total';

interface Stored {
  readonly mrn: string;
  readonly instrument: string;
  readonly onDate: string;
  readonly total: number;
  readonly n: number;
}

/** What charts and rates see, past row-level security. */
async function recordOf({ clinic }: Importing): Promise<Stored[]> {
  return app.sql<Stored & Record<string, unknown>>(
    `select p.mrn, a.instrument, a.on_date as "onDate", a.total, a.n from current_assessment a
       join current_patient p on p.clinic_id = a.clinic_id and p.id = a.patient_id
      where a.clinic_id = $1 order by 1, 2, 3`,
    [clinic.id],
  );
}

async function countOf(table: string, { clinic }: Importing): Promise<number> {
  const rows = await app.sql<{ n: number }>(`select count(*) as n from ${table} where clinic_id = $1`, [
    clinic.id,
  ]);
  return rows[0]!.n;
}

describe('an upload', () => {
  it('is described, and its mapping guessed', async () => {
    const { client, clinic } = await anImportingClinic();
    const detail = await anUpload(client, clinic, [
      header,
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
    const importing = await anImportingClinic();
    const { id } = await checked(importing, [header, 'SECRET-NAME,2025-05-01,phq-9,12']);
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
    const importing = await anImportingClinic();
    const { clinic, director } = importing;
    const { id } = await anUpload(importing.client, clinic, [header, 'A-1,2025-05-01,phq-9,12']);
    app.clock.advance({ days: 8 });
    try {
      const later = app.as(await aMember(app, clinic, ['director']));
      await anUpload(later, clinic, [header]);
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
    const importing = await anImportingClinic();
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
    expect(await countOf('import_batch', importing)).toBe(0);
    expect(await countOf('import_upload', importing)).toBe(0);
  });
});

describe('a preview', () => {
  it('shows the first rows as patients, and says who is known', async () => {
    const importing = await anImportingClinic();
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
    expect(await countOf('assessment', importing)).toBe(0);
  });
});

describe('a dry run', () => {
  const lines = [
    wideHeader,
    wideRow('A-1', '2025-05-01', '111111111'),
    wideRow('A-1', '2025-05-08', '7222222-1'),
    wideRow('B-2', '2025-05-01', '---------'),
    wideRow('B-2', '2025-05-02', '4--------'),
    wideRow('', '2025-05-02', '000000000'),
    wideRow('C-3', '2025-05-03', '0-0000000'),
  ];

  it('counts what would become of the rows, and changes nothing', async () => {
    const importing = await anImportingClinic();
    const detail = await checked(importing, lines, wideMapping);
    expect(detail).toMatchObject({ state: 'checked', source: 'wide-rows', mapping: wideMapping });
    expect(detail.counts).toEqual({
      rows: 6,
      refusedRows: 2,
      forms: { new: 3, amended: 0, unchanged: 0, repeated: 0, skipped: 0, refused: 0, unanswered: 1 },
      patients: { new: 2, known: 0, withoutName: 2 },
      courses: { new: 0, known: 0 },
      instruments: [{ instrument: 'phq-9', complete: 1, prorated: 2, partial: 0, imported: 0 }],
      missingAnswers: {
        items: { missing: 19, refused: 1, notKnown: 0 },
        difficulty: { missing: 0, refused: 0, notKnown: 0 },
      },
      item9: 2,
      firstDay: '2025-05-01',
      lastDay: '2025-05-08',
      findings: [
        { rule: 'answer-not-possible', rows: 1 },
        { rule: 'person-missing', rows: 1 },
      ],
    });
    for (const table of ['patient', 'assessment', 'course', 'alert', 'import_row'])
      expect([table, await countOf(table, importing)]).toEqual([table, 0]);
  });

  it('lists what it found, and gives it as a file that runs nothing', async () => {
    const importing = await anImportingClinic();
    const { client, clinic } = importing;
    const { id } = await checked(
      importing,
      [wideHeader, wideRow('A-1', '=1+1', '000000000'), wideRow('', '2025-05-02', '000000000')],
      wideMapping,
    );
    const path = `${clinic.path}/imports/${id}/findings`;
    expect((await client.get(path)).as(findingsSchema)).toEqual({
      total: 2,
      findings: [
        {
          line: 2,
          field: 'date',
          rule: 'day-not-a-date',
          level: 'refused',
          message: '"=1+1" is not a date written as year-month-day.',
        },
        { line: 3, field: 'id', rule: 'person-missing', level: 'refused', message: expect.any(String) },
      ],
    });
    expect((await client.get(`${path}?level=warning`)).as(findingsSchema).total).toBe(0);
    expect((await client.get(`${path}?skip=1`)).as(findingsSchema).findings).toHaveLength(1);
    const file = await client.get(`${path}.csv`);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFline,level,field,rule,message',
      '2,refused,date,day-not-a-date,"""=1+1"" is not a date written as year-month-day."',
    ]);
  });

  it('can be done again with another mapping; the last one counts', async () => {
    const importing = await anImportingClinic();
    const { client, clinic } = importing;
    const { id } = await checked(importing, [header, 'A-1,2025-05-01,phq-9,12'], {
      ...longMapping,
      day: { kind: 'column', column: 'date', format: 'day.month.year' },
    });
    const path = `${clinic.path}/imports/${id}`;
    expect((await client.get(`${path}/findings`)).as(findingsSchema).total).toBe(1);
    await client.post(`${path}/check`, { mapping: longMapping });
    expect((await client.get(`${path}/findings`)).as(findingsSchema).total).toBe(0);
  });

  it('says which columns a mapping names in vain, and which parts of it are wrong', async () => {
    const { client, clinic } = await anImportingClinic();
    const { id } = await anUpload(client, clinic, [header, 'A-1,2025-05-01,phq-9,12']);
    const path = `${clinic.path}/imports/${id}/check`;
    const vain = await client.post(path, { mapping: wideMapping });
    expect([vain.status, vain.as(problemSchema).errors?.[0]?.detail]).toEqual([
      422,
      'The file has no column "phq1".',
    ]);
    const wrong = await client.post(path, { mapping: { ...longMapping, source: 'NOT A SOURCE' } });
    expect([wrong.status, wrong.as(problemSchema).errors?.[0]?.pointer]).toEqual([400, '/mapping/source']);
  });
});

describe('an import', () => {
  it('brings patients, courses and forms, with who did it', async () => {
    const importing = await anImportingClinic();
    const { clinic, director, client } = importing;
    const done = await imported(
      importing,
      [
        `${header},start,what`,
        'A-1,2025-05-01,phq-9,18,2025-05-02,ketamine-iv',
        'A-1,2025-06-01,phq-9,4,2025-05-02,ketamine-iv',
        'A-1,2025-06-01,gad-7,3,2025-05-02,ketamine-iv',
        'B-2,2025-05-01,phq-9,0,2025-05-01,ssri',
      ],
      {
        ...longMapping,
        course: {
          dayZero: { kind: 'column', column: 'start', format: 'year-month-day' },
          treatment: {
            kind: 'column',
            column: 'what',
            codes: {
              'ketamine-iv': { agent: 'ketamine', route: 'iv', name: null },
              ssri: { agent: 'ssri', route: 'oral', name: 'SSRI' },
            },
          },
        },
      },
    );
    expect(done).toMatchObject({ state: 'imported', counts: { forms: { new: 4 }, courses: { new: 2 } } });
    expect(await recordOf(importing)).toEqual([
      { mrn: 'A-1', instrument: 'gad-7', onDate: '2025-06-01', total: 3, n: 1 },
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-05-01', total: 18, n: 1 },
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-06-01', total: 4, n: 1 },
      { mrn: 'B-2', instrument: 'phq-9', onDate: '2025-05-01', total: 0, n: 1 },
    ]);
    const points = await app.sql(
      `select c.agent, p.day, p.total from course_point p join current_course c on c.clinic_id = p.clinic_id and c.id = p.course_id
        where p.clinic_id = $1 and p.instrument = 'phq-9' order by 1, 2`,
      [clinic.id],
    );
    expect(points).toEqual([
      { agent: 'ketamine', day: -1, total: 18 },
      { agent: 'ketamine', day: 30, total: 4 },
      { agent: 'ssri', day: 0, total: 0 },
    ]);
    const revisions = await app.sql(
      `select distinct way, score_status, recorded_by, import_batch_id from assessment_revision where clinic_id = $1`,
      [clinic.id],
    );
    expect(revisions).toEqual([
      {
        way: 'import',
        score_status: 'imported',
        recorded_by: director.accountId,
        import_batch_id: done.id,
      },
    ]);
    const cohort = await client.get(`${clinic.path}/outcomes/cohort?instrument=phq-9`);
    expect(cohort.body).toMatchObject({ lastRecorded: { treated: 2, response: { x: 1, n: 1 } } });
    const audited = await app.sql<{ action: string }>(
      `select action, detail from audit_event where clinic_id = $1 and action = 'import.commit'`,
      [clinic.id],
    );
    expect(audited).toMatchObject([{ detail: { import: done.id, forms: 4, newPatients: 2 } }]);
  });

  it('calls a patient without a name by the number, and uses the names of the file where it has them', async () => {
    const importing = await anImportingClinic();
    await imported(
      importing,
      [
        `${header},last,first,born`,
        'A-1,2025-05-01,phq-9,18,,,',
        'B-2,2025-05-01,phq-9,1,Lee,Kim,1980-02-29',
      ],
      {
        ...longMapping,
        person: {
          ...longMapping.person,
          familyName: 'last',
          givenName: 'first',
          birthDate: { column: 'born', format: 'year-month-day' },
        },
      },
    );
    const patients = await app.sql(
      `select mrn, family_name, given_name, birth_date, sex from current_patient where clinic_id = $1 order by mrn`,
      [importing.clinic.id],
    );
    expect(patients).toEqual([
      { mrn: 'A-1', family_name: 'A-1', given_name: '', birth_date: null, sex: 'unknown' },
      { mrn: 'B-2', family_name: 'Lee', given_name: 'Kim', birth_date: '1980-02-29', sex: 'unknown' },
    ]);
  });

  it('is all or nothing, unless just the refused rows are left out on purpose', async () => {
    const importing = await anImportingClinic();
    const { client, clinic } = importing;
    const lines = [header, 'A-1,2025-05-01,phq-9,18', 'B-2,2025-05-01,phq-9,99', ',2025-05-01,phq-9,3'];
    const { id } = await checked(importing, lines);
    for (const leaveOut of [0, 1, 3]) {
      const refused = await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut });
      expect([refused.status, refused.body]).toEqual([
        409,
        expect.objectContaining({ code: 'rows-refused', refusedRows: 2 }),
      ]);
    }
    expect(await countOf('patient', importing)).toBe(0);
    const done = (await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut: 2 })).as(
      importBatchSchema,
    );
    expect(done.state).toBe('imported');
    expect(await recordOf(importing)).toEqual([
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-05-01', total: 18, n: 1 },
    ]);
    // Asked again, it is done already.
    const again = await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut: 0 });
    expect(again.as(importBatchSchema)).toMatchObject({ id, state: 'imported' });
    expect(await countOf('assessment', importing)).toBe(1);
  });

  it('refuses a row as a whole when one of its instruments is refused', async () => {
    const importing = await anImportingClinic();
    const gad = [1, 2, 3, 4, 5, 6, 7].map((item) => `gad${item}`);
    const mapping: ImportMapping = {
      ...wideMapping,
      forms: {
        layout: 'wide',
        instruments: [
          ...(wideMapping.forms.layout === 'wide' ? wideMapping.forms.instruments : []),
          { instrument: 'gad-7', items: gad, difficulty: null, total: null },
        ],
      },
    };
    const both = `${wideHeader},${gad.join()}`;
    await imported(importing, [both, wideRow('A-1', '2025-05-01', '1111111111111111')], mapping);
    const detail = await checked(
      importing,
      [
        both,
        wideRow('A-1', '2025-05-01', '2111111111111111'),
        wideRow('B-2', '2025-05-01', '111111111-------'),
      ],
      mapping,
    );
    expect(detail.counts).toMatchObject({
      refusedRows: 1,
      forms: { new: 1, unchanged: 1, refused: 1, unanswered: 1 },
    });
  });

  it('of the same file twice changes nothing', async () => {
    const importing = await anImportingClinic();
    const lines = [
      wideHeader,
      wideRow('A-1', '2025-05-01', '111111113'),
      wideRow('B-2', '2025-05-01', '000000000'),
    ];
    await imported(importing, lines, wideMapping);
    const before = await recordOf(importing);
    const second = await imported(importing, lines, wideMapping);
    expect(second.counts).toMatchObject({
      forms: { new: 0, unchanged: 2 },
      patients: { new: 0, known: 2 },
      item9: 0,
    });
    expect(await recordOf(importing)).toEqual(before);
    for (const [table, rows] of [
      ['assessment_revision', 2],
      ['patient_revision', 2],
      ['alert', 1],
      ['import_row', 2],
    ] as const)
      expect([table, await countOf(table, importing)]).toEqual([table, rows]);
  });

  it('knows a row again by its sequence number, whatever else changed', async () => {
    const importing = await anImportingClinic();
    const mapping = { ...longMapping, sequence: 'visit' };
    await imported(
      importing,
      [`${header},visit`, 'A-1,2025-05-01,phq-9,12,1', 'A-1,2025-05-01,phq-9,10,2'],
      mapping,
    );
    expect(await recordOf(importing)).toHaveLength(2);
    const detail = await checked(importing, [`${header},visit`, 'A-1,2025-05-02,phq-9,12,1'], mapping);
    expect(detail.counts?.findings).toEqual([{ rule: 'changed', rows: 1 }]);
  });

  it('takes the same form twice in a file once, and refuses it with different answers', async () => {
    const importing = await anImportingClinic();
    const detail = await checked(importing, [
      header,
      'A-1,2025-05-01,phq-9,12',
      'A-1,2025-05-01,phq-9,12',
      'B-2,2025-05-01,phq-9,12',
      'B-2,2025-05-01,phq-9,13',
    ]);
    expect(detail.counts).toMatchObject({
      refusedRows: 1,
      forms: { new: 2, repeated: 1, refused: 1 },
      findings: [{ rule: 'repeated-differently', rows: 1 }],
    });
  });

  it('puts the forms of a course under the course that is there already', async () => {
    const importing = await anImportingClinic();
    const mapping: ImportMapping = {
      ...longMapping,
      course: {
        dayZero: { kind: 'constant', day: '2025-05-01' },
        treatment: { kind: 'constant', treatment: { agent: 'ketamine', route: 'im', name: null } },
      },
    };
    await imported(importing, [header, 'A-1,2025-05-01,phq-9,12'], mapping);
    const second = await imported(importing, [header, 'A-1,2025-06-01,phq-9,6'], mapping);
    expect(second.counts?.courses).toEqual({ new: 0, known: 1 });
    expect(await countOf('course', importing)).toBe(1);
  });
});

describe('a row that says something else than before', () => {
  const first = [header, 'A-1,2025-05-01,phq-9,12'];
  const changed = [header, 'A-1,2025-05-01,phq-9,13'];
  const amending: ImportMapping = { ...longMapping, duplicates: { changed: 'amend', recorded: 'keep-both' } };

  it('is refused', async () => {
    const importing = await anImportingClinic();
    await imported(importing, first);
    const detail = await checked(importing, changed);
    expect(detail.counts).toMatchObject({ refusedRows: 1, findings: [{ rule: 'changed', rows: 1 }] });
  });

  it('amends where that is asked for, and the earlier answers stay in the history', async () => {
    const importing = await anImportingClinic();
    await imported(importing, first);
    const done = await imported(importing, changed, amending);
    expect(done.counts?.forms).toMatchObject({ new: 0, amended: 1 });
    expect(await recordOf(importing)).toEqual([
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-05-01', total: 13, n: 2 },
    ]);
    const history = await app.sql(
      `select n, total, reason from assessment_revision where clinic_id = $1 order by n`,
      [importing.clinic.id],
    );
    expect(history).toEqual([
      { n: 1, total: 12, reason: null },
      { n: 2, total: 13, reason: 'An import of long-rows says something else.' },
    ]);
    // The amended row is the one that is known now.
    expect((await checked(importing, changed)).counts?.forms).toMatchObject({ unchanged: 1 });
    expect((await checked(importing, first)).counts?.findings).toEqual([{ rule: 'changed', rows: 1 }]);
  });

  it('never overwrites what a person changed or took out', async () => {
    const importing = await anImportingClinic();
    await imported(importing, [header, 'A-1,2025-05-01,phq-9,12', 'B-2,2025-05-01,phq-9,12']);
    const [taken, amended] = await app.sql<{ id: string }>(
      `select a.id from current_assessment a join current_patient p on p.id = a.patient_id where a.clinic_id = $1 order by p.mrn`,
      [importing.clinic.id],
    );
    const copy = `select clinic_id, assessment_id, patient_id, 2, $2, 'By hand.', recorded_by, recorded_at, instrument,
      instrument_version, item_count, item_maximum, total_maximum, imported_total, total, score_status, context, on_date, way
      from assessment_revision where assessment_id = $1`;
    for (const [id, status] of [
      [taken!.id, 'entered-in-error'],
      [amended!.id, 'current'],
    ]) {
      await app.sql(
        `with head as (update assessment set current_n = 2 where id = $1)
         insert into assessment_revision (clinic_id, assessment_id, patient_id, n, status, reason, recorded_by, recorded_at,
           instrument, instrument_version, item_count, item_maximum, total_maximum, imported_total, total, score_status,
           context, on_date, way) ${copy}`,
        [id, status],
      );
    }
    const detail = await checked(
      importing,
      [header, 'A-1,2025-05-01,phq-9,13', 'B-2,2025-05-01,phq-9,13'],
      amending,
    );
    expect(detail.counts).toMatchObject({
      forms: { amended: 0, refused: 2 },
      findings: [
        { rule: 'changed-by-hand', rows: 1 },
        { rule: 'taken-out', rows: 1 },
      ],
    });
    // Nor does the same file bring back what was taken out.
    const same = await checked(importing, [header, 'A-1,2025-05-01,phq-9,12'], amending);
    expect(same.counts?.forms).toMatchObject({ unchanged: 1, new: 0 });
  });
});

describe('a patient who is known already', () => {
  it('is warned of when name or birth date differ, and nothing of them is changed', async () => {
    const importing = await anImportingClinic();
    const { clinic, director } = importing;
    await aPatient(app, clinic, { mrn: 'A-1', team: [director] });
    const mapping: ImportMapping = {
      ...longMapping,
      person: {
        ...longMapping.person,
        familyName: 'last',
        givenName: 'first',
        birthDate: { column: 'born', format: 'year-month-day' },
      },
    };
    const lines = [
      `${header},last,first,born`,
      'A-1,2025-05-01,phq-9,12,rivera,ana,1984-05-17',
      'A-1,2025-05-08,phq-9,12,Rivera,Anna,1984-05-18',
    ];
    // The first row of a person counts, and spelling in capitals is no other name.
    expect((await checked(importing, lines, mapping)).counts?.findings).toEqual([
      { rule: 'person-differs', rows: 1 },
    ]);
    const other = [lines[0]!, lines[2]!];
    const done = await imported(importing, other, mapping);
    expect(done.counts).toMatchObject({
      refusedRows: 0,
      patients: { new: 0, known: 1 },
      findings: [
        { rule: 'birth-date-differs', rows: 1 },
        { rule: 'name-differs', rows: 1 },
      ],
    });
    expect(await countOf('patient_revision', importing)).toBe(1);
    expect(await recordOf(importing)).toHaveLength(1);
  });

  it('may have a form of that day already: kept beside, skipped or refused, as the mapping says', async () => {
    const importing = await anImportingClinic();
    await imported(importing, [header, 'A-1,2025-05-01,phq-9,12']);
    const again = (recorded: 'keep-both' | 'skip' | 'refuse') =>
      checked(importing, [header, 'A-1,2025-05-01,phq-9,12'], {
        ...longMapping,
        source: 'another',
        duplicates: { changed: 'refuse', recorded },
      });
    expect((await again('keep-both')).counts).toMatchObject({
      forms: { new: 1 },
      refusedRows: 0,
      findings: [{ rule: 'kept-beside', rows: 1 }],
    });
    expect((await again('skip')).counts).toMatchObject({ forms: { new: 0, skipped: 1 }, findings: [] });
    expect((await again('refuse')).counts).toMatchObject({
      refusedRows: 1,
      findings: [{ rule: 'already-recorded', rows: 1 }],
    });
  });
});

describe('imported answers above 0 to item 9', () => {
  it('are marked in the record as of long ago, and page nobody', async () => {
    const importing = await anImportingClinic();
    const { clinic } = importing;
    const clinician = await aMember(app, clinic, ['clinician']);
    const patient = await aPatient(app, clinic, { mrn: 'A-1', team: [clinician] });
    await imported(
      importing,
      [
        wideHeader,
        wideRow('A-1', '2025-05-01', '000000002'),
        wideRow('A-1', '2025-05-02', '000000007'),
        wideRow('A-1', '2025-05-03', '00000000-'),
        wideRow('A-1', '2025-05-04', '111111110'),
      ],
      wideMapping,
    );
    const alerts = await app.sql(
      `select rule, level, value, historical, way, patient_id, assessment_n from alert where clinic_id = $1 order by level desc`,
      [clinic.id],
    );
    expect(alerts).toEqual([
      {
        rule: 'item-9',
        level: 'red',
        value: 2,
        historical: true,
        way: 'import',
        patient_id: patient.id,
        assessment_n: 1,
      },
      expect.objectContaining({ rule: 'item-9-declined', level: 'amber', value: null, historical: true }),
    ]);
    const open = await app.as(clinician).get(`${clinic.path}/alerts`);
    expect(open.body).toEqual({ alerts: [] });
  });
});

describe('voiding an import', () => {
  const course: ImportMapping['course'] = {
    dayZero: { kind: 'constant', day: '2025-05-01' },
    treatment: { kind: 'constant', treatment: { agent: 'ketamine', route: 'iv', name: null } },
  };
  const mapping: ImportMapping = { ...longMapping, course };
  const lines = [header, 'A-1,2025-05-01,phq-9,12', 'B-2,2025-05-01,phq-9,12'];

  it('takes all of it out of charts and rates, and leaves it in the history with the reason', async () => {
    const importing = await anImportingClinic();
    const { client, clinic } = importing;
    const { id } = await imported(importing, lines, mapping);
    expect(await countOf('course_point', importing)).toBe(2);
    const outcome = await voided(importing, id);
    expect(outcome).toMatchObject({
      batch: { state: 'voided', voidReason: 'The wrong file.', voidedBy: { name: 'Dr Vega' } },
      takenOut: { forms: 2, courses: 2, patients: 2 },
      restored: 0,
      kept: { forms: 0, courses: 0, patients: 0 },
    });
    for (const view of ['course_point', 'current_assessment', 'current_course', 'current_patient'])
      expect([view, await countOf(view, importing)]).toEqual([view, 0]);
    const history = await app.sql(
      `select n, status, reason, total from assessment_revision where clinic_id = $1 order by patient_id, n`,
      [clinic.id],
    );
    expect(history).toEqual(
      [1, 2].flatMap(() => [
        { n: 1, status: 'current', reason: null, total: 12 },
        { n: 2, status: 'entered-in-error', reason: 'The wrong file.', total: 12 },
      ]),
    );
    const again = await client.post(`${clinic.path}/imports/${id}/void`, { reason: 'Once more.' });
    expect(again.status).toBe(409);
  });

  it('makes room for the same file, which brings the same patients anew', async () => {
    const importing = await anImportingClinic();
    const { id } = await imported(importing, lines, mapping);
    await voided(importing, id);
    const second = await imported(importing, lines, mapping);
    expect(second.counts).toMatchObject({ forms: { new: 2 }, patients: { new: 2, known: 0 } });
    expect(await recordOf(importing)).toHaveLength(2);
  });

  it('leaves the patients and courses that something else stands on', async () => {
    const importing = await anImportingClinic();
    const { clinic } = importing;
    const { id } = await imported(importing, lines, mapping);
    await imported(importing, [header, 'A-1,2025-06-01,phq-9,8'], { ...mapping, source: 'another' });
    const clinician = await aMember(app, clinic, ['clinician']);
    await app.sql(
      `insert into care_team (clinic_id, id, patient_id, account_id, added_by, added_at)
       select clinic_id, id, id, $2, $2, created_at from patient where clinic_id = $1 and mrn = 'B-2'`,
      [clinic.id, clinician.accountId],
    );
    expect(await voided(importing, id)).toMatchObject({
      takenOut: { forms: 2, courses: 1, patients: 0 },
      kept: { courses: 1, patients: 2 },
    });
    expect(await recordOf(importing)).toEqual([
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-06-01', total: 8, n: 1 },
    ]);
    expect(await countOf('course_point', importing)).toBe(1);
  });

  it('gives back what an amending import had changed', async () => {
    const importing = await anImportingClinic();
    await imported(importing, lines);
    const { id } = await imported(importing, [header, 'A-1,2025-05-01,phq-9,20'], {
      ...longMapping,
      duplicates: { changed: 'amend', recorded: 'keep-both' },
    });
    expect(await voided(importing, id)).toMatchObject({ takenOut: { forms: 0 }, restored: 1 });
    expect(await recordOf(importing)).toEqual([
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-05-01', total: 12, n: 3 },
      { mrn: 'B-2', instrument: 'phq-9', onDate: '2025-05-01', total: 12, n: 1 },
    ]);
    expect((await checked(importing, lines)).counts?.forms).toMatchObject({ unchanged: 2 });
  });

  it('of an upload that was never imported throws its file away', async () => {
    const importing = await anImportingClinic();
    const { id } = await checked(importing, lines);
    const { batch } = await voided(importing, id);
    expect(batch).toMatchObject({ state: 'voided', fileKept: false });
  });
});

describe('who may import', () => {
  it('is a director of the clinic, and nobody else', async () => {
    const importing = await anImportingClinic();
    const { clinic } = importing;
    const { id } = await checked(importing, [header, 'A-1,2025-05-01,phq-9,12']);
    const others = await Promise.all(
      (['nurse', 'clinician', 'administrator'] as const).map((role) => aMember(app, clinic, [role])),
    );
    for (const other of others) {
      const client = app.as(other);
      expect((await client.get(`${clinic.path}/imports`)).status).toBe(403);
      expect((await upload(client, clinic, header)).status).toBe(403);
      expect((await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut: 0 })).status).toBe(403);
    }
    const elsewhere = await anImportingClinic();
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
    expect(await countOf('assessment', importing)).toBe(0);
  });

  it('holds for clinics beside each other: the same number is another patient', async () => {
    const one = await anImportingClinic();
    const other = await anImportingClinic();
    const lines = [header, 'A-1,2025-05-01,phq-9,12'];
    await imported(one, lines);
    const second = await imported(other, lines);
    expect(second.counts).toMatchObject({ forms: { new: 1, unchanged: 0 }, patients: { new: 1, known: 0 } });
  });
});
