import { Injectable } from '@nestjs/common';
import { newId } from '../database/ids.js';
import type { Sql } from '../database/sql.js';
import { IdentityDatabaseAside } from '../database/identity-database.js';
import { Clock } from '../http/clock.js';
import { RequestContext } from '../http/request-context.js';

export type IdentityAction =
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'tablet-handed-over'
  | 'tablet-taken-back'
  | 'password-set'
  | 'password-changed'
  | 'link-made'
  | 'link-used'
  | 'clinic-founded'
  | 'member-invited'
  | 'member-joined'
  | 'roles-changed'
  | 'member-left';

export interface IdentityEvent {
  readonly action: IdentityAction;
  readonly accountId: string | null;
  readonly clinicId?: string | null;
  /** Who did it, when it was not the account itself. */
  readonly by?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** What happens to accounts, sign-ins and memberships, append-only. */
@Injectable()
export class IdentityEvents {
  constructor(
    private readonly aside: IdentityDatabaseAside,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of what happened. */
  async write(
    sql: Sql,
    { action, accountId, clinicId = null, by = null, detail = {} }: IdentityEvent,
  ): Promise<void> {
    await sql.execute(
      `insert into identity_event (id, at, account_id, clinic_id, by_account_id, action, detail, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), this.clock.now(), accountId, clinicId, by, action, detail, this.context.requestId],
    );
  }

  /** On its own, because what it tells of was refused. */
  async writeAside(event: IdentityEvent): Promise<void> {
    await this.aside.transaction((sql) => this.write(sql, event));
  }
}
