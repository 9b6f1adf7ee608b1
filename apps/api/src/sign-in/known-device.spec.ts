import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnownDevice, rememberDevice, type DeviceOwner } from './known-device.js';

const now = new Date('2026-03-10T14:00:00Z');
const owner: DeviceOwner = { accountId: '0199f7a2-3c1e-7b4a-9a51-2f6f1d0c9e11', passwordChangedAt: now };
const secret = 'c2f1b0d47e9a83655d1e0fa9b8c7d6e5';

function cookieFor(who: DeviceOwner): string {
  const headers = new Map<string, unknown>();
  const reply = {
    getHeader: (name: string) => headers.get(name),
    removeHeader: (name: string) => headers.delete(name),
    header: (name: string, value: unknown) => headers.set(name, value),
  };
  rememberDevice(reply as unknown as FastifyReply, who, secret, now);
  return String([headers.get('set-cookie')].flat()[0])
    .split(';', 1)
    .join('');
}

const knows = (cookie: string, who = owner, at = now, key = secret): boolean =>
  isKnownDevice({ headers: { cookie } } as FastifyRequest, who, key, at);

describe('a browser that was signed in before', () => {
  it('is known for its account, for half a year', () => {
    const cookie = cookieFor(owner);
    expect(knows(cookie)).toBe(true);
    expect(knows(cookie, owner, new Date('2026-09-06T00:00:00Z'))).toBe(true);
    expect(knows(cookie, owner, new Date('2026-09-07T00:00:00Z'))).toBe(false);
  });

  it('is not known for another account, after a new password, or when it was made up', () => {
    const cookie = cookieFor(owner);
    expect(knows(cookie, { ...owner, accountId: '0199f7a2-3c1e-7b4a-9a51-2f6f1d0c9e12' })).toBe(false);
    expect(knows(cookie, { ...owner, passwordChangedAt: new Date(now.getTime() + 1) })).toBe(false);
    expect(knows(cookie, owner, now, `${secret}x`)).toBe(false);
    const [head = '', until = '', seal = ''] = cookie.split('.');
    expect(knows(`${head}.${Number(until) + 1}.${seal}`)).toBe(false);
    for (const wrong of ['', '__Host-device=', `${cookie}.x`, `${cookie}; ${cookie}`, `${head}.${until}`]) {
      expect(knows(wrong)).toBe(false);
    }
  });
});
