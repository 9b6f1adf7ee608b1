import { agents, readingKinds, readingMoments, routes, seriousCriteria } from '@courseline/treatment';
import { z } from 'zod';
import { assessmentWays, changeReason, instrumentIdSchema, scoreStatuses } from './assessments.js';
import { day, instant } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { alertSchema } from './safety.js';
import {
  concomitantSchema,
  draftChangesSchema,
  routeDetailsSchema,
  sessionDraftSchema,
} from './session-draft.js';

export const sessionStates = ['planned', 'cancelled', 'no-show', 'given', 'stopped-early'] as const;
export const phases = ['induction', 'continuation', 'maintenance', 'booster', 'rescue'] as const;

const totalOnDay = z.object({ total: z.number().int(), onDate: day() });

/** One instrument on the page: whether it is due, and what the change is held against. */
export const loggedInstrumentSchema = z.object({
  instrument: instrumentIdSchema,
  due: z.boolean(),
  dueBecause: z.string().nullable(),
  baseline: totalOnDay.extend({ prorated: z.boolean(), assessmentId: id() }).nullable(),
  previous: totalOnDay.nullable(),
  /** Points that are beyond measurement error, with the id of the rule. */
  reliableChange: z.object({ points: z.number(), ruleId: z.string() }).nullable(),
  minimalImportantChange: z.number().nullable(),
  responseAtMost: z.number().nullable(),
  remissionBelow: z.number().nullable(),
  /** Answered within the last 72 hours before the dose: shown, and not asked again. */
  answered: z
    .object({
      assessmentId: id(),
      total: z.number().int().nullable(),
      scoreStatus: z.enum(scoreStatuses),
      answers: z.array(z.number().int().nullable()).nullable(),
      item9: z.number().int().nullable(),
      onDate: day(),
      at: instant().nullable(),
      byName: z.string(),
      way: z.enum(assessmentWays),
    })
    .nullable(),
});
export type LoggedInstrument = z.infer<typeof loggedInstrumentSchema>;

/** GET /api/c/:clinic/sessions/:session/log: everything the page needs, in one answer. */
export const sessionLogSchema = z.object({
  session: z.object({
    id: id(),
    version: z.number().int(),
    state: z.enum(sessionStates),
    /** The place among the sessions given, and how many the phase plans. */
    number: z.number().int(),
    plannedCount: z.number().int().nullable(),
    phase: z.enum(phases),
    courseId: id(),
    plannedAt: instant().nullable(),
    onDate: day(),
    agent: z.enum(agents),
    route: z.enum(routes),
    orderedMg: z.number().nullable(),
    orderedMgPerKg: z.number().nullable(),
    infusionMinutes: z.number().int().nullable(),
  }),
  patient: z.object({
    id: id(),
    name: z.string(),
    age: z.number().int().nullable(),
    allergies: z.string().nullable(),
    contraindications: z.string().nullable(),
  }),
  lastWeight: z
    .object({ kg: z.number(), entered: z.number(), unit: z.enum(['kg', 'lb']), on: day() })
    .nullable(),
  instruments: z.array(loggedInstrumentSchema),
  /** Of today's forms and open ones from before; each with what was done. */
  alerts: z.array(alertSchema),
  maySign: z.boolean(),
  /** Null until something is entered. */
  draft: sessionDraftSchema.nullable(),
  /** What the signed session says, as fields, for amending; null before it is signed. */
  signed: z
    .object({
      fields: z.record(z.string(), z.json()),
      byName: z.string(),
      at: instant(),
      assessmentIds: z.record(z.string(), id()),
    })
    .nullable(),
});
export type SessionLog = z.infer<typeof sessionLogSchema>;

/** POST …/sign, with If-Match of the draft. */
export const signingSchema = z.strictObject({});
export type Signing = z.infer<typeof signingSchema>;

/** POST …/amendments, with If-Match of the session: changed fields and why. */
export const sessionAmendmentSchema = draftChangesSchema.extend({ reason: changeReason() });
export type SessionAmendment = z.infer<typeof sessionAmendmentSchema>;

export const sideEffectOfSessionSchema = z.object({
  code: z.string(),
  severity: z.number().int(),
  onsetMinutes: z.number().int().nullable(),
  durationMinutes: z.number().int().nullable(),
  ctcaeGrade: z.number().int().nullable(),
  serious: z.boolean().nullable(),
  seriousCriterion: z.enum(seriousCriteria).nullable(),
  reporter: z.enum(['patient', 'staff']),
  note: z.string().nullable(),
});
export const readingOfSessionSchema = z.object({
  kind: z.enum(readingKinds),
  moment: z.enum(readingMoments),
  at: instant().nullable(),
  minute: z.number().int().nullable(),
  value: z.number(),
  diastolic: z.number().nullable(),
});

export const sessionRevisionSchema = z.object({
  n: z.number().int(),
  status: z.enum(['current', 'entered-in-error', 'belongs-to-another-patient']),
  state: z.enum(sessionStates),
  stateReason: z.string().nullable(),
  phase: z.enum(phases),
  plannedAt: instant().nullable(),
  onDate: day(),
  startedAt: instant().nullable(),
  endedAt: instant().nullable(),
  agent: z.enum(agents),
  route: z.enum(routes),
  orderedMg: z.number().nullable(),
  orderedMgPerKg: z.number().nullable(),
  givenMg: z.number().nullable(),
  weight: z.object({ kg: z.number(), entered: z.number(), unit: z.enum(['kg', 'lb']), on: day() }).nullable(),
  infusionMinutes: z.number().int().nullable(),
  routeDetails: routeDetailsSchema,
  concomitant: concomitantSchema.partial(),
  doseReason: z.string().nullable(),
  pressureReason: z.string().nullable(),
  sideEffectsAsked: z.enum(['none', 'some', 'not-asked']),
  note: z.string().nullable(),
  signedByName: z.string().nullable(),
  signedAt: instant().nullable(),
  reason: z.string().nullable(),
  byName: z.string(),
  recordedAt: instant(),
  readings: z.array(readingOfSessionSchema),
  sideEffects: z.array(sideEffectOfSessionSchema),
});
export type SessionRevision = z.infer<typeof sessionRevisionSchema>;

/** GET /api/c/:clinic/sessions/:session: what was recorded, and every version of it, the newest first. */
export const sessionDetailSchema = z.object({
  id: id(),
  patientId: id(),
  courseId: id(),
  version: z.number().int(),
  /** The forms filled in with it, and what has become of each. */
  forms: z.array(
    z.object({
      assessmentId: id(),
      instrument: instrumentIdSchema,
      status: z.enum(['current', 'entered-in-error', 'belongs-to-another-patient']),
    }),
  ),
  revisions: z.array(sessionRevisionSchema).min(1),
});
export type SessionDetail = z.infer<typeof sessionDetailSchema>;

/** POST …/void and …/move of a session also say what becomes of the forms filled in with it. */
export const sessionVoidingSchema = z.strictObject({ reason: changeReason(), withAssessments: z.boolean() });
export type SessionVoiding = z.infer<typeof sessionVoidingSchema>;

export const sessionMoveSchema = z.strictObject({
  patientId: id(),
  courseId: id(),
  withAssessments: z.boolean(),
  reason: changeReason(),
});
export type SessionMove = z.infer<typeof sessionMoveSchema>;

export const sessionParamsSchema = clinicParamsSchema.extend({ session: id() });
export type SessionParams = z.infer<typeof sessionParamsSchema>;
