import { z } from 'zod';
import { instant } from './dates.js';
import { id } from './ids.js';

export const revisionStatuses = ['current', 'entered-in-error', 'belongs-to-another-patient'] as const;
export const revisionStatusSchema = z.enum(revisionStatuses);
export type RevisionStatus = z.infer<typeof revisionStatusSchema>;

/** A person of the clinic who did something; the name is null where the clinic no longer knows one. */
export const authorSchema = z.object({ accountId: id(), name: z.string().nullable() });
export type Author = z.infer<typeof authorSchema>;

/** What every revision carries. `version` is its number, and the strong ETag to change it by. */
export const revisionFields = {
  version: z.int().min(1),
  status: revisionStatusSchema,
  /** Null for the first revision. */
  reason: z.string().nullable(),
  recordedBy: authorSchema,
  recordedAt: instant(),
};
