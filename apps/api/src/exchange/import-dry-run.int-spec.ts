import { findingsSchema, problemSchema, type ImportMapping } from '@courseline/contracts';
import {
  anImportingClinic,
  anUpload,
  checked,
  countOf,
  imported,
  longHeader,
  longMapping,
  recordOf,
  wideHeader,
  wideMapping,
  wideRow,
} from '../../test/builders/an-import.js';
import { aPatient } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

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
    const importing = await anImportingClinic(app);
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
        { rule: 'prorated', rows: 2 },
        { rule: 'answer-not-possible', rows: 1 },
        { rule: 'person-missing', rows: 1 },
      ],
    });
    for (const table of ['patient', 'assessment', 'course', 'alert', 'import_row'])
      expect([table, await countOf(app, table, importing)]).toEqual([table, 0]);
  });

  it('lists what it found, and gives it as a file that runs nothing', async () => {
    const importing = await anImportingClinic(app);
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
    const importing = await anImportingClinic(app);
    const { client, clinic } = importing;
    const { id } = await checked(importing, [longHeader, 'A-1,2025-05-01,phq-9,12'], {
      ...longMapping,
      day: { kind: 'column', column: 'date', format: 'day.month.year' },
    });
    const path = `${clinic.path}/imports/${id}`;
    expect((await client.get(`${path}/findings`)).as(findingsSchema).total).toBe(1);
    await client.post(`${path}/check`, { mapping: longMapping });
    expect((await client.get(`${path}/findings`)).as(findingsSchema).total).toBe(0);
  });

  it('says which columns a mapping names in vain, and which parts of it are wrong', async () => {
    const { client, clinic } = await anImportingClinic(app);
    const { id } = await anUpload(client, clinic, [longHeader, 'A-1,2025-05-01,phq-9,12']);
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

describe('a row that says something else than before', () => {
  const first = [longHeader, 'A-1,2025-05-01,phq-9,12'];
  const changed = [longHeader, 'A-1,2025-05-01,phq-9,13'];
  const amending: ImportMapping = { ...longMapping, duplicates: { changed: 'amend', recorded: 'keep-both' } };

  it('is refused', async () => {
    const importing = await anImportingClinic(app);
    await imported(importing, first);
    const detail = await checked(importing, changed);
    expect(detail.counts).toMatchObject({ refusedRows: 1, findings: [{ rule: 'changed', rows: 1 }] });
  });

  it('amends where that is asked for, and the earlier answers stay in the history', async () => {
    const importing = await anImportingClinic(app);
    await imported(importing, first);
    const done = await imported(importing, changed, amending);
    expect(done.counts?.forms).toMatchObject({ new: 0, amended: 1 });
    expect(await recordOf(app, importing)).toEqual([
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
    const importing = await anImportingClinic(app);
    await imported(importing, [longHeader, 'A-1,2025-05-01,phq-9,12', 'B-2,2025-05-01,phq-9,12']);
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
      [longHeader, 'A-1,2025-05-01,phq-9,13', 'B-2,2025-05-01,phq-9,13'],
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
    const same = await checked(importing, [longHeader, 'A-1,2025-05-01,phq-9,12'], amending);
    expect(same.counts?.forms).toMatchObject({ unchanged: 1, new: 0 });
  });
});

describe('a patient who is known already', () => {
  it('is warned of when name or birth date differ, and nothing of them is changed', async () => {
    const importing = await anImportingClinic(app);
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
      `${longHeader},last,first,born`,
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
    expect(await countOf(app, 'patient_revision', importing)).toBe(1);
    expect(await recordOf(app, importing)).toHaveLength(1);
  });

  it('is said of each number that nobody has, line by line, once the clinic has patients', async () => {
    const importing = await anImportingClinic(app);
    await imported(importing, [longHeader, 'A-1,2025-05-01,phq-9,12']);
    const lines = [longHeader, 'A-1,2025-05-08,phq-9,12', 'HC-99999,2025-05-08,phq-9,9'];
    const { id, file } = await checked(importing, lines);
    const found = async (batch: string) =>
      (await importing.client.get(`${importing.clinic.path}/imports/${batch}/findings`)).as(findingsSchema)
        .findings;
    expect(await found(id)).toEqual([
      {
        line: 3,
        field: 'record number',
        rule: 'patient-new',
        level: 'warning',
        message: 'HC-99999 is not a patient here; a new patient without a name will be made.',
      },
    ]);
    expect(file?.guess.mapping.unknownPatients).toBe('refuse');
    const refusing = await checked(importing, lines, { ...longMapping, unknownPatients: 'refuse' });
    expect(refusing.counts).toMatchObject({
      refusedRows: 1,
      forms: { new: 1 },
      patients: { new: 0, known: 1 },
    });
    expect(await found(refusing.id)).toMatchObject([
      { line: 3, rule: 'patient-unknown', level: 'refused', message: 'HC-99999 is not a patient here.' },
    ]);
  });

  it('may be a slip only where there are patients: an empty clinic is filled', async () => {
    const importing = await anImportingClinic(app);
    const detail = await anUpload(importing.client, importing.clinic, [
      longHeader,
      'A-1,2025-05-01,phq-9,12',
    ]);
    expect(detail.file?.guess.mapping.unknownPatients).toBe('make');
    expect((await checked(importing, [longHeader, 'A-1,2025-05-01,phq-9,12'])).counts?.findings).toEqual([]);
  });

  it('may have a form of that day already: kept beside, skipped or refused, as the mapping says', async () => {
    const importing = await anImportingClinic(app);
    await imported(importing, [longHeader, 'A-1,2025-05-01,phq-9,12']);
    const again = (recorded: 'keep-both' | 'skip' | 'refuse') =>
      checked(importing, [longHeader, 'A-1,2025-05-01,phq-9,12'], {
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
