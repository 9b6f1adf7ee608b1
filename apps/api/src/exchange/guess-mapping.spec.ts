import type { GuessedMapping } from '@courseline/contracts';
import { delimiterOf, profileOf } from './column-profile.js';
import { guessMapping } from './guess-mapping.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function guess(text: string, fileName = 'clinic-export.csv'): Promise<GuessedMapping> {
  const start = bytes(text);
  return guessMapping(await profileOf([start], delimiterOf(start)), fileName);
}

describe('the profile of a file', () => {
  it('tells what stands in each column, over all rows', async () => {
    const text = 'id,on,answer\n1,01/02/2025,0\n2,13/02/2025,\n3,14/02/2025,x\n';
    expect(await profileOf([bytes(text)], ',')).toEqual({
      delimiter: ',',
      rows: 3,
      columns: [
        {
          name: 'id',
          empty: 0,
          examples: ['1', '2', '3'],
          values: ['1', '2', '3'],
          numeric: true,
          dayFormats: [],
        },
        {
          name: 'on',
          empty: 0,
          examples: ['01/02/2025', '13/02/2025', '14/02/2025'],
          values: ['01/02/2025', '13/02/2025', '14/02/2025'],
          numeric: false,
          // The second row could not be month/day/year.
          dayFormats: ['day/month/year'],
        },
        {
          name: 'answer',
          empty: 1,
          examples: ['0', 'x'],
          values: ['0', 'x'],
          numeric: false,
          dayFormats: [],
        },
      ],
    });
  });

  it('keeps no list of values where there are many', async () => {
    const rows = Array.from({ length: 31 }, (_, index) => String(index)).join('\n');
    const { columns } = await profileOf([bytes(`n\n${rows}\n`)], ',');
    expect(columns[0]).toMatchObject({ values: null, numeric: true });
  });

  it.each([
    ['a,b,c', ','],
    ['a;b;"c,d,e,f"', ';'],
    ['a\tb', '\t'],
    ['a|b|c', '|'],
    ['one', ','],
  ])('finds the delimiter of %j', (line, delimiter) => {
    expect(delimiterOf(bytes(`${line}\n1,2,3,4,5,6\n`))).toBe(delimiter);
  });
});

