import { completionSchema, type CompletionQuery } from '@courseline/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const completionQuery = (clinic: string, query: CompletionQuery) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'completion', query],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/outcomes/completion`, {
        query: { ...query },
        schema: completionSchema,
        signal,
      }),
    placeholderData: keepPreviousData,
  });
