import { checkInNotesSchema } from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

/** What a patient said after the forms of the last check-ins. */
export const checkInNotesQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'check-in-notes'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/check-in-notes`, {
        schema: checkInNotesSchema,
        signal,
      }),
  });
