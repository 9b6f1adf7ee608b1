import type { QueuedJob } from './queue.js';

export interface QueueWork {
  take(): Promise<QueuedJob | null>;
  /** Does the job; stops at the next good place once the signal says so. */
  run(job: QueuedJob, stopping: AbortSignal): Promise<void>;
  finish(job: QueuedJob): Promise<void>;
  fail(job: QueuedJob): Promise<void>;
  failed(error: unknown): void;
  /** How long to wait before looking again when there was nothing, in milliseconds. */
  readonly pause: number;
}

/** Takes one job after the other from a queue, whatever happens to one of them, until it is stopped. */
export class QueueWorker {
  private readonly stopping = new AbortController();
  private wake: () => void = () => undefined;
  private nudged = false;
  private running: Promise<void> | null = null;

  constructor(private readonly work: QueueWork) {}

  start(): void {
    this.running ??= this.loop();
  }

  /** There is something to do: look now. */
  nudge(): void {
    this.nudged = true;
    this.wake();
  }

  /** Resolves when the job at hand is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.nudged = false;
      if (!(await this.doOne())) await this.pause();
    }
  }

  /** False when there was nothing to do, or no way to do it. */
  private async doOne(): Promise<boolean> {
    try {
      const job = await this.work.take();
      if (job === null) return false;
      const done = await this.carryOut(job);
      await (done ? this.work.finish(job) : this.work.fail(job));
      return true;
    } catch (error) {
      this.work.failed(error);
      return false;
    }
  }

  private async carryOut(job: QueuedJob): Promise<boolean> {
    try {
      await this.work.run(job, this.stopping.signal);
      return true;
    } catch (error) {
      this.work.failed(error);
      return false;
    }
  }

  private async pause(): Promise<void> {
    if (this.nudged || this.stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.work.pause);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => undefined;
  }
}
