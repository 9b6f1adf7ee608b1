import { z } from 'zod';
import { day, instant } from './dates.js';
import { note } from './text.js';

/** The parts of a safety plan, in the order in which they are read when they are needed. */
export const safetyPlanParts = [
  'warningSigns',
  'whatHelps',
  'people',
  'professionals',
  'safePlace',
  'reasonsToLive',
] as const;
export type SafetyPlanPart = (typeof safetyPlanParts)[number];

/** Plain headings of our own, to the patient. */
export const safetyPlanHeadings: Readonly<Record<SafetyPlanPart, string>> = {
  warningSigns: 'How I notice that it is getting hard',
  whatHelps: 'What helps me then',
  people: 'People I can be with or call',
  professionals: 'Professionals I can call',
  safePlace: 'How I make the place around me safer',
  reasonsToLive: 'What I live for',
};

const parts = {
  warningSigns: note(4000).nullable(),
  whatHelps: note(4000).nullable(),
  people: note(4000).nullable(),
  professionals: note(4000).nullable(),
  safePlace: note(4000).nullable(),
  reasonsToLive: note(4000).nullable(),
};

/** POST /api/c/:clinic/patients/:patient/safety-plan, with If-Match of the version (0 for the first). */
export const safetyPlanChangeSchema = z
  .strictObject({ ...parts, reviewOn: day() })
  .refine((plan) => safetyPlanParts.some((part) => plan[part] !== null), {
    path: ['warningSigns'],
    message: 'Write at least one part.',
  });
export type SafetyPlanChange = z.infer<typeof safetyPlanChangeSchema>;

export const safetyPlanRevisionSchema = z.object({
  n: z.int(),
  warningSigns: z.string().nullable(),
  whatHelps: z.string().nullable(),
  people: z.string().nullable(),
  professionals: z.string().nullable(),
  safePlace: z.string().nullable(),
  reasonsToLive: z.string().nullable(),
  /** The day by which it is looked at again. */
  reviewOn: day(),
  byName: z.string(),
  at: instant(),
});
export type SafetyPlanRevision = z.infer<typeof safetyPlanRevisionSchema>;

/** GET /api/c/:clinic/patients/:patient/safety-plan */
export const safetyPlanSchema = z.object({
  /** 0 where there is none yet. */
  version: z.int(),
  isReviewOverdue: z.boolean(),
  /** The newest first; the first of them is in force. */
  revisions: z.array(safetyPlanRevisionSchema),
});
export type SafetyPlan = z.infer<typeof safetyPlanSchema>;

/** GET /api/c/:clinic/me/safety-plan: the patient's own, without who wrote it down. */
export const ownSafetyPlanSchema = z.object({
  plan: z
    .object({
      warningSigns: z.string().nullable(),
      whatHelps: z.string().nullable(),
      people: z.string().nullable(),
      professionals: z.string().nullable(),
      safePlace: z.string().nullable(),
      reasonsToLive: z.string().nullable(),
      writtenOn: day(),
    })
    .nullable(),
});
export type OwnSafetyPlan = z.infer<typeof ownSafetyPlanSchema>;
