import { careTeamSchema, type AddToCareTeam, type EndCare } from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const careTeamQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'care-team'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/care-team`, { schema: careTeamSchema, signal }),
  });

export const addToCareTeam = (clinic: string, patient: string, body: AddToCareTeam, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/care-team`, {
    body,
    idempotencyKey,
    schema: careTeamSchema,
  });

export const endCare = (
  clinic: string,
  patient: string,
  entry: string,
  body: EndCare,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/care-team/${entry}/end`, {
    body,
    idempotencyKey,
    schema: careTeamSchema,
  });
