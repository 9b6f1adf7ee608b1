import { Injectable } from '@nestjs/common';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { SessionEntity } from '../sessions/session.entity.js';
import { SessionRevisionEntity } from '../sessions/session-revision.entity.js';
import type { LoggedSessionRow, SessionHeadRow } from './logged-session.queries.js';
import { ReadingEntity } from './reading.entity.js';
import type { SessionContent } from './session-content.js';
import { SideEffectEntity } from './side-effect.entity.js';

/** Columns of a revision that are taken over as they are. */
const CONTENT_COLUMNS = `state, state_reason, phase, planned_at, on_date, started_at, ended_at, agent, route, ordered_mg,
  ordered_mg_per_kg, given_mg, weight_kg, weight_entered, weight_unit, weight_on, infusion_minutes, route_details,
  concomitant, dose_reason, pressure_reason, side_effects_asked, note`;

/** Writes revisions of signed sessions, each with its readings and side effects. */
@Injectable()
export class SessionWrites {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** The signature is of whoever asks. */
  async addSigned(
    session: LoggedSessionRow,
    n: number,
    content: SessionContent,
    reason: string | null,
  ): Promise<void> {
    const { manager, clinic, principal } = this.context;
    const now = this.clock.now();
    await manager.insert(SessionRevisionEntity, {
      clinicId: clinic.id,
      sessionId: session.id,
      n,
      patientId: session.patient_id,
      status: 'current',
      reason,
      recordedBy: principal.accountId,
      recordedAt: now,
      state: content.state,
      stateReason: content.stateReason,
      phase: session.phase,
      plannedAt: session.planned_at,
      onDate: content.onDate,
      startedAt: content.startedAt,
      endedAt: content.endedAt,
      agent: session.agent,
      route: session.route,
      orderedMg: content.orderedMg,
      orderedMgPerKg: content.orderedMgPerKg,
      givenMg: content.givenMg,
      weightKg: content.weight?.kg ?? null,
      weightEntered: content.weight?.entered ?? null,
      weightUnit: content.weight?.unit ?? null,
      weightOn: content.weight?.on ?? null,
      infusionMinutes: content.infusionMinutes,
      routeDetails: content.routeDetails,
      concomitant: content.concomitant,
      doseReason: content.doseReason,
      pressureReason: content.pressureReason,
      sideEffectsAsked: content.sideEffectsAsked,
      note: content.note,
      signedBy: principal.accountId,
      signedAt: now,
      linkedSessionId: null,
      importBatchId: null,
    });
    await this.addChildren(session, n, content);
    await this.advance(session.id, n);
  }

  /** Takes the session out of the record: entered in error, or of another patient. */
  async takeOut(
    head: SessionHeadRow,
    status: 'entered-in-error' | 'belongs-to-another-patient',
    reason: string,
    linkedSessionId: string | null,
  ): Promise<void> {
    const n = head.current_n + 1;
    await this.copyRevision(head, {
      sessionId: head.id,
      n,
      patientId: head.patient_id,
      status,
      reason,
      linkedSessionId,
    });
    await this.advance(head.id, n);
  }

  /** Starts the same session anew at another patient's course; gives its id. */
  async startAt(
    head: SessionHeadRow,
    target: { readonly id: string; readonly patientId: string; readonly courseId: string },
    reason: string,
  ): Promise<void> {
    const { manager, clinic } = this.context;
    await manager.insert(SessionEntity, {
      clinicId: clinic.id,
      id: target.id,
      patientId: target.patientId,
      courseId: target.courseId,
      currentN: 1,
      createdAt: this.clock.now(),
      importBatchId: null,
    });
    await this.copyRevision(head, {
      sessionId: target.id,
      n: 1,
      patientId: target.patientId,
      status: 'current',
      reason,
      linkedSessionId: head.id,
    });
    for (const [table, columns] of [
      ['reading', 'position, kind, moment, at, minute, value, diastolic'],
      [
        'side_effect',
        'position, code, other_text, severity, onset_minutes, duration_minutes, ctcae_grade, serious, serious_criterion, reporter, note',
      ],
    ] as const) {
      await this.context.execute(
        `insert into ${table} (clinic_id, session_id, n, patient_id, ${columns})
         select clinic_id, $4, 1, $5, ${columns} from ${table} where clinic_id = $1 and session_id = $2 and n = $3`,
        [clinic.id, head.id, head.current_n, target.id, target.patientId],
      );
    }
  }

  private async copyRevision(
    head: SessionHeadRow,
    to: {
      readonly sessionId: string;
      readonly n: number;
      readonly patientId: string;
      readonly status: string;
      readonly reason: string;
      readonly linkedSessionId: string | null;
    },
  ): Promise<void> {
    const { clinic, principal } = this.context;
    const now = this.clock.now();
    await this.context.execute(
      `insert into session_revision (clinic_id, session_id, n, patient_id, status, reason, recorded_by, recorded_at,
         linked_session_id, signed_by, signed_at, ${CONTENT_COLUMNS})
       select clinic_id, $4, $5, $6, $7, $8, $9, $10, $11,
         case when signed_by is not null then $9::uuid end, case when signed_by is not null then $10::timestamptz end, ${CONTENT_COLUMNS}
       from session_revision where clinic_id = $1 and session_id = $2 and n = $3`,
      [
        clinic.id,
        head.id,
        head.current_n,
        to.sessionId,
        to.n,
        to.patientId,
        to.status,
        to.reason,
        principal.accountId,
        now,
        to.linkedSessionId,
      ],
    );
  }

  private async addChildren(session: LoggedSessionRow, n: number, content: SessionContent): Promise<void> {
    const { manager, clinic } = this.context;
    const key = { clinicId: clinic.id, sessionId: session.id, n, patientId: session.patient_id };
    if (content.readings.length > 0) {
      await manager.insert(
        ReadingEntity,
        content.readings.map((reading, index) => ({
          ...key,
          position: index + 1,
          ...reading,
          importBatchId: null,
        })),
      );
    }
    if (content.sideEffects.length > 0) {
      await manager.insert(
        SideEffectEntity,
        content.sideEffects.map((effect, index) => ({
          ...key,
          position: index + 1,
          otherText: null,
          ...effect,
          importBatchId: null,
        })),
      );
    }
  }

  private async advance(sessionId: string, n: number): Promise<void> {
    const moved = await this.context.execute(
      `update session set current_n = $3 where clinic_id = $1 and id = $2 and current_n = $3 - 1`,
      [this.context.clinic.id, sessionId, n],
    );
    if (moved !== 1) throw new DomainError('version-conflict');
    await this.context.bumpClinicVersion();
  }
}
