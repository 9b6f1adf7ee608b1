import type { GuessedMapping } from '@courseline/contracts';
import { draftOf, isSameMapping, problemAt, readDraft } from './mapping-draft';

const guess: GuessedMapping = {
  source: 'our-file',
  delimiter: ',',
  person: null,
  day: null,
  sequence: null,
  course: null,
  context: { kind: 'constant', context: 'unknown' },
  forms: null,
  answers: { codes: {}, missing: {} },
  duplicates: { changed: 'refuse', recorded: 'keep-both' },
  unknownPatients: 'make',
};

describe('a draft of a mapping', () => {
  it('says in plain words what is still to be chosen', () => {
    const { mapping, problems } = readDraft(draftOf(guess));
    expect(mapping).toBeNull();
    expect([...problems]).toEqual([
      ['person.column', 'Choose the column of the record number.'],
      ['day.column', 'Choose the column of the date, or of the day or week.'],
      ['forms.instruments', 'Choose an instrument and its columns.'],
    ]);
  });

  it('asks when the first week was where the file only numbers its weeks', () => {
    const draft = draftOf({ ...guess, sequence: 'Week' });
    expect(draft.day).toEqual({ kind: 'counted', column: 'Week', from: '', first: 1, unit: 'week' });
    expect(problemAt(readDraft(draft).problems, 'day.from')).toBe(
      'Choose the date of the first day or week.',
    );
  });

  it('is a mapping when everything is said', () => {
    const draft = {
      ...draftOf(guess),
      person: { ...draftOf(guess).person, column: 'id' },
      day: { kind: 'constant' as const, day: '2025-05-01' },
      forms: {
        layout: 'wide' as const,
        instruments: [{ instrument: 'gad-7' as const, items: null, difficulty: null, total: 'gad' }],
      },
    };
    expect(readDraft(draft)).toEqual({ mapping: draft, problems: new Map() });
  });

  it('finds what is wrong below a place', () => {
    const draft = {
      ...draftOf(guess),
      forms: {
        layout: 'wide' as const,
        instruments: [{ instrument: 'gad-7' as const, items: ['a', ''], difficulty: null, total: null }],
      },
    };
    const { problems } = readDraft(draft);
    expect(problemAt(problems, 'forms.instruments.0')).toBe('Choose the column of each item.');
    expect(problemAt(problems, 'forms.instruments.1')).toBeUndefined();
  });

  it('is the same as another that has its codes in another order, and not with another code', () => {
    const one = { ...draftOf(guess), answers: { codes: { z: 1, a: 0 }, missing: {} } };
    const other = { ...draftOf(guess), answers: { codes: { a: 0, z: 1 }, missing: {} } };
    expect(isSameMapping(one, other)).toBe(true);
    expect(isSameMapping(one, { ...other, answers: { codes: { a: 0, z: 2 }, missing: {} } })).toBe(false);
    expect(isSameMapping(one, null)).toBe(false);
  });
});
