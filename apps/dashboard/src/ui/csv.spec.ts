import { csvOf } from './csv';

describe('a table as CSV', () => {
  it('keeps 0 and leaves nothing empty', () => {
    expect(
      csvOf(
        ['date', 'total'],
        [
          ['2026-11-17', 0],
          ['2026-11-18', null],
        ],
      ),
    ).toBe('date,total\r\n2026-11-17,0\r\n2026-11-18,\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvOf(['note'], [['a, "b"\nc']])).toBe('note\r\n"a, ""b""\nc"\r\n');
  });

  it('lets no text become a formula, and negative numbers be numbers', () => {
    expect(csvOf(['a', 'b'], [['=1+1', -5]])).toBe("a,b\r\n'=1+1,-5\r\n");
  });
});
