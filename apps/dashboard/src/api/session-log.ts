import {
  sessionDetailSchema,
  sessionDraftSchema,
  sessionLogSchema,
  type DraftChange,
  type SessionAmendment,
  type SessionMove,
  type SessionVoiding,
} from '@courseline/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { pathOf, request } from './client';

/** Everything the page of a session needs, in one answer. */
export const sessionLogQuery = (clinic: string, session: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'session', session, 'log'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/sessions/${session}/log`, { schema: sessionLogSchema, signal }),
  });

export const fetchDraft = (clinic: string, session: string) =>
  request('GET', pathOf`/c/${clinic}/sessions/${session}/draft`, { schema: sessionDraftSchema });

/** Read again while the page is open, to show what others enter: that alone keeps nobody signed in. */
export const sessionDraftQuery = (clinic: string, session: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'session', session, 'draft'],
    queryFn: () => fetchDraft(clinic, session),
    refetchInterval: 20_000,
    retry: false,
  });

/** Version 0 is that of a draft nobody has begun. */
export const saveDraft = (clinic: string, session: string, version: number, changes: DraftChange[]) =>
  request('PATCH', pathOf`/c/${clinic}/sessions/${session}/draft`, {
    body: { changes },
    ifMatch: version,
    schema: sessionDraftSchema,
  });

export const signSession = (clinic: string, session: string, draftVersion: number, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/sessions/${session}/sign`, {
    body: {},
    ifMatch: draftVersion,
    idempotencyKey,
    schema: sessionDetailSchema,
  });

export const sessionDetailQuery = (clinic: string, session: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'session', session, 'detail'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/sessions/${session}`, { schema: sessionDetailSchema, signal }),
  });

export const amendSession = (
  clinic: string,
  session: string,
  version: number,
  body: SessionAmendment,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/sessions/${session}/amendments`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: sessionDetailSchema,
  });

export const voidSession = (
  clinic: string,
  session: string,
  version: number,
  body: SessionVoiding,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/sessions/${session}/void`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: sessionDetailSchema,
  });

export const moveSession = (
  clinic: string,
  session: string,
  version: number,
  body: SessionMove,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/sessions/${session}/move`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: sessionDetailSchema,
  });

/** A session that left the record has no log any more: what is still kept of it must not be asked for again. */
export function forgetSessionLog(client: QueryClient, clinic: string, session: string): void {
  client.removeQueries({ queryKey: sessionLogQuery(clinic, session).queryKey });
}
