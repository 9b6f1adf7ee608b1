import { Injectable } from '@nestjs/common';

export interface QueueHandler {
  readonly name: string;
  run(data: unknown, stopping: AbortSignal): Promise<void>;
  /** When the queue of this process runs, and before it stops. */
  begin?(): Promise<void>;
  end?(): Promise<void>;
}

/** Queues whose jobs are put in line when something happens, unlike those of `RecurringJobs`. */
@Injectable()
export class QueueHandlers {
  private readonly handlers: QueueHandler[] = [];

  add(handler: QueueHandler): void {
    this.handlers.push(handler);
  }

  get all(): readonly QueueHandler[] {
    return this.handlers;
  }
}
