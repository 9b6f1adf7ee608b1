import { z } from 'zod';
import { instrumentIdSchema } from './assessments.js';
import { crisisLineSchema } from './clinics.js';
import { instant } from './dates.js';
import { id, slug } from './ids.js';

/** How long a tablet is the patient's. */
export const handOverMinutes = 20;

/** Why a tablet is not handed over now. */
export const handOverHindrances = [
  'nothing-due',
  'sedated',
  'dissociated',
  'not-looked-at-since-dose',
  'session-closed',
] as const;
export type HandOverHindrance = (typeof handOverHindrances)[number];

/** Answers that arrived after the tablet's time had run out: kept sealed until someone of the team takes them. */
export const lateFormSchema = z.object({
  id: id(),
  instrument: instrumentIdSchema,
  receivedAt: instant(),
});
export type LateForm = z.infer<typeof lateFormSchema>;

/** GET /api/c/:clinic/sessions/:session/hand-over: what the tablet would ask, and whether it may be handed over. */
export const handOverOfferSchema = z.object({
  instruments: z.array(instrumentIdSchema),
  hindrance: z.enum(handOverHindrances).nullable(),
  lateForms: z.array(lateFormSchema),
});
export type HandOverOffer = z.infer<typeof handOverOfferSchema>;

export const lateFormParamsSchema = z.object({ clinic: slug(), session: id(), form: id() });
export type LateFormParams = z.infer<typeof lateFormParamsSchema>;

/** POST …/hand-over/late-forms/:form: into the record, or left out of it with the reason. */
export const lateFormDecisionSchema = z.strictObject({ keep: z.boolean() });
export type LateFormDecision = z.infer<typeof lateFormDecisionSchema>;

/** GET /api/kiosk: what the tablet shows; nothing of the record, and of the name no more than initials. */
export const kioskSchema = z.object({
  initials: z.string(),
  clinicName: z.string(),
  clinicPhone: z.string().nullable(),
  openingHours: z.string().nullable(),
  locale: z.string(),
  timeZone: z.string(),
  crisisLines: z.array(crisisLineSchema),
  expiresAt: instant(),
  /** In the order in which they are asked; those handed in are left out. */
  instruments: z.array(instrumentIdSchema),
});
export type Kiosk = z.infer<typeof kioskSchema>;

export const kioskFormParamsSchema = z.object({ instrument: instrumentIdSchema });
export type KioskFormParams = z.infer<typeof kioskFormParamsSchema>;

/** PUT /api/kiosk/forms/:instrument: all answers so far, after each one; a later step replaces an earlier. */
export const kioskAnswersSchema = z.strictObject({
  /** Counts the saves of this form: one that comes late is not taken for the newest. */
  step: z.number().int().min(1).max(10_000),
  answers: z.array(z.number().int().min(0).max(10).nullable()).min(1).max(40),
  /** The last item answered or declined; the ones after it were not asked yet. */
  seen: z.number().int().min(0).max(40),
  difficulty: z.number().int().min(0).max(3).nullable(),
  /** The patient hands the form in. */
  done: z.boolean(),
});
export type KioskAnswers = z.infer<typeof kioskAnswersSchema>;

export const kioskSavedSchema = z.object({
  /** `late`: the time had run out; the answers are kept for the team to take. */
  state: z.enum(['saved', 'handed-in', 'late']),
  /** Those still to be asked. */
  instruments: z.array(instrumentIdSchema),
});
export type KioskSaved = z.infer<typeof kioskSavedSchema>;

/** POST /api/kiosk/return: whoever handed the tablet over takes it back. */
export const kioskReturnSchema = z.strictObject({ password: z.string().min(1).max(256) });
export type KioskReturn = z.infer<typeof kioskReturnSchema>;

export const kioskReturnedSchema = z.object({ clinic: slug(), sessionId: id() });
export type KioskReturned = z.infer<typeof kioskReturnedSchema>;
