import { Injectable } from '@nestjs/common';
import {
  hasSessions,
  type CancelSession,
  type Course,
  type MissedSession,
  type PlanSessions,
  type RescheduleSession,
  type SessionPlan,
  type SessionPlans,
  type SessionsOfDay,
  type SessionState,
} from '@courseline/contracts';
import { seriesDays, type Agent, type Route } from '@courseline/treatment';
import { addDays, dayIn, instantAt } from '../clinics/clinic-calendar.js';
import { CoursesQueries } from '../courses/courses.queries.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { TreatedPatients } from '../patients/treated-patients.js';
import { PlannedSessionWrites, type SessionRevision } from './planned-session.writes.js';
import { PlanningQueries } from './planning.queries.js';

const DAYS_AHEAD = 2 * 366;

export interface SessionStep {
  readonly sessionId: string;
  readonly expectedN: number;
}

/** The calendar of a course: plans its sessions, moves them, and keeps which did not take place and why. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: PlanningQueries,
    private readonly writes: PlannedSessionWrites,
    private readonly courses: CoursesQueries,
    private readonly treated: TreatedPatients,
  ) {}

  async listOfCourse(courseId: string): Promise<SessionPlans> {
    const course = await this.courses.find(courseId);
    if (course === null) throw new DomainError('not-found');
    this.context.touch(course.patientId);
    return { sessions: await this.queries.listOfCourse(courseId) };
  }

  async listOfPatient(patientId: string): Promise<SessionPlans> {
    await this.treated.requireVisible(patientId);
    return { sessions: await this.queries.listOfPatient(patientId) };
  }

  async listOfDay(day: string | undefined): Promise<SessionsOfDay> {
    const shown = day ?? this.today();
    const sessions = await this.queries.listOfDay(shown);
    this.context.touch(...sessions.map((session) => session.patientId));
    return { day: shown, sessions };
  }

  /** Plans one session or a series; all of them or none. */
  async plan(courseId: string, request: PlanSessions): Promise<SessionPlans> {
    const course = await this.courseToPlanIn(courseId);
    // Before looking which days are taken: two who plan at once come one after the other.
    await this.context.bumpClinicVersion();
    const days = seriesDays(request);
    await this.refuseDays(course, days, '/firstDay', null);
    const { timeZone } = this.context.clinic;
    const ids = await this.writes.plan(
      days.map((onDate) => ({
        patientId: course.patientId,
        courseId,
        phase: request.phase,
        onDate,
        plannedAt: instantAt(timeZone, onDate, request.time),
        agent: course.agent,
        route: course.route,
      })),
    );
    const sessions = await this.queries.listOfCourse(courseId);
    return { sessions: sessions.filter((session) => ids.includes(session.id)) };
  }

  /** Another day or time; a session that was cancelled or missed is planned again by it. */
  async reschedule(step: SessionStep, { day, time, reason }: RescheduleSession): Promise<SessionPlan> {
    const current = await this.currentOf(step, ['planned', 'cancelled', 'no-show']);
    const { courseId } = await this.get(step.sessionId);
    const course = await this.courseToPlanIn(courseId);
    await this.context.bumpClinicVersion();
    await this.refuseDays(course, [day], '/day', step.sessionId);
    await this.writes.revise(current, {
      state: 'planned',
      stateReason: null,
      onDate: day,
      plannedAt: instantAt(this.context.clinic.timeZone, day, time),
      agent: course.agent,
      route: course.route,
      reason,
    });
    return this.get(step.sessionId);
  }

  async cancel(step: SessionStep, { reason }: CancelSession): Promise<SessionPlan> {
    const current = await this.currentOf(step, ['planned', 'no-show']);
    await this.refuseBeingLogged(step.sessionId);
    await this.writes.revise(current, { state: 'cancelled', stateReason: reason, reason });
    await this.context.bumpClinicVersion();
    return this.get(step.sessionId);
  }

  async miss(step: SessionStep, { reason }: MissedSession): Promise<SessionPlan> {
    const current = await this.currentOf(step, ['planned', 'cancelled']);
    if (current.onDate > this.today())
      throw new DomainError('conflict', { detail: 'This session is still to come: cancel it instead.' });
    await this.refuseBeingLogged(step.sessionId);
    await this.writes.revise(current, {
      state: 'no-show',
      stateReason: reason,
      reason: reason ?? 'Did not come',
    });
    await this.context.bumpClinicVersion();
    return this.get(step.sessionId);
  }

  private async get(sessionId: string): Promise<SessionPlan> {
    const session = await this.queries.find(sessionId);
    if (session === null) throw new DomainError('not-found');
    return session;
  }

  private today(): string {
    return dayIn(this.context.clinic.timeZone, this.clock.now());
  }

  private async currentOf(
    { sessionId, expectedN }: SessionStep,
    states: readonly SessionState[],
  ): Promise<SessionRevision> {
    const current = await this.writes.getCurrent(sessionId);
    await this.treated.requireTreated(current.patientId);
    if (current.n !== expectedN) throw new DomainError('version-conflict', { extra: { version: current.n } });
    if (current.status !== 'current')
      throw new DomainError('conflict', { detail: 'This session is not in the record any more.' });
    if (current.signedAt !== null)
      throw new DomainError('conflict', { detail: 'A signed session is amended with a reason.' });
    if (!states.includes(current.state))
      throw new DomainError('conflict', { detail: 'This session is closed already.' });
    return current;
  }

  private async courseToPlanIn(
    courseId: string,
  ): Promise<Course & { readonly agent: Agent; readonly route: Route }> {
    const course = await this.courses.find(courseId);
    if (course === null) throw new DomainError('not-found');
    await this.treated.requireTreated(course.patientId);
    if (course.status !== 'current')
      throw new DomainError('conflict', { detail: 'This course is not in the record any more.' });
    if (course.endedOn !== null)
      throw new DomainError('conflict', { detail: 'This course has ended. Reopen it to plan sessions.' });
    const { agent, route } = course;
    if (!hasSessions(agent) || route === 'none')
      throw new DomainError('conflict', { detail: 'A comparator course has no sessions.' });
    return { ...course, agent, route };
  }

  private async refuseDays(
    course: Course,
    days: readonly string[],
    pointer: string,
    exceptId: string | null,
  ): Promise<void> {
    const first = days[0] ?? course.startedOn;
    const last = days.at(-1) ?? first;
    const refuse = (detail: string): DomainError =>
      new DomainError('rule-violated', { errors: [{ pointer, detail }] });
    if (first < course.startedOn) throw refuse(`The course starts on ${course.startedOn}.`);
    if (last > addDays(this.today(), DAYS_AHEAD)) throw refuse('At most two years ahead.');
    const taken = await this.queries.listTakenDays(course.patientId, days, exceptId);
    if (taken.length > 0) {
      throw new DomainError('already-exists', {
        errors: [{ pointer, detail: `The patient has a session already on ${taken.join(', ')}.` }],
      });
    }
  }

  private async refuseBeingLogged(sessionId: string): Promise<void> {
    if (await this.queries.isBeingLogged([sessionId])) {
      throw new DomainError('conflict', {
        detail: 'Someone has begun to log this session. Sign it, or clear what was entered first.',
      });
    }
  }
}
