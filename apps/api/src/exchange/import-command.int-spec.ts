import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportMapping } from '@courseline/contracts';
import {
  anImportingClinic,
  countOf,
  wideHeader,
  wideMapping,
  wideRow,
  type Importing,
} from '../../test/builders/an-import.js';
import { aMember } from '../../test/builders/index.js';
import { startTestApp, type TestApp } from '../../test/test-app.js';
import { ImportCommand, importOrder, type ImportOrder, type ImportOutcome } from './import-command.js';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startTestApp();
  folder = mkdtempSync(join(tmpdir(), 'courseline-import-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

function run(
  { clinic, director }: Importing,
  lines: readonly string[],
  given: Partial<ImportOrder> = {},
  mapping: unknown = wideMapping,
): Promise<ImportOutcome> {
  const file = join(folder, 'rows.csv');
  const mappingFile = join(folder, 'mapping.json');
  writeFileSync(file, `${lines.join('\n')}\n`);
  writeFileSync(mappingFile, JSON.stringify(mapping));
  const order = { clinic: clinic.slug, email: director.email, isDryRun: false, leaveOut: 0, ...given };
  return app.nest.get(ImportCommand).carryOut({ file, mapping: mappingFile, ...order });
}

/** Always the same numbers, from a linear congruential generator (Numerical Recipes, 32 bits). */
function* numbers(): Generator<number> {
  for (let state = 20_260_310; ; state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0)
    yield state >>> 8;
}

interface MadeFile {
  readonly lines: readonly string[];
  readonly complete: number;
  readonly item9: number;
  readonly total: number;
}

/** So many rows of people with ten weekly forms each, and what they add up to by another way than the product's. */
function aFileOf(rows: number): MadeFile {
  const source = numbers();
  const lines = [wideHeader];
  let [complete, item9, total] = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    const answers = Array.from({ length: 9 }, () => source.next().value! % 4);
    const skips = source.next().value! % 10 === 0;
    const day = new Date(Date.UTC(2024, 0, 1 + 7 * (row % 10))).toISOString().slice(0, 10);
    // Without items 1 to 3 there is no total.
    const text = answers.map((answer, index) => (skips && index < 3 ? '-' : String(answer))).join('');
    lines.push(wideRow(`P${Math.floor(row / 10)}`, day, text));
    if (answers[8]! > 0) item9 += 1;
    if (!skips) {
      complete += 1;
      total += answers.reduce((sum, answer) => sum + answer, 0);
    }
  }
  return { lines, complete, item9, total };
}

describe('the import command', () => {
  it('imports 5,000 generated rows, each of which arrives as it was made', async () => {
    const importing = await anImportingClinic(app);
    const made = aFileOf(5_000);
    const { done, words } = await run(importing, made.lines);
    expect(done).toBe(true);
    expect(words).toContain('5,000 new');
    const [stored] = await app.sql(
      `select count(*) as forms, count(*) filter (where score_status = 'complete') as complete, sum(total) as total,
         count(*) filter (where item_9 > 0) as "item9", count(distinct patient_id) as patients
       from current_assessment where clinic_id = $1`,
      [importing.clinic.id],
    );
    const { complete, item9, total } = made;
    expect(stored).toEqual({ forms: 5_000, complete, item9, total, patients: 500 });
    expect(await countOf(app, 'alert', importing)).toBe(item9);
    const again = await run(importing, made.lines);
    expect(again.words).toContain('5,000 unchanged');
    expect(await countOf(app, 'assessment_revision', importing)).toBe(5_000);
  });

  it('changes nothing in a dry run, which is written down all the same', async () => {
    const importing = await anImportingClinic(app);
    const rows = [wideHeader, wideRow('A-1', '2025-05-01', '111111111')];
    const { done, words } = await run(importing, rows, { isDryRun: true });
    expect(done).toBe(true);
    expect(words).toMatch(/^Dry run of rows\.csv\. Nothing was changed\.\n/);
    for (const table of ['import_batch', 'patient', 'assessment'])
      expect([table, await countOf(app, table, importing)]).toEqual([table, 0]);
    const audited = await app.sql(`select action, route from audit_event where clinic_id = $1`, [
      importing.clinic.id,
    ]);
    expect(audited).toEqual([{ action: 'import.check', route: 'command import' }]);
  });

  it('imports nothing when rows are refused, unless just so many may be left out', async () => {
    const importing = await anImportingClinic(app);
    const rows = [
      wideHeader,
      wideRow('A-1', '2025-05-01', '111111111'),
      wideRow('B-2', '2025-05-01', '511111111'),
    ];
    const refused = await run(importing, rows);
    expect(refused.done).toBe(false);
    expect(refused.words).toContain('was not imported. 1 rows are refused');
    expect(refused.words).toContain('line 3, phq1, refused: "5" is no answer to PHQ-9 item 1 (0 to 3).');
    expect(await countOf(app, 'patient', importing)).toBe(0);
    expect((await run(importing, rows, { leaveOut: 2 })).done).toBe(false);
    expect((await run(importing, rows, { leaveOut: 1 })).done).toBe(true);
    expect(await countOf(app, 'patient', importing)).toBe(1);
  });

  it('is for directors of the clinic only', async () => {
    const importing = await anImportingClinic(app);
    const { email } = await aMember(app, importing.clinic, ['clinician']);
    const other = await anImportingClinic(app);
    for (const wrong of [{ email }, { email: 'nobody@example.org' }, { clinic: other.clinic.slug }])
      await expect(run(importing, [wideHeader], wrong)).rejects.toThrow('is no director of a clinic');
  });

  it('says what is wrong with the mapping or the file', async () => {
    const importing = await anImportingClinic(app);
    const broken: ImportMapping = { ...wideMapping, source: 'Not A Source' };
    await expect(run(importing, [wideHeader], {}, broken)).rejects.toThrow(/source: Lower-case/);
    await expect(run(importing, ['id,date'])).rejects.toThrow('The file has no column "phq1".');
    await expect(run(importing, [wideHeader, '"x"y'])).rejects.toThrow('quotes');
  });
});

describe('the words after the command', () => {
  it('name the file, the mapping, the clinic and the director', () => {
    const args = ['f.csv', '--mapping', 'm.json', '--clinic', 'harbour', '--as', 'd@example.org'];
    const order = { file: 'f.csv', mapping: 'm.json', clinic: 'harbour', email: 'd@example.org' };
    expect(importOrder(args)).toEqual({ ...order, isDryRun: false, leaveOut: 0 });
    expect(importOrder([...args, '--dry-run', '--leave-out', '3'])).toEqual({
      ...order,
      isDryRun: true,
      leaveOut: 3,
    });
    for (const wrong of [args.slice(1), args.slice(0, 5), [...args, 'g.csv'], [...args, '--leave-out', 'x']])
      expect(() => importOrder(wrong)).toThrow('Usage');
  });
});
