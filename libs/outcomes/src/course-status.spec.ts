import fc from 'fast-check';
import { courseStatus, isReviewDue, STATUS_RULES } from './course-status.js';
import { aScore } from './testing/a-score.js';
import { currentOutcomeRules } from './threshold-rules.js';

const phq9 = currentOutcomeRules('phq-9');
const gad7 = currentOutcomeRules('gad-7');
const pcl5 = currentOutcomeRules('pcl-5');

function course(first: number | null, latest: number | null) {
  return { points: [aScore(0, first), aScore(14, latest)] };
}

describe('courseStatus', () => {
  it.each([
    ['half of it gone', 12, 6, 4, 'response', phq9.response.id],
    ['half of a cut-off baseline gone', 10, 5, 4, 'response', phq9.response.id],
    ['a last score below the remission cut-off', 20, 4, 4, 'remission', phq9.remission?.id],
    ['a reliable fall of less than half', 20, 14, 4, 'improving', phq9.reliableChange.id],
    ['a change people notice', 17, 12, 4, 'some-change', phq9.minimalImportantDifference.id],
    ['less than people notice', 17, 13, 4, 'no-change-yet', STATUS_RULES.id],
    ['a little more', 17, 22, 4, 'no-change-yet', STATUS_RULES.id],
    ['a reliable rise', 17, 23, 4, 'worse', phq9.reliableDeterioration.id],
    ['too few sessions for a judgement', 17, 17, 2, 'too-early', STATUS_RULES.id],
    ['enough sessions for a judgement', 17, 17, 3, 'no-change-yet', STATUS_RULES.id],
    ['five sessions and no change', 17, 17, 5, 'no-change-yet', STATUS_RULES.id],
    ['six sessions and no change', 17, 17, 6, 'review-plan', STATUS_RULES.review.id],
    ['six sessions and just under a quarter gone', 24, 19, 6, 'review-plan', STATUS_RULES.review.id],
    ['six sessions and just a quarter gone', 24, 18, 6, 'improving', phq9.reliableChange.id],
    [
      'six sessions, a reliable fall, and less than a quarter gone',
      27,
      21,
      6,
      'review-plan',
      STATUS_RULES.review.id,
    ],
    ['six sessions and a reliable rise', 17, 23, 6, 'worse', phq9.reliableDeterioration.id],
    ['a low start and little to lose', 4, 2, 6, 'low-at-start', phq9.caseCutOff.id],
    ['a low start and a reliable fall', 9, 3, 6, 'improving', phq9.reliableChange.id],
    ['a low start and a reliable rise', 4, 10, 6, 'worse', phq9.reliableDeterioration.id],
    ['a start at 0', 0, 0, 6, 'low-at-start', phq9.caseCutOff.id],
  ] as const)('%s', (_, first, latest, sessions, status, ruleId) => {
    expect(courseStatus(course(first, latest), phq9, sessions)).toMatchObject({ status, ruleId });
  });

  it('gives the numbers that decided', () => {
    expect(courseStatus(course(17, 12), phq9, 4)).toMatchObject({
      baseline: { total: 17 },
      latest: { day: 14, total: 12 },
      change: -5,
      percentFall: 29.411764705882355,
      sessionsGiven: 4,
    });
  });

  it('is not known without a baseline or without follow-up', () => {
    expect(courseStatus(course(null, 3), phq9, 6)).toMatchObject({
      status: 'no-baseline',
      baseline: null,
      change: null,
    });
    expect(courseStatus(course(17, null), phq9, 6)).toMatchObject({ status: 'no-follow-up', latest: null });
  });

  it('knows each instrument by its own numbers', () => {
    expect(courseStatus(course(15, 11), gad7, 4).status).toBe('improving');
    expect(courseStatus(course(60, 45), pcl5, 4).status).toBe('improving');
    expect(courseStatus(course(60, 20), pcl5, 4).status).toBe('response');
    expect(courseStatus(course(60, 46), pcl5, 4).status).toBe('some-change');
    expect(courseStatus(course(40, 54), pcl5, 4).status).toBe('no-change-yet');
    expect(courseStatus(course(40, 55), pcl5, 4).status).toBe('worse');
  });

  it('judges by a clinic’s own rules', () => {
    const own = {
      id: 'own',
      judgeFromSession: 1,
      review: { id: 'own/review', atSession: 4, fallPercent: 10 },
    };
    expect(courseStatus(course(20, 20), phq9, 1, own).ruleId).toBe('own');
    expect(courseStatus(course(20, 19), phq9, 4, own)).toMatchObject({
      status: 'review-plan',
      ruleId: 'own/review',
    });
    expect(courseStatus(course(20, 18), phq9, 4, own).status).toBe('no-change-yet');
  });

  it('says nothing against a course before the third session except that it got worse', () => {
    const total = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(total, total, fc.integer({ min: 0, max: 2 }), (first, latest, sessions) => {
        const { status } = courseStatus(course(first, latest), phq9, sessions);
        expect(['no-change-yet', 'review-plan']).not.toContain(status);
        expect(status === 'worse').toBe(latest - first >= 6);
      }),
      { seed: 20251103 },
    );
  });

  it('a lower latest score never has a worse status', () => {
    const rank = [
      'worse',
      'review-plan',
      'no-change-yet',
      'too-early',
      'low-at-start',
      'some-change',
      'improving',
      'response',
      'remission',
    ];
    const total = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(total, total, total, fc.integer({ min: 0, max: 8 }), (first, a, b, sessions) => {
        const better = courseStatus(course(first, Math.min(a, b)), phq9, sessions).status;
        const other = courseStatus(course(first, Math.max(a, b)), phq9, sessions).status;
        expect(rank.indexOf(better)).toBeGreaterThanOrEqual(rank.indexOf(other));
      }),
      { seed: 20251103 },
    );
  });
});

describe('isReviewDue', () => {
  it('has no answer where a score is missing', () => {
    expect(isReviewDue(null, 5, 6, phq9)).toBeNull();
    expect(isReviewDue(20, null, 6, phq9)).toBeNull();
  });

  it('asks of eligible baselines, from the sixth session, below a quarter', () => {
    expect(isReviewDue(20, 16, 6, phq9)).toBe(true);
    expect(isReviewDue(20, 15, 6, phq9)).toBe(false);
    expect(isReviewDue(20, 16, 5, phq9)).toBe(false);
    expect(isReviewDue(9, 9, 6, phq9)).toBe(false);
  });
});
