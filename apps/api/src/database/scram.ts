import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

const rounds = 4096;

/**
 * What PostgreSQL stores for a password, so that the password itself never stands in a statement or a log.
 * The salt follows from the password: the same password gives the same verifier at each start.
 */
export function scramVerifier(password: string): string {
  const salt = createHmac('sha256', password).update('courseline scram salt').digest().subarray(0, 16);
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
