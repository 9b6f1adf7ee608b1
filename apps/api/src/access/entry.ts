import type { Role } from '@courseline/contracts';
import type { FastifyRequest } from 'fastify';

/** The account behind a request and the sign-in it came with. */
export interface SignedInAccount {
  readonly id: string;
  readonly signInId: string;
  /** Came by a link to a check-in, and reaches only that. */
  readonly byCheckIn?: true;
}

/** A person in a clinic: whom the route serves. */
export interface Principal {
  readonly accountId: string;
  readonly clinicId: string;
  readonly roles: readonly Role[];
  /** The person's own patient record; null for staff. */
  readonly patientId: string | null;
}

/** The clinic in the path. */
export interface CurrentClinic {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly weightUnit: 'kg' | 'lb';
}

/** A tablet in a patient's hands: for whom, in which visit, and what it asks. */
export interface HandOver {
  readonly id: string;
  readonly patientId: string;
  readonly sessionId: string;
  readonly instruments: readonly string[];
  readonly startedAt: Date;
  readonly expiresAt: Date;
  /** Its time had run out when the request came. */
  readonly isLate: boolean;
}

/** What the guard found out about a request: how far it came before it was let in or turned away. */
export interface Entry {
  readonly account: SignedInAccount | null;
  readonly principal: Principal | null;
  readonly clinic: CurrentClinic | null;
  /** Set where the request comes from a tablet that was handed over. */
  readonly handOver?: HandOver;
}

const stranger: Entry = { account: null, principal: null, clinic: null };
const entries = new WeakMap<FastifyRequest, Entry>();

export function noteEntry(request: FastifyRequest, entry: Entry): void {
  entries.set(request, entry);
}

export function entryOf(request: FastifyRequest): Entry {
  return entries.get(request) ?? stranger;
}
