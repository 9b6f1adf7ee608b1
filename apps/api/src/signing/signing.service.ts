import { Injectable } from '@nestjs/common';
import {
  readDraftFields,
  signingGates,
  type SessionAmendment,
  type SessionDraftValues,
  type SessionMove,
  type SessionVoiding,
} from '@courseline/contracts';
import { AssessmentPlacement } from '../assessments/assessment-placement.js';
import { AssessmentsQueries } from '../assessments/assessments.queries.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { dayIn } from '../clinics/clinic-calendar.js';
import { newId } from '../database/ids.js';
import { ClinicEvents } from '../events/clinic-events.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { AlertsService } from '../safety/alerts.service.js';
import { SessionAlerts } from '../safety/session-alerts.service.js';
import { formsOfDraft } from './assessments-of-draft.js';
import { withChanges } from './draft-changes.js';
import {
  LoggedSessionQueries,
  type LoggedSessionRow,
  type SessionHeadRow,
} from './logged-session.queries.js';
import { readingsOfDraft, rowsTouched } from './readings-of-draft.js';
import { sessionContent, type SessionFrame } from './session-content.js';
import { SessionDraftQueries } from './session-draft.queries.js';
import { SignedSessionReader } from './signed-session.reader.js';
import { SessionWrites } from './session-writes.js';

