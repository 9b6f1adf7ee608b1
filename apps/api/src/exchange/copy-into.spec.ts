import { copyLine } from './copy-into.js';

describe('a line for COPY', () => {
  it('says what is missing, and lists what is listed', () => {
    expect(copyLine(['A-1', 12, null, '', [0, null, 3], []])).toBe('A-1\t12\t\\N\t\t{0,NULL,3}\t{}\n');
  });

  it('keeps what would mean something to COPY as text', () => {
    expect(copyLine(['\\N', 'a\tb', 'c\nd\r', '\\.'])).toBe('\\\\N\ta\\tb\tc\\nd\\r\t\\\\.\n');
  });
});
