import { DomainError } from './domain-error.js';
import { depthOf, parseJsonBody } from './json-body.js';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('the reader of JSON', () => {
  it('gives an object as it was written', () => {
    const written = { text: 'ä🦊\n\\"[{', list: [1, [2, { three: null }]], zero: 0, no: false };
    expect(parseJsonBody(bytes(JSON.stringify(written)))).toEqual(written);
  });

  it('counts how deep objects and lists go, not brackets in texts', () => {
    expect(depthOf(bytes('{}'))).toBe(1);
    expect(depthOf(bytes('{"a":[{"b":1}],"c":[]}'))).toBe(3);
    expect(depthOf(bytes('{"a":"[[[[\\"[[[","\\\\":"{{"}'))).toBe(1);
  });

  it.each([
    [31, true],
    [32, true],
    [33, false],
  ])('of depth %i: %s', (depth, allowed) => {
    const body = bytes(`${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`);
    expect(depthOf(body)).toBe(depth);
    if (allowed) expect(parseJsonBody(body)).toBeDefined();
    else expect(() => parseJsonBody(body)).toThrow(DomainError);
  });

  it('gives nothing for nothing', () => {
    expect(parseJsonBody(Buffer.alloc(0))).toBeUndefined();
  });
});
