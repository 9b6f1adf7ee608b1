import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { columnProfileSchema, delimiterSchema } from '@courseline/contracts';
import { z } from 'zod';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import type { FileProfile } from './column-profile.js';
import type { Bytes } from './csv-reader.js';
import { pieceBytes, UploadSeal } from './upload-seal.js';

const pieceRow = z.object({ bytes: z.instanceof(Buffer) });
const lastRow = z.object({ last: z.int().nullable() });
const profileSchema = z.object({
  delimiter: delimiterSchema,
  rows: z.int(),
  columns: z.array(columnProfileSchema),
});

/** Where the profile of a file lies, before its first piece. */
const PROFILE_POSITION = 0;

export interface StoredUpload {
  readonly bytes: number;
  readonly sha256: string;
}

/** The files that wait between dry run and import: sealed, in pieces, never whole in memory. */
@Injectable()
export class ImportUploads {
  constructor(
    private readonly context: RequestContext,
    private readonly config: AppConfig,
  ) {}

  /** Keeps a file as it comes in. Too large is refused as soon as it is known. */
  async store(batchId: string, body: Bytes): Promise<StoredUpload> {
    const seal = this.sealOf(batchId);
    const hash = createHash('sha256');
    let bytes = 0;
    let position = PROFILE_POSITION + 1;
    let waiting: Uint8Array[] = [];
    let waitingBytes = 0;
    const flush = async (isLast: boolean): Promise<void> => {
      await this.insert(batchId, position, seal.close(Buffer.concat(waiting), { position, isLast }));
      position += 1;
      waiting = [];
      waitingBytes = 0;
    };
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > this.config.largestUploadBytes) throw new DomainError('too-large');
      hash.update(chunk);
      // A piece is closed when more comes: only then is it known not to be the last.
      if (waitingBytes >= pieceBytes) await flush(false);
      waiting.push(chunk);
      waitingBytes += chunk.length;
    }
    await flush(true);
    return { bytes, sha256: hash.digest('hex') };
  }

  /** The bytes of a kept file, one piece at a time. */
  async *read(batchId: string): Bytes {
    const seal = this.sealOf(batchId);
    const last = await this.lastPosition(batchId);
    for (let position = PROFILE_POSITION + 1; position <= last; position += 1)
      yield seal.open(await this.get(batchId, position), { position, isLast: position === last });
  }

  async keepProfile(batchId: string, profile: FileProfile): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(profile));
    const place = { position: PROFILE_POSITION, isLast: false };
    await this.insert(batchId, PROFILE_POSITION, this.sealOf(batchId).close(bytes, place));
  }

  /** What is known of the columns of a kept file; null where the file is not kept any more. */
  async findProfile(batchId: string): Promise<FileProfile | null> {
    const found = await this.context.find(
      pieceRow,
      `select bytes from import_upload where clinic_id = $1 and batch_id = $2 and position = $3 and bytes <> ''`,
      [this.context.clinic.id, batchId, PROFILE_POSITION],
    );
    if (found === null) return null;
    const bytes = this.sealOf(batchId).open(found.bytes, { position: PROFILE_POSITION, isLast: false });
    return profileSchema.parse(JSON.parse(bytes.toString()));
  }

  /** Empties the file: rows of the record cannot be deleted, their bytes can be overwritten. */
  async empty(batchId: string): Promise<void> {
    await this.context.execute(
      `update import_upload set bytes = '' where clinic_id = $1 and batch_id = $2 and bytes <> ''`,
      [this.context.clinic.id, batchId],
    );
  }

  /** Empties files that nobody imported since then. */
  async emptyOlderThan(limit: Date): Promise<void> {
    await this.context.execute(
      `update import_upload u set bytes = '' from import_batch b
        where u.clinic_id = $1 and b.clinic_id = u.clinic_id and b.id = u.batch_id and b.created_at < $2
          and u.bytes <> ''`,
      [this.context.clinic.id, limit],
    );
  }

  private sealOf(batchId: string): UploadSeal {
    return new UploadSeal(this.config.secret, this.context.clinic.id, batchId);
  }

  private async insert(batchId: string, position: number, sealed: Buffer): Promise<void> {
    await this.context.execute(
      `insert into import_upload (clinic_id, batch_id, position, bytes) values ($1, $2, $3, $4)`,
      [this.context.clinic.id, batchId, position, sealed],
    );
  }

  private async lastPosition(batchId: string): Promise<number> {
    const found = await this.context.find(
      lastRow,
      `select max(position) as last from import_upload where clinic_id = $1 and batch_id = $2 and bytes <> ''`,
      [this.context.clinic.id, batchId],
    );
    if (found?.last == null)
      throw new DomainError('conflict', { detail: 'The file is not kept any more. Upload it again.' });
    return found.last;
  }

  private async get(batchId: string, position: number): Promise<Buffer> {
    const found = await this.context.find(
      pieceRow,
      `select bytes from import_upload where clinic_id = $1 and batch_id = $2 and position = $3`,
      [this.context.clinic.id, batchId, position],
    );
    if (found === null) throw new DomainError('conflict', { detail: 'A part of the file is missing.' });
    return found.bytes;
  }
}
