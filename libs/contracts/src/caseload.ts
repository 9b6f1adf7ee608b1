import { z } from 'zod';
import { attentionReasonSchema } from './attention.js';
import { courseAgentSchema, coursePhaseSchema, courseRouteSchema } from './courses.js';
import { day, instant } from './dates.js';
import { id } from './ids.js';
import { indicationSchema } from './patients.js';
import { courseStatusCodeSchema } from './trajectory-instrument.js';

/**
 * POST /api/c/:clinic/caseload/search (nurse, clinician, director): the patients one may see. A search is sent in
 * the body, since names do not belong in addresses; nothing is changed by it.
 */
export const caseloadSearchSchema = z.strictObject({
  /** Part of a name or of the record number. */
  text: z.string().trim().min(1).max(100).nullable(),
});
export type CaseloadSearch = z.infer<typeof caseloadSearchSchema>;

/** How many rows an answer holds at most; whoever has more patients narrows the search. */
export const caseloadLimit = 500;

const caseloadScoreSchema = z.object({
  instrument: z.string(),
  baseline: z.int().nullable(),
  latest: z.object({ date: day(), total: z.int() }).nullable(),
  /** Points from baseline, negative is improvement. */
  change: z.int().nullable(),
  status: courseStatusCodeSchema,
  ruleId: z.string(),
  /** Usable totals in order of time, the latest last; at most the last twelve. */
  recent: z.array(z.int()),
  /** Whether the form is due for the next session. */
  due: z.boolean(),
});
export type CaseloadScore = z.infer<typeof caseloadScoreSchema>;

export const caseloadRowSchema = z.object({
  patientId: id(),
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  indications: z.array(indicationSchema),
  /** Whether the reader is on the care team. */
  mine: z.boolean(),
  course: z
    .object({
      id: id(),
      agent: courseAgentSchema,
      agentName: z.string().nullable(),
      route: courseRouteSchema,
      phase: coursePhaseSchema.nullable(),
      /** Of the phase. */
      given: z.int(),
      planned: z.int().nullable(),
      /** Null while no dose was given and no day 0 declared. */
      dayZero: day().nullable(),
      endedOn: day().nullable(),
    })
    .nullable(),
  next: z.object({ sessionId: id(), date: day(), at: instant().nullable() }).nullable(),
  lastDoseOn: day().nullable(),
  /** PHQ-9, GAD-7, PCL-5: those with a score in the course, or due. */
  scores: z.array(caseloadScoreSchema),
  /** The gravest first. Empty: no rule fired, which is not to say that all is well. */
  attention: z.array(attentionReasonSchema),
});
export type CaseloadRow = z.infer<typeof caseloadRowSchema>;

export const caseloadSchema = z.object({
  today: day(),
  /** How many patients match; more than `rows` holds when the limit cut them. */
  total: z.int(),
  rows: z.array(caseloadRowSchema),
});
export type Caseload = z.infer<typeof caseloadSchema>;
