import { Injectable } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { AppConfig } from '../config/app-config.js';
import { loginRole } from '../database/credentials.js';
import { queueSchema } from '../database/queue-tables.js';
import { JobLog } from './job-log.js';

export interface QueuedJob {
  readonly id: string;
  readonly data: unknown;
}

/** After so long a job that nobody finished counts as failed: its process died. */
const longestRunSeconds = 15 * 60;

/**
 * The queue in the database. Only its storage is used: its own worker ends the process when the database goes away
 * while a job is being finished, so `QueueWorker` does that part.
 */
@Injectable()
export class JobQueue {
  private boss: PgBoss | null = null;

  constructor(
    private readonly config: AppConfig,
    private readonly log: JobLog,
  ) {}

  async start(names: readonly string[]): Promise<void> {
    const boss = new PgBoss({
      connectionString: loginRole(this.config, 'jobs').url,
      application_name: 'courseline queue',
      schema: queueSchema,
      max: 2,
      // Its tables are made by `prepareDatabase`; time is kept by `JobRunner`.
      migrate: false,
      schedule: false,
      archiveCompletedAfterSeconds: 24 * 3_600,
      deleteAfterDays: 14,
    });
    boss.on('error', (error) => this.log.failed('queue', error));
    await boss.start();
    this.boss = boss;
    // A job comes again by itself, or the next sweep does its work: repeating it here would only hide a failure.
    const options = { policy: 'short', retryLimit: 0, expireInSeconds: longestRunSeconds } as const;
    for (const name of names) await boss.createQueue(name, { name, ...options });
  }

  async stop(): Promise<void> {
    const { boss } = this;
    this.boss = null;
    await boss?.stop({ graceful: false, timeout: 1_000 });
  }

  /** Puts a job in line unless one with the same key waits already. */
  async send(name: string, data: object, key: string): Promise<void> {
    await this.running.send(name, data, { singletonKey: key });
  }

  /** Puts a job in line unless the queue had one in this span of time, whichever process sent it. */
  async sendOncePer(name: string, minutes: number): Promise<void> {
    await this.running.send(name, {}, { singletonKey: 'recurring', singletonSeconds: minutes * 60 });
  }

  async take(name: string): Promise<QueuedJob | null> {
    const [job] = await this.running.fetch<object>(name, { batchSize: 1 });
    return job === undefined ? null : { id: job.id, data: job.data };
  }

  async finish(name: string, id: string): Promise<void> {
    await this.running.complete(name, id);
  }

  async fail(name: string, id: string): Promise<void> {
    await this.running.fail(name, id, {});
  }

  private get running(): PgBoss {
    if (this.boss === null) throw new Error('The queue does not run.');
    return this.boss;
  }
}
