import { Injectable } from '@nestjs/common';
import type { AssessmentWay } from '@courseline/contracts';

/** A score that has come into the record, or that an amendment has changed. */
export interface ScoreStored {
  readonly assessmentId: string;
  readonly n: number;
  readonly patientId: string;
  readonly courseId: string | null;
  readonly instrument: string;
  readonly onDate: string;
  readonly way: AssessmentWay;
}

export interface ScoreObserver {
  /** Runs in the transaction that stores the form, after it. */
  scoreStored(score: ScoreStored): Promise<void>;
}

/** Where features above hook in what must happen in the same transaction as a score, such as an alert about a rise. */
@Injectable()
export class ScoreObservers {
  private readonly observers: ScoreObserver[] = [];

  add(observer: ScoreObserver): void {
    this.observers.push(observer);
  }

  async tell(score: ScoreStored): Promise<void> {
    for (const observer of this.observers) await observer.scoreStored(score);
  }
}
