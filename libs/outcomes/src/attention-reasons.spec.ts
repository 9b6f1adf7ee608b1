import { GENERAL_ATTENTION_RULES, PHQ9_ATTENTION_RULES } from './attention-reason.js';
import { attentionReasons } from './attention-reasons.js';
import { aScore, instant } from './testing/a-score.js';
import { currentOutcomeRules } from './threshold-rules.js';

const phq9 = { outcome: currentOutcomeRules('phq-9'), attention: PHQ9_ATTENTION_RULES };
const gad7 = { outcome: currentOutcomeRules('gad-7'), attention: GENERAL_ATTENTION_RULES };
const pcl5 = { outcome: currentOutcomeRules('pcl-5'), attention: GENERAL_ATTENTION_RULES };

/** Weekly scores from day zero on, looked at on the day of the last one. */
function reasonsOf(totals: readonly (number | null)[], rules = phq9, sessionsGiven = 4) {
  const points = totals.map((total, week) => aScore(week * 7, total));
  return attentionReasons({ points }, rules, { sessionsGiven, today: (totals.length - 1) * 7 });
}

const codes = (reasons: readonly { readonly code: string }[]): readonly string[] =>
  reasons.map(({ code }) => code);

describe('attentionReasons, a rise', () => {
  it.each([
    ['phq-9', phq9, 6],
    ['gad-7', gad7, 4],
    ['pcl-5', pcl5, 10],
  ] as const)('%s: is told from its own number of points on', (_, rules, points) => {
    expect(codes(reasonsOf([5, 5 + points], rules))).toEqual(['rise-from-baseline']);
    expect(codes(reasonsOf([5, 4 + points], rules))).toEqual([]);
  });

  it('from the best score in the course, though still below the baseline', () => {
    expect(reasonsOf([20, 12, 8, 11, 15])).toEqual([
      {
        code: 'rise-from-best',
        urgency: 'review',
        instrument: 'phq-9',
        ruleId: 'phq-9-worse-6',
        from: aScore(14, 8),
        to: aScore(28, 15),
        points: 7,
        thresholdPoints: 6,
      },
    ]);
  });

  it('from the score before, when there was no baseline and nothing in the course', () => {
    const points = [aScore(-30, 8), aScore(0, 15)];
    const [reason] = attentionReasons({ points }, phq9, { sessionsGiven: 0, today: 0 });
    expect(reason).toMatchObject({
      code: 'rise-from-previous',
      from: { day: -30 },
      to: { day: 0 },
      points: 7,
    });
  });

  it('is told once for the same distance, and again for another', () => {
    expect(codes(reasonsOf([8, 8, 15]))).toEqual(['rise-from-baseline']);
    expect(codes(reasonsOf([9, 8, 15]))).toEqual(['rise-from-baseline', 'rise-from-best']);
    expect(codes(reasonsOf([9, 7, 8, 15]))).toEqual([
      'rise-from-baseline',
      'rise-from-best',
      'rise-from-previous',
    ]);
  });

  it('is for the same day when it ends in the severe band', () => {
    expect(reasonsOf([14, 20])).toMatchObject([{ urgency: 'same-day', ruleId: 'attention/1/severe-rise' }]);
    expect(reasonsOf([13, 19])).toMatchObject([{ urgency: 'review', ruleId: 'phq-9-worse-6' }]);
    expect(reasonsOf([30, 60], pcl5)).toMatchObject([{ urgency: 'review' }]);
  });

  it('is over when a later score has fallen again', () => {
    expect(codes(reasonsOf([10, 16, 11]))).toEqual([]);
  });

  it('is not made of the acute effect of a dose', () => {
    const doses = [{ day: 7, at: instant(7, 10) }];
    const points = [aScore(0, 10), aScore(7, 20, { at: instant(7, 12) })];
    expect(attentionReasons({ points, doses }, phq9, { sessionsGiven: 2, today: 7 })).toEqual([]);
  });
});

