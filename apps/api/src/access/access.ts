import type { Role } from '@courseline/contracts';

/** Who may use a route. Which patients they then see is decided by row-level security, not here. */
export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'clinic'; readonly roles: readonly Role[] };

/** Nobody needs to be signed in: signing in itself, links, health. */
export const anyone = (): Access => ({ kind: 'anyone' });

/** Whoever is signed in, in no clinic: their own account. */
export const signedIn = (): Access => ({ kind: 'signed-in' });

/** Active members of the clinic in the path (`c/:clinic/…`) with at least one of these roles. */
export const clinic = (...roles: readonly [Role, ...Role[]]): Access => ({ kind: 'clinic', roles });
