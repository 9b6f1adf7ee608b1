import type { Role } from '@courseline/contracts';

/** Who may use a route. Which patients they then see is decided by row-level security, not here. */
export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in'; readonly byCheckIn?: true }
  | { readonly kind: 'clinic'; readonly roles: readonly Role[]; readonly byCheckIn?: true }
  | { readonly kind: 'kiosk'; readonly evenLate: boolean };

/** Nobody needs to be signed in: signing in itself, links, health. */
export const anyone = (): Access => ({ kind: 'anyone' });

/** Whoever is signed in, in no clinic: their own account. */
export const signedIn = (): Access => ({ kind: 'signed-in' });

/** Active members of the clinic in the path (`c/:clinic/…`) with at least one of these roles. */
export const clinic = (...roles: readonly [Role, ...Role[]]): Access => ({ kind: 'clinic', roles });

/**
 * Also for who came by a link to a check-in and showed no password. Such a sign-in opens nothing that is not marked
 * so: what is asked today, and what is needed to answer it.
 */
export function alsoByCheckIn(access: Access): Access {
  return access.kind === 'signed-in' || access.kind === 'clinic' ? { ...access, byCheckIn: true } : access;
}

/**
 * A tablet that was handed to a patient, by the cookie it got for that; no sign-in opens these routes, and this cookie
 * opens no others. `evenLate`: also when its time has run out, so that what was answered is not lost.
 */
export const kiosk = ({ evenLate = false } = {}): Access => ({ kind: 'kiosk', evenLate });
