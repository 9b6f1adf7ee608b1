import { Injectable } from '@nestjs/common';
import type { CoursePhase } from '@courseline/contracts';
import type { Agent, Route } from '@courseline/treatment';
import { newId } from '../database/ids.js';
import { rowOf, type Row } from '../database/row-of.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { SessionEntity } from './session.entity.js';
import { SessionRevisionEntity } from './session-revision.entity.js';

export type SessionRevision = Row<SessionRevisionEntity>;

export interface SessionToPlan {
  readonly patientId: string;
  readonly courseId: string;
  readonly phase: CoursePhase;
  readonly onDate: string;
  readonly plannedAt: Date;
  readonly agent: Agent;
  readonly route: Route;
}

/** Adds planned sessions, and revisions of sessions that were not given. */
@Injectable()
export class PlannedSessionWrites {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** Orders are left open: until it is given, a session is ordered as its course is. */
  async plan(sessions: readonly SessionToPlan[]): Promise<readonly string[]> {
    const planned = sessions.map((session) => ({ ...session, id: newId() }));
    const { manager, clinic, principal } = this.context;
    const now = this.clock.now();
    await manager.insert(
      SessionEntity,
      planned.map(({ id, patientId, courseId }) => ({
        clinicId: clinic.id,
        id,
        patientId,
        courseId,
        currentN: 1,
        createdAt: now,
        importBatchId: null,
      })),
    );
    await manager.insert(
      SessionRevisionEntity,
      planned.map(({ id, courseId: _, ...session }) => ({
        ...EMPTY_SESSION,
        ...session,
        clinicId: clinic.id,
        sessionId: id,
        n: 1,
        status: 'current' as const,
        reason: null,
        recordedBy: principal.accountId,
        recordedAt: now,
        linkedSessionId: null,
      })),
    );
    return planned.map((session) => session.id);
  }

  async getCurrent(sessionId: string): Promise<SessionRevision> {
    const { manager, clinic } = this.context;
    const head = await manager.findOneBy(SessionEntity, { clinicId: clinic.id, id: sessionId });
    if (head === null) throw new DomainError('not-found');
    const current = await manager.findOneByOrFail(SessionRevisionEntity, {
      clinicId: clinic.id,
      sessionId,
      n: head.currentN,
    });
    return rowOf(current);
  }

  async revise(
    current: SessionRevision,
    change: Partial<SessionRevision> & { readonly reason: string },
  ): Promise<void> {
    const { manager, clinic, principal } = this.context;
    // The head first: of two writers at once the second waits here and finds the version gone.
    const moved = await this.context.execute(
      `update session set current_n = $3 + 1 where clinic_id = $1 and id = $2 and current_n = $3`,
      [clinic.id, current.sessionId, current.n],
    );
    if (moved !== 1) throw new DomainError('version-conflict');
    await manager.insert(SessionRevisionEntity, {
      ...current,
      ...change,
      n: current.n + 1,
      recordedBy: principal.accountId,
      recordedAt: this.clock.now(),
      importBatchId: null,
    });
  }

  /** The session leaves this patient and stands in a course of another, each pointing at the other. */
  async moveTo(
    current: SessionRevision,
    target: { readonly patientId: string; readonly courseId: string },
    reason: string,
  ): Promise<void> {
    const { manager, clinic, principal } = this.context;
    const id = newId();
    const now = this.clock.now();
    await this.revise(current, { status: 'belongs-to-another-patient', linkedSessionId: id, reason });
    await manager.insert(SessionEntity, {
      clinicId: clinic.id,
      id,
      patientId: target.patientId,
      courseId: target.courseId,
      currentN: 1,
      createdAt: now,
      importBatchId: null,
    });
    await manager.insert(SessionRevisionEntity, {
      ...current,
      sessionId: id,
      n: 1,
      patientId: target.patientId,
      reason,
      recordedBy: principal.accountId,
      recordedAt: now,
      linkedSessionId: current.sessionId,
      importBatchId: null,
    });
  }
}

const EMPTY_SESSION = {
  state: 'planned' as const,
  stateReason: null,
  startedAt: null,
  endedAt: null,
  orderedMg: null,
  orderedMgPerKg: null,
  givenMg: null,
  weightKg: null,
  weightEntered: null,
  weightUnit: null,
  weightOn: null,
  infusionMinutes: null,
  routeDetails: {},
  concomitant: {},
  doseReason: null,
  pressureReason: null,
  sideEffectsAsked: 'not-asked' as const,
  note: null,
  signedBy: null,
  signedAt: null,
  importBatchId: null,
};
