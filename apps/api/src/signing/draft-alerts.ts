import { Injectable } from '@nestjs/common';
import { readDraftFields, type DraftChange } from '@courseline/contracts';
import { SessionAlerts } from '../safety/session-alerts.service.js';
import { readingsOfDraft, rowsTouched } from './readings-of-draft.js';
import type { DraftBody } from './session-draft.queries.js';

/** Readings and side effects that need somebody now do not wait for the signature. */
@Injectable()
export class DraftAlerts {
  constructor(private readonly alerts: SessionAlerts) {}

  /** Call it in the transaction that stores the draft, whichever way the changes came. */
  async changed(
    { id, patientId }: { readonly id: string; readonly patientId: string },
    body: DraftBody,
    changes: readonly DraftChange[],
  ): Promise<void> {
    const values = readDraftFields(body.fields);
    const session = { sessionId: id, patientId, way: 'staff' } as const;
    await this.alerts.readingsSeen(session, readingsOfDraft(values.vitals, rowsTouched(changes)));
    const told = Object.entries(values.sideEffects)
      .filter(
        ([code, { severity }]) => severity > 0 && changes.some(({ path }) => path === `side-effects/${code}`),
      )
      .map(([code]) => code);
    await this.alerts.sideEffectsEntered(session, told);
  }
}
