import { caseloadSchema } from '@courseline/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

/** The patients one may see, or those a text is found in; the text travels in the body, never in an address. */
export const caseloadQuery = (clinic: string, text: string | null) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'caseload', text],
    queryFn: ({ signal }) =>
      request('POST', pathOf`/c/${clinic}/caseload/search`, {
        body: { text },
        schema: caseloadSchema,
        signal,
      }),
    placeholderData: keepPreviousData,
  });
