import { z } from 'zod';
import { assessmentContexts, assessmentWays, instrumentIdSchema, scoreStatuses } from './assessments.js';
import { day, instant } from './dates.js';

/** One answer in words, as the form asked it. */
const downloadedAnswerSchema = z.object({
  question: z.string(),
  /** Null: not answered. */
  answer: z.number().int().nullable(),
  words: z.string().nullable(),
});

/**
 * GET /api/c/:clinic/me/download.json: all of the own record that a patient may have at once. What staff wrote in free
 * words is not in it; the clinic gives that on request.
 */
export const ownDownloadSchema = z.object({
  format: z.literal('courseline-own-record-1'),
  clinic: z.string(),
  madeAt: instant(),
  patient: z.object({
    recordNumber: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    birthDate: day().nullable(),
  }),
  questionnaires: z.array(
    z.object({
      instrument: instrumentIdSchema,
      title: z.string(),
      onDate: day(),
      at: instant().nullable(),
      context: z.enum(assessmentContexts),
      way: z.enum(assessmentWays),
      total: z.number().int().nullable(),
      highest: z.number().int(),
      status: z.enum(scoreStatuses),
      answers: z.array(downloadedAnswerSchema).nullable(),
    }),
  ),
  sessions: z.array(
    z.object({
      onDate: day(),
      state: z.string(),
      agent: z.string(),
      route: z.string(),
      doseMg: z.number().nullable(),
      readings: z.array(
        z.object({
          kind: z.string(),
          at: instant().nullable(),
          value: z.number(),
          diastolic: z.number().nullable(),
        }),
      ),
      sideEffects: z.array(
        z.object({
          effect: z.string(),
          severity: z.number().int(),
          durationMinutes: z.number().int().nullable(),
          reportedBy: z.enum(['patient', 'staff']),
        }),
      ),
    }),
  ),
});
export type OwnDownload = z.infer<typeof ownDownloadSchema>;
