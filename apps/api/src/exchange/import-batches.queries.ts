import { Injectable } from '@nestjs/common';
import {
  findingLevels,
  importBatchSchema,
  importCountsSchema,
  importFindingSchema,
  importMappingSchema,
  type Findings,
  type FindingsQuery,
  type ImportBatch,
  type ImportFinding,
  type ImportMapping,
} from '@courseline/contracts';
import { z } from 'zod';
import { author, joinMember } from '../clinics/author.js';
import { moment } from '../database/moment.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';

const batchRow = importBatchSchema.extend({
  createdAt: moment(),
  importedAt: moment().nullable(),
  voidedAt: moment().nullable(),
});
const standingRow = batchRow.extend({ run: z.int(), mapping: importMappingSchema.nullable() });

const BATCH = `b.id, b.state, b.file_name as "fileName", b.file_bytes as "fileBytes", b.source,
  ${author('b.created_by', 'm')} as "createdBy", b.created_at as "createdAt", b.imported_at as "importedAt",
  case when b.voided_by is not null then ${author('b.voided_by', 'v')} end as "voidedBy",
  b.voided_at as "voidedAt", b.void_reason as "voidReason", b.counts, b.run, b.mapping,
  exists (select from import_upload u where u.clinic_id = b.clinic_id and u.batch_id = b.id and u.bytes <> '') as "fileKept"`;
const FROM = `from import_batch b ${joinMember('m', 'b.clinic_id', 'b.created_by')}
  ${joinMember('v', 'b.clinic_id', 'b.voided_by')}`;

const FINDINGS = `select line, field, rule, level, message from import_finding
  where clinic_id = $1 and batch_id = $2 and run = $3 and level = any ($4)`;

const pageSize = 50;

export interface StandingBatch extends ImportBatch {
  readonly run: number;
  readonly mapping: ImportMapping | null;
}

export interface NewBatch {
  readonly id: string;
  readonly fileName: string;
  readonly createdAt: Date;
}

/** Imports as they stand, and what they found. */
@Injectable()
export class ImportBatches {
  constructor(private readonly context: RequestContext) {}

  async list(): Promise<ImportBatch[]> {
    return this.context.query(
      batchRow,
      `select ${BATCH} ${FROM} where b.clinic_id = $1 order by b.created_at desc, b.id desc limit 200`,
      [this.context.clinic.id],
    );
  }

  /** Throws `not-found`. */
  async get(batchId: string): Promise<StandingBatch> {
    const found = await this.context.find(
      standingRow,
      `select ${BATCH} ${FROM} where b.clinic_id = $1 and b.id = $2`,
      [this.context.clinic.id, batchId],
    );
    if (found === null) throw new DomainError('not-found');
    return found;
  }

  /**
   * As `get`, and nobody else changes an import of the clinic until the transaction ends: two at once would not
   * see each other's rows.
   */
  async getAlone(batchId: string): Promise<StandingBatch> {
    const locked = await this.context.find(
      z.object({ locked: z.boolean() }),
      `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked`,
      [`import ${this.context.clinic.id}`],
    );
    if (locked?.locked !== true)
      throw new DomainError('unavailable', {
        detail: 'Another import of this clinic is under way.',
        extra: { retryAfterSeconds: 10 },
      });
    return this.get(batchId);
  }

  async insert({ id, fileName, createdAt }: NewBatch): Promise<void> {
    const { clinic, principal } = this.context;
    await this.context.execute(
      `insert into import_batch (clinic_id, id, file_name, file_sha256, file_bytes, state, run, created_by, created_at)
       values ($1, $2, $3, '', 0, 'uploaded', 0, $4, $5)`,
      [clinic.id, id, fileName, principal.accountId, createdAt],
    );
  }

  /** What is known of a file once it has come in. */
  async describeFile(batchId: string, bytes: number, sha256: string): Promise<void> {
    await this.context.execute(
      `update import_batch set file_bytes = $3, file_sha256 = $4 where clinic_id = $1 and id = $2`,
      [this.context.clinic.id, batchId, bytes, sha256],
    );
  }

  async markChecked(batchId: string, run: number, mapping: ImportMapping, counts: unknown): Promise<void> {
    await this.context.execute(
      `update import_batch set state = 'checked', run = $3, source = $4, mapping = $5, counts = $6
        where clinic_id = $1 and id = $2`,
      [this.context.clinic.id, batchId, run, mapping.source, mapping, importCountsSchema.parse(counts)],
    );
  }

  async markImported(batchId: string, at: Date): Promise<void> {
    await this.context.execute(
      `update import_batch set state = 'imported', imported_at = $3 where clinic_id = $1 and id = $2`,
      [this.context.clinic.id, batchId, at],
    );
  }

  async markVoided(batchId: string, at: Date, reason: string): Promise<void> {
    const { clinic, principal } = this.context;
    await this.context.execute(
      `update import_batch set state = 'voided', voided_by = $3, voided_at = $4, void_reason = $5
        where clinic_id = $1 and id = $2`,
      [clinic.id, batchId, principal.accountId, at, reason],
    );
  }

  /** Mappings of imports that stand, the latest first. */
  async listMappings(): Promise<ImportMapping[]> {
    const found = await this.context.query(
      z.object({ mapping: importMappingSchema }),
      `select mapping from import_batch where clinic_id = $1 and state = 'imported'
        order by imported_at desc, id desc limit 20`,
      [this.context.clinic.id],
    );
    return found.map(({ mapping }) => mapping);
  }

  /** Whether anybody is registered in the clinic. */
  async hasPatients(): Promise<boolean> {
    const found = await this.context.find(
      z.object({ there: z.boolean() }),
      `select exists (select from current_patient where clinic_id = $1) as there`,
      [this.context.clinic.id],
    );
    return found?.there === true;
  }

  async listFindings(batch: StandingBatch, { level, skip }: FindingsQuery): Promise<Findings> {
    const ofRun = [
      this.context.clinic.id,
      batch.id,
      batch.run,
      level === undefined ? findingLevels : [level],
    ];
    const findings = await this.context.query(
      importFindingSchema,
      `${FINDINGS} order by line, position limit $5 offset $6`,
      [...ofRun, pageSize, skip],
    );
    const counted = await this.context.find(
      z.object({ total: z.int() }),
      `select count(*) as total from (${FINDINGS}) f`,
      ofRun,
    );
    return { findings, total: counted?.total ?? 0 };
  }

  async allFindings(batch: StandingBatch): Promise<ImportFinding[]> {
    return this.context.query(importFindingSchema, `${FINDINGS} order by line, position`, [
      this.context.clinic.id,
      batch.id,
      batch.run,
      findingLevels,
    ]);
  }
}
