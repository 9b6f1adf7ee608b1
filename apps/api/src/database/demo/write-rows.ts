import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine, type CopyValue } from './copy-text.js';
import { demoTables, type DemoRows } from './demo-rows.js';

/** Long enough that a chunk costs little, short enough to stay in memory unnoticed. */
const LINES_IN_A_CHUNK = 500;

/** Copies a batch into its tables, parents first. COPY does not pass row-level security: only for who stands above it. */
export async function writeRows(client: Client, batch: DemoRows): Promise<void> {
  for (const table of demoTables) {
    const rows: readonly object[] = batch.of(table);
    const [first] = rows;
    if (first !== undefined) await copyRows(client, table, Object.keys(first), rows);
  }
}

async function copyRows(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const names = columns.map(escapeIdentifier).join(', ');
  const target = client.query(copyFrom(`copy ${escapeIdentifier(table)} (${names}) from stdin`));
  await pipeline(Readable.from(chunks(columns, rows)), target);
}

function* chunks(columns: readonly string[], rows: readonly object[]): Generator<string> {
  for (let start = 0; start < rows.length; start += LINES_IN_A_CHUNK) {
    const lines = rows
      .slice(start, start + LINES_IN_A_CHUNK)
      .map((row) => copyLine(valuesOf(row as Readonly<Record<string, CopyValue>>, columns)));
    yield lines.join('');
  }
}

function valuesOf(row: Readonly<Record<string, CopyValue>>, columns: readonly string[]): CopyValue[] {
  return columns.map((column) => {
    const value = row[column];
    if (value === undefined) throw new RangeError(`A row has no ${column}.`);
    return value;
  });
}
