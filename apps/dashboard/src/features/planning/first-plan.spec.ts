import { planSessionsSchema, type Course, type SessionPlan } from '@courseline/contracts';
import { firstPlan, weekdayOptions } from './first-plan';

const course: Pick<Course, 'phases' | 'startedOn'> = {
  startedOn: '2026-11-02',
  phases: [
    { phase: 'induction', startsOn: null, plannedSessions: 6, intervalDays: 3.5 },
    { phase: 'maintenance', startsOn: null, plannedSessions: null, intervalDays: 28 },
  ],
};

type Taken = Pick<SessionPlan, 'phase' | 'number' | 'onDate' | 'plannedAt'>;

const session = (onDate: string, change: Partial<Taken> = {}): Taken => ({
  phase: 'induction',
  number: 1,
  onDate,
  plannedAt: `${onDate}T19:30:00Z`,
  ...change,
});
const induction = ['03', '06', '10', '13', '17', '20'].map((day) => session(`2026-11-${day}`));
const plan = (sessions: readonly Taken[], change: Partial<Parameters<typeof firstPlan>[0]> = {}) =>
  firstPlan({ course, sessions, today: '2026-11-17', timeZone: 'America/New_York', ...change });

describe('what planning begins with', () => {
  it('plans the whole first phase from today', () => {
    expect(planSessionsSchema.parse(plan([]))).toMatchObject({
      phase: 'induction',
      count: 6,
      intervalDays: 3.5,
      firstDay: '2026-11-17',
      time: '09:00',
    });
  });

  it('goes on with what is missing, an interval after the last session and at its time', () => {
    expect(plan(induction.slice(0, 5))).toMatchObject({
      phase: 'induction',
      count: 1,
      firstDay: '2026-11-20',
      time: '14:30',
    });
  });

  it('plans a session that was cancelled or missed once more', () => {
    const cancelled = session('2026-11-20', { number: null });
    expect(plan([...induction.slice(0, 5), cancelled])).toMatchObject({ count: 1, firstDay: '2026-11-20' });
  });

  it('goes on to the next phase when one is full, a session at a time where it has no number', () => {
    expect(plan(induction)).toMatchObject({
      phase: 'maintenance',
      count: 1,
      intervalDays: 28,
      firstDay: '2026-12-18',
    });
  });

  it('does not plan in the past, nor before a course that starts later', () => {
    expect(plan(induction.slice(0, 1)).firstDay).toBe('2026-11-17');
    expect(plan([], { today: '2026-10-01' }).firstDay).toBe('2026-11-02');
  });

  it('has something to offer without phases', () => {
    expect(plan([], { course: { ...course, phases: [] } })).toMatchObject({ phase: 'induction', count: 1 });
  });

  it('names the weekdays from Monday', () => {
    expect(weekdayOptions('en-US').map(({ label }) => label)).toEqual([
      ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    ]);
  });
});