describe('attentionReasons, relapse and loss of response', () => {
  it('tells a relapse: after remission one PHQ-9 of 15', () => {
    const reasons = reasonsOf([20, 4, 15]);
    expect(codes(reasons)).toEqual(['rise-from-best', 'relapse']);
    expect(reasons[1]).toMatchObject({
      ruleId: 'attention/1/relapse',
      from: { total: 4 },
      to: { total: 15 },
      thresholdTotal: 15,
    });
  });

  it('tells a relapse: after remission two PHQ-9 in a row of 10', () => {
    expect(reasonsOf([20, 4, 10, 10]).find(({ code }) => code === 'relapse')).toMatchObject({
      thresholdTotal: 10,
    });
    expect(codes(reasonsOf([20, 4, 9, 10]))).not.toContain('relapse');
    expect(codes(reasonsOf([20, 4, 10, 9]))).not.toContain('relapse');
    expect(codes(reasonsOf([20, 4, 14]))).not.toContain('relapse');
  });

  it('tells no relapse without remission, or where the course began below a case', () => {
    expect(codes(reasonsOf([20, 5, 15]))).not.toContain('relapse');
    expect(codes(reasonsOf([9, 4, 15]))).not.toContain('relapse');
  });

  it('tells no relapse of a first and only score', () => {
    expect(codes(reasonsOf([20]))).toEqual([]);
  });

  it('tells the loss of a confirmed response: two scores in a row above half', () => {
    const reasons = reasonsOf([20, 10, 9, 11, 12]);
    expect(reasons).toEqual([
      {
        code: 'loss-of-response',
        urgency: 'review',
        instrument: 'phq-9',
        ruleId: 'attention/1/loss-of-response',
        from: aScore(14, 9),
        to: aScore(28, 12),
        percentFall: 40,
        thresholdPercent: 50,
      },
    ]);
  });

  it.each([
    ['a response never confirmed', [20, 10, 11, 10, 11, 12]],
    ['one score above half only', [20, 10, 9, 8, 12]],
    ['a response regained', [20, 10, 9, 11, 10]],
    ['no response at all', [20, 15, 15, 15, 15]],
    ['a single score', [20, 15]],
    ['a course that began below a case', [8, 4, 4, 5, 6]],
  ])('tells no loss of response of %s', (_, totals) => {
    expect(codes(reasonsOf(totals))).not.toContain('loss-of-response');
  });

  it('tells a relapse rather than a loss of response where both hold', () => {
    expect(codes(reasonsOf([20, 4, 4, 11, 12]))).toEqual(['rise-from-best', 'relapse']);
  });

  it('asks neither of the other instruments', () => {
    expect(codes(reasonsOf([20, 4, 4, 16, 16], gad7))).toEqual(['rise-from-best']);
    expect(codes(reasonsOf([60, 30, 29, 31, 32], pcl5))).toEqual([]);
  });
});

describe('attentionReasons, too little change', () => {
  it('asks for a look after six sessions with less than a quarter gone', () => {
    expect(reasonsOf([20, 16], phq9, 6)).toEqual([
      {
        code: 'little-change',
        urgency: 'review',
        instrument: 'phq-9',
        ruleId: 'course-status/1/review-plan',
        from: aScore(0, 20),
        to: aScore(7, 16),
        percentFall: 20,
        thresholdPercent: 25,
        sessionsGiven: 6,
      },
    ]);
    expect(codes(reasonsOf([20, 16], phq9, 5))).toEqual([]);
    expect(codes(reasonsOf([20, 15], phq9, 6))).toEqual([]);
  });

  it('does not take the baseline itself for a score that has not changed', () => {
    expect(codes(reasonsOf([20], phq9, 6))).toEqual([]);
  });
});

describe('attentionReasons, what is missing', () => {
  it('tells of a course treated without a baseline', () => {
    expect(reasonsOf([null, 12], phq9, 1)).toEqual([
      {
        code: 'no-baseline',
        urgency: 'review',
        instrument: 'phq-9',
        ruleId: 'attention/1',
        sessionsGiven: 1,
      },
    ]);
    expect(codes(reasonsOf([null, 12], phq9, 0))).toEqual([]);
  });

  it('still tells a rise without a baseline', () => {
    expect(codes(reasonsOf([null, 6, 12], phq9, 3))).toEqual(['rise-from-best', 'no-baseline']);
  });

  it('tells when the last score is more than 45 days old', () => {
    const points = [aScore(0, 20), aScore(10, 8)];
    expect(attentionReasons({ points }, phq9, { sessionsGiven: 3, today: 55 })).toEqual([]);
    expect(attentionReasons({ points }, phq9, { sessionsGiven: 3, today: 56 })).toEqual([
      {
        code: 'no-recent-score',
        urgency: 'review',
        instrument: 'phq-9',
        ruleId: 'attention/1/recent-score',
        lastDay: 10,
        days: 46,
        thresholdDays: 45,
      },
    ]);
  });

  it('tells when there never was a score', () => {
    const reasons = attentionReasons({ points: [aScore(7, null)] }, phq9, { sessionsGiven: 2, today: 60 });
    expect(reasons).toMatchObject([
      { code: 'no-baseline', sessionsGiven: 2 },
      { code: 'no-recent-score', lastDay: null, days: 60 },
    ]);
  });

  it('tells nothing of a course that has not begun', () => {
    expect(attentionReasons({ points: [] }, phq9, { sessionsGiven: 0, today: -3 })).toEqual([]);
  });
});
