import type { Course, PlanSessions, SessionPlan } from '@courseline/contracts';
import { seriesDays } from '@courseline/treatment';
import { clockTime } from './clock-time';

const SATURDAY = 6;
const SUNDAY = 7;
const MONDAY_2024 = Date.UTC(2024, 0, 1);
const DAY_IN_MS = 86_400_000;

interface PlanningNow {
  readonly course: Pick<Course, 'phases' | 'startedOn'>;
  /** The sessions the course has already; those cancelled or missed have no number. */
  readonly sessions: readonly Pick<SessionPlan, 'phase' | 'number' | 'onDate' | 'plannedAt'>[];
  readonly today: string;
  readonly timeZone: string;
}

/**
 * What the form begins with: the first phase that is not full yet and its missing sessions, an interval after the
 * last session and at its time of day, not before today nor before the course starts.
 */
export function firstPlan({ course, sessions, today, timeZone }: PlanningNow): PlanSessions {
  const taken = sessions.filter((session) => session.number !== null);
  const missing = course.phases.map(({ phase, plannedSessions, intervalDays }) => ({
    phase,
    intervalDays: intervalDays ?? 7,
    count:
      plannedSessions === null
        ? 1
        : plannedSessions - taken.filter((session) => session.phase === phase).length,
  }));
  const next = missing.find((phase) => phase.count > 0) ?? missing.at(-1);
  const intervalDays = next?.intervalDays ?? 7;
  const closedWeekdays = [SATURDAY, SUNDAY];
  const last = taken.reduce<(typeof taken)[number] | null>(
    (latest, session) => (latest === null || session.onDate > latest.onDate ? session : latest),
    null,
  );
  const follows =
    last === null
      ? []
      : seriesDays({ firstDay: last.onDate, count: 2, intervalDays, closedWeekdays }).slice(1);
  const lastAt = last?.plannedAt ?? null;
  return {
    phase: next?.phase ?? 'induction',
    count: Math.min(Math.max(next?.count ?? 1, 1), 60),
    intervalDays,
    firstDay: [today, course.startedOn, ...follows].reduce((latest, day) => (day > latest ? day : latest)),
    time: lastAt === null ? '09:00' : clockTime(lastAt, timeZone),
    closedWeekdays,
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
