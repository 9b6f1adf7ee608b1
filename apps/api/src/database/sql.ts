import type { EntityManager, QueryRunner } from 'typeorm';
import { z } from 'zod';

/** Statements on one connection, whose rows are checked before anyone believes them. */
export class Sql {
  constructor(readonly manager: EntityManager) {}

  /** Rows of a statement, each parsed with the schema; dates are `YYYY-MM-DD`, numerics numbers, timestamps Dates. */
  async query<Row extends z.ZodType>(
    row: Row,
    statement: string,
    parameters: readonly unknown[] = [],
  ): Promise<z.output<Row>[]> {
    const { records } = await this.run(statement, parameters);
    return z.array(row).parse(records);
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
    const { affected } = await this.run(statement, parameters);
    return affected ?? 0;
  }

  private async run(statement: string, parameters: readonly unknown[]) {
    const runner: QueryRunner | undefined = this.manager.queryRunner;
    if (runner === undefined) throw new Error('Sql needs the manager of a connection.');
    return runner.query(statement, [...parameters], true);
  }
}
