import { z } from 'zod';
import { instant } from './dates.js';
import { issuedLinkSchema } from './sign-in.js';
import { email } from './text.js';

/** GET /api/c/:clinic/patients/:patient/access: whether the patient can sign in and see own answers. */
export const patientAccessSchema = z.object({
  state: z.enum(['none', 'invited', 'active', 'withdrawn']),
  /** The address the patient signs in with; null where there is none yet. */
  email: z.string().nullable(),
  /** When a link that is still open ends; null when none is. */
  linkExpiresAt: instant().nullable(),
});
export type PatientAccess = z.infer<typeof patientAccessSchema>;

/** POST /api/c/:clinic/patients/:patient/access: invites, or makes a new link for whoever was invited before. */
export const givePatientAccessSchema = z.strictObject({ email: email() });
export type GivePatientAccess = z.infer<typeof givePatientAccessSchema>;

export const givenPatientAccessSchema = z.object({ access: patientAccessSchema, link: issuedLinkSchema });
export type GivenPatientAccess = z.infer<typeof givenPatientAccessSchema>;
