import { planSessionsSchema, type Course } from '@courseline/contracts';
import { firstPlan, weekdayOptions } from './first-plan';

const course: Pick<Course, 'phases' | 'startedOn'> = {
  startedOn: '2026-11-02',
  phases: [
    { phase: 'induction', startsOn: null, plannedSessions: 6, intervalDays: 3.5 },
    { phase: 'maintenance', startsOn: null, plannedSessions: null, intervalDays: 28 },
  ],
};

describe('what planning begins with', () => {
  it('plans the whole first phase from today', () => {
    const plan = firstPlan(course, {}, '2026-11-17');
    expect(planSessionsSchema.parse(plan)).toMatchObject({
      phase: 'induction',
      count: 6,
      intervalDays: 3.5,
      firstDay: '2026-11-17',
    });
  });

  it('plans what is missing of a phase that has begun', () => {
    expect(firstPlan(course, { induction: 4 }, '2026-11-17')).toMatchObject({ phase: 'induction', count: 2 });
  });

  it('goes on to the next phase when one is full, a session at a time where it has no number', () => {
    expect(firstPlan(course, { induction: 6 }, '2026-11-17')).toMatchObject({
      phase: 'maintenance',
      count: 1,
      intervalDays: 28,
    });
    expect(firstPlan(course, { induction: 6, maintenance: 3 }, '2026-11-17')).toMatchObject({
      phase: 'maintenance',
      count: 1,
    });
  });

  it('waits for a course that starts later, and has something to offer without phases', () => {
    expect(firstPlan(course, {}, '2026-10-01').firstDay).toBe('2026-11-02');
    expect(firstPlan({ ...course, phases: [] }, {}, '2026-11-17')).toMatchObject({
      phase: 'induction',
      count: 1,
    });
  });

  it('names the weekdays from Monday', () => {
    expect(weekdayOptions('en-US').map(({ label }) => label)).toEqual([
      ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    ]);
  });
});
