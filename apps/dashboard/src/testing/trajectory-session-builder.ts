import type { SessionSideEffect, TrajectorySession } from '@courseline/contracts';
import { testId } from './trajectory-point-builder';

/** A given and signed ketamine infusion in which side effects were asked about. */
export function aSession(overrides: Partial<TrajectorySession> = {}): TrajectorySession {
  const sideEffects = overrides.sideEffects ?? [];
  return {
    id: testId(3),
    number: 1,
    state: 'given',
    stateReason: null,
    phase: 'induction',
    date: '2026-11-03',
    at: '2026-11-03T19:30:00Z',
    agent: 'ketamine',
    route: 'iv',
    orderedMg: 42,
    givenMg: 42,
    mgPerKg: 0.5,
    weightKg: 84,
    infusionMinutes: 40,
    sideEffectsAsked: sideEffects.length > 0 ? 'some' : 'none',
    sideEffects,
    pressure: { before: null, highest: null, riseSystolic: null },
    note: null,
    signedBy: 'Dr Okafor',
    signedAt: '2026-11-03T21:40:00Z',
    begun: false,
    ...overrides,
  };
}

export function anEffect(
  code: string,
  severity: number,
  onsetMinutes: number | null = null,
  durationMinutes: number | null = null,
): SessionSideEffect {
  return {
    code,
    otherText: null,
    severity,
    onsetMinutes,
    durationMinutes,
    ctcaeGrade: null,
    serious: false,
    seriousCriterion: null,
    reporters: ['staff'],
  };
}
