import type { z } from 'zod';
import type { AppConfig } from '../config/app-config.js';
import { loginRole } from './credentials.js';
import { Database } from './database.js';
import { Sql } from './sql.js';

/** Accounts, memberships, sign-ins and links; no patient's data can be reached from here. */
export class IdentityDatabase extends Database {
  constructor(config: AppConfig, { connections, name }: { connections: number; name: string }) {
    super({ url: loginRole(config, 'identity').url, name, connections }, 'identity');
  }

  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.inTransaction((manager) => work(new Sql(manager)));
  }

  /** One statement of its own. */
  async query<Row extends z.ZodType>(
    row: Row,
    statement: string,
    parameters: readonly unknown[] = [],
  ): Promise<z.output<Row>[]> {
    return this.onOneConnection((sql) => sql.query(row, statement, parameters));
  }

  async find<Row extends z.ZodType>(
    row: Row,
    statement: string,
    parameters: readonly unknown[] = [],
  ): Promise<z.output<Row> | null> {
    return this.onOneConnection((sql) => sql.find(row, statement, parameters));
  }

  async execute(statement: string, parameters: readonly unknown[] = []): Promise<number> {
    return this.onOneConnection((sql) => sql.execute(statement, parameters));
  }
}

/** Few connections of its own for throttles and refusals, which must survive what they refuse. */
export class IdentityDatabaseAside extends IdentityDatabase {}
