import { Injectable } from '@nestjs/common';
import type { Row } from '../database/row-of.js';
import type { CourseRevisionEntity } from './course-revision.entity.js';

export type CourseRevision = Row<CourseRevisionEntity>;

export interface CourseChange {
  readonly before: CourseRevision;
  readonly after: CourseRevision;
  readonly reason: string;
}

/** What must follow a change of a course in the same transaction; refuses by throwing a DomainError. */
export interface CourseObserver {
  courseAmended(change: CourseChange): Promise<void>;
  courseEnded(change: CourseChange): Promise<void>;
  /** The course lives on under another patient, as a new course. */
  courseMoved(change: CourseChange): Promise<void>;
  courseVoided(change: CourseChange): Promise<void>;
}

/** Where features above hook in, such as the sessions that are planned in a course. */
@Injectable()
export class CourseObservers {
  private readonly observers: CourseObserver[] = [];

  add(observer: CourseObserver): void {
    this.observers.push(observer);
  }

  async tell(event: keyof CourseObserver, change: CourseChange): Promise<void> {
    for (const observer of this.observers) await observer[event](change);
  }
}