/** Signs a session with its forms as one, and puts signed ones right: each change is a version with its reason. */
@Injectable()
export class SigningService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly sessions: LoggedSessionQueries,
    private readonly drafts: SessionDraftQueries,
    private readonly writes: SessionWrites,
    private readonly signed: SignedSessionReader,
    private readonly assessments: AssessmentsService,
    private readonly assessmentQueries: AssessmentsQueries,
    private readonly placement: AssessmentPlacement,
    private readonly alerts: AlertsService,
    private readonly events: ClinicEvents,
    private readonly sessionAlerts: SessionAlerts,
  ) {}

  async sign(sessionId: string, expectedDraftVersion: number): Promise<void> {
    const session = await this.sessions.get(sessionId);
    this.context.touch(session.patient_id);
    if (session.state !== 'planned') {
      throw new DomainError('conflict', { detail: 'This session was signed or closed before.' });
    }
    const draft = await this.drafts.find(sessionId);
    if (draft === null || draft.version !== expectedDraftVersion) {
      throw new DomainError('version-conflict', { extra: { version: draft?.version ?? 0 } });
    }
    const values = readDraftFields(draft.body.fields);
    await this.passGates(session, values, await this.openAlertsOf(session.patient_id));
    const content = sessionContent(this.frameOf(session), values);
    await this.writes.addSigned(session, session.n + 1, content, 'signed');
    for (const form of formsOfDraft(draft.body, values.answers, content.startedAt)) {
      await this.assessments.record({
        id: form.assessmentId,
        patientId: session.patient_id,
        courseId: session.course_id,
        sessionId,
        instrument: form.instrument,
        answers: form.answers,
        difficulty: form.difficulty,
        total: null,
        onDate: content.onDate,
        at: form.at,
        context: 'before-dose',
        way: 'staff',
        secondsTaken: null,
      });
    }
    if (!(await this.drafts.close(sessionId, expectedDraftVersion, 'signed', this.clock.now()))) {
      throw new DomainError('version-conflict');
    }
    await this.events.announce({ kind: 'session', id: sessionId, patientId: session.patient_id });
    await this.raiseAlerts(session, values, new Set(Object.keys(values.vitals)));
  }

  /** Changes of a signed session and of its forms, under one reason. */
  async amend(sessionId: string, expectedN: number, amendment: SessionAmendment): Promise<void> {
    const session = await this.sessions.get(sessionId);
    this.context.touch(session.patient_id);
    this.refuseStale(session.n, expectedN);
    const before = await this.signed.fields(sessionId);
    if (before === null) {
      throw new DomainError('conflict', { detail: 'Only a signed session can be amended.' });
    }
    const now = this.clock.now();
    const author = { accountId: this.context.principal.accountId, at: now, newAssessmentId: newId };
    const signedBody = {
      fields: Object.fromEntries(
        Object.entries(before.fields).map(([path, value]) => [
          path,
          { value, by: '', at: now.toISOString() },
        ]),
      ),
      assessmentIds: { ...before.assessmentIds },
    };
    const { body, problems } = withChanges(signedBody, amendment.changes, author);
    if (problems.length > 0) throw new DomainError('invalid-request', { errors: problems });
    const values = readDraftFields(body.fields);
    // An answer to item 9 that is put right raises its alert with the amendment, not before it.
    await this.passGates(session, values, 0);
    const content = sessionContent(this.frameOf(session), values);
    await this.writes.addSigned(session, session.n + 1, content, amendment.reason);
    await this.raiseAlerts(session, values, rowsTouched(amendment.changes));
    const changed = new Set(
      amendment.changes.flatMap(({ path }) => (path.startsWith('answers/') ? [path.split('/')[1]] : [])),
    );
    for (const form of formsOfDraft(body, values.answers, null)) {
      if (!changed.has(form.instrument)) continue;
      const expected = before.assessmentVersions[form.instrument];
      if (expected === undefined) {
        await this.assessments.record({
          id: form.assessmentId,
          patientId: session.patient_id,
          courseId: session.course_id,
          sessionId,
          instrument: form.instrument,
          answers: form.answers,
          difficulty: form.difficulty,
          total: null,
          onDate: content.onDate,
          at: null,
          context: 'before-dose',
          way: 'staff',
          secondsTaken: null,
        });
      } else {
        await this.assessments.amend(
          { assessmentId: form.assessmentId, expectedN: expected, reason: amendment.reason },
          form.answers,
          form.difficulty,
        );
      }
    }
  }

  async enterInError(sessionId: string, expectedN: number, voiding: SessionVoiding): Promise<void> {
    const head = await this.headOf(sessionId, expectedN);
    await this.writes.takeOut(head, 'entered-in-error', voiding.reason, null);
    if (!voiding.withAssessments) return;
    for (const form of await this.assessmentQueries.listOfSession(sessionId)) {
      await this.assessments.enterInError({
        assessmentId: form.id,
        expectedN: form.current_n,
        reason: voiding.reason,
      });
    }
  }

  /** The session belongs to another patient: two linked versions, and its forms with it where asked. Gives the new id. */
  async moveToPatient(sessionId: string, expectedN: number, move: SessionMove): Promise<string> {
    const head = await this.headOf(sessionId, expectedN);
    if (
      move.patientId === head.patient_id ||
      !(await this.placement.isVisible(move.patientId, move.courseId))
    ) {
      throw new DomainError('rule-violated', {
        errors: [
          { pointer: '/courseId', detail: 'Choose a course of another patient whom you treat as well.' },
        ],
      });
    }
    const forms = await this.assessmentQueries.listOfSession(sessionId);
    const target = { id: newId(), patientId: move.patientId, courseId: move.courseId };
    this.context.touch(move.patientId);
    await this.writes.startAt(head, target, move.reason);
    await this.writes.takeOut(head, 'belongs-to-another-patient', move.reason, target.id);
    if (move.withAssessments) {
      for (const form of forms) {
        await this.assessments.moveToPatient(
          { assessmentId: form.id, expectedN: form.current_n, reason: move.reason },
          { patientId: move.patientId, courseId: move.courseId, sessionId: target.id },
        );
      }
    }
    return target.id;
  }

  /** Once for each reading and rule, however often it is saved and signed. */
  private async raiseAlerts(
    session: LoggedSessionRow,
    values: SessionDraftValues,
    rows: ReadonlySet<string>,
  ): Promise<void> {
    const of = { sessionId: session.id, patientId: session.patient_id, way: 'staff' } as const;
    await this.sessionAlerts.readingsSeen(of, readingsOfDraft(values.vitals, rows));
    await this.sessionAlerts.sessionTold(of);
  }

  private async openAlertsOf(patientId: string): Promise<number> {
    const alerts = await this.alerts.listOfPatient(patientId, this.clock.now());
    return alerts.filter((alert) => alert.open).length;
  }

  private async passGates(
    session: LoggedSessionRow,
    values: SessionDraftValues,
    openAlerts: number,
  ): Promise<void> {
    const lastWeight = await this.sessions.lastWeight(session);
    const gates = signingGates(
      {
        agent: session.agent,
        route: session.route,
        lastWeightKg: lastWeight?.weight_kg ?? null,
        dueInstruments: [],
        openAlerts,
      },
      values,
    );
    if (gates.length === 0) return;
    throw new DomainError('rule-violated', {
      errors: gates.map((gate) => ({ pointer: `/fields/${gate.path}`, detail: gate.detail })),
    });
  }

  private frameOf(session: LoggedSessionRow): SessionFrame {
    const { timeZone } = this.context.clinic;
    const own = session.ordered_mg !== null || session.ordered_mg_per_kg !== null;
    return {
      agent: session.agent,
      route: session.route,
      onDate: session.on_date,
      orderedMg: own ? session.ordered_mg : session.course_ordered_mg,
      orderedMgPerKg: own ? session.ordered_mg_per_kg : session.course_ordered_mg_per_kg,
      infusionMinutes: session.infusion_minutes ?? session.course_infusion_minutes,
      dayOf: (instant) => dayIn(timeZone, instant),
    };
  }

  private async headOf(sessionId: string, expectedN: number): Promise<SessionHeadRow> {
    // Not found, too, once it is out of the record.
    await this.sessions.get(sessionId);
    const head = await this.sessions.findHead(sessionId);
    if (head === null) throw new DomainError('not-found');
    this.context.touch(head.patient_id);
    this.refuseStale(head.current_n, expectedN);
    return head;
  }

  private refuseStale(current: number, expected: number): void {
    if (current !== expected) throw new DomainError('version-conflict', { extra: { version: current } });
  }
}
