import type { Posting } from './letter.js';

/** Commands of the conversation before the letter itself is handed over. */
const before = /^(EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL FROM|RCPT TO)/;
const beforeCodes = new Set(['EDNS', 'EAUTH', 'EENVELOPE', 'ETLS', 'EREQUIRETLS', 'ECONNREFUSED']);
const beforeTimeouts = new Set(['CONNECTION_TIMEOUT', 'GREETING_TIMEOUT']);

/**
 * What an error of the mail transport says about the letter. The server's own reply (4xx or 5xx) and anything
 * before the letter was handed over mean that it was not taken; of a connection that broke after that, nobody
 * knows.
 */
export function postingOf(error: unknown): Exclude<Posting, 'sent' | 'not-configured'> {
  if (!(error instanceof Error)) return 'uncertain';
  const said = (name: string): string => String(Reflect.get(error, name) ?? '');
  const reply = Number(said('responseCode'));
  if (reply >= 500) return 'refused';
  const never =
    reply >= 400 ||
    before.test(said('command')) ||
    beforeCodes.has(said('code')) ||
    beforeCodes.has(said('originalCode')) ||
    beforeTimeouts.has(said('timeoutType')) ||
    said('syscall') === 'connect';
  return never ? 'unreachable' : 'uncertain';
}
