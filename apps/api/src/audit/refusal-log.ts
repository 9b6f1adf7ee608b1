import { Injectable } from '@nestjs/common';
import type { Entry } from '../access/entry.js';
import { AppDatabaseAside } from '../database/app-database.js';
import { IdentityDatabaseAside } from '../database/identity-database.js';
import { newId } from '../database/ids.js';
import { AuditLog } from './audit-log.js';

/** A request that came to nothing. */
export interface Refusal {
  readonly entry: Entry;
  readonly at: Date;
  readonly action: string;
  readonly route: string;
  readonly requestId: string;
  readonly status: number;
  readonly code: string;
}

/**
 * Writes down what was refused or failed, after the request's own transaction was rolled back and on connections of
 * its own. Members are written into their clinic's audit, others with an account among the identity events.
 */
@Injectable()
export class RefusalLog {
  constructor(
    private readonly app: AppDatabaseAside,
    private readonly identity: IdentityDatabaseAside,
    private readonly audit: AuditLog,
  ) {}

  async write({ entry, status, code, ...refusal }: Refusal): Promise<void> {
    const { account, principal, clinic } = entry;
    if (account === null) return;
    if (principal !== null) {
      await this.app.transaction(principal, (sql) =>
        this.audit.write(sql, {
          principal,
          ...refusal,
          patientIds: new Set(),
          outcome: status === 403 || status === 404 ? 'refused' : 'failed',
          detail: { status, code },
        }),
      );
      return;
    }
    await this.identity.execute(
      `insert into identity_event (id, at, account_id, clinic_id, action, detail, request_id)
       values ($1, $2, $3, $4, 'request-refused', $5, $6)`,
      [
        newId(),
        refusal.at,
        account.id,
        clinic?.id ?? null,
        { route: refusal.route, status, code },
        refusal.requestId,
      ],
    );
  }
}
