import { z } from 'zod';
import { changeReason } from './assessments.js';
import { day } from './dates.js';
import { clinicParamsSchema, id } from './ids.js';
import { revisionFields } from './revisions.js';
import { phases } from './session-log.js';
import { line, note } from './text.js';

/** What a course treats with. Other than ketamine and esketamine they are comparator courses, without sessions. */
export const courseAgents = [
  'ketamine',
  'esketamine',
  'ssri',
  'snri',
  'other-antidepressant',
  'psychotherapy',
  'other',
] as const;
export const courseAgentSchema = z.enum(courseAgents);
export type CourseAgent = z.infer<typeof courseAgentSchema>;

export const courseRoutes = ['iv', 'im', 'sc', 'sublingual', 'oral', 'intranasal', 'none'] as const;
export const courseRouteSchema = z.enum(courseRoutes);
export type CourseRoute = z.infer<typeof courseRouteSchema>;

/** The routes each agent can have; the first is the usual one. */
export const routesOfAgent: Readonly<Record<CourseAgent, readonly CourseRoute[]>> = {
  ketamine: ['iv', 'im', 'sc', 'sublingual', 'oral', 'intranasal'],
  esketamine: ['intranasal'],
  ssri: ['oral'],
  snri: ['oral'],
  'other-antidepressant': ['oral', 'none'],
  psychotherapy: ['none'],
  other: ['none', 'oral', 'iv', 'im', 'sc', 'sublingual', 'intranasal'],
};

/** Whether a course of this agent is given in sessions that are planned, logged and signed. */
export function hasSessions(agent: CourseAgent): agent is 'ketamine' | 'esketamine' {
  return agent === 'ketamine' || agent === 'esketamine';
}

export const coursePhaseSchema = z.enum(phases);
export type CoursePhase = z.infer<typeof coursePhaseSchema>;

export const courseEndReasons = [
  'completed',
  'no-benefit',
  'side-effects',
  'patient-choice',
  'cost',
  'moved-away',
  'lost-to-follow-up',
  'clinical-decision',
  'other',
] as const;
export const courseEndReasonSchema = z.enum(courseEndReasons);
export type CourseEndReason = z.infer<typeof courseEndReasonSchema>;

export const phasePlanSchema = z.strictObject({
  phase: coursePhaseSchema,
  startsOn: day().nullable(),
  plannedSessions: z.int().min(1).max(500).nullable(),
  /** Days from one session to the next: 3.5 is twice a week. */
  intervalDays: z.number().positive().max(366).multipleOf(0.01).nullable(),
});
export type PhasePlan = z.infer<typeof phasePlanSchema>;

const fields = {
  agent: courseAgentSchema,
  /** The product or substance, such as "sertraline"; needed for comparator courses. */
  agentName: line(100).nullable(),
  route: courseRouteSchema,
  startedOn: day(),
  /** Day 0 where it is not the day of the first dose: comparator courses, treatment begun elsewhere. */
  declaredDayZero: day().nullable(),
  orderedMg: z.number().positive().max(2000).multipleOf(0.001).nullable(),
  orderedMgPerKg: z.number().positive().max(50).multipleOf(0.001).nullable(),
  infusionMinutes: z.int().min(1).max(1440).nullable(),
  /** How set and setting are prepared, in the clinic's own words, such as "music, eye mask, therapist present". */
  settingTag: line(100).nullable(),
  note: note(2000).nullable(),
  phases: z.array(phasePlanSchema).max(20),
};

interface CourseFields {
  readonly agent: CourseAgent;
  readonly agentName: string | null;
  readonly route: CourseRoute;
  readonly orderedMg: number | null;
  readonly orderedMgPerKg: number | null;
  readonly infusionMinutes: number | null;
  readonly phases: readonly PhasePlan[];
}

