import { importRules, importRuleSchema, type ImportRuleId } from '@courseline/contracts';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { levelOf, type Finding } from './findings.js';
import { countPlannedFindings, keepPlannedFindings, planFindings } from './import-plan.sql.js';

/** A file with more findings than these is wrong as a whole; the counts are of all. */
export const mostFindings = 10_000;

const batchSize = 500;
const plannedRow = z.object({ rule: importRuleSchema, rows: z.int() });

export interface RunOfBatch {
  readonly clinicId: string;
  readonly batchId: string;
  readonly run: number;
}

/** Keeps what a dry run or an import finds, the first of it in full and all of it in numbers. */
export class FindingLog {
  private readonly rows = new Map<ImportRuleId, number>();
  private waiting: object[] = [];
  private kept = 0;

  constructor(
    private readonly sql: Sql,
    private readonly run: RunOfBatch,
  ) {}

  /** What was found in one row of the file. */
  async add(findings: readonly Finding[]): Promise<void> {
    for (const rule of new Set(findings.map((finding) => finding.rule))) this.count(rule, 1);
    for (const [position, { line, field, rule, message }] of findings.entries()) {
      if (this.kept === mostFindings) break;
      this.kept += 1;
      this.waiting.push({ line, position, field, rule, level: levelOf(rule), message });
    }
    if (this.waiting.length >= batchSize) await this.flush();
  }

  /** What the comparison with the record found. */
  async addPlanned(): Promise<void> {
    await this.flush();
    await this.sql.execute(planFindings, [this.run.clinicId]);
    for (const { rule, rows } of await this.sql.query(plannedRow, countPlannedFindings))
      this.count(rule, rows);
    const { clinicId, batchId, run } = this.run;
    const room = mostFindings - this.kept;
    await this.sql.execute(keepPlannedFindings, [clinicId, batchId, run, room, JSON.stringify(importRules)]);
  }

  counts(): { rule: ImportRuleId; rows: number }[] {
    return [...this.rows]
      .map(([rule, rows]) => ({ rule, rows }))
      .sort((a, b) => b.rows - a.rows || (a.rule < b.rule ? -1 : 1));
  }

  private count(rule: ImportRuleId, rows: number): void {
    this.rows.set(rule, (this.rows.get(rule) ?? 0) + rows);
  }

  private async flush(): Promise<void> {
    if (this.waiting.length === 0) return;
    const { clinicId, batchId, run } = this.run;
    await this.sql.execute(
      `insert into import_finding (clinic_id, batch_id, run, line, position, field, rule, level, message)
       select $1::uuid, $2::uuid, $3::integer, f.* from jsonb_to_recordset($4::jsonb)
         as f (line bigint, position integer, field text, rule text, level text, message text)`,
      [clinicId, batchId, run, JSON.stringify(this.waiting)],
    );
    this.waiting = [];
  }
}
