import { monitoringEntrySchema, sessionMonitorSchema, type NewMonitoringEntry } from '@courseline/contracts';
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
