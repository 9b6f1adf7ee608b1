import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Sql } from '../database/sql.js';

export type CopyCell = string | number | null | readonly (number | null)[];

/**
 * Copies rows into a temporary table of the transaction. Only into such a table: COPY does not go through
 * row-level security, so nothing of the record is ever written by it.
 */
export async function copyIntoTemporary(
  sql: Sql,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly CopyCell[])[],
): Promise<void> {
  const runner = sql.manager.queryRunner;
  if (runner === undefined) throw new Error('Copying needs the connection of a transaction.');
  const client = (await runner.connect()) as PoolClient;
  const names = columns.map(escapeIdentifier).join(', ');
  const target = client.query(copyFrom(`copy pg_temp.${escapeIdentifier(table)} (${names}) from stdin`));
  await pipeline(Readable.from([rows.map(copyLine).join('')]), target);
}

/** One row in the text form of COPY, in which backslash, tab and line breaks mean something. */
export function copyLine(cells: readonly CopyCell[]): string {
  return `${cells.map(cellText).join('\t')}\n`;
}

function cellText(cell: CopyCell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return cell.replace(/[\\\t\n\r]/g, escaped);
  return `{${cell.map((member) => member ?? 'NULL').join()}}`;
}

function escaped(mark: string): string {
  if (mark === '\t') return '\\t';
  if (mark === '\n') return '\\n';
  return mark === '\r' ? '\\r' : '\\\\';
}
