import { dueInstruments, type CheckInOccurrence } from './check-in-occurrences.js';
import { defaultCheckInPlan, RIGHT_NOW } from './check-in-plan.js';
import {
  aCheckInCourse,
  aCheckInForm,
  aCheckInSession,
  givenBefore,
  newYork,
  occurrencesAt,
} from './testing/check-in-course-builder.js';

const at = newYork.at;
const short = ({ momentId, instrument, anchorOn, state }: CheckInOccurrence): string =>
  `${momentId} ${instrument} ${anchorOn} ${state}`;
const phq9 = (occurrences: readonly CheckInOccurrence[]): readonly string[] =>
  occurrences.filter(({ instrument }) => instrument === 'phq-9').map(short);

describe('what the default plan asks', () => {
  it('asks PHQ-9 at baseline, weekly before a dose, at the end and every four weeks', () => {
    const course = aCheckInCourse({
      forms: [aCheckInForm('phq-9', '2026-11-02'), aCheckInForm('phq-9', '2026-11-09')],
    });
    const now = at('2026-12-10', '09:00');
    expect(phq9(occurrencesAt(givenBefore(course, '2026-12-01'), now))).toEqual([
      'baseline phq-9 2026-11-03 done',
      'weekly-induction phq-9 2026-11-10 done',
      'weekly-induction phq-9 2026-11-17 missed',
      'end-induction phq-9 2026-11-20 late',
      'monthly phq-9 2026-12-18 upcoming',
    ]);
  });

  it('asks the trauma scale only where trauma is asked about, at baseline, in the middle, at the end and monthly', () => {
    const now = at('2026-11-01', '09:00');
    const pcl5 = (asksTrauma: boolean): readonly string[] =>
      occurrencesAt(aCheckInCourse({ asksTrauma }), now)
        .filter(({ instrument }) => instrument === 'pcl-5')
        .map(({ momentId, anchorOn }) => `${momentId} ${anchorOn}`);
    expect(pcl5(false)).toEqual([]);
    expect(pcl5(true)).toEqual([
      'baseline 2026-11-03',
      'mid-induction 2026-11-13',
      'end-induction 2026-11-20',
      'monthly 2026-12-18',
    ]);
  });

  it('asks only the right-now measure at 4 and 24 hours after a dose', () => {
    const hours = occurrencesAt(aCheckInCourse({ asksTrauma: true }), at('2026-11-01', '09:00')).filter(
      ({ inHours }) => inHours,
    );
    expect(new Set(hours.map(({ instrument }) => instrument))).toEqual(new Set([RIGHT_NOW]));
    expect(hours.slice(0, 2).map(({ momentId, dueAt }) => [momentId, dueAt])).toEqual([
      ['hours-4', at('2026-11-03', '18:30')],
      ['hours-24', at('2026-11-04', '14:30')],
    ]);
  });

  it('asks for a baseline until the first dose is known, and never calls it missed before', () => {
    const course = aCheckInCourse({ startedOn: '2026-09-01', sessions: [] });
    expect(phq9(occurrencesAt(course, at('2026-11-01', '09:00')))).toEqual(['baseline phq-9 2026-11-01 due']);
  });
});

