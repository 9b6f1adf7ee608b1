import {
  adequacies,
  adherences,
  episodes,
  priorTreatmentKinds,
  priorTreatmentOutcomes,
} from '@courseline/treatment';
import { z } from 'zod';
import { changeReason } from './assessments.js';
import { clinicParamsSchema, id } from './ids.js';
import { revisionFields } from './revisions.js';
import { line, note } from './text.js';

const fields = {
  kind: z.enum(priorTreatmentKinds),
  name: line(200),
  highestDose: line(100).nullable(),
  /** Whole weeks at the minimum effective dose or above. */
  weeksAtDose: z.int().min(0).max(2600).nullable(),
  adherence: z.enum(adherences),
  outcome: z.enum(priorTreatmentOutcomes),
  episode: z.enum(episodes),
  stopReason: line(200).nullable(),
  note: note(2000).nullable(),
};

/** `by-rule` leaves the judgement to ATHF-SF; kinds the rule does not speak of are then `unknown`. */
const adequate = () => z.enum(['by-rule', ...adequacies]);

/** POST /api/c/:clinic/patients/:patient/prior-treatments */
export const addPriorTreatmentSchema = z.strictObject({ ...fields, adequate: adequate() });
export type AddPriorTreatment = z.infer<typeof addPriorTreatmentSchema>;

/** POST /api/c/:clinic/prior-treatments/:priorTreatment/amendments, with If-Match */
export const amendPriorTreatmentSchema = z.strictObject({
  ...fields,
  adequate: adequate(),
  reason: changeReason(),
});
export type AmendPriorTreatment = z.infer<typeof amendPriorTreatmentSchema>;

export const priorTreatmentParamsSchema = clinicParamsSchema.extend({ priorTreatment: id() });
export type PriorTreatmentParams = z.infer<typeof priorTreatmentParamsSchema>;

const shownFields = {
  kind: z.enum(priorTreatmentKinds),
  name: z.string(),
  highestDose: z.string().nullable(),
  weeksAtDose: z.int().nullable(),
  adherence: z.enum(adherences),
  adequate: z.enum(adequacies),
  /** The rule that judged it; null where a person did. */
  adequacyRule: z.string().nullable(),
  outcome: z.enum(priorTreatmentOutcomes),
  episode: z.enum(episodes),
  stopReason: z.string().nullable(),
  note: z.string().nullable(),
};

export const priorTreatmentSchema = z.object({
  id: id(),
  patientId: id(),
  ...revisionFields,
  ...shownFields,
});
export type PriorTreatment = z.infer<typeof priorTreatmentSchema>;

const trialCountSchema = z.object({ adequate: z.int(), unclear: z.int() });

/** Adequate trials of antidepressants without enough benefit, and those that may be. */
export const trialCountsSchema = z.object({ currentEpisode: trialCountSchema, lifetime: trialCountSchema });

/** GET /api/c/:clinic/patients/:patient/prior-treatments: those entered in error are in the history only. */
export const priorTreatmentsSchema = z.object({
  priorTreatments: z.array(priorTreatmentSchema),
  counts: trialCountsSchema,
});
export type PriorTreatments = z.infer<typeof priorTreatmentsSchema>;

/** GET /api/c/:clinic/patients/:patient/prior-treatments/history: every revision of every one, the newest first. */
export const priorTreatmentHistorySchema = z.object({ revisions: z.array(priorTreatmentSchema) });
export type PriorTreatmentHistory = z.infer<typeof priorTreatmentHistorySchema>;
