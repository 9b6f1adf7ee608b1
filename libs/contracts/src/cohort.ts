import { z } from 'zod';
import { courseAgentSchema, courseRouteSchema } from './courses.js';
import { day, instant } from './dates.js';
import { id } from './ids.js';
import { line } from './text.js';

export const cohortInstruments = ['phq-9', 'gad-7', 'pcl-5'] as const;
export const cohortInstrumentSchema = z.enum(cohortInstruments);
export type CohortInstrument = z.infer<typeof cohortInstrumentSchema>;

export const cohortEndpoints = ['end-of-induction', 'last-recorded'] as const;
export const cohortEndpointSchema = z.enum(cohortEndpoints);
export type CohortEndpoint = z.infer<typeof cohortEndpointSchema>;

/** Which courses are meant: those whose day 0 lies in the period, of the agent and route where named. */
const filters = {
  agent: courseAgentSchema.optional(),
  route: courseRouteSchema.optional(),
  from: day().optional(),
  to: day().optional(),
};

/** GET /api/c/:clinic/outcomes/cohort */
export const cohortQuerySchema = z.strictObject({
  instrument: cohortInstrumentSchema.default('phq-9'),
  ...filters,
});
export type CohortQuery = z.infer<typeof cohortQuerySchema>;

/** x of n with its 95 % Wilson interval; the three shares are null when there was nobody to count. */
export const rateSchema = z.object({
  x: z.number().int(),
  n: z.number().int(),
  p: z.number().nullable(),
  lo: z.number().nullable(),
  hi: z.number().nullable(),
});
export type Rate = z.infer<typeof rateSchema>;
const ruledRateSchema = rateSchema.extend({ ruleId: z.string() });

export const cohortOutcomesSchema = z.object({
  endpoint: cohortEndpointSchema,
  treated: z.number().int(),
  /** Courses that have no induction, and so no end of one: left out at that endpoint. 0 at the other. */
  withoutInduction: z.number().int(),
  /** Courses with a baseline: all that can be analysed. */
  courses: z.number().int(),
  withBaseline: z.number().int(),
  withFollowUp: z.number().int(),
  eligible: z.number().int(),
  eligibleWithFollowUp: z.number().int(),
  response: ruledRateSchema,
  remission: ruledRateSchema.nullable(),
  reliableImprovement: ruledRateSchema,
  reliableDeterioration: ruledRateSchema,
  improvementByPoints: z.array(ruledRateSchema.extend({ points: z.number() })),
});
export type CohortOutcomes = z.infer<typeof cohortOutcomesSchema>;

/** A row of a breakdown: by agent and route, or by quarter of day 0. */
export const cohortGroupSchema = z.object({
  key: z.string(),
  agent: courseAgentSchema.nullable(),
  route: courseRouteSchema.nullable(),
  /** First day of the quarter. */
  from: day().nullable(),
  atEndOfInduction: cohortOutcomesSchema,
  lastRecorded: cohortOutcomesSchema,
});
export type CohortGroup = z.infer<typeof cohortGroupSchema>;

export const cohortRuleSchema = z.object({
  id: z.string(),
  words: z.string(),
  citation: z.string(),
  ownRule: z.boolean(),
});
export type CohortRule = z.infer<typeof cohortRuleSchema>;

export const cohortSideEffectSchema = z.object({
  code: z.string(),
  incidence: rateSchema,
  byCourse: rateSchema,
  severity: z.object({ mild: rateSchema, moderate: rateSchema, severe: rateSchema, unknown: rateSchema }),
  serious: z.number().int(),
  medianMinutesToResolution: z.number().nullable(),
  resolutionKnown: z.number().int(),
});
export type CohortSideEffect = z.infer<typeof cohortSideEffectSchema>;

export const cohortSummarySchema = z.object({
  instrument: cohortInstrumentSchema,
  computedAt: instant(),
  /** What there is to choose from, with how many courses each has. */
  choices: z.array(
    z.object({ agent: courseAgentSchema, route: courseRouteSchema, courses: z.number().int() }),
  ),
  atEndOfInduction: cohortOutcomesSchema,
  lastRecorded: cohortOutcomesSchema,
  byAgentAndRoute: z.array(cohortGroupSchema),
  byQuarter: z.array(cohortGroupSchema),
  talkingTherapies: z.object({
    ruleId: z.string(),
    finished: z.number().int(),
    atCaseness: z.number().int(),
    recovery: rateSchema,
    reliableRecovery: rateSchema,
    reliableImprovement: rateSchema,
    reliableDeterioration: rateSchema,
  }),
  sideEffects: z.object({
    sessions: z.number().int(),
    sessionsAsked: z.number().int(),
    any: rateSchema,
    effects: z.array(cohortSideEffectSchema),
  }),
  rules: z.array(cohortRuleSchema),
});
export type CohortSummary = z.infer<typeof cohortSummarySchema>;

export const cohortCounts = [
  'treated',
  'withBaseline',
  'eligible',
  'withFollowUp',
  'eligibleWithFollowUp',
  'response',
  'remission',
  'reliableImprovement',
  'reliableDeterioration',
  /* By the rules of NHS Talking Therapies, whatever the instrument and the endpoint. */
  'therapiesFinished',
  'therapiesAtCaseness',
  'therapiesRecovery',
  'therapiesReliableRecovery',
  'therapiesReliableImprovement',
  'therapiesReliableDeterioration',
  /* Courses with the side effect `code` at least once, of those asked at least once. */
  'sideEffect',
] as const;
export type CohortCount = (typeof cohortCounts)[number];

/** GET /api/c/:clinic/outcomes/cohort/people: the courses behind one number. */
export const cohortPeopleQuerySchema = cohortQuerySchema.extend({
  endpoint: cohortEndpointSchema,
  count: z.enum(cohortCounts),
  /** `without`: those in the denominator of a rate who are not in its numerator. */
  part: z.enum(['with', 'without']).default('with'),
  /** Of the side effect; with `sideEffect` only. */
  code: line(60).optional(),
});
export type CohortPeopleQuery = z.infer<typeof cohortPeopleQuerySchema>;

export const cohortPersonSchema = z.object({
  patientId: id(),
  courseId: id(),
  name: z.string(),
  mrn: z.string(),
  agent: courseAgentSchema,
  route: courseRouteSchema,
  dayZero: day().nullable(),
  baseline: z.number().int().nullable(),
  last: z.number().int().nullable(),
  change: z.number().int().nullable(),
});
export type CohortPerson = z.infer<typeof cohortPersonSchema>;
export const cohortPeopleSchema = z.object({ people: z.array(cohortPersonSchema) });
export type CohortPeople = z.infer<typeof cohortPeopleSchema>;

const fixableSchema = z.object({
  patientId: id(),
  name: z.string(),
  sessionId: id().nullable(),
  onDate: day(),
});

/** GET /api/c/:clinic/outcomes/fixable: what is missing today and can still be got. */
export const fixableSchemaList = z.object({
  today: day(),
  /** A first dose today or tomorrow, and no baseline of the depression form. */
  firstDoseWithoutBaseline: z.array(fixableSchema),
  /** The visit's day is past, and nobody signed it or said that it did not happen. */
  unsignedSessions: z.array(fixableSchema),
  /** A session today or tomorrow, and no depression form within 72 hours of it. */
  formsDue: z.array(fixableSchema),
  /** Induction over for 14 to 31 days, and no depression form since its last dose. */
  endOfInductionMissing: z.array(fixableSchema),
});
export type Fixable = z.infer<typeof fixableSchemaList>;
