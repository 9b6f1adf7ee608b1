import { copyLine, Jsonb } from './copy-text.js';

describe('a line for COPY', () => {
  it('writes null, numbers, truth and moments', () => {
    const at = new Date('2026-11-17T14:12:00Z');
    expect(copyLine([null, 0, 0.5, true, at])).toBe('\\N\t0\t0.5\ttrue\t2026-11-17T14:12:00.000Z\n');
  });

  it('escapes what COPY would read as its own', () => {
    expect(copyLine(['a\tb\nc\\d\re'])).toBe('a\\tb\\nc\\\\d\\re\n');
  });

  it('writes arrays with their missing members, and text in quotes', () => {
    expect(copyLine([[2, null, 0]])).toBe('{2,NULL,0}\n');
    expect(copyLine([['major-depression', 'a "quoted", one']])).toBe(
      '{"major-depression","a \\\\"quoted\\\\", one"}\n',
    );
    expect(copyLine([[]])).toBe('{}\n');
  });

  it('writes JSON on one line', () => {
    expect(copyLine([new Jsonb({ note: 'one\ntwo' })])).toBe('{"note":"one\\\\ntwo"}\n');
  });
});
