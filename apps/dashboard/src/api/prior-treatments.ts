import {
  priorTreatmentHistorySchema,
  priorTreatmentSchema,
  priorTreatmentsSchema,
  type AddPriorTreatment,
  type AmendPriorTreatment,
  type Voiding,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const priorTreatmentsQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'prior-treatments'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/prior-treatments`, {
        schema: priorTreatmentsSchema,
        signal,
      }),
  });

export const priorTreatmentHistoryQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'prior-treatments', 'history'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/prior-treatments/history`, {
        schema: priorTreatmentHistorySchema,
        signal,
      }),
  });

export const addPriorTreatment = (
  clinic: string,
  patient: string,
  body: AddPriorTreatment,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/prior-treatments`, {
    body,
    idempotencyKey,
    schema: priorTreatmentSchema,
  });

export const amendPriorTreatment = (
  clinic: string,
  priorTreatment: string,
  version: number,
  body: AmendPriorTreatment,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/prior-treatments/${priorTreatment}/amendments`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: priorTreatmentSchema,
  });

export const voidPriorTreatment = (
  clinic: string,
  priorTreatment: string,
  version: number,
  body: Voiding,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/prior-treatments/${priorTreatment}/void`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: priorTreatmentSchema,
  });
