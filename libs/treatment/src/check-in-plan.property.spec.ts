import fc from 'fast-check';
import {
  dosesOf,
  isGiven,
  type CheckInCourse,
  type CheckInForm,
  type CheckInSession,
} from './check-in-course.js';
import { dueInstruments } from './check-in-occurrences.js';
import { RIGHT_NOW } from './check-in-plan.js';
import { courseOf, startsNearAChange, timesOfDay, zonesWithDays } from './testing/any-course.js';
import { occurrencesAt } from './testing/check-in-course-builder.js';

const seed = 20_261_124;
const runs = { seed, numRuns: 400 };
const HOUR = 3_600_000;

const time = fc.option(fc.constantFrom(...timesOfDay), { freq: 6 });
const anySession = fc.record({
  gap: fc.integer({ min: 1, max: 9 }),
  time,
  state: fc.constantFrom<CheckInSession['state'][]>(
    'planned',
    'planned',
    'given',
    'given',
    'stopped-early',
    'cancelled',
    'no-show',
  ),
  phase: fc.constantFrom<CheckInSession['phase'][]>('induction', 'induction', 'induction', 'maintenance'),
});
const anyForm = fc.record({
  instrument: fc.constantFrom('phq-9', 'gad-7', 'pcl-5', 'right-now'),
  day: fc.integer({ min: -10, max: 100 }),
  time,
  afterDose: fc.boolean(),
});
const anyCourse = fc.record({
  start: fc.constantFrom(...startsNearAChange),
  sessions: fc.array(anySession, { maxLength: 10 }),
  plannedSessions: fc.option(fc.integer({ min: 1, max: 10 })),
  asksTrauma: fc.boolean(),
  runs: fc.option(fc.integer({ min: 30, max: 120 })),
  forms: fc.array(anyForm, { maxLength: 12 }),
});
/** A course in a zone, at an instant within four months of its start. */
const aMomentOfACourse = fc
  .record({
    zone: fc.constantFrom(...zonesWithDays),
    course: anyCourse,
    minutes: fc.integer({ min: 0, max: 120 * 1440 }),
  })
  .map(({ zone: { zone, days }, course, minutes }) => ({
    zone,
    days,
    course: courseOf(course, days),
    now: days.at(course.start, '00:00') + minutes * 60_000,
  }));

/** The course with one of its sessions changed; the same course where it has none. */
function withSession(
  course: CheckInCourse,
  pick: number,
  change: (session: CheckInCourse['sessions'][number]) => CheckInCourse['sessions'][number],
): { readonly id: string | null; readonly course: CheckInCourse } {
  const chosen = course.sessions[pick % Math.max(course.sessions.length, 1)];
  if (chosen === undefined) return { id: null, course };
  const sessions = course.sessions.map((each) => (each.id === chosen.id ? change(each) : each));
  return { id: chosen.id, course: { ...course, sessions } };
}

