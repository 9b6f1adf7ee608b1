import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: from this host only, over TLS only; browsers take http://localhost for as good. */
const cookieName = '__Host-sid';
const handOverCookieName = '__Host-kiosk';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** A secret that nobody guesses: 256 random bits, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: who reads the database cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token of the request's sign-in cookie, or null. Two cookies of the name are none: one is not ours. */
export function signInToken(request: FastifyRequest): string | null {
  return cookieOf(request, cookieName);
}

export function setSignInCookie(reply: FastifyReply, token: string): void {
  addCookie(reply, `${cookieName}=${token}; ${attributes}`);
}

export function clearSignInCookie(reply: FastifyReply): void {
  addCookie(reply, `${cookieName}=; ${attributes}; Max-Age=0`);
}

/** The token of a tablet that was handed to a patient, or null. */
export function handOverToken(request: FastifyRequest): string | null {
  return cookieOf(request, handOverCookieName);
}

export function setHandOverCookie(reply: FastifyReply, token: string): void {
  addCookie(reply, `${handOverCookieName}=${token}; ${attributes}`);
}

export function clearHandOverCookie(reply: FastifyReply): void {
  addCookie(reply, `${handOverCookieName}=; ${attributes}; Max-Age=0`);
}

/** The value of a cookie that looks like one of ours, or null. */
export function cookieOf(request: FastifyRequest, name: string): string | null {
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value, ...others] = values;
  return value !== undefined && others.length === 0 && /^[A-Za-z0-9_.-]{1,200}$/.test(value) ? value : null;
}

export function addCookie(reply: FastifyReply, cookie: string): void {
  const set = reply.getHeader('set-cookie');
  const earlier = set === undefined ? [] : [set].flat().map(String);
  reply.removeHeader('set-cookie');
  void reply.header('set-cookie', [...earlier, cookie]);
}
