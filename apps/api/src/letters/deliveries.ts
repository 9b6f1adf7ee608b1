import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppConfig } from '../config/app-config.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { JobsDatabase } from '../database/jobs-database.js';
import { Clock } from '../http/clock.js';
import { JobClinics, type JobClinic } from '../jobs/job-clinics.js';
import { JobLog } from '../jobs/job-log.js';
import type { Posting } from './letter.js';
import { LetterWriters, type LetterRequest, type Written } from './letter-writers.js';
import { Mailer } from './mailer.js';
import { Messages, type MessageRow } from './messages.js';
import { Texts } from './texts.js';

/** Minutes until the next try after each that surely failed; after the last there is none. */
const waits = [1, 5, 15, 60, 180];

const recipientRow = z.object({ email: z.string(), name: z.string() });

/**
 * Sends what the outbox holds, each message at most once. `sending` is written before a letter is handed over and
 * `sent` after it was taken. A process that dies in between leaves `sending` behind; whoever finds it so, while
 * nobody holds the message any more, writes `unknown`: it may have gone out, and is not sent again.
 */
@Injectable()
export class Deliveries {
  constructor(
    private readonly messages: Messages,
    private readonly writers: LetterWriters,
    private readonly mailer: Mailer,
    private readonly texts: Texts,
    private readonly clinics: JobClinics,
    private readonly jobs: JobsDatabase,
    private readonly identity: IdentityDatabase,
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly log: JobLog,
  ) {}

  /** All that is to go out for a clinic now, one after the other. */
  async deliver(clinicId: string, stopping: AbortSignal = new AbortController().signal): Promise<void> {
    const clinic = await this.clinics.find(clinicId);
    if (clinic === null) return;
    const open = await this.messages.listOpen(clinicId);
    if (open.length === 0 || !(await this.mailer.isReachable())) return;
    for (const id of open) {
      if (stopping.aborted) return;
      try {
        await this.jobs.holding(`message ${id}`, () => this.deliverOne(clinic, id));
      } catch (error) {
        this.log.failed('deliver-letters', error);
      }
    }
  }

  private async deliverOne(clinic: JobClinic, id: string): Promise<void> {
    if (await this.messages.move(clinic.id, id, ['sending'], 'unknown')) {
      this.log.warn('a letter may have been sent: its process ended while handing it over');
      return;
    }
    const { message, request, written } = await this.write(clinic, id);
    if (message.state !== 'queued' || message.not_before > this.clock.now()) return;
    if (request === null || written === null) {
      await this.messages.move(clinic.id, id, ['queued'], 'dropped');
      return;
    }
    if (!(await this.messages.move(clinic.id, id, ['queued'], 'sending', { attempt: true }))) return;
    const posting = await this.post(message, request, written);
    await this.note(clinic.id, message, posting);
  }

  private async write(
    clinic: JobClinic,
    id: string,
  ): Promise<{ message: MessageRow; request: LetterRequest | null; written: Written | null }> {
    return this.jobs.transaction(clinic.id, async (sql) => {
      const message = await this.messages.get(sql, clinic.id, id);
      const recipient = await this.recipient(clinic.id, message.account_id);
      const writer = this.writers.find(message.kind);
      if (recipient === null || writer === null || message.state !== 'queued')
        return { message, request: null, written: null };
      const request: LetterRequest = {
        id,
        clinic,
        recipient: { accountId: message.account_id, ...recipient },
        channel: message.channel,
        cause: message.cause,
        createdBy: message.created_by,
        createdAt: message.created_at,
        sql,
        now: this.clock.now(),
        origin: this.config.publicOrigin,
      };
      return { message, request, written: await writer(request) };
    });
  }

  /** Null for who has left or may not sign in. */
  private recipient(clinicId: string, accountId: string): Promise<z.infer<typeof recipientRow> | null> {
    return this.identity.find(
      recipientRow,
      `select a.email, a.name from account a join membership m on m.account_id = a.id
       where m.clinic_id = $1 and a.id = $2 and a.disabled_at is null and m.state <> 'left'`,
      [clinicId, accountId],
    );
  }

  private async post(
    { id, channel }: MessageRow,
    { recipient }: LetterRequest,
    { subject, text, phone }: Written,
  ): Promise<Posting> {
    if (channel === 'sms') return phone === undefined ? 'refused' : this.texts.post({ to: phone, text });
    const messageId = `<${id}@${new URL(this.config.publicOrigin).hostname}>`;
    return this.mailer.post({ to: recipient.email, subject, text, messageId });
  }

  private async note(clinicId: string, { id, attempts }: MessageRow, posting: Posting): Promise<void> {
    const wait = waits[attempts];
    if (posting === 'unreachable' && wait !== undefined) {
      const notBefore = new Date(this.clock.now().getTime() + wait * 60_000);
      await this.messages.move(clinicId, id, ['sending'], 'queued', { notBefore });
      return;
    }
    // Where another process found this one dead while it was not, the message is `unknown` by now.
    const state = posting === 'sent' ? 'sent' : posting === 'uncertain' ? 'unknown' : 'failed';
    await this.messages.move(clinicId, id, ['sending', 'unknown'], state);
  }
}
