import {
  answerChangesSchema,
  assessmentDetailSchema,
  type AssessmentAmendment,
  type MoveToPatient,
  type NewAssessment,
  type Voiding,
} from '@courseline/contracts';
import { queryOptions } from '@tanstack/react-query';
import { pathOf, request } from './client';

export const assessmentQuery = (clinic: string, assessment: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'assessment', assessment],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/assessments/${assessment}`, {
        schema: assessmentDetailSchema,
        signal,
      }),
  });

/** What the patient changed before handing the form in. */
export const answerChangesQuery = (clinic: string, assessment: string) =>
  queryOptions({
    queryKey: ['clinic', clinic, 'assessment', assessment, 'answer-changes'],
    queryFn: ({ signal }) =>
      request('GET', pathOf`/c/${clinic}/assessments/${assessment}/answer-changes`, {
        schema: answerChangesSchema,
        signal,
      }),
  });

export const addAssessment = (clinic: string, patient: string, body: NewAssessment, idempotencyKey: string) =>
  request('POST', pathOf`/c/${clinic}/patients/${patient}/assessments`, {
    body,
    idempotencyKey,
    schema: assessmentDetailSchema,
  });

/** What the three ways of putting a form right have in common: which one, in which version, under which key. */
interface Deed {
  readonly clinic: string;
  readonly assessment: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

export const amendAssessment = (
  { clinic, assessment, version, idempotencyKey }: Deed,
  body: AssessmentAmendment,
) =>
  request('POST', pathOf`/c/${clinic}/assessments/${assessment}/amendments`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: assessmentDetailSchema,
  });

export const voidAssessment = ({ clinic, assessment, version, idempotencyKey }: Deed, body: Voiding) =>
  request('POST', pathOf`/c/${clinic}/assessments/${assessment}/void`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: assessmentDetailSchema,
  });

export const moveAssessment = ({ clinic, assessment, version, idempotencyKey }: Deed, body: MoveToPatient) =>
  request('POST', pathOf`/c/${clinic}/assessments/${assessment}/move`, {
    body,
    ifMatch: version,
    idempotencyKey,
    schema: assessmentDetailSchema,
  });
