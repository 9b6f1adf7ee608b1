import type { SessionMonitor, TimelineEntry } from '@courseline/contracts';
import { patientId, sessionId } from './session-log-builder';

const nadia = '01990000-0000-7000-8000-0000000000e1';

/** An entry of a timeline by Nadia Brandt, with a number for its id. */
export function anEntry(
  n: number,
  at: string,
  body: TimelineEntry['body'],
  more: Partial<TimelineEntry> = {},
): TimelineEntry {
  return {
    id: `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    at,
    withdraws: null,
    body,
    by: nadia,
    byName: 'Nadia Brandt',
    recordedAt: at,
    ...more,
  };
}

/** Session 5 of 6, ketamine IV over 40 minutes, nothing written yet. */
export function aMonitor(
  now: string,
  entries: readonly TimelineEntry[] = [],
  more: Partial<SessionMonitor> = {},
): SessionMonitor {
  return {
    now,
    session: {
      id: sessionId,
      state: 'planned',
      number: 5,
      plannedCount: 6,
      phase: 'induction',
      plannedAt: '2026-11-17T20:30:00.000Z',
      onDate: '2026-11-17',
      agent: 'ketamine',
      route: 'iv',
      orderedMg: 42,
      orderedMgPerKg: 0.5,
      infusionMinutes: 40,
    },
    patient: { id: patientId, name: 'Ana Rivera', age: 34, allergies: 'Penicillin', contraindications: null },
    openAlerts: 0,
    entries: [...entries],
    ...more,
  };
}
