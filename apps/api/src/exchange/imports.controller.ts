import type { Readable } from 'node:stream';
import { Body, Controller, Get, Headers, Param, Post, Query, Res } from '@nestjs/common';
import {
  FILE_NAME_HEADER,
  findingsQuerySchema,
  findingsSchema,
  importBatchSchema,
  importCheckSchema,
  importCommitSchema,
  importDetailSchema,
  importListSchema,
  importParamsSchema,
  importPreviewSchema,
  voidedImportSchema,
  voidingSchema,
  type Findings,
  type FindingsQuery,
  type ImportBatch,
  type ImportCheck,
  type ImportCommit,
  type ImportDetail,
  type ImportList,
  type ImportParams,
  type ImportPreview,
  type VoidedImport,
  type Voiding,
} from '@courseline/contracts';
import type { FastifyReply } from 'fastify';
import { clinic } from '../access/access.js';
import { RequestContext } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { UnitOfWork } from '../http/unit-of-work.js';
import { csvLine, inertCell } from './csv-writer.js';
import { ImportSlots } from './import-slots.js';
import { ImportsService } from './imports.service.js';

/** Minutes, not seconds: a hundred thousand rows are read, compared with the record and written. */
const statementSeconds = 900;

@Controller('c/:clinic/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly slots: ImportSlots,
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Route({ access: clinic('director'), response: importListSchema, audit: 'imports.list' })
  list(): Promise<ImportList> {
    return this.imports.list();
  }

  @Post()
  @Route({
    access: clinic('director'),
    upload: 'text/csv',
    response: importDetailSchema,
    status: 201,
    idempotent: true,
    statementSeconds,
    audit: 'import.upload',
  })
  upload(
    @Body() body: Readable | undefined,
    @Headers(FILE_NAME_HEADER) fileName: string | undefined,
  ): Promise<ImportDetail> {
    return this.slots.use(() => this.imports.upload(nameOfFile(fileName), body ?? []));
  }

  @Get(':batch')
  @Route({
    access: clinic('director'),
    params: importParamsSchema,
    response: importDetailSchema,
    audit: 'import.read',
  })
  detail(@Param() { batch }: ImportParams): Promise<ImportDetail> {
    return this.imports.detail(batch);
  }

  @Post(':batch/preview')
  @Route({
    access: clinic('director'),
    params: importParamsSchema,
    body: importCheckSchema,
    response: importPreviewSchema,
    audit: 'import.preview',
  })
  preview(@Param() { batch }: ImportParams, @Body() { mapping }: ImportCheck): Promise<ImportPreview> {
    return this.imports.preview(batch, mapping);
  }

  @Post(':batch/check')
  @Route({
    access: clinic('director'),
    params: importParamsSchema,
    body: importCheckSchema,
    response: importDetailSchema,
    statementSeconds,
    audit: 'import.check',
  })
  check(@Param() { batch }: ImportParams, @Body() { mapping }: ImportCheck): Promise<ImportDetail> {
    return this.slots.use(() => this.imports.check(batch, mapping));
  }

  @Get(':batch/findings')
  @Route({
    access: clinic('director'),
    params: importParamsSchema,
    query: findingsQuerySchema,
    response: findingsSchema,
    audit: 'import.read-findings',
  })
  listFindings(@Param() { batch }: ImportParams, @Query() query: FindingsQuery): Promise<Findings> {
    return this.imports.listFindings(batch, query);
  }

  @Get(':batch/findings.csv')
  @Route({
    access: clinic('director'),
    params: importParamsSchema,
    stream: true,
    audit: 'import.download-findings',
  })
  async downloadFindings(@Param() { batch }: ImportParams, @Res() reply: FastifyReply): Promise<void> {
    const findings = await this.work.run(this.context.scope, () => this.imports.allFindings(batch));
    const rows = findings.map(({ line, level, field, rule, message }) =>
      csvLine([String(line), level, inertCell(field), rule, inertCell(message)]),
    );
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="import-findings.csv"')
      .send(`\uFEFF${csvLine(['line', 'level', 'field', 'rule', 'message'])}${rows.join('')}`);
  }

  @Post(':batch/commit')
  @Route({
    access: clinic('director'),
    params: importParamsSchema,
    body: importCommitSchema,
    response: importBatchSchema,
    idempotent: true,
    statementSeconds,
    audit: 'import.commit',
  })
  commit(@Param() { batch }: ImportParams, @Body() { leaveOut }: ImportCommit): Promise<ImportBatch> {
    return this.slots.use(() => this.imports.commit(batch, leaveOut));
  }

  @Post(':batch/void')
  @Route({
    access: clinic('director'),
    params: importParamsSchema,
    body: voidingSchema,
    response: voidedImportSchema,
    idempotent: true,
    statementSeconds,
    audit: 'import.void',
  })
  void(@Param() { batch }: ImportParams, @Body() { reason }: Voiding): Promise<VoidedImport> {
    return this.slots.use(() => this.imports.void(batch, reason));
  }
}

const longestFileName = 200;

/** The name as a person knows it, for showing only: nothing is ever stored or opened under it. */
function nameOfFile(header: string | undefined): string {
  const decoded = decode(header ?? '');
  const name = decoded
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\p{Cc}|\p{Cf}|\p{Surrogate}/gu, '')
    .trim();
  return name === undefined || name === '' ? 'file.csv' : name.slice(0, longestFileName);
}

function decode(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return '';
  }
}