/** What cannot be right together, by field. Bounds of the dose are warnings and stand in the treatment rules. */
function contradictions(course: CourseFields): { path: (string | number)[]; message: string }[] {
  const found: { path: (string | number)[]; message: string }[] = [];
  if (!routesOfAgent[course.agent].includes(course.route))
    found.push({ path: ['route'], message: 'This agent is not given by this route.' });
  if (!hasSessions(course.agent)) {
    if (course.agentName === null)
      found.push({ path: ['agentName'], message: 'Name the treatment, such as "sertraline".' });
    if (course.phases.length > 0)
      found.push({ path: ['phases'], message: 'A comparator course has no sessions to plan.' });
    for (const order of ['orderedMg', 'orderedMgPerKg', 'infusionMinutes'] as const)
      if (course[order] !== null)
        found.push({ path: [order], message: 'A comparator course has no session dose.' });
  }
  if (course.orderedMg !== null && course.orderedMgPerKg !== null)
    found.push({ path: ['orderedMgPerKg'], message: 'Order in mg or in mg/kg, not in both.' });
  if (course.agent === 'esketamine' && course.orderedMgPerKg !== null)
    found.push({ path: ['orderedMgPerKg'], message: 'Esketamine is ordered in mg.' });
  if (course.infusionMinutes !== null && course.route !== 'iv' && course.route !== 'sc')
    found.push({ path: ['infusionMinutes'], message: 'Only an infusion runs over minutes.' });
  return found;
}

const checked = <Shape extends z.ZodType<CourseFields>>(schema: Shape): Shape =>
  schema.superRefine((course, context) => {
    for (const { path, message } of contradictions(course))
      context.addIssue({ code: 'custom', path, message });
  });

/** POST /api/c/:clinic/patients/:patient/courses */
export const startCourseSchema = checked(z.strictObject(fields));
export type StartCourse = z.infer<typeof startCourseSchema>;

/** POST /api/c/:clinic/courses/:course/amendments, with If-Match. The end of a course is changed by ending and reopening it. */
export const amendCourseSchema = checked(z.strictObject({ ...fields, reason: changeReason() }));
export type AmendCourse = z.infer<typeof amendCourseSchema>;

/** POST /api/c/:clinic/courses/:course/end, with If-Match: planned sessions after that day are cancelled. */
export const endCourseSchema = z.strictObject({
  endedOn: day(),
  endReason: courseEndReasonSchema,
  endNote: note(2000).nullable(),
});
export type EndCourse = z.infer<typeof endCourseSchema>;

/** POST /api/c/:clinic/courses/:course/reopen, with If-Match */
export const reopenCourseSchema = z.strictObject({ reason: changeReason() });
export type ReopenCourse = z.infer<typeof reopenCourseSchema>;

/** POST /api/c/:clinic/courses/:course/move, with If-Match: the course moves by two linked revisions. */
export const courseOfAnotherPatientSchema = z.strictObject({ patientId: id(), reason: changeReason() });
export type CourseOfAnotherPatient = z.infer<typeof courseOfAnotherPatientSchema>;

export const courseParamsSchema = clinicParamsSchema.extend({ course: id() });
export type CourseParams = z.infer<typeof courseParamsSchema>;

const shownFields = {
  agent: courseAgentSchema,
  agentName: z.string().nullable(),
  route: courseRouteSchema,
  startedOn: day(),
  declaredDayZero: day().nullable(),
  endedOn: day().nullable(),
  endReason: courseEndReasonSchema.nullable(),
  endNote: z.string().nullable(),
  orderedMg: z.number().nullable(),
  orderedMgPerKg: z.number().nullable(),
  infusionMinutes: z.int().nullable(),
  settingTag: z.string().nullable(),
  note: z.string().nullable(),
  phases: z.array(
    z.object({
      phase: coursePhaseSchema,
      startsOn: day().nullable(),
      plannedSessions: z.int().nullable(),
      intervalDays: z.number().nullable(),
    }),
  ),
};

export const courseSchema = z.object({
  id: id(),
  patientId: id(),
  ...revisionFields,
  ...shownFields,
  /** The course this one came from or went to when it was put on the right patient. */
  linkedCourseId: id().nullable(),
  /** The declared day, or the day of the first dose given; null before that. */
  dayZero: day().nullable(),
  dayZeroSource: z.enum(['declared', 'first-dose']).nullable(),
});
export type Course = z.infer<typeof courseSchema>;

/** GET /api/c/:clinic/patients/:patient/courses: the newest start first. */
export const coursesSchema = z.object({ courses: z.array(courseSchema) });
export type Courses = z.infer<typeof coursesSchema>;

/** GET /api/c/:clinic/courses/:course/history: the newest first. */
export const courseHistorySchema = z.object({
  revisions: z.array(z.object({ ...revisionFields, ...shownFields, linkedCourseId: id().nullable() })),
});
export type CourseHistory = z.infer<typeof courseHistorySchema>;

/** The answer to putting a course on the right patient. */
export const movedCourseSchema = z.object({ courseId: id(), patientId: id(), version: z.int() });
export type MovedCourse = z.infer<typeof movedCourseSchema>;
