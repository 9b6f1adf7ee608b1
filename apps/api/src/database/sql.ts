import type { PoolClient } from 'pg';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { StatementNames } from './prepared-statements.js';

/** More than the product has statements, for one process. */
const statementNames = new StatementNames(1_000);

/** Statements on one connection, whose rows are checked before anyone believes them. */
export class Sql {
  constructor(readonly manager: EntityManager) {}

  /** Rows of a statement, each parsed with the schema; dates are `YYYY-MM-DD`, numerics numbers, timestamps Dates. */
  async query<Row extends z.ZodType>(
    row: Row,
    statement: string,
    parameters: readonly unknown[] = [],
  ): Promise<z.output<Row>[]> {
    const { rows } = await this.run(statement, parameters);
    return z.array(row).parse(rows);
  }

  /** The first row, or null when there is none. */
  async find<Row extends z.ZodType>(
    row: Row,
    statement: string,
    parameters: readonly unknown[] = [],
  ): Promise<z.output<Row> | null> {
    const [first] = await this.query(row, statement, parameters);
    return first ?? null;
  }

  /** How many rows a statement changed. */
  async execute(statement: string, parameters: readonly unknown[] = []): Promise<number> {
    const { rowCount } = await this.run(statement, parameters);
    return rowCount ?? 0;
  }

  private async run(text: string, parameters: readonly unknown[]) {
    const runner = this.manager.queryRunner;
    if (runner === undefined) throw new Error('Sql needs the manager of a connection.');
    const client = (await runner.connect()) as PoolClient;
    const name = parameters.length === 0 ? undefined : statementNames.nameOf(text);
    try {
      return await client.query<Record<string, unknown>>({
        ...(name === undefined ? {} : { name }),
        text,
        values: [...parameters],
      });
    } catch (error) {
      throw error instanceof Error ? new QueryFailedError(text, [...parameters], error) : error;
    }
  }
}
