import { importBatchSchema, type ImportMapping } from '@courseline/contracts';
import {
  anImportingClinic,
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
import { aMember, aPatient } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('an import', () => {
  it('brings patients, courses and forms, with who did it', async () => {
    const importing = await anImportingClinic(app);
    const { clinic, director, client } = importing;
    const done = await imported(
      importing,
      [
        `${longHeader},start,what`,
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
    expect(await recordOf(app, importing)).toEqual([
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
    const importing = await anImportingClinic(app);
    await imported(
      importing,
      [
        `${longHeader},last,first,born`,
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
    const importing = await anImportingClinic(app);
    const { client, clinic } = importing;
    const lines = [longHeader, 'A-1,2025-05-01,phq-9,18', 'B-2,2025-05-01,phq-9,99', ',2025-05-01,phq-9,3'];
    const { id } = await checked(importing, lines);
    for (const leaveOut of [0, 1, 3]) {
      const refused = await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut });
      expect([refused.status, refused.body]).toEqual([
        409,
        expect.objectContaining({ code: 'rows-refused', refusedRows: 2 }),
      ]);
    }
    expect(await countOf(app, 'patient', importing)).toBe(0);
    const done = (await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut: 2 })).as(
      importBatchSchema,
    );
    expect(done.state).toBe('imported');
    expect(await recordOf(app, importing)).toEqual([
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-05-01', total: 18, n: 1 },
    ]);
    // Asked again, it is done already.
    const again = await client.post(`${clinic.path}/imports/${id}/commit`, { leaveOut: 0 });
    expect(again.as(importBatchSchema)).toMatchObject({ id, state: 'imported' });
    expect(await countOf(app, 'assessment', importing)).toBe(1);
  });

  it('refuses a row as a whole when one of its instruments is refused', async () => {
    const importing = await anImportingClinic(app);
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
    const importing = await anImportingClinic(app);
    const lines = [
      wideHeader,
      wideRow('A-1', '2025-05-01', '111111113'),
      wideRow('B-2', '2025-05-01', '000000000'),
    ];
    await imported(importing, lines, wideMapping);
    const before = await recordOf(app, importing);
    const second = await imported(importing, lines, wideMapping);
    expect(second.counts).toMatchObject({
      forms: { new: 0, unchanged: 2 },
      patients: { new: 0, known: 2 },
      item9: 0,
    });
    expect(await recordOf(app, importing)).toEqual(before);
    for (const [table, rows] of [
      ['assessment_revision', 2],
      ['patient_revision', 2],
      ['alert', 1],
      ['import_row', 2],
    ] as const)
      expect([table, await countOf(app, table, importing)]).toEqual([table, rows]);
  });

  it('knows a row again by its sequence number, whatever else changed', async () => {
    const importing = await anImportingClinic(app);
    const mapping = { ...longMapping, sequence: 'visit' };
    await imported(
      importing,
      [`${longHeader},visit`, 'A-1,2025-05-01,phq-9,12,1', 'A-1,2025-05-01,phq-9,10,2'],
      mapping,
    );
    expect(await recordOf(app, importing)).toHaveLength(2);
    const detail = await checked(importing, [`${longHeader},visit`, 'A-1,2025-05-02,phq-9,12,1'], mapping);
    expect(detail.counts?.findings).toEqual([{ rule: 'changed', rows: 1 }]);
  });

  it('takes the same form twice in a file once, and refuses it with different answers', async () => {
    const importing = await anImportingClinic(app);
    const detail = await checked(importing, [
      longHeader,
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
    const importing = await anImportingClinic(app);
    const mapping: ImportMapping = {
      ...longMapping,
      course: {
        dayZero: { kind: 'constant', day: '2025-05-01' },
        treatment: { kind: 'constant', treatment: { agent: 'ketamine', route: 'im', name: null } },
      },
    };
    await imported(importing, [longHeader, 'A-1,2025-05-01,phq-9,12'], mapping);
    const second = await imported(importing, [longHeader, 'A-1,2025-06-01,phq-9,6'], mapping);
    expect(second.counts?.courses).toEqual({ new: 0, known: 1 });
    expect(await countOf(app, 'course', importing)).toBe(1);
  });
});

describe('imported answers above 0 to item 9', () => {
  it('are marked in the record as of long ago, and page nobody', async () => {
    const importing = await anImportingClinic(app);
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
