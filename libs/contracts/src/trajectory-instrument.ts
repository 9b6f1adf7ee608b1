import { z } from 'zod';
import { assessmentContexts, assessmentWays, scoreStatuses } from './assessments.js';
import { day, instant } from './dates.js';
import { id } from './ids.js';

/** One filled-in instrument on its way through the course. */
export const trajectoryPointSchema = z.object({
  id: id(),
  date: day(),
  at: instant().nullable(),
  /** Days from day zero; null while the course has none. */
  day: z.int().nullable(),
  /** Null where too many answers are missing. 0 is a score. */
  total: z.int().nullable(),
  status: z.enum(scoreStatuses),
  answered: z.int(),
  /** In the order of the form; null is not answered. Null altogether for an imported total. */
  answers: z.array(z.int().nullable()).nullable(),
  item9: z.int().nullable(),
  context: z.enum(assessmentContexts),
  way: z.enum(assessmentWays),
  /** Who entered it; null where that person is no member any more. */
  enteredBy: z.string().nullable(),
  sessionId: id().nullable(),
  bandId: z.string().nullable(),
  /** Points from baseline, negative is improvement; null without baseline or total, and at or before it. */
  change: z.int().nullable(),
  /** In per cent of the baseline; null without baseline or total, and where the baseline is 0. */
  percentOfBaseline: z.number().nullable(),
  /** False for scores after a dose or within 24 hours of one: shown, never part of the line. */
  inTrend: z.boolean(),
});
export type TrajectoryPoint = z.infer<typeof trajectoryPointSchema>;

const sourced = { id: z.string(), citation: z.string(), ownRule: z.boolean() };

const thresholdsSchema = z.object({
  ruleSetId: z.string(),
  caseCutOff: z.object({ ...sourced, atLeast: z.int() }),
  response: z.object({ ...sourced, fallPercent: z.number() }),
  remission: z.object({ ...sourced, below: z.int() }).nullable(),
  minimalImportantChange: z.object({ ...sourced, points: z.int(), upTo: z.int().nullable() }),
  reliableChange: z.object({ ...sourced, points: z.int() }),
  reliableRise: z.object({ ...sourced, points: z.int() }),
});
export type TrajectoryThresholds = z.infer<typeof thresholdsSchema>;

export const courseStatusCodes = [
  'no-baseline',
  'no-follow-up',
  'worse',
  'review-plan',
  'remission',
  'response',
  'improving',
  'some-change',
  'low-at-start',
  'too-early',
  'no-change-yet',
] as const;
export const courseStatusCodeSchema = z.enum(courseStatusCodes);
export type CourseStatusCode = z.infer<typeof courseStatusCodeSchema>;

/** Where the course stands on one instrument: its latest usable score after day zero against the baseline. */
export const instrumentStandingSchema = z.object({
  status: courseStatusCodeSchema,
  ruleId: z.string(),
  latest: z.object({ pointId: id(), date: day(), total: z.int() }).nullable(),
  change: z.int().nullable(),
  percentFall: z.number().nullable(),
  /** Days from the baseline to the latest score. */
  days: z.int().nullable(),
  noticeable: z.boolean().nullable(),
  reliableFall: z.boolean().nullable(),
  reliableRise: z.boolean().nullable(),
  response: z.boolean().nullable(),
  remission: z.boolean().nullable(),
  /** Whether the baseline is a case, so that response and remission can be said of it. */
  eligible: z.boolean().nullable(),
});
export type InstrumentStanding = z.infer<typeof instrumentStandingSchema>;

export const trajectoryInstrumentSchema = z.object({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  title: z.string(),
  range: z.object({ min: z.int(), max: z.int() }),
  bands: z.array(z.object({ id: z.string(), label: z.string(), from: z.int(), to: z.int() })),
  bandSource: z.string().nullable(),
  /** Drawn where there are no bands. */
  cutLine: z.object({ value: z.int(), label: z.string(), source: z.string() }).nullable(),
  /** Null for instruments from which nothing is judged. */
  thresholds: thresholdsSchema.nullable(),
  baseline: z
    .object({ pointId: id(), date: day(), total: z.int(), status: z.enum(scoreStatuses) })
    .nullable(),
  /** The highest total that is a response, and the exact share of the baseline; null without a baseline above 0. */
  responseLine: z.object({ at: z.number(), orLess: z.int() }).nullable(),
  standing: instrumentStandingSchema.nullable(),
  /** In order of time. */
  points: z.array(trajectoryPointSchema),
});
export type TrajectoryInstrument = z.infer<typeof trajectoryInstrumentSchema>;
