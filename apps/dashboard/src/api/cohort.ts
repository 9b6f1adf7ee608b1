import {
  cohortPeopleSchema,
  cohortSummarySchema,
  fixableSchemaList,
  type CohortPeopleQuery,
  type CohortQuery,
} from '@courseline/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const cohortQuery = (clinic: string, query: CohortQuery) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'cohort', query],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/outcomes/cohort`, {
        query: { ...query },
        schema: cohortSummarySchema,
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const cohortPeopleQuery = (clinic: string, query: CohortPeopleQuery) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'cohort-people', query],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/outcomes/cohort/people`, {
        query: { ...query },
        schema: cohortPeopleSchema,
        signal,
      }),
  });

export const fixableQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'fixable'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/outcomes/fixable`, { schema: fixableSchemaList, signal }),
  });
