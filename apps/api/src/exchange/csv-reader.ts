import { Readable } from 'node:stream';
import type { Delimiter } from '@courseline/contracts';
import { CsvError as ParserError, parse, type Info } from 'csv-parse';

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface CsvRow {
  /** The first line of the row in the file, the header being line 1. */
  readonly line: number;
  /** Without spaces at their ends. */
  readonly cells: readonly string[];
}

export type UnreadableReason =
  'not-utf-8' | 'no-header' | 'repeated-column' | 'broken-quotes' | 'row-too-long' | 'no-text';

/** Thrown for a file that is no table; says where and why. */
export class UnreadableFileError extends Error {
  constructor(
    readonly reason: UnreadableReason,
    readonly line: number | null,
    message: string,
  ) {
    super(message);
    this.name = 'UnreadableFileError';
  }
}

/** A row longer than this is a quote that was never closed. */
const longestRow = 262_144;

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: Pick<Info, 'lines'>;
}

/**
 * The rows of a CSV file, the header first, one at a time: the file is never in memory as a whole. Blank rows are
 * left out. Throws `UnreadableFileError` at the place where the file stops being a table.
 */
export async function* readCsv(bytes: Bytes, delimiter: Delimiter): AsyncGenerator<CsvRow, void, undefined> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: longestRow,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(asUtf8(bytes), { objectMode: false });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let before = 0;
  try {
    for await (const parsed of parser as AsyncIterable<ParsedRecord>) {
      const { record, info } = parsed;
      const line = firstLine(before, info.lines, record);
      before = info.lines;
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) yield { line, cells };
    }
  } catch (error) {
    throw unreadable(error);
  } finally {
    source.destroy();
  }
}

/** The header of a CSV file and the rows below it. Throws `UnreadableFileError` where there is no usable header. */
export async function readTable(
  bytes: Bytes,
  delimiter: Delimiter,
): Promise<{ columns: readonly string[]; rows: AsyncGenerator<CsvRow, void, undefined> }> {
  const rows = readCsv(bytes, delimiter);
  const header = await rows.next();
  if (header.done === true) throw new UnreadableFileError('no-header', 1, 'The file is empty.');
  const columns = header.value.cells;
  const repeated = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (repeated !== undefined) {
    await rows.return();
    throw new UnreadableFileError(
      'repeated-column',
      header.value.line,
      `Two columns are called "${repeated}".`,
    );
  }
  return { columns, rows };
}

/** A cell may hold line breaks of its own, so a row can begin lines before it ends. Blank lines before it are not told. */
function firstLine(before: number, end: number, record: readonly string[]): number {
  const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  return Math.max(before + 1, end - breaks);
}

async function* asUtf8(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) {
    checkUtf8(() => decoder.decode(chunk, { stream: true }));
    if (chunk.includes(0)) throw new UnreadableFileError('no-text', null, 'The file is not text.');
    yield chunk;
  }
  checkUtf8(() => decoder.decode());
}

function checkUtf8(decode: () => string): void {
  try {
    decode();
  } catch {
    throw new UnreadableFileError(
      'not-utf-8',
      null,
      'The file is not UTF-8. Save it as "CSV UTF-8" and try again.',
    );
  }
}

function unreadable(error: unknown): unknown {
  if (!(error instanceof ParserError)) return error;
  const line = typeof error['lines'] === 'number' ? error['lines'] : null;
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? new UnreadableFileError('row-too-long', line, 'A row is too long: a quote is probably never closed.')
    : new UnreadableFileError('broken-quotes', line, 'The quotes of a cell are not closed as they must be.');
}
