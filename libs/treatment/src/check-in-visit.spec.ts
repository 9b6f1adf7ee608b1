import type { CheckInCourse } from './check-in-course.js';
import { defaultCheckInPlan } from './check-in-plan.js';
import { askedAtVisit, dueAtVisit } from './check-in-visit.js';
import {
  aCheckInCourse,
  aCheckInForm,
  aCheckInSession,
  asksAboutNow,
  givenBefore,
  newYork,
} from './testing/check-in-course-builder.js';

const due = (course: CheckInCourse, sessionId: string): readonly string[] =>
  dueAtVisit({ plan: defaultCheckInPlan, course, sessionId, days: newYork, asksAboutNow });

describe('what is due at a visit', () => {
  it('is the baseline at the first dose, and then each week', () => {
    const course = aCheckInCourse({ asksTrauma: true });
    const due6 = course.sessions.map(({ id }) => due(course, id).toSorted());
    expect(due6).toEqual([
      ['gad-7', 'pcl-5', 'phq-9'],
      [],
      ['gad-7', 'phq-9'],
      ['pcl-5'],
      ['gad-7', 'phq-9'],
      [],
    ]);
  });

  it('is not what was answered within three days before, nor in the session itself', () => {
    const course = aCheckInCourse({
      forms: [
        aCheckInForm('phq-9', '2026-11-08'),
        aCheckInForm('gad-7', '2026-11-10', { sessionId: 's3', time: '16:00' }),
      ],
    });
    expect(due(course, 's3')).toEqual([]);
    const given = givenBefore(course, '2026-11-30');
    expect(due(given, 's3')).toEqual([]);
    expect(due(given, 's5')).toEqual(['phq-9', 'gad-7']);
    expect(
      askedAtVisit({
        plan: defaultCheckInPlan,
        course: given,
        sessionId: 's3',
        days: newYork,
        asksAboutNow,
      }).map(({ formId }) => formId),
    ).toEqual(['phq-9 2026-11-08', 'gad-7 2026-11-10']);
  });

  it('is what is open by the calendar at a visit of maintenance, and nothing within a day after a dose', () => {
    const course = aCheckInCourse();
    const later = (onDate: string): CheckInCourse => ({
      ...givenBefore(course, '2026-11-30'),
      sessions: [
        ...givenBefore(course, '2026-11-30').sessions,
        aCheckInSession('m1', onDate, { phase: 'maintenance', time: '10:00' }),
      ],
    });
    expect(due(later('2026-12-15'), 'm1')).toEqual(['phq-9', 'gad-7']);
    expect(due(later('2026-11-21'), 'm1')).toEqual([]);
    expect(due(later('2026-12-30'), 'unknown')).toEqual([]);
  });
});
