import { Injectable } from '@nestjs/common';
import type { DraftChange, DraftChanges, SessionDraft } from '@courseline/contracts';
import { AnswersObservers } from '../assessments/answers-observers.js';
import { newId } from '../database/ids.js';
import { ClinicEvents } from '../events/clinic-events.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { DraftAlerts } from './draft-alerts.js';
import { withChanges } from './draft-changes.js';
import { LoggedSessionQueries } from './logged-session.queries.js';
import { SessionDraftQueries, type DraftBody, type SessionDraftRow } from './session-draft.queries.js';

const EMPTY: DraftBody = { fields: {}, assessmentIds: {} };
const ITEM_9 = 'answers/phq-9/9';

/** The draft a care team fills in together, on any device, until a clinician signs. */
@Injectable()
export class SessionDraftService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: SessionDraftQueries,
    private readonly sessions: LoggedSessionQueries,
    private readonly observers: AnswersObservers,
    private readonly events: ClinicEvents,
    private readonly alerts: DraftAlerts,
  ) {}

  /** Null until something was entered, and after the draft was signed. */
  async find(sessionId: string): Promise<SessionDraft | null> {
    const row = await this.queries.find(sessionId);
    if (row?.closed_as !== null) return null;
    this.context.touch(row.patient_id);
    return this.toDraft(row);
  }

  async get(sessionId: string): Promise<SessionDraft> {
    const draft = await this.find(sessionId);
    if (draft === null) throw new DomainError('not-found');
    return draft;
  }

  /** Stores all of the changes or none; what is said about item 9 reaches the observers at each save. */
  async change(sessionId: string, expectedVersion: number, { changes }: DraftChanges): Promise<SessionDraft> {
    const session = await this.sessions.get(sessionId);
    this.context.touch(session.patient_id);
    if (session.state !== 'planned') {
      throw new DomainError('conflict', {
        detail: 'This session is closed. A signed session is amended with a reason.',
      });
    }
    const existing = await this.queries.find(sessionId);
    const current = existing?.version ?? 0;
    if (current !== expectedVersion)
      throw new DomainError('version-conflict', { extra: { version: current } });
    const now = this.clock.now();
    const { body, problems } = withChanges(existing?.body ?? EMPTY, changes, {
      accountId: this.context.principal.accountId,
      at: now,
      newAssessmentId: newId,
    });
    if (problems.length > 0) throw new DomainError('invalid-request', { errors: [...problems] });
    const stored =
      existing === null
        ? await this.queries.begin(sessionId, session.patient_id, body, now)
        : await this.queries.replace(sessionId, expectedVersion, body, now);
    if (!stored) throw new DomainError('version-conflict');
    await this.tellAboutItem9(session.patient_id, body, changes);
    await this.alerts.changed({ id: sessionId, patientId: session.patient_id }, body, changes);
    await this.events.announce({ kind: 'session', id: sessionId, patientId: session.patient_id });
    const row = await this.queries.find(sessionId);
    if (row === null) throw new DomainError('not-found');
    return this.toDraft(row);
  }

  private async tellAboutItem9(
    patientId: string,
    body: DraftBody,
    changes: readonly DraftChange[],
  ): Promise<void> {
    const assessmentId = body.assessmentIds['phq-9'];
    const answered = changes.some((change) => change.path === ITEM_9);
    if (!answered || assessmentId === undefined) return;
    const value = body.fields[ITEM_9]?.value;
    await this.observers.tell({
      assessmentId,
      n: 1,
      patientId,
      instrument: 'phq-9',
      item9: typeof value === 'number' ? value : null,
      way: 'staff',
      historical: false,
    });
  }

  private async toDraft(row: SessionDraftRow): Promise<SessionDraft> {
    const authors = new Set(Object.values(row.body.fields).map((field) => field.by));
    const names = await this.queries.namesOf([...authors]);
    return {
      sessionId: row.session_id,
      version: row.version,
      fields: Object.fromEntries(
        Object.entries(row.body.fields).map(([path, field]) => [
          path,
          { value: field.value, by: field.by, byName: names.get(field.by) ?? '', at: field.at },
        ]),
      ),
      assessmentIds: row.body.assessmentIds,
      updatedAt: row.updated_at.toISOString(),
      updatedByName: row.updated_by_name,
    };
  }
}
