import fc from 'fast-check';
import type { CheckInCourse, ClinicDays } from './check-in-course.js';
import { defaultReminderRules, nextReminder, type SentReminder } from './check-in-reminders.js';
import { courseOf, startsNearAChange, timesOfDay, zonesWithDays } from './testing/any-course.js';
import { occurrencesAt } from './testing/check-in-course-builder.js';

const seed = 20_261_124;
const rules = defaultReminderRules;
const HOUR = 3_600_000;

interface Happening {
  /** Hours that pass before it. */
  readonly hours: number;
  readonly kind: 'nothing' | 'answer' | 'move' | 'cancel' | 'add' | 'give';
  readonly pick: number;
  readonly by: number;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  hours: fc.integer({ min: 1, max: 36 }),
  kind: fc.constantFrom<Happening['kind'][]>('nothing', 'answer', 'move', 'cancel', 'add', 'give'),
  pick: fc.nat({ max: 20 }),
  by: fc.integer({ min: -4, max: 4 }),
});

const anySession = fc.record({
  gap: fc.integer({ min: 1, max: 6 }),
  time: fc.option(fc.constantFrom(...timesOfDay), { freq: 6 }),
  state: fc.constant('planned' as const),
  phase: fc.constant('induction' as const),
});
const begun = fc.record({
  start: fc.constantFrom(...startsNearAChange),
  sessions: fc.array(anySession, { maxLength: 8 }),
  plannedSessions: fc.option(fc.integer({ min: 1, max: 8 })),
  asksTrauma: fc.boolean(),
  runs: fc.option(fc.integer({ min: 20, max: 60 })),
  forms: fc.constant([]),
});

function answered(course: CheckInCourse, index: number, now: number, days: ClinicDays): CheckInCourse {
  const instrument = ['phq-9', 'gad-7', 'pcl-5', 'right-now'][index % 4] ?? 'phq-9';
  const form = {
    id: `${now} ${instrument}`,
    instrument,
    onDate: days.dayOf(now),
    at: now,
    afterDose: false,
    sessionId: null,
  };
  return { ...course, forms: [...course.forms, form] };
}

function added(course: CheckInCourse, index: number, now: number, days: ClinicDays): CheckInCourse {
  const onDate = days.addDays(days.dayOf(now), index % 10);
  const session = {
    id: `added ${now}`,
    onDate,
    at: days.at(onDate, '11:00'),
    state: 'planned' as const,
    phase: 'induction' as const,
  };
  return { ...course, sessions: [...course.sessions, session] };
}

/** The course after something happened to it. */
function after(course: CheckInCourse, what: Happening, now: number, days: ClinicDays): CheckInCourse {
  const { kind, pick, by } = what;
  if (kind === 'answer') return answered(course, pick, now, days);
  if (kind === 'add') return added(course, pick, now, days);
  const chosen = course.sessions[pick % Math.max(course.sessions.length, 1)];
  if (chosen === undefined || kind === 'nothing') return course;
  const change = (more: Partial<typeof chosen>): CheckInCourse => ({
    ...course,
    sessions: course.sessions.map((each) => (each.id === chosen.id ? { ...each, ...more } : each)),
  });
  if (kind === 'cancel') return change({ state: 'cancelled' });
  if (kind === 'give') return change({ state: 'given', at: now, onDate: days.dayOf(now) });
  const onDate = days.addDays(chosen.onDate, by);
  return change({ onDate, at: chosen.at === null ? null : days.at(onDate, '14:30') });
}

describe(`reminders whatever happens (seed ${seed})`, () => {
  it('are never two on a day, never in quiet hours, never beyond the budget, never for what is answered', () => {
    let reminders = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...zonesWithDays),
        begun,
        fc.array(happening, { maxLength: 30 }),
        ({ days }, start, happenings) => {
          let course = courseOf(start, days);
          let now = days.at(start.start, '00:00');
          const sent: SentReminder[] = [];
          const send = (): boolean => {
            const occurrences = occurrencesAt(course, now, { days });
            const reminder = nextReminder({ occurrences, sent, now, days, rules });
            if (reminder === null || reminder.at > now) return false;
            const day = days.dayOf(now);
            expect(sent.map((each) => days.dayOf(each.at))).not.toContain(day);
            expect(now).toBeGreaterThanOrEqual(days.at(day, rules.from));
            expect(now).toBeLessThan(days.at(day, rules.until));
            expect(reminder.occurrences.length).toBeGreaterThan(0);
            for (const { key, state, heldUntil } of reminder.occurrences) {
              expect(['due', 'late']).toContain(state);
              expect(heldUntil === null || heldUntil <= now).toBe(true);
              expect(sent.filter((each) => each.occurrences.includes(key)).length).toBeLessThan(rules.budget);
            }
            sent.push({ at: now, occurrences: reminder.occurrences.map(({ key }) => key) });
            return true;
          };
          for (const each of happenings) {
            for (let hour = 0; hour < each.hours; hour += 1) {
              now += HOUR;
              // Whoever asks again at the same instant finds nothing more to send.
              if (send()) expect(send()).toBe(false);
            }
            course = after(course, each, now, days);
          }
          reminders += sent.length;
        },
      ),
      { seed, numRuns: 60 },
    );
    // The rule is not kept by sending nothing.
    expect(reminders).toBeGreaterThan(100);
  });
});
