import type { Role } from '@courseline/contracts';
import { newToken, tokenHash } from '../../src/access/sign-in-cookie.js';
import { newId } from '../../src/database/ids.js';
import type { SignedIn, TestApp } from '../test-app.js';
import type { TestClinic } from './a-clinic.js';

export interface MemberWishes {
  readonly name?: string;
  readonly email?: string;
  readonly state?: 'invited' | 'active' | 'left';
  /** The patient whose record the person's own is; needed for the role patient. */
  readonly patientId?: string;
}

/** A signed-in member of a clinic, with an account of their own that has no password. */
export async function aMember(
  app: TestApp,
  clinic: TestClinic,
  roles: readonly Role[],
  wishes: MemberWishes = {},
): Promise<SignedIn> {
  const accountId = newId();
  const {
    name = `Member ${roles.join(' ')}`,
    email = `${accountId}@example.org`,
    state = 'active',
    patientId = null,
  } = wishes;
  await app.sql(`insert into account (id, email, name, created_at) values ($1, $2, $3, $4)`, [
    accountId,
    email,
    name,
    app.clock.now(),
  ]);
  await joins(app, clinic, { accountId, name, roles, state, patientId });
  const token = await signsIn(app, accountId, roles.includes('patient') ? 'patient' : 'staff');
  return { accountId, email, token };
}

/** Makes an account a member of a further clinic. */
export async function joins(
  app: TestApp,
  clinic: TestClinic,
  member: {
    accountId: string;
    name: string;
    roles: readonly Role[];
    state?: string;
    patientId?: string | null;
  },
): Promise<void> {
  await app.sql(
    `insert into membership (clinic_id, account_id, roles, state, patient_id, version, changed_at)
     values ($1, $2, $3, $4, $5, 1, $6)`,
    [
      clinic.id,
      member.accountId,
      member.roles,
      member.state ?? 'active',
      member.patientId ?? null,
      app.clock.now(),
    ],
  );
  await app.sql(`insert into member_name (clinic_id, account_id, name) values ($1, $2, $3)`, [
    clinic.id,
    member.accountId,
    member.name,
  ]);
}

/** A new sign-in of an account; its token is the cookie's. */
export async function signsIn(app: TestApp, accountId: string, reach: 'staff' | 'patient'): Promise<string> {
  const token = newToken();
  const now = app.clock.now();
  await app.sql(
    `insert into sign_in (id, token_hash, account_id, reach, created_at, last_active_at) values ($1, $2, $3, $4, $5, $5)`,
    [newId(), tokenHash(token), accountId, reach, now],
  );
  return token;
}
