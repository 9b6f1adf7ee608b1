import { z } from 'zod';
import { day, instant } from './dates.js';
import { authorSchema } from './revisions.js';
import { line, note } from './text.js';

/** What a patient agrees to, each by itself: being treated, being written to, being counted in research. */
export const consentScopes = ['treatment', 'messages', 'research'] as const;
export const consentScopeSchema = z.enum(consentScopes);
export type ConsentScope = z.infer<typeof consentScopeSchema>;

/** What typing one's name means, in the words that stand beside the field and are stored with the signature. */
export const signatureMeaning =
  'By typing my name I sign this text: I have read it, I could ask about it, and I agree to it. I can withdraw this at any time.';

/** How an agreement came: signed by the patient on the own page, or on paper and recorded by staff. */
export const consentWays = ['own-page', 'paper'] as const;

const words = { title: line(200), body: note(20_000) };

/** POST /api/c/:clinic/consent-texts, with If-Match: the number of the newest version of this scope, 0 for the first. */
export const newConsentTextSchema = z.strictObject({
  scope: consentScopeSchema,
  ...words,
  /** Whether who signed an earlier version is asked again; until they sign, their agreement does not hold. */
  asksAgain: z.boolean(),
});
export type NewConsentText = z.infer<typeof newConsentTextSchema>;

export const consentTextSchema = z.object({
  scope: consentScopeSchema,
  version: z.int().min(1),
  title: z.string(),
  body: z.string(),
  asksAgain: z.boolean(),
  /** SHA-256 of title, an empty line and body, in hexadecimal: what exactly was signed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  writtenAt: instant(),
});
export type ConsentText = z.infer<typeof consentTextSchema>;

/** GET /api/c/:clinic/consent-texts: every version, the newest of each scope first. */
export const consentTextsSchema = z.object({ texts: z.array(consentTextSchema) });
export type ConsentTexts = z.infer<typeof consentTextsSchema>;

/**
 * Where an agreement stands: the clinic asks for none, was not given yet, holds, was given to an earlier text that no
 * longer counts, or was withdrawn.
 */
export const consentStates = ['not-asked', 'missing', 'given', 'outdated', 'withdrawn'] as const;
export const consentStateSchema = z.enum(consentStates);
export type ConsentState = z.infer<typeof consentStateSchema>;

const counts = z.object({ given: z.int(), outdated: z.int(), withdrawn: z.int(), missing: z.int() });

/** GET /api/c/:clinic/consent-counts (director): how many patients of the clinic agreed to what. */
export const consentCountsSchema = z.object({
  patients: z.int(),
  scopes: z.array(z.object({ scope: consentScopeSchema, ...counts.shape })),
});
export type ConsentCounts = z.infer<typeof consentCountsSchema>;

/** A signature or a withdrawal; neither is ever changed. */
export const consentEventSchema = z.object({
  n: z.int().min(1),
  kind: z.enum(['signed', 'withdrawn']),
  way: z.enum(consentWays),
  textVersion: z.int().nullable(),
  textSha256: z.string().nullable(),
  signedName: z.string().nullable(),
  /** The day on the paper; on the own page the day of the signature. */
  signedOn: day().nullable(),
  meaning: z.string().nullable(),
  reason: z.string().nullable(),
  recordedBy: authorSchema,
  recordedAt: instant(),
});
export type ConsentEvent = z.infer<typeof consentEventSchema>;

/** GET /api/c/:clinic/patients/:patient/consents */
export const patientConsentsSchema = z.object({
  scopes: z.array(
    z.object({
      scope: consentScopeSchema,
      state: consentStateSchema,
      /** The newest text; null where the clinic has none. */
      text: consentTextSchema.omit({ body: true }).nullable(),
      /** The number of the last event, 0 where there is none. */
      version: z.int(),
      /** The newest first. */
      events: z.array(consentEventSchema),
    }),
  ),
});
export type PatientConsents = z.infer<typeof patientConsentsSchema>;
export type PatientConsent = PatientConsents['scopes'][number];

/** POST /api/c/:clinic/patients/:patient/consents, with If-Match: signed on paper. */
export const paperConsentSchema = z.strictObject({
  scope: consentScopeSchema,
  textVersion: z.int().min(1),
  signedName: line(200),
  signedOn: day(),
});
export type PaperConsent = z.infer<typeof paperConsentSchema>;

/** POST /api/c/:clinic/patients/:patient/consent-withdrawals, with If-Match: the patient said so to staff. */
export const consentWithdrawalSchema = z.strictObject({
  scope: consentScopeSchema,
  reason: note(500).refine((text) => text.length >= 3, 'Say why, in three letters or more.'),
});
export type ConsentWithdrawal = z.infer<typeof consentWithdrawalSchema>;

/** GET /api/c/:clinic/me/consents: what the clinic asks for, and what the patient said. */
export const ownConsentsSchema = z.object({
  scopes: z.array(
    z.object({
      scope: consentScopeSchema,
      state: consentStateSchema.exclude(['not-asked']),
      version: z.int(),
      text: consentTextSchema,
      /** The running signature; null where there is none. */
      signed: z
        .object({
          name: z.string(),
          on: day(),
          way: z.enum(consentWays),
          textVersion: z.int(),
        })
        .nullable(),
    }),
  ),
});
export type OwnConsents = z.infer<typeof ownConsentsSchema>;
export type OwnConsent = OwnConsents['scopes'][number];

/** POST /api/c/:clinic/me/consents, with If-Match: a signature, with what exactly was read. */
export const ownSignatureSchema = z.strictObject({
  scope: consentScopeSchema,
  textVersion: z.int().min(1),
  textSha256: consentTextSchema.shape.sha256,
  signedName: line(200),
});
export type OwnSignature = z.infer<typeof ownSignatureSchema>;

/** POST /api/c/:clinic/me/consent-withdrawals, with If-Match. No reason is asked of a patient. */
export const ownWithdrawalSchema = z.strictObject({ scope: consentScopeSchema });
export type OwnWithdrawal = z.infer<typeof ownWithdrawalSchema>;
