import {
  sessionPlanSchema,
  sessionPlansSchema,
  type CancelSession,
  type MissedSession,
  type PlanSessions,
  type RescheduleSession,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const sessionPlansQuery = (clinic: string, patient: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'patient', patient, 'session-plans'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/patients/${patient}/sessions`, {
        schema: sessionPlansSchema,
        signal,
      }),
  });

export const planSessions = (clinic: string, course: string, body: PlanSessions, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/courses/${course}/sessions`, {
    body,
    idempotencyKey,
    schema: sessionPlansSchema,
  });

/** A session in the version the person saw. */
export interface SeenSession {
  readonly id: string;
  readonly version: number;
}

const change = (clinic: string, session: SeenSession, deed: string, body: unknown, idempotencyKey: string) =>
  request('POST', `${pathOf`/c/${clinic}/sessions/${session.id}`}/${deed}`, {
    body,
    ifMatch: session.version,
    idempotencyKey,
    schema: sessionPlanSchema,
  });

export const rescheduleSession = (
  clinic: string,
  session: SeenSession,
  body: RescheduleSession,
  key: string,
) => change(clinic, session, 'reschedule', body, key);

export const cancelSession = (clinic: string, session: SeenSession, body: CancelSession, key: string) =>
  change(clinic, session, 'cancel', body, key);

export const missSession = (clinic: string, session: SeenSession, body: MissedSession, key: string) =>
  change(clinic, session, 'no-show', body, key);
