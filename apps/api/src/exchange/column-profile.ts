import {
  dayFormats,
  delimiters,
  type ColumnProfile,
  type DayFormat,
  type Delimiter,
} from '@courseline/contracts';
import { dayInCell, numberIn } from './cell-values.js';
import { readTable, type Bytes } from './csv-reader.js';

export interface FileProfile {
  readonly delimiter: Delimiter;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

/** More different cells than these are no codes. */
const mostValues = 30;
const longestValue = 60;
const mostExamples = 3;

/** What stands in each column, over the whole file, in memory that does not grow with it. */
export async function profileOf(bytes: Bytes, delimiter: Delimiter): Promise<FileProfile> {
  const { columns, rows } = await readTable(bytes, delimiter);
  const seen = columns.map((name) => new SeenColumn(name));
  let count = 0;
  for await (const { cells } of rows) {
    count += 1;
    for (const [index, column] of seen.entries()) column.see(cells[index] ?? '');
  }
  return { delimiter, rows: count, columns: seen.map((column) => column.profile()) };
}

/** What separates the cells of a file: the sign that stands oftenest in its first line, outside quotes. */
export function delimiterOf(start: Uint8Array): Delimiter {
  const [line = ''] = new TextDecoder().decode(start).split(/\r\n|\n|\r/, 1);
  const bare = line.replace(/"[^"]*"/g, '');
  const counted = delimiters.map((sign) => ({ sign, times: bare.split(sign).length }));
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).sign;
}

class SeenColumn {
  private empty = 0;
  private readonly values = new Set<string>();
  private formats: readonly DayFormat[] = dayFormats;
  private numeric = true;

  constructor(private readonly name: string) {}

  see(cell: string): void {
    if (cell === '') {
      this.empty += 1;
      return;
    }
    // A cell that was seen says nothing new.
    if (this.values.has(cell)) return;
    if (this.values.size <= mostValues) this.values.add(cell);
    if (this.numeric) this.numeric = numberIn(cell) !== null;
    if (this.formats.length > 0)
      this.formats = this.formats.filter((format) => dayInCell(cell, format) !== null);
  }

  profile(): ColumnProfile {
    const values = [...this.values].map((value) => value.slice(0, longestValue));
    const hasAny = values.length > 0;
    return {
      name: this.name,
      empty: this.empty,
      examples: values.slice(0, mostExamples),
      values: values.length > mostValues ? null : values,
      numeric: hasAny && this.numeric,
      dayFormats: hasAny ? [...this.formats] : [],
    };
  }
}
