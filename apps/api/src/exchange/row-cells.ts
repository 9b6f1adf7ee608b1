import type { DayFormat, ImportRuleId } from '@courseline/contracts';
import type { CsvRow } from './csv-reader.js';
import { dayInCell, isPlainText, wholeNumberIn } from './cell-values.js';
import { quotedCell, type Finding } from './findings.js';

/** Where the columns of a mapping stand in a file. */
export type ColumnPlaces = ReadonlyMap<string, number>;

const EARLIEST_DAY = '1990-01-01';

/** The cells of one row by column, and what was found wrong with them so far. */
export class RowCells {
  readonly findings: Finding[] = [];

  constructor(
    private readonly row: CsvRow,
    private readonly places: ColumnPlaces,
    private readonly today: string,
  ) {}

  get line(): number {
    return this.row.line;
  }

  at(column: string): string {
    return this.row.cells[this.places.get(column) ?? -1] ?? '';
  }

  find(field: string, rule: ImportRuleId, message: string): null {
    this.findings.push({ line: this.line, field, rule, message });
    return null;
  }

  /** A day between the earliest and today; a finding and null otherwise. */
  day(column: string, format: DayFormat, earliest = EARLIEST_DAY): string | null {
    const cell = this.at(column);
    if (cell === '') return this.find(column, 'day-missing', 'There is no date.');
    const day = dayInCell(cell, format);
    if (day === null)
      return this.find(column, 'day-not-a-date', `${quotedCell(cell)} is not a date written as ${format}.`);
    return this.possibleDay(column, day, earliest);
  }

  possibleDay(field: string, day: string, earliest = EARLIEST_DAY): string | null {
    if (day >= earliest && day <= this.today) return day;
    return this.find(field, 'day-not-possible', `${day} is not between ${earliest} and today.`);
  }

  wholeNumber(column: string): number | null {
    const cell = this.at(column);
    const value = wholeNumberIn(cell);
    // More than a century of weeks is no count of weeks.
    if (value !== null && Math.abs(value) <= 40_000) return value;
    return this.find(
      column,
      'count-not-a-number',
      `${quotedCell(cell)} is not a whole number of days or weeks.`,
    );
  }

  /** Text as it stands, `''` where the mapping names no column. */
  text(column: string | null, longest: number): string {
    const cell = column === null ? '' : this.at(column);
    if (column !== null && !isPlainText(cell, longest))
      this.find(
        column,
        'text-not-possible',
        `The text has more than ${longest} characters, or control characters.`,
      );
    return cell;
  }

  /** What a code means by the mapping; a finding by the rule and null where it says nothing. */
  coded<Meaning>(column: string, codes: ReadonlyMap<string, Meaning>, rule: ImportRuleId): Meaning | null {
    const cell = this.at(column);
    const meaning = codes.get(cell);
    return meaning ?? this.find(column, rule, `${quotedCell(cell)} has no meaning in the mapping.`);
  }
}
