import { z } from 'zod';
import type { AppConfig } from '../config/app-config.js';
import { loginRole } from './credentials.js';
import { Database } from './database.js';
import { Sql } from './sql.js';

/** Who works in which clinic: what the policies of row-level security look at. */
export interface Actor {
  readonly accountId: string;
  readonly clinicId: string;
}

export interface WorkLimits {
  /** Longer than an ordinary request's, for exports, imports and the loading of outcomes. */
  readonly statementSeconds?: number;
  /** Every statement sees the same moment. */
  readonly snapshot?: boolean;
}

/** Thrown when a connection from the pool still carries somebody's context. */
export class ContextLeftBehindError extends Error {
  constructor() {
    super('A database connection came back with the context of an earlier request.');
    this.name = 'ContextLeftBehindError';
  }
}

const before = z.object({ account: z.string().nullable(), clinic: z.string().nullable() });

/** Patients' data, always as one person in one clinic: without both, row-level security shows nothing. */
export class AppDatabase extends Database {
  constructor(config: AppConfig, { connections, name }: { connections: number; name: string }) {
    super({ url: loginRole(config, 'app').url, name, connections }, 'app');
  }

  /** Runs the work in one transaction as the actor. Work without an actor sees no clinic's rows. */
  async transaction<T>(
    actor: Actor | null,
    work: (sql: Sql) => Promise<T>,
    { statementSeconds, snapshot }: WorkLimits = {},
  ): Promise<T> {
    return this.inTransaction(async (manager) => {
      const sql = new Sql(manager);
      if (snapshot === true) await sql.execute('set transaction isolation level repeatable read');
      const earlier = await sql.find(
        before,
        `select nullif(current_setting('app.account_id', true), '') as account,
           nullif(current_setting('app.clinic_id', true), '') as clinic,
           set_config('app.account_id', $1, true), set_config('app.clinic_id', $2, true)`,
        [actor?.accountId ?? '', actor?.clinicId ?? ''],
      );
      if (earlier === null || earlier.account !== null || earlier.clinic !== null)
        throw new ContextLeftBehindError();
      if (statementSeconds !== undefined) {
        await sql.execute(
          `select set_config('statement_timeout', $1, true), set_config('idle_in_transaction_session_timeout', $1, true)`,
          [`${statementSeconds}s`],
        );
      }
      return work(sql);
    });
  }
}

/** Few connections of its own for what is written after a request's transaction was rolled back. */
export class AppDatabaseAside extends AppDatabase {}
