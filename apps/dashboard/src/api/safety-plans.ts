import { ownSafetyPlanSchema, safetyPlanSchema, type SafetyPlanChange } from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const safetyPlanQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'safety-plan'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/safety-plan`, {
        schema: safetyPlanSchema,
        signal,
      }),
  });

export const writeSafetyPlan = (
  clinic: string,
  patient: string,
  version: number,
  body: SafetyPlanChange,
  idempotencyKey: string,
) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/safety-plan`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: safetyPlanSchema,
  });

/** The patient's own plan. */
export const ownSafetyPlanQuery = (clinic: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'own', 'safety-plan'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/me/safety-plan`, { schema: ownSafetyPlanSchema, signal }),
  });
