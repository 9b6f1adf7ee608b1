import { type ImportMapping } from '@courseline/contracts';
import {
  anImportingClinic,
  checked,
  countOf,
  imported,
  longHeader,
  longMapping,
  recordOf,
  voided,
} from '../../test/builders/an-import.js';
import { aMember } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('voiding an import', () => {
  const course: ImportMapping['course'] = {
    dayZero: { kind: 'constant', day: '2025-05-01' },
    treatment: { kind: 'constant', treatment: { agent: 'ketamine', route: 'iv', name: null } },
  };
  const mapping: ImportMapping = { ...longMapping, course };
  const lines = [longHeader, 'A-1,2025-05-01,phq-9,12', 'B-2,2025-05-01,phq-9,12'];

  it('takes all of it out of charts and rates, and leaves it in the history with the reason', async () => {
    const importing = await anImportingClinic(app);
    const { client, clinic } = importing;
    const { id } = await imported(importing, lines, mapping);
    expect(await countOf(app, 'course_point', importing)).toBe(2);
    const outcome = await voided(importing, id);
    expect(outcome).toMatchObject({
      batch: { state: 'voided', voidReason: 'The wrong file.', voidedBy: { name: 'Dr Vega' } },
      takenOut: { forms: 2, courses: 2, patients: 2 },
      restored: 0,
      kept: { forms: 0, courses: 0, patients: 0 },
    });
    for (const view of ['course_point', 'current_assessment', 'current_course', 'current_patient'])
      expect([view, await countOf(app, view, importing)]).toEqual([view, 0]);
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
    const importing = await anImportingClinic(app);
    const { id } = await imported(importing, lines, mapping);
    await voided(importing, id);
    const second = await imported(importing, lines, mapping);
    expect(second.counts).toMatchObject({ forms: { new: 2 }, patients: { new: 2, known: 0 } });
    expect(await recordOf(app, importing)).toHaveLength(2);
  });

  it('leaves the patients and courses that something else stands on', async () => {
    const importing = await anImportingClinic(app);
    const { clinic } = importing;
    const { id } = await imported(importing, lines, mapping);
    await imported(importing, [longHeader, 'A-1,2025-06-01,phq-9,8'], { ...mapping, source: 'another' });
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
    expect(await recordOf(app, importing)).toEqual([
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-06-01', total: 8, n: 1 },
    ]);
    expect(await countOf(app, 'course_point', importing)).toBe(1);
  });

  it('gives back what an amending import had changed', async () => {
    const importing = await anImportingClinic(app);
    await imported(importing, lines);
    const { id } = await imported(importing, [longHeader, 'A-1,2025-05-01,phq-9,20'], {
      ...longMapping,
      duplicates: { changed: 'amend', recorded: 'keep-both' },
    });
    expect(await voided(importing, id)).toMatchObject({ takenOut: { forms: 0 }, restored: 1 });
    expect(await recordOf(app, importing)).toEqual([
      { mrn: 'A-1', instrument: 'phq-9', onDate: '2025-05-01', total: 12, n: 3 },
      { mrn: 'B-2', instrument: 'phq-9', onDate: '2025-05-01', total: 12, n: 1 },
    ]);
    expect((await checked(importing, lines)).counts?.forms).toMatchObject({ unchanged: 2 });
  });

  it('of an upload that was never imported throws its file away', async () => {
    const importing = await anImportingClinic(app);
    const { id } = await checked(importing, lines);
    const { batch } = await voided(importing, id);
    expect(batch).toMatchObject({ state: 'voided', fileKept: false });
  });
});
