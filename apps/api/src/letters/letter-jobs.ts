import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { AppConfig } from '../config/app-config.js';
import { loginRole } from '../database/credentials.js';
import { JobLog } from '../jobs/job-log.js';
import { JobRunner } from '../jobs/job-runner.js';
import { QueueHandlers } from '../jobs/queue-handlers.js';
import { RecurringJobs, type ClinicTurn } from '../jobs/recurring-jobs.js';
import { Deliveries } from './deliveries.js';
import { outboxChannel } from './outbox.js';
import { OutboxListener } from './outbox-listener.js';

const deliverQueue = 'deliver-letters';
const sweepQueue = 'sweep-letters';

const deliverData = z.object({ clinicId: z.uuid() });
const openRow = z.object({ open: z.boolean() });

/** Brings what waits in the outbox to the queue: at once when it is heard, and each minute what was not. */
@Injectable()
export class LetterJobs implements OnModuleInit {
  private readonly listener: OutboxListener;

  constructor(
    config: AppConfig,
    private readonly deliveries: Deliveries,
    private readonly handlers: QueueHandlers,
    private readonly recurring: RecurringJobs,
    private readonly runner: JobRunner,
    private readonly log: JobLog,
  ) {
    this.listener = new OutboxListener(loginRole(config, 'jobs').url, {
      heard: (clinicId) => this.putInLine(deliverQueue, { clinicId }, clinicId),
      listening: () => this.putInLine(sweepQueue, {}, 'listening'),
    });
  }

  onModuleInit(): void {
    this.handlers.add({
      name: deliverQueue,
      run: (data, stopping) => this.deliveries.deliver(deliverData.parse(data).clinicId, stopping),
      begin: () => this.listener.start(),
      end: () => this.listener.stop(),
    });
    this.recurring.add({ name: sweepQueue, everyMinutes: 1, run: (turn) => this.sweep(turn) });
  }

  /** Calls out again what nobody heard, whose time has come, or whose process died. */
  private async sweep({ clinic, sql, now }: ClinicTurn): Promise<void> {
    const found = await sql.find(
      openRow,
      `select exists (select from message where clinic_id = $1
         and (state = 'sending' or (state = 'queued' and not_before <= $2))) as open`,
      [clinic.id, now],
    );
    if (found?.open === true) await sql.execute(`select pg_notify('${outboxChannel}', $1)`, [clinic.id]);
  }

  private putInLine(name: string, data: object, key: string): void {
    this.runner.send(name, data, key).catch((error: unknown) => this.log.failed(name, error));
  }
}
