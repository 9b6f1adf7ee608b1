import { columnsAfter, guessedForm, withItem } from './item-columns';

const named = (stem: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${stem}${index + 1}`);

describe('the columns of an instrument that is added', () => {
  it.each(['q', 'phq', 'phq9_', 'PHQ9_', 'phq9 item '])('are %s1 to 9 where the file has them', (stem) => {
    const items = named(stem, 9);
    expect(guessedForm('phq-9', ['id', 'date', ...items])).toEqual({
      instrument: 'phq-9',
      items,
      difficulty: null,
      total: null,
    });
  });

  it('are its own where two instruments are numbered alike', () => {
    const columns = [...named('phq', 9), ...named('gad', 7)];
    expect(guessedForm('gad-7', columns).items).toEqual(named('gad', 7));
  });

  it('are the total where only that is there, and wait to be chosen where nothing is', () => {
    expect(guessedForm('phq-9', ['id', 'PHQ-9 total'])).toMatchObject({ items: null, total: 'PHQ-9 total' });
    expect(guessedForm('phq-9', ['id', 'a', 'b'])).toMatchObject({ items: Array(9).fill(''), total: null });
    expect(guessedForm('phq-9', ['id', ...named('q', 8)]).items).toEqual(Array(9).fill(''));
    expect(guessedForm('madrs', ['id'])).toMatchObject({ items: null, total: '' });
  });

  it('follow the first one where their names count up', () => {
    expect(withItem(['', '', ''], 0, 'q1', named('q', 3))).toEqual(['q1', 'q2', 'q3']);
    expect(withItem(['', '', ''], 0, 'DPQ010', ['DPQ010', 'DPQ020', 'DPQ030'])).toEqual([
      'DPQ010',
      'DPQ020',
      'DPQ030',
    ]);
    expect(columnsAfter('a09', ['a09', 'a10', 'a12'])).toEqual(['a10']);
    expect(columnsAfter('mood', ['mood', 'sleep'])).toEqual([]);
  });

  it('stay as a person chose them', () => {
    expect(withItem(['', 'x', ''], 0, 'q1', named('q', 3))).toEqual(['q1', 'x', '']);
    expect(withItem(['', '', ''], 1, 'q1', named('q', 3))).toEqual(['', 'q1', '']);
  });
});
