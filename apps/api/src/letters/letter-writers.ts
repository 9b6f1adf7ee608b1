import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/sql.js';
import type { JobClinic } from '../jobs/job-clinics.js';
import type { Channel } from './outbox.js';

export interface LetterRequest {
  /** The message's. */
  readonly id: string;
  readonly clinic: JobClinic;
  readonly recipient: { readonly accountId: string; readonly email: string; readonly name: string };
  readonly channel: Channel;
  readonly cause: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  /** As the jobs role, in the clinic, in a transaction of its own. */
  readonly sql: Sql;
  readonly now: Date;
  /** Where pages begin, such as `https://clinic.example.org`. */
  readonly origin: string;
}

export interface Written {
  readonly subject: string;
  readonly text: string;
  /** Where a text message goes; without it none is sent. */
  readonly phone?: string;
}

/**
 * Makes the words of one kind of letter at the moment it goes. Others may read it on a locked screen or in a shared
 * mailbox: no score, no diagnosis, no name of a form, and to staff nothing of a patient at all. Null when by now
 * there is nothing to send.
 */
export type LetterWriter = (request: LetterRequest) => Promise<Written | null>;

/** Who writes which kind of letter: `this.writers.add('alert-open', (request) => …)` in a feature's `onModuleInit`. */
@Injectable()
export class LetterWriters {
  private readonly writers = new Map<string, LetterWriter>();

  add(kind: string, writer: LetterWriter): void {
    if (this.writers.has(kind)) throw new Error(`Two write letters of the kind ${kind}.`);
    this.writers.set(kind, writer);
  }

  /** Null for a kind that a newer or older version of the product knows. */
  find(kind: string): LetterWriter | null {
    return this.writers.get(kind) ?? null;
  }
}
