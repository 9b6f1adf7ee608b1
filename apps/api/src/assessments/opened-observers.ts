import { Injectable } from '@nestjs/common';

export interface OpenedObserver {
  /** Somebody of the staff opens a form: runs in the transaction that reads it. */
  formOpened(assessmentId: string): Promise<void>;
}

/** Where features above hook in what follows from a form being looked at, such as that it was read. */
@Injectable()
export class OpenedObservers {
  private readonly observers: OpenedObserver[] = [];

  add(observer: OpenedObserver): void {
    this.observers.push(observer);
  }

  async tell(assessmentId: string): Promise<void> {
    for (const observer of this.observers) await observer.formOpened(assessmentId);
  }
}
