import { z } from 'zod';
import { assessmentWays } from './assessments.js';
import { instant } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { note } from './text.js';

export const alertRules = ['item-9', 'item-9-declined'] as const;
export const alertLevels = ['red', 'amber'] as const;

/** What a person decided on an item 9 alert. */
export const dispositionDecisions = [
  'safe-to-treat-today',
  'dose-postponed',
  'safety-plan-agreed',
  'seen-same-day',
  'emergency-services',
  'could-not-reach',
  'answer-in-error',
  'other',
] as const;

/** In the words of the screens. */
export const dispositionWords: Readonly<Record<(typeof dispositionDecisions)[number], string>> = {
  'safe-to-treat-today': 'Safe to treat today',
  'dose-postponed': 'Dose postponed',
  'safety-plan-agreed': 'Safety plan agreed',
  'seen-same-day': 'Seen the same day',
  'emergency-services': 'Emergency services involved',
  'could-not-reach': 'Could not reach the patient',
  'answer-in-error': 'Answer given in error',
  other: 'Other',
};

/** A disposition that leaves the alert open: someone still has to reach the patient. */
export const leavesAlertOpen: readonly (typeof dispositionDecisions)[number][] = ['could-not-reach'];

/** POST /api/c/:clinic/alerts/:alert/dispositions */
export const newDispositionSchema = z
  .strictObject({
    /** Highest ideation level of the C-SSRS screen, 0 (none) to 5; null when it was not done. */
    cssrsLevel: z.number().int().min(0).max(5).nullable(),
    safetyPlanReviewed: z.boolean(),
    decision: z.enum(dispositionDecisions),
    note: note(4000).nullable(),
  })
  .refine((disposition) => disposition.decision !== 'other' || disposition.note !== null, {
    path: ['note'],
    message: 'Say in a note what was decided.',
  });
export type NewDisposition = z.infer<typeof newDispositionSchema>;

export const dispositionSchema = z.object({
  id: id(),
  cssrsLevel: z.number().int().nullable(),
  safetyPlanReviewed: z.boolean(),
  decision: z.enum(dispositionDecisions),
  note: z.string().nullable(),
  byName: z.string(),
  at: instant(),
});
export type Disposition = z.infer<typeof dispositionSchema>;

export const alertSchema = z.object({
  id: id(),
  patientId: id(),
  patientName: z.string(),
  rule: z.enum(alertRules),
  level: z.enum(alertLevels),
  /** The answer to item 9, 1 to 3; null when it was declined. */
  value: z.number().int().nullable(),
  /** The answer in the instrument's words. */
  answer: z.string().nullable(),
  /** How the answer came in: from the patient's own device, or through staff. */
  way: z.enum(assessmentWays),
  raisedAt: instant(),
  assessmentId: id(),
  sessionId: id().nullable(),
  open: z.boolean(),
  dispositions: z.array(dispositionSchema),
});
export type Alert = z.infer<typeof alertSchema>;

/** GET /api/c/:clinic/alerts: those without a closing disposition, red first, then the oldest. */
export const alertListSchema = z.object({ alerts: z.array(alertSchema) });
export type AlertList = z.infer<typeof alertListSchema>;

export const alertParamsSchema = clinicParamsSchema.extend({ alert: id() });
export type AlertParams = z.infer<typeof alertParamsSchema>;
