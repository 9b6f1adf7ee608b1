import { BrokenSealError } from '../database/sealed-bytes.js';
import { UploadSeal } from './upload-seal.js';

const secret = 'c2f1b0d47e9a83655d1e0fa9b8c7d6e5-test';
const seal = new UploadSeal(secret, 'clinic', 'batch');
const place = { position: 1, isLast: false };
const bytes = Buffer.from('mrn,phq9\n1,12\n');

describe('the seal of an upload', () => {
  it('opens what it closed, and shows nothing of it', () => {
    const sealed = seal.close(bytes, place);
    expect(seal.open(sealed, place)).toEqual(bytes);
    expect(sealed.includes(Buffer.from('phq9'))).toBe(false);
    expect(seal.close(bytes, place).equals(sealed)).toBe(false);
  });

  it('opens an empty piece', () => {
    expect(seal.open(seal.close(Buffer.alloc(0), place), place)).toEqual(Buffer.alloc(0));
  });

  it('does not open a piece that was changed, cut, moved, or sealed for something else', () => {
    const sealed = seal.close(bytes, place);
    const changed = Buffer.from(sealed);
    changed[20] = (changed[20] ?? 0) ^ 1;
    for (const broken of [changed, sealed.subarray(0, -1), Buffer.alloc(5)])
      expect(() => seal.open(broken, place)).toThrow(BrokenSealError);
    for (const other of [
      { position: 2, isLast: false },
      { position: 1, isLast: true },
    ])
      expect(() => seal.open(sealed, other)).toThrow(BrokenSealError);
    expect(() => new UploadSeal(secret, 'clinic', 'other').open(sealed, place)).toThrow(BrokenSealError);
    expect(() => new UploadSeal(`${secret}2`, 'clinic', 'batch').open(sealed, place)).toThrow(
      BrokenSealError,
    );
  });
});
