import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { newToken, tokenHash } from '../access/sign-in-cookie.js';
import type { Reach } from '../access/sign-in-limits.js';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';

/** A sign-in that was just made; its token goes into the cookie and is nowhere else. */
export interface NewSignIn {
  readonly id: string;
  readonly token: string;
}

const reachRow = z.object({ staff: z.boolean() });

/** Begins and ends sign-ins. */
@Injectable()
export class SignIns {
  constructor(private readonly clock: Clock) {}

  /** Whoever is staff in any clinic has the shorter limits everywhere. */
  async begin(sql: Sql, accountId: string): Promise<NewSignIn> {
    const found = await sql.find(
      reachRow,
      `select exists (select from membership where account_id = $1 and state = 'active' and roles <> array['patient']) as staff`,
      [accountId],
    );
    return this.insert(sql, accountId, found?.staff === false ? 'patient' : 'staff', null);
  }

  /** For who showed a link and no password: only what is asked today, in that clinic. */
  async beginCheckIn(sql: Sql, accountId: string, clinicId: string): Promise<NewSignIn> {
    return this.insert(sql, accountId, 'check-in', clinicId);
  }

  private async insert(
    sql: Sql,
    accountId: string,
    reach: Reach,
    clinicId: string | null,
  ): Promise<NewSignIn> {
    const [id, token, now] = [newId(), newToken(), this.clock.now()];
    await sql.execute(
      `insert into sign_in (id, token_hash, account_id, reach, clinic_id, created_at, last_active_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [id, tokenHash(token), accountId, reach, clinicId, now],
    );
    return { id, token };
  }

  /** Ends the sign-in of a token, if there is one that runs; gives its account. */
  async endByToken(sql: Sql, token: string): Promise<string | null> {
    const [ended] = await sql.query(
      z.object({ account_id: z.string() }),
      `update sign_in set ended_at = $2 where token_hash = $1 and ended_at is null returning account_id`,
      [tokenHash(token), this.clock.now()],
    );
    return ended?.account_id ?? null;
  }

  /** Ends every sign-in of an account, but for one where said. */
  async endAll(
    sql: Sql,
    accountId: string,
    { except = null }: { except?: string | null } = {},
  ): Promise<void> {
    await sql.execute(
      `update sign_in set ended_at = $2 where account_id = $1 and ended_at is null and id is distinct from $3::uuid`,
      [accountId, this.clock.now(), except],
    );
  }
}
