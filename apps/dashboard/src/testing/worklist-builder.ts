import type { WorklistAlert } from '@courseline/contracts';

/** An answer to item 9 from home that nobody has taken on yet. */
export function aWorklistAlert(change: Partial<WorklistAlert> = {}): WorklistAlert {
  return {
    id: '01990000-0000-7000-8000-0000000000e1',
    patientId: '01990000-0000-7000-8000-0000000000a1',
    patientName: 'Rivera, Ana',
    rule: 'item-9',
    title: 'Item 9 above 0',
    handling: 'See the person in the same visit.',
    level: 'red',
    facts: { kind: 'item-9', value: 1, from: null },
    way: 'patient',
    raisedAt: '2026-11-17T14:12:00Z',
    assessmentId: null,
    sessionId: null,
    state: 'open',
    acknowledgedAt: null,
    escalatedAt: null,
    resolvedAt: null,
    owner: null,
    events: [],
    dispositions: [],
    ...change,
  };
}
