import { Injectable } from '@nestjs/common';
import type { AssessmentWay } from '@courseline/contracts';

/** Answers of one form as they stand, in a draft or in a revision of an assessment. */
export interface AnswersSeen {
  readonly assessmentId: string;
  /** The revision they are, or will become. */
  readonly n: number;
  readonly patientId: string;
  readonly instrument: string;
  /** Undefined where not asked yet, null where declined. */
  readonly item9: number | null | undefined;
  readonly way: AssessmentWay;
  /** Answers of long ago that an import brings: nobody is paged for them. */
  readonly historical: boolean;
}

export interface AnswersObserver {
  /** Runs in the transaction that stores the answers. */
  answersSeen(answers: AnswersSeen): Promise<void>;
}

/** Where features above hook in what must happen in the same transaction as an answer, such as an alert. */
@Injectable()
export class AnswersObservers {
  private readonly observers: AnswersObserver[] = [];

  add(observer: AnswersObserver): void {
    this.observers.push(observer);
  }

  async tell(answers: AnswersSeen): Promise<void> {
    for (const observer of this.observers) await observer.answersSeen(answers);
  }
}
