import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../config/app-config.js';
import { JobLog } from './job-log.js';
import { JobRuns } from './job-runs.js';
import { JobQueue } from './queue.js';
import { QueueHandlers } from './queue-handlers.js';
import { QueueWorker } from './queue-worker.js';
import { RecurringJobs } from './recurring-jobs.js';

/** How often each process looks whether a recurring job is due, in milliseconds. */
const tick = 10_000;
/** How often a queue is looked at when nobody nudged, in milliseconds. */
const pause = 2_000;

/** Runs the queues of this process, from when the server starts until it ends. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly workers = new Map<string, QueueWorker>();
  private ticking: NodeJS.Timeout | null = null;
  private tickUnderWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: AppConfig,
    private readonly queue: JobQueue,
    private readonly recurring: RecurringJobs,
    private readonly handlers: QueueHandlers,
    private readonly runs: JobRuns,
    private readonly log: JobLog,
  ) {}

  async start(): Promise<void> {
    if (!this.config.runJobs) return;
    const recurring = this.recurring.all.map(({ name }) => ({
      name,
      run: (_data: unknown, stopping: AbortSignal) => this.runs.run(name, stopping),
    }));
    const all = [...recurring, ...this.handlers.all];
    await this.queue.start(all.map(({ name }) => name));
    for (const handler of all) {
      const { name } = handler;
      const worker = new QueueWorker({
        take: () => this.queue.take(name),
        run: ({ data }, stopping) => handler.run(data, stopping),
        finish: ({ id }) => this.queue.finish(name, id),
        fail: ({ id }) => this.queue.fail(name, id),
        failed: (error) => this.log.failed(name, error),
        pause,
      });
      this.workers.set(name, worker);
      worker.start();
    }
    for (const handler of this.handlers.all) await handler.begin?.();
    this.tickNow();
    this.ticking = setInterval(() => this.tickNow(), tick);
    this.ticking.unref();
  }

  get isRunning(): boolean {
    return this.ticking !== null;
  }

  /** Puts a job of a handler in line and has it done here if no other process is faster. */
  async send(name: string, data: object, key: string): Promise<void> {
    await this.queue.send(name, data, key);
    this.workers.get(name)?.nudge();
  }

  /** Ends before the server stops answering: the jobs at hand are done, those in line wait for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.ticking !== null) clearInterval(this.ticking);
    this.ticking = null;
    await this.tickUnderWay;
    for (const handler of this.handlers.all) await handler.end?.();
    await Promise.all([...this.workers.values()].map((worker) => worker.stop()));
    await this.queue.stop();
  }

  private tickNow(): void {
    this.tickUnderWay = this.tickUnderWay.then(() => this.putInLine());
  }

  private async putInLine(): Promise<void> {
    for (const { name, everyMinutes } of this.recurring.all) {
      try {
        await this.queue.sendOncePer(name, everyMinutes);
      } catch (error) {
        this.log.failed(name, error);
      }
    }
  }
}
