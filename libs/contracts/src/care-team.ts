import { z } from 'zod';
import { changeReason } from './assessments.js';
import { instant } from './dates.js';
import { id } from './ids.js';
import { patientParamsSchema } from './patients.js';
import { authorSchema } from './revisions.js';

export const careTeamEntrySchema = z.object({
  id: id(),
  member: authorSchema,
  addedBy: authorSchema,
  addedAt: instant(),
  endedBy: authorSchema.nullable(),
  endedAt: instant().nullable(),
  endReason: z.string().nullable(),
});
export type CareTeamEntry = z.infer<typeof careTeamEntrySchema>;

/** GET /api/c/:clinic/patients/:patient/care-team: those who treat the patient first, then who did. */
export const careTeamSchema = z.object({ entries: z.array(careTeamEntrySchema) });
export type CareTeam = z.infer<typeof careTeamSchema>;

/** POST /api/c/:clinic/patients/:patient/care-team */
export const addToCareTeamSchema = z.strictObject({ accountId: id() });
export type AddToCareTeam = z.infer<typeof addToCareTeamSchema>;

/** POST /api/c/:clinic/patients/:patient/care-team/:entry/end */
export const endCareSchema = z.strictObject({ reason: changeReason().nullable() });
export type EndCare = z.infer<typeof endCareSchema>;

export const careTeamEntryParamsSchema = patientParamsSchema.extend({ entry: id() });
export type CareTeamEntryParams = z.infer<typeof careTeamEntryParamsSchema>;
