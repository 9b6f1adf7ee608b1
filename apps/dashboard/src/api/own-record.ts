import {
  ownFormSchema,
  ownOverviewSchema,
  submittedOwnFormSchema,
  type NewCheckInNote,
  type NewOwnSideEffect,
  type OwnAnswer,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const ownOverviewKey = (clinic: string) => ['clinic', clinic, 'own-overview'] as const;

export const ownOverviewQuery = (clinic: string) =>
  queryOptions({
    queryKey: ownOverviewKey(clinic),
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/me/overview`, { schema: ownOverviewSchema, signal }),
  });

/** Begins a form, or takes up the one begun. */
export const beginOwnForm = (
  clinic: string,
  instrument: string,
  idempotencyKey: string,
  startedAt?: string,
) =>
  request('POST', pathOf`/c/${clinic}/me/forms`, {
    body: { instrument, startedAt },
    idempotencyKey,
    schema: ownFormSchema,
  });

export const saveOwnAnswer = (clinic: string, form: string, version: number, body: OwnAnswer) =>
  request('PATCH', pathOf`/c/${clinic}/me/forms/${form}`, { body, ifMatch: version, schema: ownFormSchema });

export const findOwnForm = (clinic: string, form: string) =>
  request('GET', pathOf`/c/${clinic}/me/forms/${form}`, { schema: ownFormSchema });

export const submitOwnForm = (
  clinic: string,
  form: string,
  version: number,
  idempotencyKey: string,
  handedInAt?: string,
) =>
  request('POST', pathOf`/c/${clinic}/me/forms/${form}/submit`, {
    ...(handedInAt === undefined ? {} : { body: { handedInAt } }),
    ifMatch: version,
    idempotencyKey,
    schema: submittedOwnFormSchema,
  });

export const reportOwnSideEffect = (clinic: string, body: NewOwnSideEffect, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/me/side-effects`, { body, idempotencyKey, schema: null });

export const sendCheckInNote = (clinic: string, body: NewCheckInNote, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/me/check-in-notes`, { body, idempotencyKey, schema: null });

export const withdrawOwnSideEffect = (clinic: string, report: string, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/me/side-effects/${report}/withdraw`, { idempotencyKey, schema: null });
