import { patientSearchAnswerSchema } from '@courseline/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

/** Patients by parts of their names, the start of an MRN or a birth date; without text, those registered last. */
export const patientSearchQuery = (clinic: string, text: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient-search', text],
    queryFn: ({ signal }) =>
      request('POST', pathOf`/c/${clinic}/patients/search`, {
        body: { text, limit: 20 },
        schema: patientSearchAnswerSchema,
        signal,
      }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
