import { trajectorySchema } from '@courseline/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

/** One patient on the way through one course: all that the patient page draws. Null: the course under way, or the latest. */
export const trajectoryQuery = (clinic: string, patient: string, course: string | null) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'trajectory', course],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/trajectory`, {
        query: { course },
        schema: trajectorySchema,
        signal,
      }),
    placeholderData: (previous) =>
      previous?.patient.id === patient ? keepPreviousData(previous) : undefined,
  });
