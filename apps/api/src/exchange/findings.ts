import { importRules, type FindingLevel, type ImportRuleId } from '@courseline/contracts';

/** What an import found in a row. */
export interface Finding {
  readonly line: number;
  /** The column, or the instrument. */
  readonly field: string;
  readonly rule: ImportRuleId;
  readonly message: string;
}

export function levelOf(rule: ImportRuleId): FindingLevel {
  return importRules[rule].level;
}

/** A cell in a sentence: short enough to read, in quotes. */
export function quotedCell(cell: string): string {
  const short = cell.length <= 40 ? cell : `${cell.slice(0, 40)}…`;
  return cell === '' ? 'An empty cell' : `"${short}"`;
}