describe(`a plan over any course, in any zone (seed ${seed})`, () => {
  it('asks nothing twice, and its windows are in order', () => {
    fc.assert(
      fc.property(aMomentOfACourse, ({ course, now, days }) => {
        const occurrences = occurrencesAt(course, now, { days });
        expect(new Set(occurrences.map(({ key }) => key)).size).toBe(occurrences.length);
        for (const { opensAt, dueAt, closesAt } of occurrences) {
          expect(opensAt).toBeLessThanOrEqual(dueAt);
          expect(dueAt).toBeLessThanOrEqual(closesAt);
        }
        const due = dueInstruments(occurrences);
        expect(new Set(due).size).toBe(due.length);
      }),
      runs,
    );
  });

  it('asks a form no more once it was answered', () => {
    fc.assert(
      fc.property(aMomentOfACourse, fc.integer({ min: 0, max: 47 }), ({ course, now, days }, hoursLater) => {
        const before = occurrencesAt(course, now, { days });
        const due = dueInstruments(before);
        const answers = due.map((instrument): CheckInForm => ({
          id: `now ${instrument}`,
          instrument,
          onDate: days.dayOf(now),
          at: now,
          afterDose: false,
          sessionId: null,
        }));
        const answered = { ...course, forms: [...course.forms, ...answers] };
        expect(dueInstruments(occurrencesAt(answered, now, { days }))).toEqual([]);
        // What it served stays served.
        const served = new Set(
          occurrencesAt(answered, now, { days })
            .filter(({ state }) => state === 'done')
            .map(({ key }) => key),
        );
        for (const each of before)
          if (due.includes(each.instrument) && (each.state === 'due' || each.state === 'late'))
            expect(served.has(each.key)).toBe(true);
        const later = occurrencesAt(answered, now + hoursLater * HOUR, { days });
        for (const { key, state } of later)
          if (served.has(key) && !key.startsWith('baseline')) expect(state).toBe('done');
      }),
      runs,
    );
  });

  it('never asks a scale about weeks within a day after a dose, nor at an hour after one', () => {
    fc.assert(
      fc.property(aMomentOfACourse, fc.integer({ min: 0, max: 1439 }), ({ course, days }, minutes) => {
        const given = dosesOf(course).filter(isGiven);
        for (const dose of given) {
          if (dose.at === null) continue;
          const now = dose.at + minutes * 60_000;
          const asked = dueInstruments(occurrencesAt(course, now, { days }));
          expect(asked.filter((instrument) => instrument !== RIGHT_NOW)).toEqual([]);
        }
        const inHours = occurrencesAt(course, days.at('2026-11-24', '12:00'), { days }).filter(
          (each) => each.inHours,
        );
        expect(inHours.every(({ instrument }) => instrument === RIGHT_NOW)).toBe(true);
      }),
      runs,
    );
  });

  it('counts hours as hours and days as days when the clocks change', () => {
    fc.assert(
      fc.property(aMomentOfACourse, ({ course, now, days }) => {
        const doseAt = new Map(course.sessions.map(({ id, at }) => [id, at]));
        for (const each of occurrencesAt(course, now, { days })) {
          if (each.inHours) {
            const hours = each.momentId === 'hours-4' ? 4 : 24;
            const dose = doseAt.get(each.sessionId ?? '');
            if (course.endedOn === null) expect(each.dueAt).toBe((dose ?? NaN) + hours * HOUR);
          } else {
            const day = days.dayOf(each.opensAt);
            expect(days.at(day, '00:00')).toBe(each.opensAt);
            expect(days.dayOf(each.opensAt - 1)).toBe(days.addDays(day, -1));
          }
        }
      }),
      runs,
    );
  });

  it('moves what hangs on a moved session by as much, and leaves the hours of the others alone', () => {
    fc.assert(
      fc.property(
        aMomentOfACourse,
        fc.nat(),
        fc.integer({ min: -6, max: 6 }),
        ({ course, now, days }, pick, by) => {
          const moved = withSession(course, pick, (session) => ({
            ...session,
            onDate: days.addDays(session.onDate, by),
            at: session.at === null ? null : session.at + by * 24 * HOUR,
          }));
          const hours = (of: CheckInCourse): ReadonlyMap<string, number> =>
            new Map(
              occurrencesAt({ ...of, endedOn: null }, now, { days })
                .filter((each) => each.inHours)
                .map(({ key, dueAt }) => [key, dueAt]),
            );
          const [was, is] = [hours(course), hours(moved.course)];
          expect([...is.keys()].sort()).toEqual([...was.keys()].sort());
          for (const [key, dueAt] of is) {
            const shift = moved.id !== null && key.includes(`:${moved.id}:`) ? by * 24 * HOUR : 0;
            expect(dueAt).toBe((was.get(key) ?? NaN) + shift);
          }
        },
      ),
      runs,
    );
  });

  it('hangs nothing on a cancelled or missed session, and is as before when it is planned again', () => {
    fc.assert(
      fc.property(
        aMomentOfACourse,
        fc.nat(),
        fc.constantFrom('cancelled' as const, 'no-show' as const),
        ({ course, now, days }, pick, state) => {
          const gone = withSession(course, pick, (session) => ({ ...session, state }));
          const without = occurrencesAt(gone.course, now, { days });
          expect(without.filter(({ sessionId }) => sessionId !== null && sessionId === gone.id)).toEqual([]);
          const back = withSession(gone.course, pick, () => {
            const original = course.sessions.find(({ id }) => id === gone.id);
            if (original === undefined) throw new Error('The session is gone.');
            return original;
          });
          expect(occurrencesAt(back.course, now, { days })).toEqual(occurrencesAt(course, now, { days }));
        },
      ),
      runs,
    );
  });

  it('asks before doses of a phase at most once a week, whatever is added', () => {
    fc.assert(
      fc.property(aMomentOfACourse, fc.integer({ min: 0, max: 60 }), ({ course, now, days }, after) => {
        const onDate = days.addDays(course.startedOn, after);
        const added = {
          id: 'added',
          onDate,
          at: days.at(onDate, '10:00'),
          state: 'planned' as const,
          phase: 'induction' as const,
        };
        const grown = { ...course, sessions: [...course.sessions, added] };
        const weekly = occurrencesAt(grown, now, { days })
          .filter(({ momentId, instrument }) => momentId === 'weekly-induction' && instrument === 'phq-9')
          .map(({ anchorOn }) => anchorOn)
          .sort();
        weekly.slice(1).forEach((day, index) => {
          expect(days.daysBetween(weekly[index] ?? '', day)).toBeGreaterThanOrEqual(7);
        });
        const hours = occurrencesAt({ ...grown, endedOn: null }, now, { days }).filter(
          ({ inHours, sessionId }) => inHours && sessionId === 'added',
        );
        expect(hours.map(({ momentId }) => momentId)).toEqual(['hours-4', 'hours-24']);
      }),
      runs,
    );
  });
});
