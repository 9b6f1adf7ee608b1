import {
  consentCountsSchema,
  consentTextsSchema,
  ownConsentsSchema,
  patientConsentsSchema,
  type ConsentWithdrawal,
  type NewConsentText,
  type OwnSignature,
  type OwnWithdrawal,
  type PaperConsent,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const consentsKey = (clinic: string) => ['clinic', clinic, 'consents'] as const;

export const consentTextsQuery = (clinic: string) =>
  queryOptions({
    queryKey: [...consentsKey(clinic), 'texts'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/consent-texts`, { schema: consentTextsSchema, signal }),
  });

export const consentCountsQuery = (clinic: string) =>
  queryOptions({
    queryKey: [...consentsKey(clinic), 'counts'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/consent-counts`, { schema: consentCountsSchema, signal }),
  });

export const addConsentText = (clinic: string, version: number, body: NewConsentText, key: string) =>
  request('POST', pathOf`/c/${clinic}/consent-texts`, {
    body,
    ifMatch: version,
    idempotencyKey: key,
    schema: consentTextsSchema,
  });

export const patientConsentsQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'consents'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/consents`, {
        schema: patientConsentsSchema,
        signal,
      }),
  });

interface OfPatient {
  readonly clinic: string;
  readonly patient: string;
  /** The number of the last event of the scope, 0 where there is none. */
  readonly version: number;
}

export const recordPaperConsent = (
  { clinic, patient, version }: OfPatient,
  body: PaperConsent,
  key: string,
) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/consents`, {
    body,
    ifMatch: version,
    idempotencyKey: key,
    schema: patientConsentsSchema,
  });

export const recordConsentWithdrawal = (
  { clinic, patient, version }: OfPatient,
  body: ConsentWithdrawal,
  key: string,
) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/consent-withdrawals`, {
    body,
    ifMatch: version,
    idempotencyKey: key,
    schema: patientConsentsSchema,
  });

export const ownConsentsQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'own-consents'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/me/consents`, { schema: ownConsentsSchema, signal }),
  });

export const signOwnConsent = (clinic: string, version: number, body: OwnSignature, key: string) =>
  request('POST', pathOf`/c/${clinic}/me/consents`, {
    body,
    ifMatch: version,
    idempotencyKey: key,
    schema: ownConsentsSchema,
  });

export const withdrawOwnConsent = (clinic: string, version: number, body: OwnWithdrawal, key: string) =>
  request('POST', pathOf`/c/${clinic}/me/consent-withdrawals`, {
    body,
    ifMatch: version,
    idempotencyKey: key,
    schema: ownConsentsSchema,
  });
