import type { CourseScores } from '@courseline/outcomes';
import type { AssessmentRevisionRow, SessionRevisionRow } from '../src/database/demo/clinical-rows.js';
import { demoData, type DemoOptions } from '../src/database/demo/demo-data.js';
import { DemoRows, demoTables } from '../src/database/demo/demo-rows.js';
import type { CourseRevisionRow } from '../src/database/demo/record-rows.js';

const DAY_MS = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD` on the clock of a zone. */
export function dayIn(zone: string, at: Date): string {
  const known = formatters.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  formatters.set(zone, known);
  return known.format(at);
}

/** All batches of the demo in one. */
export function demoSample(now: string, options: Partial<DemoOptions> = {}): DemoRows {
  const all = new DemoRows();
  for (const batch of demoData({ now: new Date(now), passwordHash: 'not-a-hash', ...options })) {
    for (const table of demoTables) {
      for (const row of batch.of(table)) all.add(table, row);
    }
  }
  return all;
}

export const currentCourses = (rows: DemoRows): readonly CourseRevisionRow[] =>
  currentOf(rows.of('course'), rows.of('course_revision'), ({ course_id }) => course_id);
export const currentSessions = (rows: DemoRows): readonly SessionRevisionRow[] =>
  currentOf(rows.of('session'), rows.of('session_revision'), ({ session_id }) => session_id);
export const currentForms = (rows: DemoRows): readonly AssessmentRevisionRow[] =>
  currentOf(rows.of('assessment'), rows.of('assessment_revision'), ({ assessment_id }) => assessment_id);

function currentOf<Row extends { readonly n: number; readonly status: string }>(
  heads: readonly { readonly id: string; readonly current_n: number }[],
  revisions: readonly Row[],
  idOf: (row: Row) => string,
): readonly Row[] {
  const current = new Map(heads.map(({ id, current_n }) => [id, current_n]));
  return revisions.filter((row) => current.get(idOf(row)) === row.n && row.status === 'current');
}

export const isGiven = ({ state }: SessionRevisionRow): boolean =>
  state === 'given' || state === 'stopped-early';

function groupedBy<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** The courses with ketamine or esketamine as the outcome statistics take them. */
export function courseScores(rows: DemoRows, instrument: string): readonly CourseScores[] {
  const sessionCourse = new Map(rows.of('session').map(({ id, course_id }) => [id, course_id]));
  const formCourse = new Map(rows.of('assessment').map(({ id, course_id }) => [id, course_id]));
  const sessions = groupedBy(currentSessions(rows), ({ session_id }) => sessionCourse.get(session_id));
  const forms = groupedBy(currentForms(rows), ({ patient_id }) => patient_id);
  return currentCourses(rows)
    .filter(({ agent }) => agent === 'ketamine' || agent === 'esketamine')
    .flatMap((course): CourseScores[] => {
      const all = sessions.get(course.course_id) ?? [];
      const given = all.filter(isGiven).toSorted((a, b) => Number(a.started_at) - Number(b.started_at));
      const [first] = given;
      if (first === undefined) return [];
      const dayOf = (date: string): number => (Date.parse(date) - Date.parse(first.on_date)) / DAY_MS;
      const isInductionOver = !all.some(({ state, phase }) => state === 'planned' && phase === 'induction');
      const lastInduction = given.findLast(({ phase }) => phase === 'induction');
      const points = (forms.get(course.patient_id) ?? []).filter((form) => {
        const filed = formCourse.get(form.assessment_id);
        const isBefore =
          filed === null && dayOf(form.on_date) >= -14 && form.on_date <= (course.ended_on ?? '9999');
        return form.instrument === instrument && (filed === course.course_id || isBefore);
      });
      return [
        {
          id: course.course_id,
          points: points.map((form) => ({
            id: form.assessment_id,
            day: dayOf(form.on_date),
            at: Number(form.at),
            total: form.total,
            afterDose: form.context === 'after-dose',
          })),
          doses: given.map((dose) => ({ day: dayOf(dose.on_date), at: Number(dose.started_at) })),
          firstDoseAt: Number(first.started_at),
          lastInductionDoseDay:
            isInductionOver && lastInduction !== undefined ? dayOf(lastInduction.on_date) : null,
        },
      ];
    });
}
