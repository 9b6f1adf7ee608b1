import { z } from 'zod';
import { changeReason } from './assessments.js';
import { day } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { revisionFields } from './revisions.js';
import { email, line, note, phone } from './text.js';

export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export const sexSchema = z.enum(sexes);
export type Sex = z.infer<typeof sexSchema>;

export const indications = [
  'major-depression',
  'treatment-resistant-depression',
  'bipolar-depression',
  'ptsd',
  'generalised-anxiety',
  'social-anxiety',
  'ocd',
  'suicidal-ideation',
  'chronic-pain',
  'substance-use',
  'other',
] as const;
export const indicationSchema = z.enum(indications);
export type Indication = z.infer<typeof indicationSchema>;

const name = () => z.union([z.literal(''), line(200)]);

const details = {
  /** Medical record number: one patient of the clinic each. */
  mrn: line(40),
  /** One of the two names may be empty. */
  familyName: name(),
  givenName: name(),
  birthDate: day().nullable(),
  sex: sexSchema,
  phone: phone().nullable(),
  email: email().nullable(),
  indications: z
    .array(indicationSchema)
    .max(indications.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Each indication once.'),
  /** Null where nobody asked; "none known" is an answer. */
  allergies: note(2000).nullable(),
  contraindications: note(2000).nullable(),
};

const isNamed = (patient: { familyName: string; givenName: string }): boolean =>
  patient.familyName + patient.givenName !== '';
const needsName = { path: ['familyName'], message: 'A patient needs a family name or a given name.' };

/** What is known about a patient, as a form asks for it. */
export const patientDetailsSchema = z.strictObject(details).refine(isNamed, needsName);
export type PatientDetails = z.infer<typeof patientDetailsSchema>;

/** POST /api/c/:clinic/patients */
export const registerPatientSchema = z
  .strictObject({
    ...details,
    /** Set after `possible-duplicate`, by someone who looked at the candidates. */
    confirmDuplicate: z.boolean(),
  })
  .refine(isNamed, needsName);
export type RegisterPatient = z.infer<typeof registerPatientSchema>;

/** POST /api/c/:clinic/patients/:patient/amendments, with If-Match */
export const amendPatientSchema = z
  .strictObject({ ...details, reason: changeReason() })
  .refine(isNamed, needsName);
export type AmendPatient = z.infer<typeof amendPatientSchema>;

export const patientParamsSchema = clinicParamsSchema.extend({ patient: id() });
export type PatientParams = z.infer<typeof patientParamsSchema>;

const shownDetails = {
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: day().nullable(),
  sex: sexSchema,
  phone: z.string().nullable(),
  email: z.string().nullable(),
  indications: z.array(indicationSchema),
  allergies: z.string().nullable(),
  contraindications: z.string().nullable(),
};

/** GET /api/c/:clinic/patients/:patient. An entered-in-error patient is still found here, to be read. */
export const patientSchema = z.object({ id: id(), ...revisionFields, ...shownDetails });
export type Patient = z.infer<typeof patientSchema>;

/** GET /api/c/:clinic/patients/:patient/history: the newest first. */
export const patientHistorySchema = z.object({
  revisions: z.array(z.object({ ...revisionFields, ...shownDetails })),
});
export type PatientHistory = z.infer<typeof patientHistorySchema>;

/** Enough of a patient to know the person by. */
export const patientHitSchema = z.object({
  id: id(),
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: day().nullable(),
  sex: sexSchema,
  indications: z.array(indicationSchema),
});
export type PatientHit = z.infer<typeof patientHitSchema>;

/** POST /api/c/:clinic/patients/search: names and numbers do not belong in addresses. */
export const patientSearchSchema = z.strictObject({
  /** Parts of names, the start of an MRN or a birth date; empty gives the patients registered last. */
  text: z.string().trim().max(200),
  limit: z.int().min(1).max(50).default(20),
});
export type PatientSearch = z.infer<typeof patientSearchSchema>;

export const patientSearchAnswerSchema = z.object({
  patients: z.array(patientHitSchema),
  /** Whether there are more than were asked for. */
  more: z.boolean(),
});
export type PatientSearchAnswer = z.infer<typeof patientSearchAnswerSchema>;

/** Stands in a `possible-duplicate` problem as `candidates`. */
export const duplicateCandidatesSchema = z.array(patientHitSchema);
