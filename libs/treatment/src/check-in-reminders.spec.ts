import type { CheckInCourse } from './check-in-course.js';
import {
  defaultReminderRules,
  nextReminder,
  type Reminder,
  type SentReminder,
} from './check-in-reminders.js';
import {
  aCheckInCourse,
  aCheckInForm,
  givenBefore,
  newYork,
  occurrencesAt,
} from './testing/check-in-course-builder.js';

const rules = defaultReminderRules;
const at = newYork.at;

function next(course: CheckInCourse, now: number, sent: readonly SentReminder[] = []): Reminder | null {
  return nextReminder({ occurrences: occurrencesAt(course, now), sent, now, days: newYork, rules });
}
const keys = (reminder: Reminder | null): readonly string[] =>
  reminder?.occurrences.map(({ key }) => key) ?? [];

describe('the next reminder', () => {
  it('comes as the window opens, after the quiet hours, one for all that is asked', () => {
    const reminder = next(givenBefore(aCheckInCourse(), '2026-11-05'), at('2026-11-06', '16:00'), [
      { at: at('2026-11-06', '08:00'), occurrences: ['hours-4:s2:right-now'] },
    ]);
    expect(reminder?.at).toBe(at('2026-11-07', '14:30'));
    expect(keys(reminder)).toEqual([
      'hours-24:s2:right-now',
      'weekly-induction:s3:phq-9',
      'weekly-induction:s3:gad-7',
    ]);
  });

  it('is for the hour after a dose on the day of a dose', () => {
    const course = givenBefore(aCheckInCourse(), '2026-11-09');
    expect(next(course, at('2026-11-10', '09:00'))?.at).toBe(at('2026-11-10', '18:30'));
    // What is asked before the dose is no longer asked by then.
    expect(keys(next(course, at('2026-11-10', '18:30')))).toEqual(['hours-4:s3:right-now']);
  });

  it('stops when the form is answered, and after two', () => {
    const open = givenBefore(aCheckInCourse(), '2026-12-01');
    const now = at('2026-11-24', '12:00');
    const sent = [22, 23].map((day) => ({
      at: at(`2026-11-${day}`, '08:00'),
      occurrences: ['end-induction:once:phq-9', 'end-induction:once:gad-7'],
    }));
    expect(keys(next(open, now))).toEqual(['end-induction:once:phq-9', 'end-induction:once:gad-7']);
    expect(next(open, now, sent)?.occurrences.some(({ momentId }) => momentId === 'end-induction')).toBe(
      false,
    );
    const answered = {
      ...open,
      forms: [aCheckInForm('phq-9', '2026-11-23'), aCheckInForm('gad-7', '2026-11-23')],
    };
    expect(keys(next(answered, now)).some((key) => key.startsWith('end-induction'))).toBe(false);
  });

  it('is not sent in the quiet hours, nor when the window closes before they end', () => {
    const late = aCheckInCourse();
    const sessions = late.sessions.map((each) =>
      each.id === 's1' ? { ...each, at: at('2026-11-03', '19:00'), state: 'given' as const } : each,
    );
    const course = { ...late, sessions, dayZero: '2026-11-03' };
    const reminder = next(course, at('2026-11-03', '19:30'));
    // 4 h after a dose at 19:00 is 23:00 and closes at 07:00: no reminder of it; the one of the next day comes at its hour.
    expect(reminder?.at).toBe(at('2026-11-04', '19:00'));
    expect(keys(reminder)).toContain('hours-24:s1:right-now');
  });

  it('is null where nothing is asked', () => {
    const course = { ...givenBefore(aCheckInCourse(), '2026-12-01'), endedOn: '2026-11-22' };
    expect(next(course, at('2026-12-30', '09:00'))).toBeNull();
  });
});
