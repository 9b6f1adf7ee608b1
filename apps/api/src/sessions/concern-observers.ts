import { Injectable } from '@nestjs/common';
import type { SessionConcern } from '@courseline/treatment';

/** A red condition in a session, as it was written down. */
export interface ConcernSeen extends SessionConcern {
  readonly patientId: string;
  readonly sessionId: string;
  /** What it was found in, such as `entry/<id>` or `draft/vitals/end`: the same cause, rule and value is the same concern. */
  readonly cause: string;
  readonly rulesVersion: string;
}

export interface ConcernObserver {
  /** Runs in the transaction that stores the reading or the symptom. */
  concernSeen(concern: ConcernSeen): Promise<void>;
}

/** Where features above hook in what must happen in the same transaction as a red reading, such as an alert. */
@Injectable()
export class ConcernObservers {
  private readonly observers: ConcernObserver[] = [];

  add(observer: ConcernObserver): void {
    this.observers.push(observer);
  }

  async tell(concern: ConcernSeen): Promise<void> {
    for (const observer of this.observers) await observer.concernSeen(concern);
  }
}
