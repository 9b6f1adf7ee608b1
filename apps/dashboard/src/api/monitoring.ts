import {
  earlierSessionsSchema,
  monitoringEntrySchema,
  sessionMonitorSchema,
  type NewMonitoringEntry,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

/** The timeline of a session as it stands. */
export const monitorQuery = (clinic: string, session: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'session', session, 'monitor'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/sessions/${session}/monitor`, {
        schema: sessionMonitorSchema,
        signal,
      }),
  });

export const addMonitoringEntry = (
  clinic: string,
  session: string,
  body: NewMonitoringEntry,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/sessions/${session}/monitor/entries`, {
    body,
    idempotencyKey,
    schema: monitoringEntrySchema,
  });

/** The sessions of the course before this one, in minutes: they do not change while one looks. */
export const earlierSessionsQuery = (clinic: string, session: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'session', session, 'earlier'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/sessions/${session}/earlier`, {
        schema: earlierSessionsSchema,
        signal,
      }),
    staleTime: 5 * 60_000,
  });
