import { Injectable } from '@nestjs/common';
import type {
  AmendCourse,
  Course,
  CourseHistory,
  CourseOfAnotherPatient,
  Courses,
  EndCourse,
  MovedCourse,
  PhasePlan,
  StartCourse,
} from '@courseline/contracts';
import { dayIn } from '../clinics/clinic-calendar.js';
import { newId } from '../database/ids.js';
import { rowOf } from '../database/row-of.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { TreatedPatients } from '../patients/treated-patients.js';
import { CourseObservers, type CourseRevision } from './course-observers.js';
import { CourseRevisionEntity } from './course-revision.entity.js';
import { absurdOrder, impossibleDays } from './course-rules.js';
import { CourseWrites } from './course-writes.js';
import { CoursesQueries } from './courses.queries.js';

export interface CourseStep {
  readonly courseId: string;
  readonly expectedN: number;
}

/** Starts, amends and ends courses of treatment, and puts right those that were entered wrongly. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: CoursesQueries,
    private readonly writes: CourseWrites,
    private readonly observers: CourseObservers,
    private readonly treated: TreatedPatients,
  ) {}

  async listOfPatient(patientId: string): Promise<Courses> {
    await this.treated.requireVisible(patientId);
    return { courses: await this.queries.listOfPatient(patientId) };
  }

  /** Not found where the person may not see the patient. */
  async get(courseId: string): Promise<Course> {
    const course = await this.queries.find(courseId);
    if (course === null) throw new DomainError('not-found');
    this.context.touch(course.patientId);
    return course;
  }

  async history(courseId: string): Promise<CourseHistory> {
    await this.get(courseId);
    return { revisions: await this.queries.listRevisions(courseId) };
  }

  async start(patientId: string, { phases, ...course }: StartCourse): Promise<Course> {
    await this.treated.requireTreated(patientId);
    await this.writes.requireCurrentPatient(patientId);
    this.refuseWrong({ ...course, endedOn: null });
    const id = newId();
    await this.writes.insertCourse(
      {
        ...course,
        clinicId: this.context.clinic.id,
        courseId: id,
        n: 1,
        patientId,
        status: 'current',
        reason: null,
        recordedBy: this.context.principal.accountId,
        recordedAt: this.clock.now(),
        endedOn: null,
        endReason: null,
        endNote: null,
        linkedCourseId: null,
        importBatchId: null,
      },
      phases,
    );
    return this.get(id);
  }

  async amend(step: CourseStep, { reason, phases, ...course }: AmendCourse): Promise<Course> {
    const { before } = await this.currentOf(step);
    const after = { ...before, ...course, reason };
    this.refuseWrong(after);
    await this.observers.tell('courseAmended', { before, after, reason });
    await this.writes.addRevision(after, phases);
    return this.get(step.courseId);
  }

  async end(step: CourseStep, end: EndCourse): Promise<Course> {
    const { before, phases } = await this.currentOf(step);
    if (before.endedOn !== null)
      throw new DomainError('conflict', { detail: 'This course has ended already.' });
    const reason = `Ended: ${end.endReason}`;
    const after = { ...before, ...end, reason };
    this.refuseWrong(after);
    await this.observers.tell('courseEnded', { before, after, reason });
    await this.writes.addRevision(after, phases);
    return this.get(step.courseId);
  }

  async reopen(step: CourseStep, reason: string): Promise<Course> {
    const { before, phases } = await this.currentOf(step);
    if (before.endedOn === null) throw new DomainError('conflict', { detail: 'This course has not ended.' });
    const after = { ...before, endedOn: null, endReason: null, endNote: null, reason };
    await this.writes.addRevision(after, phases);
    return this.get(step.courseId);
  }

  /** Leaves this patient and starts anew at the other; each of the two revisions points at the other course. */
  async move(step: CourseStep, { patientId, reason }: CourseOfAnotherPatient): Promise<MovedCourse> {
    const { before, phases } = await this.currentOf(step);
    if (patientId === before.patientId || !(await this.treated.isTreated(patientId))) {
      throw new DomainError('rule-violated', {
        errors: [{ pointer: '/patientId', detail: 'Another patient whom you treat.' }],
      });
    }
    await this.writes.requireCurrentPatient(patientId);
    const courseId = newId();
    const after = { ...before, courseId, n: 1, patientId, reason, linkedCourseId: before.courseId };
    await this.writes.insertCourse(
      {
        ...after,
        recordedBy: this.context.principal.accountId,
        recordedAt: this.clock.now(),
        importBatchId: null,
      },
      phases,
    );
    await this.observers.tell('courseMoved', { before, after, reason });
    await this.writes.addRevision(
      { ...before, status: 'belongs-to-another-patient', linkedCourseId: courseId, reason },
      phases,
    );
    return { courseId, patientId, version: 1 };
  }

  async enterInError(step: CourseStep, reason: string): Promise<Course> {
    const { before, phases } = await this.currentOf(step);
    const after: CourseRevision = { ...before, status: 'entered-in-error', reason };
    await this.observers.tell('courseVoided', { before, after, reason });
    await this.writes.addRevision(after, phases);
    return this.get(step.courseId);
  }

  private async currentOf(
    step: CourseStep,
  ): Promise<{ before: CourseRevision; phases: readonly PhasePlan[] }> {
    const course = await this.get(step.courseId);
    await this.treated.requireTreated(course.patientId);
    if (course.version !== step.expectedN)
      throw new DomainError('version-conflict', { extra: { version: course.version } });
    if (course.status !== 'current')
      throw new DomainError('conflict', { detail: 'This course is not in the record any more.' });
    const before = await this.context.manager.findOneByOrFail(CourseRevisionEntity, {
      clinicId: this.context.clinic.id,
      courseId: step.courseId,
      n: course.version,
    });
    return { before: rowOf(before), phases: course.phases };
  }

  private refuseWrong(
    course: Pick<
      CourseRevision,
      'startedOn' | 'declaredDayZero' | 'endedOn' | 'agent' | 'route' | 'orderedMgPerKg'
    >,
  ): void {
    const today = dayIn(this.context.clinic.timeZone, this.clock.now());
    const errors = [...impossibleDays(course, today), ...absurdOrder(course)];
    if (errors.length > 0) throw new DomainError('rule-violated', { errors });
  }
}
