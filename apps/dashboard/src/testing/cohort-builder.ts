import type { CohortOutcomes, CohortSummary, Fixable, Rate } from '@courseline/contracts';

/** x of n, with a share and an interval that a page shows as they are. */
export function aRate(x: number, n: number): Rate {
  return n === 0
    ? { x, n, p: null, lo: null, hi: null }
    : { x, n, p: x / n, lo: Math.max(0, x / n - 0.1), hi: Math.min(1, x / n + 0.1) };
}

export function outcomes(endpoint: CohortOutcomes['endpoint'], responders: number): CohortOutcomes {
  return {
    endpoint,
    treated: 12,
    withoutInduction: 0,
    courses: 11,
    withBaseline: 11,
    withFollowUp: 10,
    eligible: 10,
    eligibleWithFollowUp: 9,
    response: { ...aRate(responders, 9), ruleId: 'response' },
    remission: { ...aRate(2, 9), ruleId: 'remission' },
    reliableImprovement: { ...aRate(6, 10), ruleId: 'improvement' },
    reliableDeterioration: { ...aRate(0, 10), ruleId: 'deterioration' },
    improvementByPoints: [],
  };
}

const both = {
  atEndOfInduction: outcomes('end-of-induction', 5),
  lastRecorded: outcomes('last-recorded', 4),
};

/** Twelve courses of ketamine IV that began in the first quarter of 2026. */
export function aCohort(): CohortSummary {
  return {
    instrument: 'phq-9',
    computedAt: '2026-03-17T14:00:00.000Z',
    choices: [{ agent: 'ketamine', route: 'iv', courses: 12 }],
    ...both,
    byAgentAndRoute: [{ key: 'ketamine/iv', agent: 'ketamine', route: 'iv', from: null, ...both }],
    byQuarter: [{ key: '2026-01-01', agent: null, route: null, from: '2026-01-01', ...both }],
    talkingTherapies: {
      ruleId: 'therapies',
      finished: 9,
      atCaseness: 8,
      recovery: aRate(3, 8),
      reliableRecovery: aRate(2, 8),
      reliableImprovement: aRate(6, 9),
      reliableDeterioration: aRate(1, 9),
    },
    sideEffects: {
      sessions: 70,
      sessionsAsked: 60,
      any: aRate(40, 60),
      effects: [
        {
          code: 'nausea',
          incidence: aRate(18, 60),
          byCourse: aRate(7, 11),
          severity: {
            mild: aRate(12, 18),
            moderate: aRate(5, 18),
            severe: aRate(1, 18),
            unknown: aRate(0, 18),
          },
          serious: 0,
          medianMinutesToResolution: 55,
          resolutionKnown: 15,
        },
      ],
    },
    rules: [
      {
        id: 'response',
        words: 'Response: at least 50 % below baseline.',
        citation: 'A source 2001',
        ownRule: false,
      },
      { id: 'remission', words: 'Remission: below 5.', citation: 'A source 2001', ownRule: false },
    ],
  };
}

export function nothingToFix(): Fixable {
  return {
    today: '2026-03-17',
    firstDoseWithoutBaseline: [],
    unsignedSessions: [],
    formsDue: [],
    endOfInductionMissing: [],
  };
}
