import { z } from 'zod';
import { assessmentWays, instrumentIdSchema } from './assessments.js';
import { day } from './dates.js';

/** GET /api/c/:clinic/outcomes/completion: check-ins due in a period, the last 90 days unless said. */
export const completionQuerySchema = z.strictObject({ from: day().optional(), to: day().optional() });
export type CompletionQuery = z.infer<typeof completionQuerySchema>;

/** One instrument at one moment of the plan. */
export const completionRowSchema = z.object({
  momentId: z.string(),
  label: z.string(),
  instrument: instrumentIdSchema,
  /** Check-ins that were due in the period and are answered or closed. */
  asked: z.int(),
  answered: z.int(),
  /** Of those answered, after they were due. */
  late: z.int(),
  /** Of those answered, by how the form came in. */
  byWay: z.record(z.enum(assessmentWays), z.int()),
  /** Of the forms whose time is known, such as those patients fill in themselves; null where there is none. */
  medianSeconds: z.number().nullable(),
  timed: z.int(),
});
export type CompletionRow = z.infer<typeof completionRowSchema>;

export const completionSchema = z.object({
  from: day(),
  to: day(),
  courses: z.int(),
  /** Courses of the period beyond those that are looked at, the earliest ones. */
  coursesLeftOff: z.int(),
  rows: z.array(completionRowSchema),
  burden: z.object({
    /** Weeks of treatment in the period, of all courses together. */
    weeks: z.number(),
    /** Questions of the forms that were asked; a form that serves several moments counts once. */
    questionsAsked: z.int(),
    questionsAnswered: z.int(),
    forms: z.int(),
    timedForms: z.int(),
    /** Of the timed forms together. */
    minutes: z.number(),
  }),
});
export type Completion = z.infer<typeof completionSchema>;
