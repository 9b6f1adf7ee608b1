import { givenPatientAccessSchema, patientAccessSchema, type GivePatientAccess } from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const patientAccessQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'access'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/access`, {
        schema: patientAccessSchema,
        signal,
      }),
  });

export const givePatientAccess = (clinic: string, patient: string, body: GivePatientAccess) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/access`, {
    body,
    schema: givenPatientAccessSchema,
  });

export const withdrawPatientAccess = (clinic: string, patient: string) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/access/withdraw`, { schema: patientAccessSchema });
