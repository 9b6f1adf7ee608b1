import { dispositionWords, type Alert, type CaseloadRow, type CourseStatusCode } from '@courseline/contracts';
import { phaseWords, treatmentWords } from '../../messages/clinical-words';
import type { Format } from '../../ui/format-context';

/** "Induction, 4 of 6 given", "Maintenance, 12 given", "sertraline (SSRI), since 3 Mar 2026", "ended 3 Mar". */
export function courseCell(row: CaseloadRow, format: Pick<Format, 'nearDay' | 'day'>, today: string): string {
  const { course } = row;
  if (course === null) return 'No course yet';
  if (course.endedOn !== null) return `${treatmentWords(course)}, ended ${format.nearDay(course.endedOn)}`;
  if (course.phase === null) {
    // Without sessions there is nothing to count: the declared day 0 says how far it is.
    const { dayZero } = course;
    if (dayZero === null) return `${treatmentWords(course)}, not begun`;
    return `${treatmentWords(course)}, ${dayZero > today ? 'from' : 'since'} ${format.day(dayZero)}`;
  }
  const count =
    course.planned === null ? `${course.given} given` : `${course.given} of ${course.planned} given`;
  return `${phaseWords[course.phase]}, ${count}`;
}

/** "today 14:30", "in 3 days", "none planned". */
export function nextCell(row: CaseloadRow, format: Pick<Format, 'nearDay' | 'time'>, today: string): string {
  const { next } = row;
  if (next === null) return 'none planned';
  const day = format.nearDay(next.date);
  return next.date === today && next.at !== null ? `${day} ${format.time(next.at)}` : day;
}

/** "Item 9 “several days”: nobody yet", or what was last done about it. */
export function item9Words({ rule, answer, value, dispositions }: Alert): string {
  const what = rule === 'item-9-declined' ? 'declined' : `“${(answer ?? String(value)).toLowerCase()}”`;
  const last = dispositions.at(-1);
  const done = last === undefined ? 'nobody yet' : dispositionWords[last.decision].toLowerCase();
  return `Item 9 ${what}: ${done}`;
}

/** Where a course stands, plainly. */
export const statusWords: Readonly<Record<CourseStatusCode, string>> = {
  'no-baseline': 'no baseline',
  'no-follow-up': 'no score since the baseline',
  worse: 'worse',
  'review-plan': 'review the plan',
  remission: 'remission',
  response: 'response',
  improving: 'improving',
  'some-change': 'some change',
  'low-at-start': 'low at the start',
  'too-early': 'too early to say',
  'no-change-yet': 'no change yet',
};
