import { courseOutcome } from './course-outcome.js';
import { aScore, instant } from './testing/a-score.js';
import { currentOutcomeRules } from './threshold-rules.js';

const phq9 = currentOutcomeRules('phq-9');

describe('courseOutcome', () => {
  const course = {
    id: 'course 1',
    points: [aScore(-1, 20), aScore(7, 15), aScore(18, 10), aScore(90, 4)],
    lastInductionDoseDay: 14,
  };

  it('judges the end of induction', () => {
    expect(courseOutcome(course, phq9, 'end-of-induction')).toEqual({
      courseId: 'course 1',
      endpoint: 'end-of-induction',
      baseline: aScore(-1, 20),
      last: aScore(18, 10),
      change: -10,
      percentOfBaseline: 50,
      percentFall: 50,
      eligible: true,
      response: true,
      remission: false,
      reliableImprovement: true,
      reliableDeterioration: false,
      minimalImportantDifference: true,
      clinicallySignificantChange: false,
    });
  });

  it('judges the last recorded', () => {
    expect(courseOutcome(course, phq9, 'last-recorded')).toMatchObject({
      last: { day: 90 },
      change: -16,
      remission: true,
      clinicallySignificantChange: true,
    });
  });

  it('has no end of induction where no induction dose is known to be the last', () => {
    const { lastInductionDoseDay: _, ...running } = course;
    expect(courseOutcome(running, phq9, 'end-of-induction').last).toBeNull();
  });

  it('answers nothing without a baseline', () => {
    expect(courseOutcome({ id: 'c', points: [aScore(7, 3)] }, phq9, 'last-recorded')).toMatchObject({
      baseline: null,
      change: null,
      eligible: null,
      response: null,
      reliableImprovement: null,
      reliableDeterioration: null,
    });
  });

  it('answers nothing without follow-up, eligibility apart', () => {
    expect(courseOutcome({ id: 'c', points: [aScore(0, 3)] }, phq9, 'last-recorded')).toMatchObject({
      last: null,
      eligible: false,
      response: null,
      remission: null,
      reliableDeterioration: null,
    });
  });

  it('goes by the clock where it can', () => {
    const points = [
      aScore(0, 20, { id: 'a', at: instant(0, 9) }),
      aScore(0, 8, { id: 'b', at: instant(0, 13) }),
    ];
    const timed = { id: 'c', points, firstDoseAt: instant(0, 10), doses: [{ day: 0, at: instant(0, 10) }] };
    expect(courseOutcome(timed, phq9, 'last-recorded').baseline?.total).toBe(20);
  });
});