describe('a guessed mapping', () => {
  const items = (name: (item: number) => string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => name(index + 1));

  it.each([
    ['phq1', (item: number) => `phq${item}`],
    ['PHQ-9 item 3', (item: number) => `PHQ-9 item ${item}`],
    ['phq9_03', (item: number) => `phq9_0${item}`],
    ['PHQ9_Q3', (item: number) => `PHQ9_Q${item}`],
    ['DPQ030', (item: number) => `DPQ0${item}0`],
    ['DPQ3', (item: number) => `DPQ${item}`],
  ])('knows the items of a PHQ-9 by names such as %s', async (_, name) => {
    const header = items(name, 9);
    const { forms } = await guess(`id,date,${header.join()}\n1,2025-01-01,0,0,0,0,0,0,0,0,0\n`);
    expect(forms).toEqual({
      layout: 'wide',
      instruments: [{ instrument: 'phq-9', items: header, difficulty: null, total: null }],
    });
  });

  it('knows the difficulty item, the total and other instruments beside it', async () => {
    const header = [
      ...items((n) => `DPQ0${n}0`, 9),
      'DPQ100',
      'PHQ9_Score',
      ...items((n) => `gad${n}`, 7),
      'GAD-7 total',
      ...items((n) => `pcl_${n}`, 20),
    ];
    const cells = header.map(() => '0');
    const { forms } = await guess(`Patient_Identifier,date,${header.join()}\n7,2025-01-01,${cells.join()}\n`);
    expect(forms).toMatchObject({
      layout: 'wide',
      instruments: [
        { instrument: 'phq-9', difficulty: 'DPQ100', total: 'PHQ9_Score' },
        { instrument: 'gad-7', total: 'GAD-7 total' },
        { instrument: 'pcl-5', items: items((n) => `pcl_${n}`, 20), total: null },
      ],
    });
  });

  it('does not take phq9 for a total where it is item 9, and does where it stands alone', async () => {
    const nine = await guess(`id,${items((n) => `phq${n}`, 9).join()}\n1,0,0,0,0,0,0,0,0,3\n`);
    expect(nine.forms).toMatchObject({ instruments: [{ instrument: 'phq-9', total: null }] });
    const alone = await guess('mrn,date,PHQ-9,GAD-7\n1,2025-01-01,12,9\n');
    expect(alone.forms).toEqual({
      layout: 'wide',
      instruments: [
        { instrument: 'phq-9', items: null, difficulty: null, total: 'PHQ-9' },
        { instrument: 'gad-7', items: null, difficulty: null, total: 'GAD-7' },
      ],
    });
  });

  it('knows the zero of SAS and the codes for refused and not known', async () => {
    const header = items((n) => `DPQ0${n}0`, 9);
    const zero = '5.397605346934028e-79';
    const rows = [
      ['93705.0', ...header.map(() => zero)],
      ['93706.0', '1.0', '7.0', '9.0', '', 'NA', zero, zero, zero, '3.0'],
    ];
    const guessed = await guess(
      `SEQN,${header.join()}\n${rows.map((row) => row.join()).join('\n')}\n`,
      'nhanes.csv',
    );
    expect(guessed.answers).toEqual({
      codes: { [zero]: 0 },
      missing: { '7': 'refused', '9': 'not-known', NA: 'missing' },
    });
    expect(guessed.person).toMatchObject({ column: 'SEQN', shape: 'whole-number' });
    expect(guessed.day).toBeNull();
  });

  it('does not take an answer of a longer scale for a code', async () => {
    const header = items((n) => `pcl${n}`, 20);
    const { answers } = await guess(`id,${header.join()}\n1,${header.map(() => '4').join()}\n`);
    expect(answers).toEqual({ codes: {}, missing: {} });
  });

  it('knows long rows, day 0 and the treatments by their cells', async () => {
    const guessed = await guess(
      'course,modality,baselineDate,instrument,day,date,total\n' +
        'C1,ketamine-iv,2025-01-21,phq-9,-1,2025-01-20,17\nC2,ssri,2025-01-22,pcl-5,0,2025-01-22,40\n',
    );
    expect(guessed).toMatchObject({
      source: 'clinic-export',
      person: { column: 'course', shape: 'text' },
      day: { kind: 'column', column: 'date', format: 'year-month-day' },
      sequence: null,
      course: {
        dayZero: { kind: 'column', column: 'baselineDate' },
        treatment: {
          column: 'modality',
          codes: {
            'ketamine-iv': { agent: 'ketamine', route: 'iv', name: null },
            ssri: { agent: 'ssri', route: 'oral', name: 'SSRI' },
          },
        },
      },
      forms: {
        layout: 'long',
        instrument: 'instrument',
        codes: { 'phq-9': 'phq-9', 'pcl-5': 'pcl-5' },
        total: 'total',
      },
    });
  });

  it('knows a column of codes by half of them, and leaves the others to a person', async () => {
    const guessed = await guess('id,date,measure,score\n1,2025-01-01,PHQ-9,3\n1,2025-01-01,HAMD,4\n');
    expect(guessed.forms).toMatchObject({ layout: 'long', codes: { 'PHQ-9': 'phq-9' } });
    const unknown = await guess('id,date,measure,score\n1,2025-01-01,BDI,3\n1,2025-01-01,HAMD,4\n');
    expect(unknown.forms).toBeNull();
  });

  it('knows names, birth dates and sex', async () => {
    const guessed = await guess('MRN;Last name;First name;DOB;Sex\n1;Rivera;Ana;17.05.1984;F\n');
    expect(guessed).toMatchObject({
      delimiter: ';',
      person: {
        column: 'MRN',
        familyName: 'Last name',
        givenName: 'First name',
        birthDate: { column: 'DOB', format: 'day.month.year' },
        sex: { column: 'Sex', codes: { F: 'female' } },
      },
      forms: null,
    });
  });

  it('leaves to a person which day week 1 began, and what it does not know', async () => {
    const guessed = await guess('Patient,Week,colour\n1,1,red\n', 'PHQ weekly 20250131.csv');
    expect(guessed).toMatchObject({
      source: 'phq-weekly',
      day: null,
      sequence: 'Week',
      course: null,
      forms: null,
    });
  });
});
