import { z } from 'zod';
import { instrumentIdSchema, scoreStatuses } from './assessments.js';
import { crisisLineSchema } from './clinics.js';
import { day, instant } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { note } from './text.js';

/** A score on a patient's own chart. */
export const ownPointSchema = z.object({
  onDate: day(),
  at: instant().nullable(),
  total: z.number().int(),
  status: z.enum(scoreStatuses),
});
export type OwnPoint = z.infer<typeof ownPointSchema>;

/** One instrument of the patient's own: what it was, what it is, and whether the difference is beyond measurement error. */
export const ownInstrumentSchema = z.object({
  instrument: instrumentIdSchema,
  highest: z.number().int(),
  first: ownPointSchema.nullable(),
  latest: ownPointSchema.nullable(),
  /** Latest minus first; below zero is fewer symptoms. */
  change: z.number().int().nullable(),
  beyondMeasurementError: z.boolean().nullable(),
  /** At least the smallest change that people notice. */
  noticeable: z.boolean().nullable(),
  points: z.array(ownPointSchema),
});
export type OwnInstrument = z.infer<typeof ownInstrumentSchema>;

export const dueFormSchema = z.object({
  instrument: instrumentIdSchema,
  /** A form already begun is taken up where it stopped. */
  formId: id().nullable(),
  answered: z.number().int(),
  itemCount: z.number().int(),
  /** From this instant on it is not asked any more; null where it stays open. */
  closesAt: instant().nullable(),
});
export type DueForm = z.infer<typeof dueFormSchema>;

export const ownSideEffectSchema = z.object({
  /** Set where the patient reported it and may take it back. */
  reportId: id().nullable(),
  code: z.string(),
  severity: z.number().int(),
  durationMinutes: z.number().int().nullable(),
  note: z.string().nullable(),
});
export type OwnSideEffect = z.infer<typeof ownSideEffectSchema>;

/** GET /api/c/:clinic/me/overview: a patient's own page. */
export const ownOverviewSchema = z.object({
  givenName: z.string(),
  /** Day of the first score the changes are measured from. */
  since: day().nullable(),
  instruments: z.array(ownInstrumentSchema),
  due: z.array(dueFormSchema),
  /** What the plan of the course asks next, and from when; null without a plan, or at its end. */
  nextQuestions: z.object({ instruments: z.array(instrumentIdSchema), from: instant() }).nullable(),
  upcoming: z.array(z.object({ sessionId: id(), onDate: day(), at: instant().nullable() })),
  lastSession: z
    .object({
      sessionId: id(),
      onDate: day(),
      sideEffects: z.array(ownSideEffectSchema),
      /** The patient was asked, in a check-in, whether anything was noticed after it. */
      asked: z.boolean(),
    })
    .nullable(),
  crisisLines: z.array(crisisLineSchema),
  /** The latest answer to item 9 above 0, of today or the last 24 hours, handed in or not; null where there is none. */
  riskAnswer: z.object({ onDate: day(), at: instant().nullable() }).nullable(),
  clinicPhone: z.string().nullable(),
  openingHours: z.string().nullable(),
});
export type OwnOverview = z.infer<typeof ownOverviewSchema>;

/** POST /api/c/:clinic/me/forms: begins a form, or takes up the one begun. */
export const newOwnFormSchema = z.strictObject({
  instrument: instrumentIdSchema,
  /** When the first question was shown, by the device's clock: a form may be begun without a network. */
  startedAt: instant().optional(),
});
export type NewOwnForm = z.infer<typeof newOwnFormSchema>;

/** A form the patient is filling in. `null` up to `seen` is declined; beyond it, not asked yet. */
export const ownFormSchema = z.object({
  id: id(),
  instrument: instrumentIdSchema,
  version: z.number().int(),
  answers: z.array(z.number().int().nullable()),
  /** The last item that was answered or declined. */
  seen: z.number().int(),
  difficulty: z.number().int().nullable(),
  /** Item 9 was answered above 0: the crisis page is shown, and staff have the alert. */
  showCrisisPage: z.boolean(),
});
export type OwnForm = z.infer<typeof ownFormSchema>;

/** PATCH /api/c/:clinic/me/forms/:form, with If-Match: one answer, saved as it is given. */
export const ownAnswerSchema = z.strictObject({
  item: z.union([z.number().int().min(1).max(40), z.literal('difficulty')]),
  answer: z.number().int().min(0).max(10).nullable(),
});
export type OwnAnswer = z.infer<typeof ownAnswerSchema>;

/**
 * POST /api/c/:clinic/me/forms/:form/answers: answers in the order in which they were given. A device counts its answers
 * to a form from 1, so that what is sent twice is stored once; an answer after one that never came is refused.
 */
export const ownAnswersSchema = z.strictObject({
  /** This installation of the app, in this person's hands. */
  device: id(),
  answers: z
    .array(
      z.strictObject({
        sequence: z.number().int().min(1).max(10_000),
        item: ownAnswerSchema.shape.item,
        answer: ownAnswerSchema.shape.answer,
        /** The version of the form that the person had before them. */
        basis: z.number().int().min(0),
        givenAt: instant(),
      }),
    )
    .min(1)
    .max(200),
});
export type OwnAnswers = z.infer<typeof ownAnswersSchema>;

/** An answer that met another one to the same question, given elsewhere: it is kept, and the form was left as it was. */
export const answerConflictSchema = z.object({
  sequence: z.number().int(),
  item: ownAnswerSchema.shape.item,
  here: z.number().int().nullable(),
  there: z.number().int().nullable(),
});
export type AnswerConflict = z.infer<typeof answerConflictSchema>;

export const savedOwnAnswersSchema = z.object({
  form: ownFormSchema,
  /** The form was handed in, here or elsewhere: nothing enters it any more. */
  handedIn: z.boolean(),
  conflicts: z.array(answerConflictSchema),
});
export type SavedOwnAnswers = z.infer<typeof savedOwnAnswersSchema>;

/** POST …/submit, with If-Match. */
export const ownSubmissionSchema = z.strictObject({ handedInAt: instant() }).optional();
export type OwnSubmission = z.infer<typeof ownSubmissionSchema>;

export const submittedOwnFormSchema = z.object({
  instrument: instrumentIdSchema,
  total: z.number().int().nullable(),
  showCrisisPage: z.boolean(),
});
export type SubmittedOwnForm = z.infer<typeof submittedOwnFormSchema>;

export const ownFormParamsSchema = clinicParamsSchema.extend({ form: id() });
export type OwnFormParams = z.infer<typeof ownFormParamsSchema>;

/** POST /api/c/:clinic/me/side-effects: what the patient noticed after a session. */
export const newOwnSideEffectSchema = z.strictObject({
  sessionId: id(),
  code: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
  severity: z.number().int().min(1).max(3),
  durationMinutes: z.number().int().min(0).max(43_200).nullable(),
  note: note(1000).nullable(),
});
export type NewOwnSideEffect = z.infer<typeof newOwnSideEffectSchema>;

export const ownReportParamsSchema = clinicParamsSchema.extend({ report: id() });
export type OwnReportParams = z.infer<typeof ownReportParamsSchema>;
