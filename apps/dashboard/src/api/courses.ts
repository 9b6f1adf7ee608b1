import {
  courseHistorySchema,
  courseSchema,
  coursesSchema,
  movedCourseSchema,
  type AmendCourse,
  type CourseOfAnotherPatient,
  type EndCourse,
  type ReopenCourse,
  type StartCourse,
  type Voiding,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const coursesQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'courses'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/courses`, { schema: coursesSchema, signal }),
  });

export const courseHistoryQuery = (clinic: string, patient: string, course: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'courses', course, 'history'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/courses/${course}/history`, { schema: courseHistorySchema, signal }),
  });

export const startCourse = (clinic: string, patient: string, body: StartCourse, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/courses`, {
    body,
    idempotencyKey,
    schema: courseSchema,
  });

/** A course in the version the person saw. */
export interface SeenCourse {
  readonly id: string;
  readonly version: number;
}

const change = (clinic: string, course: SeenCourse, deed: string, body: unknown, idempotencyKey: string) =>
  request('POST', `${pathOf`/c/${clinic}/courses/${course.id}`}/${deed}`, {
    body,
    ifMatch: course.version,
    idempotencyKey,
    schema: courseSchema,
  });

export const amendCourse = (clinic: string, course: SeenCourse, body: AmendCourse, key: string) =>
  change(clinic, course, 'amendments', body, key);

export const endCourse = (clinic: string, course: SeenCourse, body: EndCourse, key: string) =>
  change(clinic, course, 'end', body, key);

export const reopenCourse = (clinic: string, course: SeenCourse, body: ReopenCourse, key: string) =>
  change(clinic, course, 'reopen', body, key);

export const voidCourse = (clinic: string, course: SeenCourse, body: Voiding, key: string) =>
  change(clinic, course, 'void', body, key);

export const moveCourse = (clinic: string, course: SeenCourse, body: CourseOfAnotherPatient, key: string) =>
  request('POST', pathOf`/c/${clinic}/courses/${course.id}/move`, {
    body,
    ifMatch: course.version,
    idempotencyKey: key,
    schema: movedCourseSchema,
  });
