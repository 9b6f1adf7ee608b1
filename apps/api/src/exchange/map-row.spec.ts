import type { ImportMapping } from '@courseline/contracts';
import { emptyTallies } from './map-forms.js';
import { MissingColumnsError, rowMapper, type MappedRow } from './map-row.js';

const TODAY = '2026-03-10';
const phq = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `p${n}`);
const gad = [1, 2, 3, 4, 5, 6, 7].map((n) => `g${n}`);

function mapping(over: Partial<ImportMapping> = {}): ImportMapping {
  return {
    version: 1,
    source: 'test',
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
      layout: 'wide',
      instruments: [{ instrument: 'phq-9', items: phq, difficulty: 'diff', total: 'sum' }],
    },
    answers: {
      codes: { '5.397605346934028e-79': 0 },
      missing: { '7': 'refused', '9': 'not-known' },
    },
    duplicates: { changed: 'refuse', recorded: 'keep-both' },
    unknownPatients: 'make',
    ...over,
  };
}

const columns = ['id', 'date', ...phq, 'diff', 'sum'];

function mapped(cells: readonly string[], over: Partial<ImportMapping> = {}, header = columns) {
  const tallies = emptyTallies();
  const outcome = rowMapper(mapping(over), header, TODAY)({ line: 2, cells }, tallies);
  return { ...outcome, tallies };
}

function rowOf(cells: readonly string[], over: Partial<ImportMapping> = {}, header = columns): MappedRow {
  const { row, findings } = mapped(cells, over, header);
  if (row === null) throw new Error(JSON.stringify(findings));
  return row;
}

const rulesOf = (...given: Parameters<typeof mapped>): [string, string][] =>
  mapped(...given).findings.map(({ field, rule }) => [field, rule]);

const answers = (text: string): string[] => text.split('');
const zero = '5.397605346934028e-79';

describe('a wide row', () => {
  it('becomes a person with a scored form', () => {
    const row = rowOf(['A-1', '2026-01-05', ...answers('112010001'), '1', '6']);
    expect(row.person).toEqual({
      mrn: 'A-1',
      familyName: '',
      givenName: '',
      birthDate: null,
      sex: 'unknown',
    });
    expect(row.forms).toEqual([
      expect.objectContaining({
        instrument: 'phq-9',
        answers: [1, 1, 2, 0, 1, 0, 0, 0, 1],
        total: 6,
        scoreStatus: 'complete',
        difficulty: 1,
        item9: 1,
        onDate: '2026-01-05',
        moment: '2026-01-05',
        context: 'unknown',
      }),
    ]);
  });

  it('reads the zero of SAS, 7 and 9 as a statistics program writes them', () => {
    const { row, tallies } = mapped(['A', '2026-01-05', ...phq.map(() => zero), '', '']);
    expect(row?.forms[0]).toMatchObject({ answers: [0, 0, 0, 0, 0, 0, 0, 0, 0], total: 0, difficulty: null });
    expect(tallies.difficulty.missing).toBe(1);
    const other = mapped(['A', '2026-01-05', '1.0', '7.0', '9.0', ...answers('000002'), '9.0', '']);
    expect(other.row?.forms[0]).toMatchObject({
      answers: [1, null, null, 0, 0, 0, 0, 0, 2],
      scoreStatus: 'prorated',
      total: 4,
    });
    expect(other.tallies).toEqual({
      items: { missing: 0, refused: 1, notKnown: 1 },
      difficulty: { missing: 0, refused: 0, notKnown: 1 },
    });
  });

  it('reads that zero however many of its digits a program prints', () => {
    for (const text of ['5.39760534693403E-79', '5.3976053469e-79'])
      expect(rowOf(['A', '2026-01-05', text, ...answers('00000000'), '', '']).forms[0]?.answers?.[0]).toBe(0);
  });

  it('tells a refused item 9 from one that is only missing', () => {
    expect(rowOf(['A', '2026-01-05', ...answers('00000000'), '7', '', '']).forms[0]?.item9).toBeNull();
    expect(rowOf(['A', '2026-01-05', ...answers('00000000'), '', '', '']).forms[0]?.item9).toBeUndefined();
    expect(rowOf(['A', '2026-01-05', ...answers('00000000'), '9', '', '']).forms[0]?.item9).toBeUndefined();
  });

  it('refuses an answer that the instrument does not have, and says where', () => {
    for (const wrong of ['4', '-1', '1.5', 'x', '8'])
      expect(rulesOf(['A', '2026-01-05', wrong, ...answers('00000000'), '', ''])).toEqual([
        ['p1', 'answer-not-possible'],
      ]);
    expect(rulesOf(['A', '2026-01-05', ...answers('000000000'), '4', ''])).toEqual([
      ['diff', 'answer-not-possible'],
    ]);
  });

  it('finds everything that is wrong with a row at once', () => {
    expect(rulesOf(['', '2026-13-01', '5', ...answers('00000000'), '', '99'])).toEqual([
      ['id', 'person-missing'],
      ['sum', 'total-not-possible'],
      ['p1', 'answer-not-possible'],
      ['date', 'day-not-a-date'],
    ]);
  });

  it('keeps no form where no item is answered, and needs no date for it', () => {
    expect(rowOf(['A', '', ...phq.map(() => ''), '', ''])).toMatchObject({ forms: [], unanswered: 1 });
  });

  it('takes the total where there are no items', () => {
    expect(rowOf(['A', '2026-01-05', ...phq.map(() => ''), '', '14']).forms[0]).toMatchObject({
      answers: null,
      importedTotal: 14,
      total: 14,
      scoreStatus: 'imported',
    });
  });

  it('holds several instruments', () => {
    const header = ['id', 'date', ...phq, ...gad];
    const forms: ImportMapping['forms'] = {
      layout: 'wide',
      instruments: [
        { instrument: 'phq-9', items: phq, difficulty: null, total: null },
        { instrument: 'gad-7', items: gad, difficulty: null, total: null },
      ],
    };
    const both = rowOf(['A', '2026-01-05', ...answers('1111111111111111')], { forms }, header);
    expect(both.forms.map(({ instrument, total }) => [instrument, total])).toEqual([
      ['phq-9', 9],
      ['gad-7', 7],
    ]);
    const one = rowOf(['A', '2026-01-05', ...answers('111111111'), ...gad.map(() => '')], { forms }, header);
    expect(one).toMatchObject({ forms: [{ instrument: 'phq-9' }], unanswered: 1 });
  });

  it('refuses a row of another width than the header', () => {
    expect(rulesOf(['A', '2026-01-05'])).toEqual([['id', 'cell-count']]);
  });
});