describe('the state of an occurrence', () => {
  it('is upcoming, due, late and missed as time passes', () => {
    const course = aCheckInCourse();
    const weekly = (now: number): string | undefined =>
      phq9(occurrencesAt(course, now)).find((each) => each.includes('2026-11-10'));
    expect(weekly(at('2026-11-06', '23:59'))).toContain('upcoming');
    expect(weekly(at('2026-11-07', '00:00'))).toContain('due');
    expect(weekly(at('2026-11-10', '14:30'))).toContain('due');
    expect(weekly(at('2026-11-10', '14:31'))).toContain('late');
    expect(weekly(at('2026-11-11', '00:00'))).toContain('missed');
  });

  it('is missed at once where the dose was given without it', () => {
    const course = aCheckInCourse();
    const sessions = course.sessions.map((each) =>
      each.id === 's3' ? { ...each, state: 'given' as const } : each,
    );
    expect(phq9(occurrencesAt({ ...course, sessions }, at('2026-11-10', '14:30')))).toContain(
      'weekly-induction phq-9 2026-11-10 missed',
    );
  });

  it('is done by a form of the session though it was entered on another day', () => {
    const course = aCheckInCourse({ forms: [aCheckInForm('phq-9', '2026-11-12', { sessionId: 's3' })] });
    expect(phq9(occurrencesAt(course, at('2026-11-12', '09:00')))).toContain(
      'weekly-induction phq-9 2026-11-10 done',
    );
  });

  it('is not done by a scale answered after the dose', () => {
    const course = aCheckInCourse({
      forms: [aCheckInForm('phq-9', '2026-11-10', { sessionId: 's3', afterDose: true })],
    });
    expect(phq9(occurrencesAt(course, at('2026-11-12', '09:00')))).toContain(
      'weekly-induction phq-9 2026-11-10 missed',
    );
  });

  it('tells a form that came late from one in time', () => {
    const course = givenBefore(
      aCheckInCourse({ forms: [aCheckInForm('phq-9', '2026-12-09', { time: '10:00' })] }),
      '2026-12-01',
    );
    const end = occurrencesAt(course, at('2026-12-10', '09:00')).find(
      ({ momentId }) => momentId === 'end-induction',
    );
    expect(end).toMatchObject({ state: 'done', answeredLate: true, formId: 'phq-9 2026-12-09' });
  });

  it('waits for a day after a dose with scales that ask about weeks', () => {
    const course = givenBefore(aCheckInCourse(), '2026-11-21');
    const dose = at('2026-11-20', '14:30');
    const end = (now: number): CheckInOccurrence | undefined =>
      occurrencesAt(course, now).find(({ momentId }) => momentId === 'end-induction');
    expect(end(at('2026-11-21', '09:00'))?.heldUntil).toBe(dose + 24 * 3_600_000);
    expect(dueInstruments(occurrencesAt(course, at('2026-11-21', '13:00')))).toEqual([RIGHT_NOW]);
    expect(dueInstruments(occurrencesAt(course, at('2026-11-21', '14:31')))).toEqual([
      RIGHT_NOW,
      'phq-9',
      'gad-7',
    ]);
  });
});

describe('what hangs on a session', () => {
  it('moves with it, keeps its key, and goes with it', () => {
    const course = aCheckInCourse();
    const now = at('2026-11-08', '09:00');
    const ofThird = (sessions: typeof course.sessions): readonly CheckInOccurrence[] =>
      occurrencesAt({ ...course, sessions }, now).filter(({ sessionId }) => sessionId === 's3');
    const moved = course.sessions.map((each) =>
      each.id === 's3' ? aCheckInSession('s3', '2026-11-12') : each,
    );
    expect(
      ofThird(moved)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(
      ofThird(course.sessions)
        .map(({ key }) => key)
        .sort(),
    );
    expect(ofThird(moved).find(({ momentId }) => momentId === 'hours-4')?.dueAt).toBe(
      at('2026-11-12', '18:30'),
    );
    const cancelled = course.sessions.map((each) =>
      each.id === 's3' ? { ...each, state: 'cancelled' as const } : each,
    );
    expect(ofThird(cancelled)).toEqual([]);
    expect(phq9(occurrencesAt({ ...course, sessions: cancelled }, now))).toContain(
      'weekly-induction phq-9 2026-11-13 upcoming',
    );
  });

  it('has no end of induction while further sessions are to be planned', () => {
    const course = aCheckInCourse();
    const ends = (count: number, now: string): boolean =>
      occurrencesAt({ ...course, sessions: course.sessions.slice(0, count) }, at(now, '09:00')).some(
        ({ momentId }) => momentId === 'end-induction',
      );
    expect(ends(6, '2026-11-01')).toBe(true);
    expect(ends(5, '2026-11-18')).toBe(false);
    expect(ends(5, '2026-12-02')).toBe(true);
  });

  it('lets one form serve every moment whose window holds it', () => {
    const plan = defaultCheckInPlan.filter(({ id }) => id === 'end-induction' || id === 'monthly');
    const course = givenBefore(
      aCheckInCourse({ forms: [aCheckInForm('phq-9', '2026-12-15')] }),
      '2026-12-01',
    );
    const done = occurrencesAt(course, at('2026-12-16', '09:00'), { plan }).filter(
      ({ state }) => state === 'done',
    );
    expect(done.map(({ momentId }) => momentId)).toEqual(['end-induction', 'monthly']);
  });

  it('ends with the course', () => {
    const course = { ...givenBefore(aCheckInCourse(), '2026-12-01'), endedOn: '2026-11-30' };
    const now = at('2026-12-20', '09:00');
    expect(phq9(occurrencesAt(course, now)).at(-1)).toBe('end-induction phq-9 2026-11-20 missed');
  });
});
