import {
  duplicateCandidatesSchema,
  patientHistorySchema,
  patientSchema,
  type AmendPatient,
  type PatientHit,
  type RegisterPatient,
  type Voiding,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';
import { isProblem } from './problem-error';

export const patientQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'details'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}`, { schema: patientSchema, signal }),
  });

export const patientHistoryQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'history'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/history`, {
        schema: patientHistorySchema,
        signal,
      }),
  });

export const registerPatient = (clinic: string, body: RegisterPatient, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/patients`, { body, idempotencyKey, schema: patientSchema });

export const amendPatient = (
  clinic: string,
  patient: string,
  version: number,
  body: AmendPatient,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/amendments`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: patientSchema,
  });

export const voidPatient = (
  clinic: string,
  patient: string,
  version: number,
  body: Voiding,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/void`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: patientSchema,
  });

/** Whom the server takes for the same person; empty for every other error. */
export function duplicatesIn(error: unknown): readonly PatientHit[] {
  if (!isProblem(error, 'possible-duplicate')) return [];
  return duplicateCandidatesSchema.catch([]).parse(error.problem['candidates']);
}
