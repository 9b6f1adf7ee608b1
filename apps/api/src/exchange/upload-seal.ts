import { closeSeal, openSeal, sealKey } from '../database/sealed-bytes.js';

/** Bytes of a file in one sealed piece. */
export const pieceBytes = 1_048_576;

/** What a piece is: its place in the file, and whether the file ends with it. Sealed with it, so none can be moved. */
export interface PiecePlace {
  readonly position: number;
  readonly isLast: boolean;
}

/** Seals the pieces of one upload, under a key that only this upload has. */
export class UploadSeal {
  private readonly key: Buffer;

  constructor(secret: string, clinicId: string, batchId: string) {
    this.key = sealKey(secret, `import upload ${clinicId} ${batchId}`);
  }

  close(bytes: Uint8Array, place: PiecePlace): Buffer {
    return closeSeal(this.key, bytes, wordsOf(place));
  }

  /** Throws `BrokenSealError`. */
  open(sealed: Buffer, place: PiecePlace): Buffer {
    return openSeal(this.key, sealed, wordsOf(place));
  }
}

function wordsOf({ position, isLast }: PiecePlace): string {
  return `${position} ${isLast ? 'last' : 'more'}`;
}
