import { Injectable } from '@nestjs/common';
import type { DraftChange } from '@courseline/contracts';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { DraftAlerts } from './draft-alerts.js';
import { withChanges } from './draft-changes.js';
import { SessionDraftQueries, type DraftBody } from './session-draft.queries.js';

const attempts = 5;

/** Puts into a session's draft what follows from an entry elsewhere, such as its timeline. */
@Injectable()
export class DraftMerger {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: SessionDraftQueries,
    private readonly alerts: DraftAlerts,
  ) {}

  /** The paths of the open draft that hold something. */
  async paths(sessionId: string): Promise<readonly string[]> {
    return Object.keys((await this.queries.find(sessionId))?.body.fields ?? {});
  }

  /**
   * Changes the draft as it is now, whatever its version: whoever is filling it in finds the next version and reads
   * it anew before saving, as after a colleague's save. Gives the draft's body with the changes in it.
   */
  async merge(
    session: { readonly id: string; readonly patientId: string },
    changes: readonly DraftChange[],
  ): Promise<DraftBody> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const existing = await this.queries.find(session.id);
      if (existing !== null && existing.closed_as !== null)
        throw new DomainError('conflict', { detail: 'This session is closed.' });
      const now = this.clock.now();
      const { body, problems } = withChanges(existing?.body ?? { fields: {}, assessmentIds: {} }, changes, {
        accountId: this.context.principal.accountId,
        at: now,
        newAssessmentId: newId,
      });
      if (problems.length > 0) throw new DomainError('invalid-request', { errors: [...problems] });
      const stored =
        existing === null
          ? await this.queries.begin(session.id, session.patientId, body, now)
          : await this.queries.replace(session.id, existing.version, body, now);
      if (!stored) continue;
      await this.alerts.changed(session, body, changes);
      return body;
    }
    throw new DomainError('unavailable');
  }
}