describe('a total beside its items', () => {
  it('must be their sum', () => {
    expect(rulesOf(['A', '2026-01-05', ...answers('111111111'), '', '9'])).toEqual([]);
    expect(rulesOf(['A', '2026-01-05', ...answers('111111111'), '', '10'])).toEqual([
      ['sum', 'total-disagrees'],
    ]);
  });

  it('may be the sum of what is there or the prorated total where items are missing', () => {
    const items = ['2', '2', '2', '2', '2', '2', '', '', '2'];
    for (const total of ['14', '18', ''])
      expect(rulesOf(['A', '2026-01-05', ...items, '', total])).toEqual([]);
    expect(rulesOf(['A', '2026-01-05', ...items, '', '16'])).toEqual([['sum', 'total-disagrees']]);
  });
});

describe('a long row', () => {
  const forms: ImportMapping['forms'] = {
    layout: 'long',
    instrument: 'what',
    codes: { PHQ9: 'phq-9', MADRS: 'madrs' },
    total: 'score',
  };
  const header = ['id', 'date', 'what', 'score'];

  it('holds the total of the instrument it names', () => {
    expect(rowOf(['A', '2026-01-05', 'MADRS', '31.0'], { forms }, header).forms[0]).toMatchObject({
      instrument: 'madrs',
      answers: null,
      total: 31,
      scoreStatus: 'imported',
    });
  });

  it('is refused for an instrument or a total that is not known', () => {
    expect(rulesOf(['A', '2026-01-05', 'HAMD', '3'], { forms }, header)).toEqual([
      ['what', 'instrument-unknown'],
    ]);
    expect(rulesOf(['A', '2026-01-05', 'PHQ9', '28'], { forms }, header)).toEqual([
      ['score', 'total-not-possible'],
    ]);
    expect(rulesOf(['A', '2026-01-05', 'PHQ9', '12.5'], { forms }, header)).toEqual([
      ['score', 'total-not-possible'],
    ]);
  });
});

describe('the person of a row', () => {
  it('keeps the same id for 93705.0 and 93705, and may carry a prefix', () => {
    const person = { ...mapping().person, shape: 'whole-number' as const, prefix: 'NH-' };
    const cells = (id: string): string[] => [id, '2026-01-05', ...answers('000000000'), '', ''];
    expect(rowOf(cells('93705.0'), { person }).person.mrn).toBe('NH-93705');
    expect(rowOf(cells('93705'), { person }).person.mrn).toBe('NH-93705');
    expect(rowOf(cells('0042'), { person }).person.mrn).toBe('NH-0042');
    for (const wrong of ['93705.5', 'A1', '1e3'])
      expect(rulesOf(cells(wrong), { person })).toEqual([['id', 'person-not-a-number']]);
    expect(rulesOf(cells('x'.repeat(41)))).toEqual([['id', 'text-not-possible']]);
  });

  it('has name, birth date and sex where the file has them', () => {
    const header = [...columns, 'last', 'first', 'born', 'sex'];
    const person: ImportMapping['person'] = {
      ...mapping().person,
      familyName: 'last',
      givenName: 'first',
      birthDate: { column: 'born', format: 'day.month.year' },
      sex: { column: 'sex', codes: { F: 'female' } },
    };
    const cells = ['A', '2026-01-05', ...answers('000000000'), '', ''];
    expect(rowOf([...cells, 'Rivera', 'Ana', '3.5.1984', 'F'], { person }, header).person).toEqual({
      mrn: 'A',
      familyName: 'Rivera',
      givenName: 'Ana',
      birthDate: '1984-05-03',
      sex: 'female',
    });
    expect(rowOf([...cells, '', '', '', ''], { person }, header).person.birthDate).toBeNull();
    expect(rulesOf([...cells, 'Rivera', 'Ana', '31.2.1984', 'x'], { person }, header)).toEqual([
      ['born', 'day-not-a-date'],
      ['sex', 'sex-unknown'],
    ]);
  });
});

