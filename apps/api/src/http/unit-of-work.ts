import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { AppDatabase, type WorkLimits } from '../database/app-database.js';
import { Clock } from './clock.js';
import { runAs, type RequestScope, type Work } from './request-context.js';

/** One transaction for one request in a clinic: what is done and that it was done are written together or not at all. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the work as the scope's person in the scope's clinic. Inside it the `RequestContext` is this transaction.
   * It may run more than once, when transactions got in each other's way, so it must have no effect outside.
   */
  async run<T>(scope: RequestScope, work: () => Promise<T>, limits: WorkLimits = {}): Promise<T> {
    const { principal } = scope;
    if (principal === null) throw new Error('A unit of work needs a person in a clinic.');
    return this.database.transaction(
      principal,
      async (sql) => {
        const running: Work = { scope, sql, touched: new Set(), detail: new Map() };
        const done = await runAs(running, work);
        await this.audit.write(sql, {
          principal,
          at: this.clock.now(),
          action: scope.action,
          route: scope.route,
          requestId: scope.requestId,
          patientIds: running.touched,
          outcome: 'done',
          detail: Object.fromEntries(running.detail),
        });
        return done;
      },
      limits,
    );
  }
}
