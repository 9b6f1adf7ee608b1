import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Bytes of a file in one sealed piece. */
export const pieceBytes = 1_048_576;

const nonceBytes = 12;
const tagBytes = 16;

/** Thrown when sealed bytes were changed, swapped or made with another secret. */
export class BrokenSealError extends Error {
  constructor() {
    super('A kept upload cannot be opened: it was changed, or the SECRET is another one.');
    this.name = 'BrokenSealError';
  }
}

/** What a piece is: its place in the file, and whether the file ends with it. Sealed with it, so none can be moved. */
export interface PiecePlace {
  readonly position: number;
  readonly isLast: boolean;
}

/** Seals the pieces of one upload with AES-256-GCM, under a key that only this upload has. */
export class UploadSeal {
  private readonly key: Buffer;

  constructor(secret: string, clinicId: string, batchId: string) {
    this.key = createHmac('sha256', secret).update(`import upload ${clinicId} ${batchId}`).digest();
  }

  close(bytes: Uint8Array, place: PiecePlace): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(aadOf(place));
    return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws `BrokenSealError`. */
  open(sealed: Buffer, place: PiecePlace): Buffer {
    if (sealed.length < nonceBytes + tagBytes) throw new BrokenSealError();
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, nonceBytes))
      .setAAD(aadOf(place))
      .setAuthTag(sealed.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    } catch {
      throw new BrokenSealError();
    }
  }
}

function aadOf({ position, isLast }: PiecePlace): Buffer {
  return Buffer.from(`${position} ${isLast ? 'last' : 'more'}`);
}
