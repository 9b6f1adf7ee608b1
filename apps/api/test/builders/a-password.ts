import { hashSync } from '@node-rs/argon2';
import type { SignedIn, TestApp } from '../test-app.js';

/** Gives an account a password; made cheaply, because only checking it is of interest. */
export async function withPassword(app: TestApp, member: SignedIn, password: string): Promise<SignedIn> {
  const hash = hashSync(password, { memoryCost: 1_024, timeCost: 2, parallelism: 1 });
  await app.sql(`update account set password_hash = $2, password_changed_at = $3 where id = $1`, [
    member.accountId,
    hash,
    app.clock.now(),
  ]);
  return member;
}
