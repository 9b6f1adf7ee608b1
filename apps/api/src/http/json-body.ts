import { DomainError } from './domain-error.js';

/** Deeper than any request of this product goes, shallower than any parser's stack. */
const deepest = 32;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** The JSON object in a body, or a refusal; nothing that another reader could take for something else gets in. */
export function parseJsonBody(bytes: Buffer): Record<string, unknown> | undefined {
  if (bytes.length === 0) return undefined;
  if (depthOf(bytes) > deepest) throw refusal('The JSON is nested too deep.');
  const value = parse(decode(bytes));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusal('The JSON must be an object.');
  return value as Record<string, unknown>;
}

function decode(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw refusal('The request is not UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch (error) {
    throw error instanceof DomainError ? error : refusal('The request is not JSON.');
  }
}

function reviver(key: string, value: unknown): unknown {
  if (key === '__proto__') throw refusal('The JSON has a name that is not allowed.');
  if (!isStorable(key) || (typeof value === 'string' && !isStorable(value))) {
    throw refusal('The JSON has characters that cannot be stored.');
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw refusal('The JSON has a number that is too large.');
  return value;
}

/** PostgreSQL stores no NUL, and half a surrogate pair would come back as another character. */
function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

/** How deep objects and lists are nested, counted on the bytes before any parser recurses into them. */
export function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let greatest = 0;
  let quoted = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (quoted) {
      if (byte === 0x5c) index += 1;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) greatest = Math.max(greatest, (depth += 1));
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return greatest;
}

function refusal(detail: string): DomainError {
  return new DomainError('invalid-request', { errors: [{ pointer: '', detail }] });
}