describe('the day of a row', () => {
  const cells = (day: string): string[] => ['A', day, ...answers('000000000'), '', ''];

  it('is read in the format of the mapping, and only where it is a day', () => {
    const as = (format: 'day.month.year' | 'month/day/year') => ({
      day: { kind: 'column' as const, column: 'date', format },
    });
    expect(rowOf(cells('5.1.2026'), as('day.month.year')).forms[0]?.onDate).toBe('2026-01-05');
    expect(rowOf(cells('01/05/2026'), as('month/day/year')).forms[0]?.onDate).toBe('2026-01-05');
    expect(rulesOf(cells('13/05/2025'), as('month/day/year'))).toEqual([['date', 'day-not-a-date']]);
    expect(rulesOf(cells('2026-02-30'))).toEqual([['date', 'day-not-a-date']]);
    expect(rulesOf(cells(''))).toEqual([['date', 'day-missing']]);
  });

  it('lies between 1990 and today', () => {
    expect(rulesOf(cells(TODAY))).toEqual([]);
    expect(rulesOf(cells('2026-03-11'))).toEqual([['date', 'day-not-possible']]);
    expect(rulesOf(cells('1989-12-31'))).toEqual([['date', 'day-not-possible']]);
  });

  it('is counted in weeks from a constant, or in days from day 0 of the course', () => {
    const weeks: ImportMapping['day'] = {
      kind: 'counted',
      column: 'date',
      from: '2025-01-06',
      first: 1,
      unit: 'week',
    };
    expect(rowOf(cells('1'), { day: weeks }).forms[0]?.onDate).toBe('2025-01-06');
    expect(rowOf(cells('12.0'), { day: weeks }).forms[0]?.onDate).toBe('2025-03-24');
    expect(rulesOf(cells('1.5'), { day: weeks })).toEqual([['date', 'count-not-a-number']]);
    const course: ImportMapping['course'] = {
      dayZero: { kind: 'constant', day: '2025-06-10' },
      treatment: { kind: 'constant', treatment: { agent: 'ketamine', route: 'iv', name: null } },
    };
    const days: ImportMapping['day'] = {
      kind: 'counted',
      column: 'date',
      from: 'day-zero',
      first: 0,
      unit: 'day',
    };
    expect(rowOf(cells('-1'), { day: days, course }).forms[0]?.onDate).toBe('2025-06-09');
  });
});

describe('the course of a row', () => {
  const header = [...columns, 'start', 'what'];
  const course: ImportMapping['course'] = {
    dayZero: { kind: 'column', column: 'start', format: 'year-month-day' },
    treatment: {
      kind: 'column',
      column: 'what',
      codes: {
        'ketamine-iv': { agent: 'ketamine', route: 'iv', name: null },
        ssri: { agent: 'ssri', route: 'oral', name: 'SSRI' },
      },
    },
  };
  const cells = (start: string, what: string): string[] => [
    ...['A', '2026-01-05', ...answers('000000000'), '', ''],
    start,
    what,
  ];

  it('is declared by its day 0 and its treatment', () => {
    expect(rowOf(cells('2026-01-06', 'ssri'), { course }, header).course).toEqual({
      dayZero: '2026-01-06',
      agent: 'ssri',
      route: 'oral',
      name: 'SSRI',
    });
    expect(rulesOf(cells('', 'tms'), { course }, header)).toEqual([
      ['start', 'day-missing'],
      ['what', 'treatment-unknown'],
    ]);
  });

  it('belongs to the content of a form: another course is a change', () => {
    const hash = (start: string): string | undefined =>
      rowOf(cells(start, 'ssri'), { course }, header).forms[0]?.contentHash;
    expect(hash('2026-01-06')).toBe(hash('2026-01-06'));
    expect(hash('2026-01-06')).not.toBe(hash('2026-01-07'));
  });
});

it('tells forms of one day apart by a sequence number', () => {
  const row = ['A', '2026-01-05', ...answers('000000000'), '', ''];
  const header = [...columns, 'wave'];
  expect(rowOf([...row, '2'], { sequence: 'wave' }, header).forms[0]?.moment).toBe('#2');
  expect(rulesOf([...row, ''], { sequence: 'wave' }, header)).toEqual([['wave', 'sequence-missing']]);
});

it('does not begin with a mapping that names columns the file does not have', () => {
  expect(() => rowMapper(mapping(), ['id', 'date'], TODAY)).toThrow(MissingColumnsError);
});
