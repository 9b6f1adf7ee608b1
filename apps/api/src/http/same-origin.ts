import { DomainError } from './domain-error.js';

export interface Crossing {
  readonly method: string;
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly publicOrigin: string;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page could have caused. Browsers say where a request comes from; for those
 * that do not, the Origin header must be exactly ours.
 */
export function requireSameOrigin({ method, fetchSite, origin, publicOrigin }: Crossing): void {
  if (safeMethods.has(method)) return;
  const same = fetchSite === undefined ? origin === publicOrigin : fetchSite === 'same-origin';
  if (!same) throw new DomainError('cross-site-request');
}
