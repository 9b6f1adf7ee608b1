import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { passwordFlaw } from './password-rules.js';
import { Passwords } from './passwords.js';

const accountRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  password_hash: z.string().nullable(),
  password_changed_at: z.date().nullable(),
  disabled_at: z.date().nullable(),
  /** Whether the account is an active member of any clinic. */
  belongs: z.boolean(),
});
export type Account = z.infer<typeof accountRow>;

const columns = `a.id, a.email, a.name, a.password_hash, a.password_changed_at, a.disabled_at,
  exists (select from membership m where m.account_id = a.id and m.state = 'active') as belongs`;

/** Accounts and their passwords. */
@Injectable()
export class Accounts {
  constructor(
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  async findByEmail(sql: Sql, email: string): Promise<Account | null> {
    return sql.find(accountRow, `select ${columns} from account a where a.email = $1`, [email]);
  }

  async get(sql: Sql, id: string): Promise<Account> {
    const account = await sql.find(accountRow, `select ${columns} from account a where a.id = $1`, [id]);
    if (account === null) throw new DomainError('not-found');
    return account;
  }

  /** What is stored of a password that somebody chose, if it may be used; `pointer` is its place in the request. */
  async hashChosen(password: string, words: readonly string[], pointer: string): Promise<string> {
    const flaw = passwordFlaw(password, { words });
    if (flaw !== null) throw new DomainError('password-refused', { errors: [{ pointer, detail: flaw }] });
    return this.passwords.hash(password);
  }

  async setPasswordHash(sql: Sql, accountId: string, hash: string): Promise<void> {
    await sql.execute(`update account set password_hash = $2, password_changed_at = $3 where id = $1`, [
      accountId,
      hash,
      this.clock.now(),
    ]);
  }
}
