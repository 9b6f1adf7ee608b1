import type { Completion } from '@courseline/contracts';
import { burdenAWeek, secondsWords, wayCounts } from './completion-words';

const burden = { weeks: 4, questionsAsked: 64, questionsAnswered: 32, forms: 4, timedForms: 2, minutes: 3 };
const completion = (change: Partial<Completion['burden']>): Completion => ({
  from: '2026-08-26',
  to: '2026-11-24',
  courses: 2,
  coursesLeftOff: 0,
  rows: [],
  burden: { ...burden, ...change },
});

describe('what check-ins ask of patients', () => {
  it('is questions and minutes a week; forms nobody timed are taken to be as long as the others', () => {
    expect(burdenAWeek(completion({}))).toEqual({ asked: 16, answered: 8, minutes: 1.5 });
    expect(burdenAWeek(completion({ timedForms: 0, minutes: 0 }))?.minutes).toBeNull();
    expect(burdenAWeek(completion({ weeks: 0 }))).toBeNull();
  });

  it('is said in words', () => {
    expect([45, 60, 85.4].map(secondsWords)).toEqual(['45 s', '1 min', '1 min 25 s']);
    expect(wayCounts({ patient: 2, kiosk: 0, staff: 1, import: 0 })).toBe(
      '2 by the patient, 1 through staff',
    );
  });
});
