import {
  resolvedAlertsSchema,
  safetySummarySchema,
  unreadResultsSchema,
  worklistAlertSchema,
  worklistSchema,
  type AlertAssignment,
  type AlertResolution,
  type ResolvedQuery,
} from '@courseline/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

/** Everything of alerts: read again whenever one of them is new or something was done about it. */
export const alertsKey = (clinic: string) => ['clinic', clinic, 'alerts'] as const;

export const safetySummaryQuery = (clinic: string) =>
  queryOptions({
    queryKey: [...alertsKey(clinic), 'summary'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/safety/summary`, { schema: safetySummarySchema, signal }),
  });

/** Alerts of every rule that somebody still has to resolve. */
export const worklistQuery = (clinic: string) =>
  queryOptions({
    queryKey: [...alertsKey(clinic), 'worklist'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/safety/alerts`, { schema: worklistSchema, signal }),
  });

export const resolvedQuery = (clinic: string, query: ResolvedQuery) =>
  queryOptions({
    queryKey: [...alertsKey(clinic), 'resolved', query],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/safety/resolved`, {
        query: { ...query },
        schema: resolvedAlertsSchema,
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** Forms that patients sent and nobody of their care team has opened. */
export const unreadQuery = (clinic: string) =>
  queryOptions({
    queryKey: [...alertsKey(clinic), 'unread'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/safety/unread`, { schema: unreadResultsSchema, signal }),
  });

export const acknowledgeAlert = (clinic: string, alert: string, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/safety/alerts/${alert}/acknowledge`, {
    idempotencyKey,
    schema: worklistAlertSchema,
  });

export const assignAlert = (clinic: string, alert: string, body: AlertAssignment, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/safety/alerts/${alert}/assign`, {
    body,
    idempotencyKey,
    schema: worklistAlertSchema,
  });

export const resolveAlert = (clinic: string, alert: string, body: AlertResolution, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/safety/alerts/${alert}/resolve`, {
    body,
    idempotencyKey,
    schema: worklistAlertSchema,
  });
