import { parseNumber } from './parse-number';

describe('a typed number', () => {
  it.each([
    ['84', 84],
    [' 84.5 ', 84.5],
    ['84,5', 84.5],
    ['-5', -5],
    ['−5', -5],
    ['0', 0],
  ])('"%s" is %d', (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });

  it.each(['', '   ', null, undefined])('is missing when nothing was typed', (typed) => {
    expect(parseNumber(typed)).toBeNull();
  });

  it.each(['84 kg', '1,234.5', '8.', '1e3', '0x10', 'Infinity', '8 4'])(
    'is never guessed at: "%s" is not a number',
    (typed) => {
      expect(parseNumber(typed)).toBeNaN();
    },
  );
});
