import { createHmac, timingSafeEqual } from 'node:crypto';
import { addCookie, cookieOf } from '../access/sign-in-cookie.js';
import type { FastifyReply, FastifyRequest } from 'fastify';

const name = '__Host-device';
const days = 180;

export interface DeviceOwner {
  readonly accountId: string;
  /** A new password forgets every device. */
  readonly passwordChangedAt: Date | null;
}

/**
 * A browser in which the account has signed in before: its attempts are counted apart, so that strangers who guess
 * at the account cannot keep its owner out. It opens nothing by itself.
 */
export function rememberDevice(reply: FastifyReply, owner: DeviceOwner, secret: string, now: Date): void {
  const until = Math.floor(now.getTime() / 86_400_000) + days;
  const value = `${owner.accountId}.${until}.${seal(owner, until, secret)}`;
  addCookie(reply, `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${days * 86_400}`);
}

export function isKnownDevice(
  request: FastifyRequest,
  owner: DeviceOwner,
  secret: string,
  now: Date,
): boolean {
  const [accountId, until, given, ...rest] = (cookieOf(request, name) ?? '').split('.');
  if (accountId !== owner.accountId || until === undefined || given === undefined || rest.length > 0)
    return false;
  if (!/^\d{1,6}$/.test(until) || Number(until) < Math.floor(now.getTime() / 86_400_000)) return false;
  const wanted = seal(owner, Number(until), secret);
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

function seal({ accountId, passwordChangedAt }: DeviceOwner, until: number, secret: string): string {
  const content = `known device ${accountId} ${until} ${passwordChangedAt?.toISOString() ?? ''}`;
  return createHmac('sha256', secret).update(content).digest('base64url');
}
