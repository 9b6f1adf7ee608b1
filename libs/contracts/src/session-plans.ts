import { agents, routes } from '@courseline/treatment';
import { z } from 'zod';
import { changeReason } from './assessments.js';
import { coursePhaseSchema } from './courses.js';
import { day, instant, timeOfDay } from './dates.js';
import { id } from './ids.js';
import { revisionFields } from './revisions.js';
import { sessionStates } from './session-log.js';

export const sessionStateSchema = z.enum(sessionStates);
export type SessionState = z.infer<typeof sessionStateSchema>;

/** POST /api/c/:clinic/courses/:course/sessions: one session or a series, as the clinic's calendar has it. */
export const planSessionsSchema = z.strictObject({
  phase: coursePhaseSchema,
  count: z.int().min(1).max(60),
  /** Days from one session to the next: 3.5 is twice a week. */
  intervalDays: z.number().positive().max(366),
  firstDay: day(),
  /** The same time of day for all, in the clinic's zone. */
  time: timeOfDay(),
  /** Weekdays on which no session falls, 1 (Monday) to 7 (Sunday). */
  closedWeekdays: z.array(z.int().min(1).max(7)).max(6),
});
export type PlanSessions = z.infer<typeof planSessionsSchema>;

/** POST /api/c/:clinic/sessions/:session/reschedule, with If-Match: a cancelled or missed session is planned again by it. */
export const rescheduleSessionSchema = z.strictObject({
  day: day(),
  time: timeOfDay(),
  reason: changeReason(),
});
export type RescheduleSession = z.infer<typeof rescheduleSessionSchema>;

/** POST /api/c/:clinic/sessions/:session/cancel, with If-Match */
export const cancelSessionSchema = z.strictObject({ reason: changeReason() });
export type CancelSession = z.infer<typeof cancelSessionSchema>;

/** POST /api/c/:clinic/sessions/:session/no-show, with If-Match */
export const missedSessionSchema = z.strictObject({ reason: changeReason().nullable() });
export type MissedSession = z.infer<typeof missedSessionSchema>;

/** GET /api/c/:clinic/sessions: the sessions of a day, today without one. */
export const sessionsOfDayQuerySchema = z.strictObject({ day: day().optional() });
export type SessionsOfDayQuery = z.infer<typeof sessionsOfDayQuerySchema>;

/** A treatment session as a calendar shows it: planned, or what became of it. */
export const sessionPlanSchema = z.object({
  id: id(),
  patientId: id(),
  courseId: id(),
  version: revisionFields.version,
  state: sessionStateSchema,
  stateReason: z.string().nullable(),
  phase: coursePhaseSchema,
  /** Its place among the sessions of its phase that were not cancelled or missed, from 1; null for those. */
  number: z.int().nullable(),
  /** The calendar day in the clinic's zone. */
  onDate: day(),
  plannedAt: instant().nullable(),
  agent: z.enum(agents),
  route: z.enum(routes),
  /** Its own order, or else the course's. */
  orderedMg: z.number().nullable(),
  orderedMgPerKg: z.number().nullable(),
  givenMg: z.number().nullable(),
  isSigned: z.boolean(),
  recordedBy: revisionFields.recordedBy,
  recordedAt: instant(),
});
export type SessionPlan = z.infer<typeof sessionPlanSchema>;

/** GET /api/c/:clinic/courses/:course/sessions and /api/c/:clinic/patients/:patient/sessions: the earliest first. */
export const sessionPlansSchema = z.object({ sessions: z.array(sessionPlanSchema) });
export type SessionPlans = z.infer<typeof sessionPlansSchema>;

export const sessionsOfDaySchema = z.object({
  day: day(),
  sessions: z.array(
    sessionPlanSchema.extend({ familyName: z.string(), givenName: z.string(), mrn: z.string() }),
  ),
});
export type SessionsOfDay = z.infer<typeof sessionsOfDaySchema>;
