import { Injectable } from '@nestjs/common';
import type { ImportCounts, ImportMapping } from '@courseline/contracts';
import { dayIn } from '../clinics/clinic-calendar.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { ITEM_9_RULE_VERSION } from '../safety/item-9-rule.js';
import { readTable, UnreadableFileError, type Bytes } from './csv-reader.js';
import { FindingLog, type RunOfBatch } from './finding-log.js';
import { planImport, type PlanCounts } from './import-plan.js';
import * as writes from './import-writes.sql.js';
import { emptyTallies } from './map-forms.js';
import { MissingColumnsError, rowMapper } from './map-row.js';
import { StagedForms } from './staged-forms.js';

export interface FileToImport {
  readonly batchId: string;
  /** Of the batch's dry runs and import, from 1. */
  readonly run: number;
  readonly mapping: ImportMapping;
  readonly bytes: Bytes;
}

/** Reads a file against the record: a dry run ends there, an import goes on to write what was planned. */
@Injectable()
export class ImportRun {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** What would become of the file. The plan stays until the transaction ends; nothing of the record is changed. */
  async plan({ batchId, run, mapping, bytes }: FileToImport): Promise<ImportCounts> {
    const { sql, clinic } = this.context;
    const log = new FindingLog(sql, { clinicId: clinic.id, batchId, run } satisfies RunOfBatch);
    const read = await this.stage(sql, mapping, bytes, log);
    const planned = await planImport(sql, clinic.id, mapping);
    await log.addPlanned();
    return countsOf(read, planned, log);
  }

  /** Writes what was planned in this transaction, as the person who asked. */
  async write(batchId: string, source: string): Promise<void> {
    const { sql, clinic, principal } = this.context;
    const now = this.clock.now();
    const account = principal.accountId;
    const whole = [clinic.id, batchId, account, now];
    const reason = `An import of ${source} says something else.`;
    await sql.execute(writes.insertPatients, whole);
    await sql.execute(writes.insertPatientRevisions, whole);
    await sql.execute(writes.insertCourses, [clinic.id, batchId, now]);
    await sql.execute(writes.insertCourseRevisions, whole);
    await sql.execute(writes.insertAssessments, [clinic.id, batchId, now]);
    await sql.execute(writes.moveAmendedOn, [clinic.id]);
    await sql.execute(writes.insertAssessmentRevisions, [...whole, reason]);
    await sql.execute(writes.insertHistoricalAlerts, [clinic.id, account, now, ITEM_9_RULE_VERSION]);
    await sql.execute(writes.insertImportRows, [clinic.id, batchId, source]);
    // What is checked at the end is checked now: the next statement makes every other writer of the clinic wait.
    await sql.execute('set constraints all immediate');
    await this.context.bumpClinicVersion();
  }

  private async stage(sql: Sql, mapping: ImportMapping, bytes: Bytes, log: FindingLog): Promise<Staged> {
    const today = dayIn(this.context.clinic.timeZone, this.clock.now());
    const staged = await StagedForms.open(sql);
    const missingAnswers = emptyTallies();
    const read: Staged = { rows: 0, refusedRows: 0, unanswered: 0, missingAnswers };
    try {
      const table = await readTable(bytes, mapping.delimiter);
      const mapRow = rowMapper(mapping, table.columns, today);
      for await (const csvRow of table.rows) {
        const { row, findings } = mapRow(csvRow, missingAnswers);
        read.rows += 1;
        if (row === null) {
          read.refusedRows += 1;
          await log.add(findings);
        } else {
          read.unanswered += row.unanswered;
          await staged.add(row);
        }
      }
    } catch (error) {
      throw fileProblem(error);
    }
    await staged.close();
    return read;
  }
}

interface Staged {
  rows: number;
  refusedRows: number;
  unanswered: number;
  readonly missingAnswers: ImportCounts['missingAnswers'];
}

function countsOf(read: Staged, planned: PlanCounts, log: FindingLog): ImportCounts {
  const { actions } = planned;
  return {
    rows: read.rows,
    refusedRows: read.refusedRows + planned.refused_rows,
    forms: {
      new: actions.new ?? 0,
      amended: actions.amended ?? 0,
      unchanged: actions.unchanged ?? 0,
      repeated: actions.repeated ?? 0,
      skipped: actions.skipped ?? 0,
      refused: actions.refused ?? 0,
      unanswered: read.unanswered,
    },
    patients: {
      new: planned.new_patients,
      known: planned.known_patients,
      withoutName: planned.without_name,
    },
    courses: { new: planned.new_courses, known: planned.known_courses },
    instruments: planned.instruments,
    missingAnswers: read.missingAnswers,
    item9: planned.item_9,
    firstDay: planned.first_day,
    lastDay: planned.last_day,
    findings: log.counts(),
  };
}

/** What is wrong with the file or the mapping, as an answer; anything else stays what it is. */
export function fileProblem(error: unknown): unknown {
  if (error instanceof UnreadableFileError) {
    const place = error.line === null ? '' : ` (line ${error.line})`;
    return new DomainError('file-not-readable', { detail: `${error.message}${place}` });
  }
  if (error instanceof MissingColumnsError) {
    return new DomainError('rule-violated', {
      detail: error.message,
      errors: error.columns.map((name) => ({
        pointer: '/mapping',
        detail: `The file has no column "${name}".`,
      })),
    });
  }
  return error;
}
