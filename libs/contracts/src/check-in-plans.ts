import { getInstrument } from '@courseline/instruments';
import { checkInPlanFaults } from '@courseline/treatment';
import { z } from 'zod';
import { assessmentWays, changeReason, instrumentIdSchema } from './assessments.js';
import { day, instant } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { phases } from './session-log.js';
import { line } from './text.js';

const phase = z.enum(phases);

export const checkInAnchorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('baseline') }),
  z.strictObject({ kind: z.literal('before-dose'), phase, everyDays: z.int() }),
  z.strictObject({ kind: z.literal('mid-phase'), phase }),
  z.strictObject({ kind: z.literal('phase-end'), phase }),
  z.strictObject({ kind: z.literal('every'), phase, everyDays: z.int() }),
  z.strictObject({ kind: z.literal('hours-after-dose'), hours: z.int() }),
]);

/** One moment of a plan; offsets count from its anchor in days, or in hours after a dose. */
export const checkInMomentSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  label: line(60),
  instruments: z.array(instrumentIdSchema).max(8),
  anchor: checkInAnchorSchema,
  opens: z.int(),
  due: z.int(),
  closes: z.int(),
});
export type CheckInMomentOfPlan = z.infer<typeof checkInMomentSchema>;

/** By instrument the days its questions look back, 0 for right now; null for what patients are not asked. */
export function recallDaysOf(instrument: string): number | null {
  const parsed = instrumentIdSchema.safeParse(instrument);
  if (!parsed.success) return null;
  const { reportedBy, totalOnly, recall } = getInstrument(parsed.data);
  return reportedBy === 'patient' && !totalOnly ? recall.days : null;
}

const momentsSchema = z
  .array(checkInMomentSchema)
  .max(30)
  .superRefine((plan, context) => {
    for (const { moment, field, message } of checkInPlanFaults(plan, recallDaysOf))
      context.addIssue({ code: 'custom', path: [moment, field], message });
  });

/** PUT …/check-in-template and …/check-in-plan, with If-Match: the whole plan and why it was changed. */
export const checkInPlanChangeSchema = z.strictObject({ moments: momentsSchema, reason: changeReason() });
export type CheckInPlanChange = z.infer<typeof checkInPlanChangeSchema>;

/** GET /api/c/:clinic/check-in-template: what new courses follow. */
export const checkInTemplateSchema = z.object({
  /** 0 while the clinic follows the default. */
  version: z.int(),
  moments: z.array(checkInMomentSchema),
  /** The newest first. */
  history: z.array(
    z.object({ version: z.int(), reason: z.string(), byName: z.string(), recordedAt: instant() }),
  ),
});
export type CheckInTemplate = z.infer<typeof checkInTemplateSchema>;

/** Whose a course's plan is: its own, the clinic's template as it stood when the course was made, or the default. */
export const checkInPlanSources = ['course', 'template', 'default'] as const;

const planFields = {
  /** 0 while the course has none of its own. */
  version: z.int(),
  source: z.enum(checkInPlanSources),
  moments: z.array(checkInMomentSchema),
  changed: z.object({ reason: z.string(), byName: z.string(), recordedAt: instant() }).nullable(),
};

/** GET /api/c/:clinic/courses/:course/check-in-plan */
export const courseCheckInPlanSchema = z.object({ courseId: id(), ...planFields });
export type CourseCheckInPlan = z.infer<typeof courseCheckInPlanSchema>;

export const checkInStates = ['upcoming', 'due', 'late', 'done', 'missed'] as const;

export const checkInOccurrenceSchema = z.object({
  /** The same however often the session it hangs on is moved. */
  key: z.string(),
  momentId: z.string(),
  instrument: instrumentIdSchema,
  inHours: z.boolean(),
  sessionId: id().nullable(),
  anchorOn: day(),
  opensAt: instant(),
  dueAt: instant(),
  /** From this instant on it is too late. */
  closesAt: instant(),
  state: z.enum(checkInStates),
  answeredLate: z.boolean(),
  /** Not to be asked before: a dose was given within a day. */
  heldUntil: instant().nullable(),
  form: z
    .object({ id: id(), onDate: day(), at: instant().nullable(), way: z.enum(assessmentWays) })
    .nullable(),
});
export type CheckInOccurrenceOfCourse = z.infer<typeof checkInOccurrenceSchema>;

/** GET /api/c/:clinic/courses/:course/check-ins: what the plan asks and what became of it, in order of time. */
export const courseCheckInsSchema = z.object({
  courseId: id(),
  patientId: id(),
  plan: z.object(planFields),
  occurrences: z.array(checkInOccurrenceSchema),
});
export type CourseCheckIns = z.infer<typeof courseCheckInsSchema>;

export const checkInCourseParamsSchema = clinicParamsSchema.extend({ course: id() });
export type CheckInCourseParams = z.infer<typeof checkInCourseParamsSchema>;
