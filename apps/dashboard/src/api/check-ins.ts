import {
  checkInTemplateSchema,
  courseCheckInPlanSchema,
  courseCheckInsSchema,
  type CheckInPlanChange,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const checkInTemplateQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'check-in-template'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/check-in-template`, { schema: checkInTemplateSchema, signal }),
  });

export const changeCheckInTemplate = (clinic: string, version: number, body: CheckInPlanChange) =>
  request('PUT', pathOf`/c/${clinic}/check-in-template`, {
    body,
    ifMatch: version,
    schema: checkInTemplateSchema,
  });

export const courseCheckInPlanQuery = (clinic: string, course: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'course', course, 'check-in-plan'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/courses/${course}/check-in-plan`, {
        schema: courseCheckInPlanSchema,
        signal,
      }),
  });

export const changeCourseCheckInPlan = (
  clinic: string,
  course: string,
  version: number,
  body: CheckInPlanChange,
) =>
  request('PUT', pathOf`/c/${clinic}/courses/${course}/check-in-plan`, {
    body,
    ifMatch: version,
    schema: courseCheckInPlanSchema,
  });

export const courseCheckInsQuery = (clinic: string, course: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'course', course, 'check-ins'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/courses/${course}/check-ins`, {
        schema: courseCheckInsSchema,
        signal,
      }),
  });
