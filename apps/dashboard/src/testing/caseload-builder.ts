import type { CaseloadRow, CaseloadScore } from '@courseline/contracts';
import { testId } from './trajectory-point-builder';

export function aScore(change: Partial<CaseloadScore> = {}): CaseloadScore {
  const instrument = change.instrument ?? 'phq-9';
  return {
    instrument,
    baseline: 17,
    latest: { date: '2026-11-17', total: 12 },
    change: -5,
    status: 'some-change',
    ruleId: `${instrument}-thresholds-1/minimal-important-difference`,
    recent: [17, 14, 14, 12],
    due: false,
    ...change,
  };
}

/** A patient in the middle of an induction of six, a little better. */
export function aCaseloadRow(change: Partial<CaseloadRow> = {}): CaseloadRow {
  return {
    patientId: testId(5),
    mrn: 'HC-1042',
    familyName: 'Rivera',
    givenName: 'Ana',
    indications: ['major-depression'],
    mine: true,
    course: {
      id: testId(6),
      agent: 'ketamine',
      agentName: null,
      route: 'iv',
      phase: 'induction',
      given: 4,
      planned: 6,
      dayZero: '2026-11-03',
      endedOn: null,
    },
    next: { sessionId: testId(7), date: '2026-11-17', at: '2026-11-17T19:30:00Z' },
    lastDoseOn: '2026-11-13',
    scores: [aScore()],
    attention: [],
    ...change,
  };
}
