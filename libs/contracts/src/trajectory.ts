import { agents, readingMoments, routes } from '@courseline/treatment';
import { z } from 'zod';
import { instrumentIdSchema } from './assessments.js';
import { attentionReasonSchema } from './attention.js';
import { courseAgentSchema, courseEndReasonSchema, coursePhaseSchema, courseRouteSchema } from './courses.js';
import { day, instant } from './dates.js';
import { id } from './ids.js';
import { indicationSchema, sexSchema } from './patients.js';
import { trialCountsSchema } from './prior-treatments.js';
import { rightNowFormSchema } from './right-now-form.js';
import { sessionStateSchema } from './session-plans.js';
import { trajectoryInstrumentSchema } from './trajectory-instrument.js';

/** GET /api/c/:clinic/patients/:patient/trajectory?course= (nurse, clinician, director) */
/** Without a course: the one under way, or the latest. */
export const trajectoryQuerySchema = z.strictObject({ course: id().optional() });
export type TrajectoryQuery = z.infer<typeof trajectoryQuerySchema>;

const trajectoryPatientSchema = z.object({
  id: id(),
  mrn: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: day().nullable(),
  /** Whole years today, in the clinic's zone. */
  age: z.int().nullable(),
  sex: sexSchema,
  indications: z.array(indicationSchema),
  allergies: z.string().nullable(),
  contraindications: z.string().nullable(),
  trials: trialCountsSchema,
});

const courseLineSchema = z.object({
  id: id(),
  /** Counted from the patient's first course. */
  number: z.int(),
  agent: courseAgentSchema,
  agentName: z.string().nullable(),
  route: courseRouteSchema,
  startedOn: day(),
  endedOn: day().nullable(),
});
export type TrajectoryCourseLine = z.infer<typeof courseLineSchema>;

export const coursePhaseSpanSchema = z.object({
  phase: coursePhaseSchema,
  /** Null: planned, not begun. */
  from: day().nullable(),
  /** The last day of the span; null while it runs. */
  to: day().nullable(),
  planned: z.int().nullable(),
  given: z.int(),
});
export type CoursePhaseSpan = z.infer<typeof coursePhaseSpanSchema>;

const trajectoryCourseSchema = courseLineSchema.extend({
  endReason: courseEndReasonSchema.nullable(),
  settingTag: z.string().nullable(),
  dayZero: day().nullable(),
  dayZeroSource: z.enum(['declared', 'first-dose']).nullable(),
  phases: z.array(coursePhaseSpanSchema),
  /** Where in `phases` the course stands; null before the first and where none is planned. */
  currentPhase: z.int().nullable(),
  sessionsGiven: z.int(),
});
export type TrajectoryCourse = z.infer<typeof trajectoryCourseSchema>;

export const sideEffectReporters = ['patient', 'staff'] as const;

/** One side effect of one session: what several people reported under one code, as bad as the worst report. */
export const sessionSideEffectSchema = z.object({
  code: z.string(),
  /** What was written where the list has no term. */
  otherText: z.string().nullable(),
  /** 0 none, 1 mild, 2 moderate, 3 severe. */
  severity: z.int().min(0).max(3),
  onsetMinutes: z.int().nullable(),
  durationMinutes: z.int().nullable(),
  ctcaeGrade: z.int().nullable(),
  serious: z.boolean(),
  seriousCriterion: z.string().nullable(),
  reporters: z.array(z.enum(sideEffectReporters)),
});
export type SessionSideEffect = z.infer<typeof sessionSideEffectSchema>;

const pressureSchema = z.object({
  systolic: z.number(),
  diastolic: z.number(),
  moment: z.enum(readingMoments),
  /** Minutes from the start of the session; null where only the clock time is known. */
  minute: z.int().nullable(),
});

export const trajectorySessionSchema = z.object({
  id: id(),
  /** Counted over the sessions of the course in which a dose was given; null for the others. */
  number: z.int().nullable(),
  state: sessionStateSchema,
  stateReason: z.string().nullable(),
  phase: coursePhaseSchema,
  date: day(),
  /** The start, or the planned time; null where only the day is known. */
  at: instant().nullable(),
  agent: z.enum(agents),
  route: z.enum(routes),
  orderedMg: z.number().nullable(),
  givenMg: z.number().nullable(),
  mgPerKg: z.number().nullable(),
  weightKg: z.number().nullable(),
  infusionMinutes: z.int().nullable(),
  sideEffectsAsked: z.enum(['none', 'some', 'not-asked']),
  sideEffects: z.array(sessionSideEffectSchema),
  pressure: z.object({
    before: pressureSchema.nullable(),
    /** The reading with the highest systolic value after the start. */
    highest: pressureSchema.nullable(),
    /** Highest less before, mmHg systolic; null where either is missing. */
    riseSystolic: z.number().nullable(),
  }),
  note: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedAt: instant().nullable(),
  /** Whether someone has begun to write down a session that is not signed. */
  begun: z.boolean(),
});
export type TrajectorySession = z.infer<typeof trajectorySessionSchema>;

const countOfSchema = z.object({ x: z.int(), n: z.int() });

export const courseSideEffectsSchema = z.object({
  /** Sessions in which a dose was given. */
  sessions: z.int(),
  sessionsAsked: z.int(),
  /** Asked sessions with any side effect. */
  any: countOfSchema,
  /** Most frequent first. */
  effects: z.array(
    z.object({
      code: z.string(),
      /** Sessions with it, of the sessions asked. */
      sessions: countOfSchema,
      severity: z.object({ mild: z.int(), moderate: z.int(), severe: z.int() }),
      worst: z.int().min(0).max(3),
      serious: z.int(),
      /** Minutes from the dose until it had passed, of the sessions where both onset and duration are known. */
      resolution: z.object({
        n: z.int(),
        medianMinutes: z.number().nullable(),
        longestMinutes: z.number().nullable(),
        unknown: z.int(),
      }),
      /** Sessions where it was reported although nobody asked: in no rate. */
      reportedUnasked: z.int(),
    }),
  ),
});
export type CourseSideEffects = z.infer<typeof courseSideEffectsSchema>;

export const trajectorySchema = z.object({
  /** Today in the clinic's zone. */
  today: day(),
  patient: trajectoryPatientSchema,
  /** All courses of the patient, in order. */
  courses: z.array(courseLineSchema),
  /** Null for a patient without a course: then there is nothing to draw. */
  course: trajectoryCourseSchema.nullable(),
  instruments: z.array(trajectoryInstrumentSchema),
  /** In order of time. */
  sessions: z.array(trajectorySessionSchema),
  sideEffects: courseSideEffectsSchema,
  /** How the person was hours from each dose, in order of time; in no score and no rate. */
  rightNow: z.array(rightNowFormSchema),
  attention: z.array(attentionReasonSchema),
  /** Of a patient without a course, whose forms no chart draws yet: the newest first. */
  formsWithoutCourse: z.array(
    z.object({ id: id(), instrument: instrumentIdSchema, onDate: day(), total: z.number().int().nullable() }),
  ),
});
export type Trajectory = z.infer<typeof trajectorySchema>;
