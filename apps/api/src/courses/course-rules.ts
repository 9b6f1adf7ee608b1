import type { CourseAgent, CourseRoute, FieldProblem } from '@courseline/contracts';
import { hasSessions } from '@courseline/contracts';
import { doseRulesBroken } from '@courseline/treatment';
import { addDays } from '../clinics/clinic-calendar.js';

const EARLIEST = '1990-01-01';
const DAYS_AHEAD = 366;

export interface CourseDays {
  readonly startedOn: string;
  readonly declaredDayZero: string | null;
  readonly endedOn: string | null;
}

/** Days that cannot be: before 1990, more than a year ahead, an end in the future or before the start. */
export function impossibleDays(course: CourseDays, today: string): FieldProblem[] {
  const latest = addDays(today, DAYS_AHEAD);
  const problems: FieldProblem[] = [];
  for (const field of ['startedOn', 'declaredDayZero'] as const) {
    const day = course[field];
    if (day !== null && (day < EARLIEST || day > latest))
      problems.push({ pointer: `/${field}`, detail: 'A day between 1990 and a year from now.' });
  }
  if (course.endedOn !== null && course.endedOn < course.startedOn)
    problems.push({ pointer: '/endedOn', detail: 'A course does not end before it starts.' });
  if (course.endedOn !== null && course.endedOn > today)
    problems.push({ pointer: '/endedOn', detail: 'Today or earlier.' });
  return problems;
}

/** An order that no body could take; what is only unusual is said where it is typed and decided at signing. */
export function absurdOrder(course: {
  readonly agent: CourseAgent;
  readonly route: CourseRoute;
  readonly orderedMgPerKg: number | null;
}): FieldProblem[] {
  if (course.orderedMgPerKg === null || course.route === 'none' || !hasSessions(course.agent)) return [];
  return doseRulesBroken({
    agent: course.agent,
    route: course.route,
    mg: course.orderedMgPerKg,
    weightKg: 1,
  })
    .filter((rule) => rule.level === 'refuse')
    .map((rule) => ({ pointer: '/orderedMgPerKg', detail: `${rule.words} (${rule.source})` }));
}
