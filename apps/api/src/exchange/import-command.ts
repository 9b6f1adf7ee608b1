import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Injectable } from '@nestjs/common';
import { importMappingSchema, roles, type ImportMapping } from '@courseline/contracts';
import { z } from 'zod';
import { IdentityDatabase } from '../database/identity-database.js';
import { newId } from '../database/ids.js';
import { DomainError } from '../http/domain-error.js';
import type { RequestScope } from '../http/request-context.js';
import { UnitOfWork } from '../http/unit-of-work.js';
import { importReport } from './import-report.js';
import { ImportsService, StoppedImportError } from './imports.service.js';

/** Thrown when the command cannot be carried out as it was given; says why. */
export class ImportCommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImportCommandError';
  }
}

export interface ImportOrder {
  readonly file: string;
  readonly mapping: string;
  readonly clinic: string;
  readonly email: string;
  readonly isDryRun: boolean;
  readonly leaveOut: number;
}

const usage =
  'Usage: import FILE --mapping MAPPING.json --clinic SLUG --as EMAIL [--dry-run] [--leave-out NUMBER OF REFUSED ROWS]';

/** Hours: the command line takes files of any size. */
const statementSeconds = 4 * 60 * 60;

export function importOrder(args: readonly string[]): ImportOrder {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      mapping: { type: 'string' },
      clinic: { type: 'string' },
      as: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'leave-out': { type: 'string', default: '0' },
    },
  });
  const [file, ...more] = positionals;
  const { mapping, clinic, as: email } = values;
  const leaveOut = Number(values['leave-out']);
  if (
    file === undefined ||
    more.length > 0 ||
    mapping === undefined ||
    clinic === undefined ||
    email === undefined
  )
    throw new ImportCommandError(usage);
  if (!Number.isSafeInteger(leaveOut) || leaveOut < 0) throw new ImportCommandError(usage);
  return { file, mapping, clinic, email, isDryRun: values['dry-run'], leaveOut };
}

export interface ImportOutcome {
  readonly done: boolean;
  readonly words: string;
}

const memberRow = z.object({
  account_id: z.string(),
  clinic_id: z.string(),
  slug: z.string(),
  name: z.string(),
  time_zone: z.string(),
  locale: z.string(),
  weight_unit: z.enum(['kg', 'lb']),
  roles: z.array(z.enum(roles)),
});

/** Imports a file from the command line, as a director of the clinic and under the same policies as on the page. */
@Injectable()
export class ImportCommand {
  constructor(
    private readonly identity: IdentityDatabase,
    private readonly work: UnitOfWork,
    private readonly imports: ImportsService,
  ) {}

  async carryOut(order: ImportOrder): Promise<ImportOutcome> {
    const mapping = await readMapping(order.mapping);
    const scope = await this.scopeOf(order);
    const { size, sha256 } = await fingerprint(order.file);
    const file = { fileName: basename(order.file), size, sha256, mapping, leaveOut: order.leaveOut };
    const started = async () =>
      this.imports.importDirectly({ ...file, bytes: createReadStream(order.file), isDryRun: order.isDryRun });
    try {
      const batch = await this.work.run(scope, started, { statementSeconds });
      const report = batch.counts === null ? '' : importReport(batch.counts, []);
      return { done: true, words: `${file.fileName} was imported (${batch.id}).\n${report}` };
    } catch (error) {
      if (error instanceof DomainError) throw new ImportCommandError(wordsOf(error));
      if (!(error instanceof StoppedImportError)) throw error;
      await this.work.run(scope, async () => Promise.resolve());
      const { counts, findings } = error;
      const good = counts.refusedRows === order.leaveOut;
      const heading = order.isDryRun
        ? `Dry run of ${file.fileName}. Nothing was changed.`
        : `${file.fileName} was not imported. ${refusedWords(counts.refusedRows, order.leaveOut)}`;
      return { done: order.isDryRun && good, words: `${heading}\n${importReport(counts, findings)}` };
    }
  }

  private async scopeOf({ email, clinic: slug, isDryRun }: ImportOrder): Promise<RequestScope> {
    const found = await this.identity.find(
      memberRow,
      `select a.id as account_id, c.id as clinic_id, c.slug, c.name, c.time_zone, c.locale, c.weight_unit, m.roles
         from account a
         join membership m on m.account_id = a.id and m.state = 'active'
         join clinic c on c.id = m.clinic_id and c.slug = $2
        where a.email = $1 and a.disabled_at is null`,
      [email.trim().toLowerCase(), slug],
    );
    if (found?.roles.includes('director') !== true)
      throw new ImportCommandError(`${email} is no director of a clinic called ${slug}.`);
    return {
      requestId: newId(),
      route: 'command import',
      action: isDryRun ? 'import.check' : 'import.commit',
      account: null,
      principal: {
        accountId: found.account_id,
        clinicId: found.clinic_id,
        roles: found.roles,
        patientId: null,
      },
      clinic: {
        id: found.clinic_id,
        slug: found.slug,
        name: found.name,
        timeZone: found.time_zone,
        locale: found.locale,
        weightUnit: found.weight_unit,
      },
    };
  }
}

async function readMapping(path: string): Promise<ImportMapping> {
  const parsed = importMappingSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ImportCommandError(['The mapping is not as it must be:', ...faults].join('\n'));
}

async function fingerprint(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex') };
}

function refusedWords(refused: number, leaveOut: number): string {
  return `${refused} rows are refused; to import the others, add --leave-out ${refused}${
    leaveOut === 0 ? '' : ` (it was ${leaveOut})`
  }.`;
}

function wordsOf(error: DomainError): string {
  const faults = error.errors.map(({ detail }) => `  ${detail}`);
  return [error.detail ?? error.code, ...faults].join('\n');
}
