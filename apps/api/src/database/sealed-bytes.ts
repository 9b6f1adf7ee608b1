import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** Thrown when sealed bytes were changed, swapped or made with another secret. */
export class BrokenSealError extends Error {
  constructor() {
    super('Sealed bytes cannot be opened: they were changed, or the SECRET is another one.');
    this.name = 'BrokenSealError';
  }
}

/** A key for one purpose, derived from the installation's secret. */
export function sealKey(secret: string, purpose: string): Buffer {
  return createHmac('sha256', secret).update(purpose).digest();
}

/** AES-256-GCM; `place` says what the bytes are, and is sealed with them, so that none can be put elsewhere. */
export function closeSeal(key: Buffer, bytes: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `BrokenSealError`. */
export function openSeal(key: Buffer, sealed: Buffer, place: string): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new BrokenSealError();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new BrokenSealError();
  }
}
