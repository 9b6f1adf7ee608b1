import type { DataSource, EntityManager } from 'typeorm';
import { poolOf, type PoolOptions } from './data-source.js';
import { checkRole } from './self-check.js';
import type { Group } from './credentials.js';
import { isRetryable } from './sql-state.js';
import { Sql } from './sql.js';

const attempts = 4;

/** A pool of connections as one role, and units of work on it. */
export abstract class Database {
  private readonly source: DataSource;

  protected constructor(
    options: PoolOptions,
    private readonly group: Group,
  ) {
    this.source = poolOf(options);
  }

  /** Connects, and refuses when the role could get round row-level security. */
  async open(): Promise<void> {
    await this.source.initialize();
    try {
      await this.onOneConnection((sql) => checkRole(sql, this.group));
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  /** Columns and tables as the entities say they are; for the comparison with the database. */
  get entities(): DataSource['entityMetadatas'] {
    return this.source.entityMetadatas;
  }

  /** Runs statements on one connection without a transaction around them. */
  protected async onOneConnection<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work(new Sql(runner.manager));
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs the work in one transaction. When the database gives up because two transactions got in each other's way,
   * the work runs again from its start, at most three times: it must have no effect outside the transaction.
   */
  protected async inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        if (attempt === attempts || !isRetryable(error)) throw error;
      }
    }
  }
}
