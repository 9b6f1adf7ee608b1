import { alertListSchema, alertSchema, type NewDisposition } from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

/** Alerts of the clinic without a closing disposition, of patients one may see. */
export const alertsQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'alerts'],
    queryFn: ({ signal }) => request('GET', pathOf`/c/${clinic}/alerts`, { schema: alertListSchema, signal }),
  });

export const recordDisposition = (
  clinic: string,
  alert: string,
  body: NewDisposition,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/alerts/${alert}/dispositions`, {
    body,
    idempotencyKey,
    schema: alertSchema,
  });
