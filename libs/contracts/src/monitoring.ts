import {
  agents,
  diastolicRange,
  findSideEffectTerm,
  monitoringMoments,
  readingRanges,
  routes,
} from '@courseline/treatment';
import { z } from 'zod';
import { day, instant } from './dates.js';
import { id } from './ids.js';
import { phases, readingOfSessionSchema, sessionStates, sideEffectOfSessionSchema } from './session-log.js';
import { line, note } from './text.js';

const within = ({ from, to }: { readonly from: number; readonly to: number }) =>
  z.number().min(from).max(to).optional();
const whole = ({ from, to }: { readonly from: number; readonly to: number }) =>
  z.number().int().min(from).max(to).optional();

export const monitoringReadingsSchema = z
  .strictObject({
    systolic: within(readingRanges['blood-pressure']),
    diastolic: within(diastolicRange),
    pulse: within(readingRanges.pulse),
    spo2: within(readingRanges.spo2),
    'respiratory-rate': within(readingRanges['respiratory-rate']),
    sedation: whole(readingRanges.sedation),
    dissociation: whole(readingRanges.dissociation),
  })
  .refine((readings) => Object.keys(readings).length > 0, 'Nothing was measured.')
  .refine(({ systolic, diastolic }) => (systolic === undefined) === (diastolic === undefined), {
    message: 'A blood pressure has two values.',
    path: ['diastolic'],
  })
  .refine(
    ({ systolic, diastolic }) => systolic === undefined || diastolic === undefined || diastolic < systolic,
    {
      message: 'The lower value must be below the upper one.',
      path: ['diastolic'],
    },
  );

const sideEffectCode = z
  .string()
  .refine((code) => findSideEffectTerm(code) !== null, 'There is no such side effect.');
const overridesSchema = z.array(z.strictObject({ rule: line(60), reason: line(500) })).max(20);

export const monitoringBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dose-started'), overrides: overridesSchema }),
  z.strictObject({
    kind: z.literal('readings'),
    moment: z.enum(monitoringMoments),
    readings: monitoringReadingsSchema,
  }),
  z.strictObject({
    kind: z.literal('side-effect'),
    code: sideEffectCode,
    severity: z.number().int().min(1).max(3),
    reporter: z.enum(['patient', 'staff']),
  }),
  z.strictObject({ kind: z.literal('side-effect-ended'), code: sideEffectCode }),
  z.strictObject({ kind: z.literal('infusion-paused'), reason: line(200).nullable() }),
  z.strictObject({ kind: z.literal('infusion-resumed') }),
  z.strictObject({ kind: z.literal('infusion-ended'), reason: line(200).nullable() }),
  z.strictObject({ kind: z.literal('rescue-medication'), medicine: line(120), dose: line(120) }),
  z.strictObject({ kind: z.literal('note'), text: note(2000) }),
  z.strictObject({
    kind: z.literal('discharged'),
    escort: line(120).nullable(),
    toldNotToDrive: z.boolean(),
    overrides: overridesSchema,
  }),
  z.strictObject({ kind: z.literal('withdrawal'), reason: line(200) }),
]);

/** POST /api/c/:clinic/sessions/:session/monitor/entries: one thing that happened. */
export const newMonitoringEntrySchema = z
  .strictObject({
    at: instant(),
    /** The entry that this one corrects; a withdrawal must name one. */
    withdraws: id().nullable(),
    body: monitoringBodySchema,
  })
  .refine(({ withdraws, body }) => body.kind !== 'withdrawal' || withdraws !== null, {
    message: 'Say which entry is taken back.',
    path: ['withdraws'],
  });
export type NewMonitoringEntry = z.infer<typeof newMonitoringEntrySchema>;

export const monitoringEntrySchema = z.object({
  id: id(),
  at: instant(),
  withdraws: id().nullable(),
  body: monitoringBodySchema,
  byName: z.string(),
  by: id(),
  recordedAt: instant(),
});
export type TimelineEntry = z.infer<typeof monitoringEntrySchema>;

/** GET /api/c/:clinic/sessions/:session/monitor: the timeline of a session, as it was written and by whom. */
export const sessionMonitorSchema = z.object({
  /** The server's time, so that every page counts the same minutes. */
  now: instant(),
  session: z.object({
    id: id(),
    state: z.enum(sessionStates),
    number: z.number().int(),
    plannedCount: z.number().int().nullable(),
    phase: z.enum(phases),
    plannedAt: instant().nullable(),
    onDate: day(),
    agent: z.enum(agents),
    route: z.enum(routes),
    orderedMg: z.number().nullable(),
    orderedMgPerKg: z.number().nullable(),
    infusionMinutes: z.number().int().nullable(),
  }),
  patient: z.object({
    id: id(),
    name: z.string(),
    age: z.number().int().nullable(),
    allergies: z.string().nullable(),
    contraindications: z.string().nullable(),
  }),
  openAlerts: z.number().int(),
  entries: z.array(monitoringEntrySchema),
});
export type SessionMonitor = z.infer<typeof sessionMonitorSchema>;

/** GET /api/c/:clinic/sessions/:session/earlier: the given sessions of the course before it, in minutes, the latest first. */
export const earlierSessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: id(),
      onDate: day(),
      givenMg: z.number().nullable(),
      infusionMinutes: z.number().int().nullable(),
      readings: z.array(readingOfSessionSchema),
      sideEffects: z.array(sideEffectOfSessionSchema),
    }),
  ),
});
export type EarlierSessions = z.infer<typeof earlierSessionsSchema>;
