import { findInstrument } from '@courseline/instruments';
import { diastolicRange, findSideEffectTerm, readingRanges, seriousCriteria } from '@courseline/treatment';
import { z } from 'zod';
import { day, instant } from './dates.js';
import { id } from './ids.js';
import { line, note } from './text.js';

/**
 * A draft of a session is a map of fields by path, so that two people can fill in one session at once and each
 * field says who entered it. A change of null takes the field out again, but for answers, where null is "declined".
 *
 * Paths: `weight`, `dose`, ..., `answers/<instrument>/<item number>`, `answers/phq-9/difficulty`,
 * `vitals/<row>/<field>` (rows `before`, `at-40-minutes`, `end`, `other-<n>`), `side-effects/<code>`.
 */
export const vitalsFields = [
  'at',
  'systolic',
  'diastolic',
  'pulse',
  'spo2',
  'respiratory-rate',
  'sedation',
  'dissociation',
] as const;
export type VitalsField = (typeof vitalsFields)[number];

const within = (range: { from: number; to: number }) => z.number().min(range.from).max(range.to);

export const weightSchema = z.strictObject({
  value: z.number().min(20).max(900),
  unit: z.enum(['kg', 'lb']),
  on: day(),
  /** Someone looked again at a weight far off the last one. */
  confirmed: z.boolean(),
});
export const doseSchema = z.strictObject({
  givenMg: z.number().min(0).max(2000),
  /** Confirmed as ordered with one key, rather than typed. */
  asOrdered: z.boolean(),
});
export const sideEffectEntrySchema = z.strictObject({
  severity: z.number().int().min(0).max(3),
  onsetMinutes: z.number().int().min(-60).max(10_080).nullable(),
  durationMinutes: z.number().int().min(0).max(43_200).nullable(),
  ctcaeGrade: z.number().int().min(1).max(5).nullable(),
  serious: z.boolean().nullable(),
  seriousCriterion: z.enum(seriousCriteria).nullable(),
  reporter: z.enum(['patient', 'staff']),
  note: note(2000).nullable(),
});
export const concomitantSchema = z.strictObject({
  benzodiazepine: z.boolean().nullable(),
  hypnotic: z.boolean().nullable(),
  stimulant: z.boolean().nullable(),
  maoi: z.boolean().nullable(),
  opioid: z.boolean().nullable(),
  other: line(500).nullable(),
});
export const routeDetailsSchema = z.strictObject({
  bolus: z.boolean().optional(),
  sites: line(200).optional(),
  splitDoses: z.number().int().min(1).max(20).optional(),
  form: line(100).optional(),
  holdMinutes: z.number().int().min(0).max(120).optional(),
  swallowed: z.boolean().optional(),
  monitorPresent: z.boolean().optional(),
  devices: z.number().int().min(1).max(6).optional(),
  sprays: z.number().int().min(1).max(40).optional(),
  lot: line(60).optional(),
  atHome: z.boolean().optional(),
});

const plainFields = {
  state: z.enum(['given', 'stopped-early']),
  'state-reason': line(500),
  'started-at': instant(),
  'ended-at': instant(),
  weight: weightSchema,
  dose: doseSchema,
  'dose-reason': line(500),
  'pressure-reason': line(500),
  'infusion-minutes': z.number().int().min(1).max(1440),
  'route-details': routeDetailsSchema,
  concomitant: concomitantSchema,
  'side-effects-asked': z.enum(['none', 'some', 'not-asked']),
  note: note(10_000),
} as const;
export type PlainDraftFields = { [Name in keyof typeof plainFields]: z.infer<(typeof plainFields)[Name]> };

const vitalsFieldSchemas: Readonly<Record<VitalsField, z.ZodType>> = {
  at: instant(),
  systolic: within(readingRanges['blood-pressure']),
  diastolic: within(diastolicRange),
  pulse: within(readingRanges.pulse),
  spo2: within(readingRanges.spo2),
  'respiratory-rate': within(readingRanges['respiratory-rate']),
  sedation: within(readingRanges.sedation).int(),
  dissociation: within(readingRanges.dissociation).int(),
};

const VITALS_ROW = /^(?:before|at-40-minutes|end|other-[1-9]\d?)$/;

/** What a field of the draft must look like, or null when there is no such field. */
export function draftFieldSchema(path: string): z.ZodType | null {
  const [first = '', second = '', third, ...rest] = path.split('/');
  if (rest.length > 0) return null;
  if (second === '') return own(plainFields, first);
  if (third === undefined) {
    return first === 'side-effects' && findSideEffectTerm(second) !== null ? sideEffectEntrySchema : null;
  }
  if (first === 'answers') return answerSchema(second, third);
  return first === 'vitals' && VITALS_ROW.test(second) ? own(vitalsFieldSchemas, third) : null;
}

function own(schemas: Readonly<Record<string, z.ZodType>>, name: string): z.ZodType | null {
  return Object.hasOwn(schemas, name) ? (schemas[name] ?? null) : null;
}

function answerSchema(instrument: string, item: string): z.ZodType | null {
  const definition = findInstrument(instrument);
  if (definition === null || definition.totalOnly) return null;
  const extra = definition.extraItems.find((each) => each.id === item);
  if (extra !== undefined) {
    return z
      .number()
      .int()
      .min(0)
      .max(extra.options.length - 1)
      .nullable();
  }
  if (!/^[1-9]\d?$/.test(item) || Number(item) > definition.itemCount) return null;
  return z.number().int().min(0).max(definition.itemMaximum).nullable();
}

export const draftChangeSchema = z.strictObject({
  path: z.string().min(1).max(80),
  value: z.json(),
});
export const draftChangesSchema = z.strictObject({
  changes: z.array(draftChangeSchema).min(1).max(200),
});
export type DraftChanges = z.infer<typeof draftChangesSchema>;
export type DraftChange = z.infer<typeof draftChangeSchema>;

export const draftFieldEntrySchema = z.object({
  value: z.json(),
  by: id(),
  byName: z.string(),
  at: instant(),
});
export type DraftFieldEntry = z.infer<typeof draftFieldEntrySchema>;

export const sessionDraftSchema = z.object({
  sessionId: id(),
  version: z.number().int(),
  fields: z.record(z.string(), draftFieldEntrySchema),
  /** The assessment each instrument's answers will become. */
  assessmentIds: z.record(z.string(), id()),
  updatedAt: instant(),
  updatedByName: z.string(),
});
export type SessionDraft = z.infer<typeof sessionDraftSchema>;
