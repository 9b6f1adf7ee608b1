import type { Course, PlanSessions } from '@courseline/contracts';

const SATURDAY = 6;
const SUNDAY = 7;
const MONDAY_2024 = Date.UTC(2024, 0, 1);
const DAY_IN_MS = 86_400_000;

/**
 * What the form begins with: the first phase that is not full yet, its missing sessions, and the start of the
 * course or today, whichever is later.
 */
export function firstPlan(
  course: Pick<Course, 'phases' | 'startedOn'>,
  taken: Readonly<Record<string, number>>,
  today: string,
): PlanSessions {
  const missing = course.phases.map((phase) => ({
    phase: phase.phase,
    intervalDays: phase.intervalDays ?? 7,
    count: phase.plannedSessions === null ? 1 : phase.plannedSessions - (taken[phase.phase] ?? 0),
  }));
  const next = missing.find((phase) => phase.count > 0) ?? missing.at(-1);
  return {
    phase: next?.phase ?? 'induction',
    count: Math.min(Math.max(next?.count ?? 1, 1), 60),
    intervalDays: next?.intervalDays ?? 7,
    firstDay: course.startedOn > today ? course.startedOn : today,
    time: '09:00',
    closedWeekdays: [SATURDAY, SUNDAY],
  };
}

/** Monday to Sunday by their names. */
export function weekdayOptions(locale: string): { value: string; label: string }[] {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => ({
    value: String(index + 1),
    label: name.format(new Date(MONDAY_2024 + index * DAY_IN_MS)),
  }));
}
