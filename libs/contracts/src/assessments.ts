import { instruments, scoredInstruments } from '@courseline/instruments';
import { z } from 'zod';
import { day, instant } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { line } from './text.js';

const ids = instruments.map((instrument) => instrument.id);
export const instrumentIdSchema = z.enum(ids);
/** An instrument with a total: what can be imported. */
export const scoredInstrumentIdSchema = z.enum(scoredInstruments.map((instrument) => instrument.id));

export const scoreStatuses = ['complete', 'prorated', 'partial', 'imported'] as const;
export const assessmentContexts = ['before-dose', 'after-dose', 'between', 'unknown'] as const;
/** How a form came in: from the patient's own device, from the clinic's tablet, through staff, or with a file. */
export const assessmentWays = ['patient', 'kiosk', 'staff', 'import'] as const;
export type AssessmentWay = (typeof assessmentWays)[number];

/** Why a record is changed: kept with the change, for whoever reads it in ten years. */
export const changeReason = () => line(500).refine((reason) => reason.length >= 3, 'At least three letters.');

const answersSchema = z.array(z.number().int().min(0).max(10).nullable()).min(1).max(40);

/** POST /api/c/:clinic/patients/:patient/assessments: a form on paper, or asked between sessions. */
export const newAssessmentSchema = z
  .strictObject({
    instrument: instrumentIdSchema,
    answers: answersSchema.nullable(),
    difficulty: z.number().int().min(0).max(3).nullable(),
    /** For instruments of which only the total is kept. */
    total: z.number().int().min(0).max(200).nullable(),
    onDate: day(),
    at: instant().nullable(),
    context: z.enum(assessmentContexts),
  })
  .refine((assessment) => (assessment.answers === null) !== (assessment.total === null), {
    path: ['answers'],
    message: 'Give either the answers or the total.',
  });
export type NewAssessment = z.infer<typeof newAssessmentSchema>;

/** POST /api/c/:clinic/assessments/:assessment/amendments */
export const assessmentAmendmentSchema = z.strictObject({
  answers: answersSchema,
  difficulty: z.number().int().min(0).max(3).nullable(),
  reason: changeReason(),
});
export type AssessmentAmendment = z.infer<typeof assessmentAmendmentSchema>;

/** POST …/void: entered in error. It leaves every chart and rate, and stays in the history. */
export const voidingSchema = z.strictObject({ reason: changeReason() });
export type Voiding = z.infer<typeof voidingSchema>;

/** POST …/move: it belongs to another patient. */
export const moveToPatientSchema = z.strictObject({
  patientId: id(),
  courseId: id().nullable(),
  reason: changeReason(),
});
export type MoveToPatient = z.infer<typeof moveToPatientSchema>;

export const assessmentRevisionSchema = z.object({
  n: z.number().int(),
  status: z.enum(['current', 'entered-in-error', 'belongs-to-another-patient']),
  answers: z.array(z.number().int().nullable()).nullable(),
  difficulty: z.number().int().nullable(),
  importedTotal: z.number().int().nullable(),
  total: z.number().int().nullable(),
  scoreStatus: z.enum(scoreStatuses),
  context: z.enum(assessmentContexts),
  onDate: day(),
  at: instant().nullable(),
  way: z.enum(assessmentWays),
  reason: z.string().nullable(),
  byName: z.string(),
  recordedAt: instant(),
});
export type AssessmentRevision = z.infer<typeof assessmentRevisionSchema>;

/** GET /api/c/:clinic/assessments/:assessment */
export const assessmentDetailSchema = z.object({
  id: id(),
  patientId: id(),
  courseId: id().nullable(),
  sessionId: id().nullable(),
  instrument: instrumentIdSchema,
  version: z.number().int(),
  /** The newest first. */
  revisions: z.array(assessmentRevisionSchema).min(1),
});
export type AssessmentDetail = z.infer<typeof assessmentDetailSchema>;

export const assessmentParamsSchema = clinicParamsSchema.extend({ assessment: id() });
export type AssessmentParams = z.infer<typeof assessmentParamsSchema>;
