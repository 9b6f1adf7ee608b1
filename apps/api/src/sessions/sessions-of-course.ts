import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hasSessions, type SessionPlan } from '@courseline/contracts';
import { CourseObservers, type CourseChange, type CourseObserver } from '../courses/course-observers.js';
import { DomainError } from '../http/domain-error.js';
import { PlannedSessionWrites } from './planned-session.writes.js';
import { PlanningQueries } from './planning.queries.js';

/** What becomes of the sessions of a course when the course changes; what was signed is never swept along. */
@Injectable()
export class SessionsOfCourse implements CourseObserver, OnModuleInit {
  constructor(
    private readonly observers: CourseObservers,
    private readonly queries: PlanningQueries,
    private readonly writes: PlannedSessionWrites,
  ) {}

  onModuleInit(): void {
    this.observers.add(this);
  }

  /** Planned sessions follow a change of agent or route. */
  async courseAmended({ before, after, reason }: CourseChange): Promise<void> {
    const sessions = await this.queries.listOfCourse(before.courseId);
    const { agent, route } = after;
    if (!hasSessions(agent) || route === 'none') {
      if (sessions.length > 0)
        throw refused('/agent', 'This course has sessions, which this treatment cannot have.');
      return;
    }
    const early = sessions.find((session) => session.isSigned && session.onDate < after.startedOn);
    if (early !== undefined) throw refused('/startedOn', `A session was given on ${early.onDate}.`);
    if (before.agent === agent && before.route === route) return;
    for (const session of sessions.filter((each) => !each.isSigned))
      await this.writes.revise(await this.writes.getCurrent(session.id), { agent, route, reason });
  }

  /** Sessions planned after the end are cancelled; those up to it may still be logged or missed. */
  async courseEnded({ before, after, reason }: CourseChange): Promise<void> {
    const endedOn = after.endedOn ?? after.startedOn;
    const sessions = await this.queries.listOfCourse(before.courseId);
    const late = sessions.filter((session) => session.isSigned && session.onDate > endedOn).at(-1);
    if (late !== undefined) throw refused('/endedOn', `A session was given on ${late.onDate}.`);
    const toCancel = sessions.filter((session) => session.state === 'planned' && session.onDate > endedOn);
    await this.refuseBeingLogged(toCancel);
    for (const session of toCancel) {
      await this.writes.revise(await this.writes.getCurrent(session.id), {
        state: 'cancelled',
        stateReason: 'The course ended',
        reason,
      });
    }
  }

  async courseMoved({ before, after, reason }: CourseChange): Promise<void> {
    for (const session of await this.unsignedSessions(before.courseId))
      await this.writes.moveTo(await this.writes.getCurrent(session.id), after, reason);
  }

  async courseVoided({ before, reason }: CourseChange): Promise<void> {
    for (const session of await this.unsignedSessions(before.courseId)) {
      await this.writes.revise(await this.writes.getCurrent(session.id), {
        status: 'entered-in-error',
        reason,
      });
    }
  }

  private async unsignedSessions(courseId: string): Promise<readonly SessionPlan[]> {
    const sessions = await this.queries.listOfCourse(courseId);
    const signed = sessions.filter((session) => session.isSigned).length;
    if (signed > 0) {
      throw new DomainError('holds-signed-sessions', {
        detail: `This course holds ${signed} signed sessions. Put each right first: move it, or enter it in error.`,
      });
    }
    await this.refuseBeingLogged(sessions);
    return sessions;
  }

  private async refuseBeingLogged(sessions: readonly SessionPlan[]): Promise<void> {
    if (await this.queries.isBeingLogged(sessions.map((session) => session.id))) {
      throw new DomainError('conflict', {
        detail: 'A session of this course is being logged. Sign it, or clear what was entered first.',
      });
    }
  }
}

function refused(pointer: string, detail: string): DomainError {
  return new DomainError('rule-violated', { errors: [{ pointer, detail }] });
}
