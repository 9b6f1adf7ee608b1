import { Injectable } from '@nestjs/common';
import {
  columnsOf,
  type Findings,
  type FindingsQuery,
  type ImportBatch,
  type ImportCounts,
  type ImportDetail,
  type ImportFinding,
  type ImportList,
  type ImportMapping,
  type ImportPreview,
  type VoidedImport,
} from '@courseline/contracts';
import { dayIn } from '../clinics/clinic-calendar.js';
import { AppConfig } from '../config/app-config.js';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { delimiterOf, profileOf, type FileProfile } from './column-profile.js';
import type { Bytes } from './csv-reader.js';
import { guessMapping } from './guess-mapping.js';
import { ImportBatches, type StandingBatch } from './import-batches.queries.js';
import { ImportPreviews } from './import-preview.js';
import { fileProblem, ImportRun } from './import-run.js';
import { ImportUploads } from './import-uploads.js';
import { ImportVoids } from './import-voids.js';

/** An upload that nobody imported is emptied after so long, in milliseconds. */
const uploadPatience = 7 * 24 * 60 * 60 * 1_000;

/** Imports from the file to the record, and out of it again. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly config: AppConfig,
    private readonly batches: ImportBatches,
    private readonly uploads: ImportUploads,
    private readonly previews: ImportPreviews,
    private readonly importRun: ImportRun,
    private readonly voids: ImportVoids,
  ) {}

  async list(): Promise<ImportList> {
    return { imports: await this.batches.list(), largestUpload: this.config.largestUploadBytes };
  }

  /** Keeps a file until it is imported, and looks at its columns. */
  async upload(fileName: string, body: Bytes): Promise<ImportDetail> {
    const id = newId();
    const now = this.clock.now();
    await this.uploads.emptyOlderThan(new Date(now.getTime() - uploadPatience));
    await this.batches.insert({ id, fileName, createdAt: now });
    const { bytes, sha256 } = await this.uploads.store(id, body);
    await this.batches.describeFile(id, bytes, sha256);
    await this.uploads.keepProfile(id, await this.look(id));
    return this.detail(id);
  }

  async detail(batchId: string): Promise<ImportDetail> {
    const batch = await this.batches.get(batchId);
    const profile = batch.fileKept ? await this.uploads.findProfile(batchId) : null;
    if (profile === null) return { ...batch, fileKept: false, file: null };
    const { rows, columns } = profile;
    return {
      ...batch,
      file: { rows, columns: [...columns], guess: await this.guess(profile, batch.fileName) },
    };
  }

  async preview(batchId: string, mapping: ImportMapping): Promise<ImportPreview> {
    await this.batches.get(batchId);
    return this.previews.preview(mapping, this.uploads.read(batchId), this.today());
  }

  /** A dry run: what would become of the file, and nothing else. */
  async check(batchId: string, mapping: ImportMapping): Promise<ImportDetail> {
    const batch = await this.batches.getAlone(batchId);
    requireOpen(batch);
    const counts = await this.plan({ batch, mapping, bytes: this.uploads.read(batchId) });
    await this.batches.markChecked(batchId, batch.run + 1, mapping, counts);
    return this.detail(batchId);
  }

  /** Everything, but for so many refused rows as were agreed to; or nothing. Done once, however often it is asked. */
  async commit(batchId: string, leaveOut: number): Promise<ImportBatch> {
    const batch = await this.batches.getAlone(batchId);
    if (batch.state === 'imported') return batch;
    requireOpen(batch);
    const { mapping } = batch;
    if (mapping === null) throw new DomainError('conflict', { detail: 'Check the file first.' });
    const counts = await this.plan({ batch, mapping, bytes: this.uploads.read(batchId) });
    const { refusedRows } = counts;
    if (refusedRows !== leaveOut) {
      throw new DomainError('rows-refused', {
        detail: `${refusedRows} rows are refused, ${leaveOut} were agreed to be left out. Nothing was imported.`,
        extra: { refusedRows },
      });
    }
    await this.write(batch, mapping, counts);
    await this.uploads.empty(batchId);
    return this.batches.get(batchId);
  }

  /**
   * A file that is at hand, without keeping it first: the command line. Throws `StoppedImportError`, so that
   * nothing is left of it, when it is a dry run or other rows are refused than were agreed to be left out.
   */
  async importDirectly({ isDryRun, ...file }: DirectFile): Promise<ImportBatch> {
    const id = newId();
    await this.batches.insert({ id, fileName: file.fileName, createdAt: this.clock.now() });
    await this.batches.describeFile(id, file.size, file.sha256);
    const batch = await this.batches.getAlone(id);
    const counts = await this.plan({ batch, ...file });
    if (isDryRun || counts.refusedRows !== file.leaveOut) {
      const { findings } = await this.batches.listFindings({ ...batch, run: batch.run + 1 }, { skip: 0 });
      throw new StoppedImportError(counts, findings);
    }
    await this.write(batch, file.mapping, counts);
    return this.batches.get(id);
  }

  async void(batchId: string, reason: string): Promise<VoidedImport> {
    const batch = await this.batches.getAlone(batchId);
    if (batch.state === 'voided')
      throw new DomainError('conflict', { detail: 'This import was voided already.' });
    const outcome = await this.voids.takeOut(batchId, reason);
    await this.batches.markVoided(batchId, this.clock.now(), reason);
    await this.uploads.empty(batchId);
    this.context.note('import', batchId);
    return { batch: await this.batches.get(batchId), ...outcome };
  }

  async listFindings(batchId: string, query: FindingsQuery): Promise<Findings> {
    return this.batches.listFindings(await this.batches.get(batchId), query);
  }

  async allFindings(batchId: string): Promise<ImportFinding[]> {
    return this.batches.allFindings(await this.batches.get(batchId));
  }

  private plan({ batch, mapping, bytes }: FileOfBatch): Promise<ImportCounts> {
    return this.importRun.plan({ batchId: batch.id, run: batch.run + 1, mapping, bytes });
  }

  private async write(batch: StandingBatch, mapping: ImportMapping, counts: ImportCounts): Promise<void> {
    await this.importRun.write(batch.id, mapping.source);
    await this.batches.markChecked(batch.id, batch.run + 1, mapping, counts);
    await this.batches.markImported(batch.id, this.clock.now());
    this.context.note('import', batch.id);
    this.context.note('forms', counts.forms.new + counts.forms.amended);
    this.context.note('newPatients', counts.patients.new);
  }

  private async look(batchId: string): Promise<FileProfile> {
    try {
      const [start = Buffer.alloc(0)] = await firstPiece(this.uploads.read(batchId));
      return await profileOf(this.uploads.read(batchId), delimiterOf(start));
    } catch (error) {
      throw fileProblem(error);
    }
  }

  private async guess(profile: FileProfile, fileName: string): Promise<FileGuess> {
    const names = new Set(profile.columns.map(({ name }) => name));
    const earlier = (await this.batches.listMappings()).find(
      (mapping) =>
        mapping.delimiter === profile.delimiter && columnsOf(mapping).every((name) => names.has(name)),
    );
    const guess: FileGuess =
      earlier === undefined
        ? { origin: 'columns', mapping: guessMapping(profile, fileName) }
        : { origin: 'earlier-import', mapping: earlier };
    const { person } = guess.mapping;
    const isNamed = person !== null && (person.familyName !== null || person.givenName !== null);
    // Where there are patients, a number alone that nobody has is likelier a slip than a new patient: ours to ask.
    const unknownPatients = isNamed || !(await this.batches.hasPatients()) ? 'make' : 'refuse';
    return { ...guess, mapping: { ...guess.mapping, unknownPatients } };
  }

  private today(): string {
    return dayIn(this.context.clinic.timeZone, this.clock.now());
  }
}

type FileGuess = NonNullable<ImportDetail['file']>['guess'];

interface FileOfBatch {
  readonly batch: StandingBatch;
  readonly mapping: ImportMapping;
  readonly bytes: Bytes;
}

export interface DirectFile extends Omit<FileOfBatch, 'batch'> {
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  /** How many refused rows were agreed to be left out. */
  readonly leaveOut: number;
  readonly isDryRun: boolean;
}

/** Thrown to undo what an import did up to its plan; carries what would be told of it. */
export class StoppedImportError extends Error {
  constructor(
    readonly counts: ImportCounts,
    readonly findings: readonly ImportFinding[],
  ) {
    super('The import went no further than its plan.');
    this.name = 'StoppedImportError';
  }
}

async function firstPiece(bytes: Bytes): Promise<Uint8Array[]> {
  for await (const piece of bytes) return [piece];
  return [];
}

function requireOpen(batch: StandingBatch): void {
  if (batch.state === 'uploaded' || batch.state === 'checked') return;
  throw new DomainError('conflict', {
    detail: batch.state === 'imported' ? 'This file was imported already.' : 'This import was voided.',
  });
}
