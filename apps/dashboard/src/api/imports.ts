import {
  findingsSchema,
  importBatchSchema,
  importDetailSchema,
  importListSchema,
  importPreviewSchema,
  voidedImportSchema,
  type ImportMapping,
} from '@courseline/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const importsKey = (clinic: string) => ['clinic', clinic, 'imports'];

export const importsQuery = (clinic: string) =>
  queryOptions({
    queryKey: importsKey(clinic),
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/imports`, { schema: importListSchema, signal }),
  });

export const importQuery = (clinic: string, batch: string) =>
  queryOptions({
    queryKey: [...importsKey(clinic), batch],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/imports/${batch}`, { schema: importDetailSchema, signal }),
  });

export const findingsQuery = (clinic: string, batch: string, skip: number) =>
  queryOptions({
    queryKey: [...importsKey(clinic), batch, 'findings', skip],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/imports/${batch}/findings`, {
        query: { skip },
        schema: findingsSchema,
        signal,
      }),
  });

/** Where the browser downloads all findings from. */
export const findingsFile = (clinic: string, batch: string): string =>
  `/api${pathOf`/c/${clinic}/imports/${batch}/findings.csv`}`;

export const uploadImport = (clinic: string, file: File, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/imports`, { file, idempotencyKey, schema: importDetailSchema });

export const previewImport = (clinic: string, batch: string, mapping: ImportMapping) =>
  request('POST', pathOf`/c/${clinic}/imports/${batch}/preview`, {
    body: { mapping },
    schema: importPreviewSchema,
  });

export const checkImport = (clinic: string, batch: string, mapping: ImportMapping) =>
  request('POST', pathOf`/c/${clinic}/imports/${batch}/check`, {
    body: { mapping },
    schema: importDetailSchema,
  });

export const commitImport = (clinic: string, batch: string, leaveOut: number, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/imports/${batch}/commit`, {
    body: { leaveOut },
    idempotencyKey,
    schema: importBatchSchema,
  });

export const voidImport = (clinic: string, batch: string, reason: string, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/imports/${batch}/void`, {
    body: { reason },
    idempotencyKey,
    schema: voidedImportSchema,
  });
