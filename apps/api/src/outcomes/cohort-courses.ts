import type { CourseScores, ScorePoint, SideEffectSession, SideEffectSeverity } from '@courseline/outcomes';
import type { CohortEndpoint, CohortInstrument } from '@courseline/contracts';
import type { CohortCourseRow, CohortEffectRow, CohortPointRow, CohortSessionRow } from './cohort.queries.js';
import { groupBy } from './group-by.js';

/** A course with everything that the rates need. */
export interface CohortCourse {
  readonly row: CohortCourseRow;
  readonly scores: Readonly<Record<CohortInstrument, CourseScores>>;
  readonly sessions: readonly SideEffectSession[];
}

export interface CohortRows {
  readonly courses: readonly CohortCourseRow[];
  readonly points: readonly CohortPointRow[];
  readonly sessions: readonly CohortSessionRow[];
  readonly sideEffects: readonly CohortEffectRow[];
  readonly inInduction: ReadonlySet<string>;
}

/** Those that can be measured there: a course without an induction has no end of it, and is no one lost to follow-up. */
export function coursesAt(
  endpoint: CohortEndpoint,
  courses: readonly CohortCourse[],
): readonly CohortCourse[] {
  return endpoint === 'end-of-induction' ? courses.filter(({ row }) => row.has_induction) : courses;
}

/** Puts rows together by course, as the statistics want them. */
export function cohortCourses(rows: CohortRows): readonly CohortCourse[] {
  const pointsOf = groupBy(rows.points, (point) => point.course_id);
  const sessionsOf = groupBy(rows.sessions, (session) => session.course_id);
  const effectsOf = groupBy(rows.sideEffects, (effect) => effect.session_id);
  return rows.courses.map((row) => {
    const sessions = sessionsOf.get(row.id) ?? [];
    const points = pointsOf.get(row.id) ?? [];
    const scoresOf = (instrument: CohortInstrument): CourseScores => ({
      id: row.id,
      points: points.filter((point) => point.instrument === instrument).map(toScorePoint),
      doses: sessions.map((session) => ({ day: session.day, at: session.started_at?.getTime() ?? null })),
      firstDoseAt: firstInstant(sessions),
      lastInductionDoseDay: rows.inInduction.has(row.id) ? null : lastInductionDay(sessions),
    });
    return {
      row,
      scores: { 'phq-9': scoresOf('phq-9'), 'gad-7': scoresOf('gad-7'), 'pcl-5': scoresOf('pcl-5') },
      sessions: sessions.map((session) => ({
        sessionId: session.id,
        courseId: row.id,
        asked: session.side_effects_asked,
        reports: (effectsOf.get(session.id) ?? []).map((effect) => ({
          code: effect.code,
          severity: toSeverity(effect.severity),
          onsetMin: effect.onset_minutes,
          durationMin: effect.duration_minutes,
          serious: effect.serious === true,
        })),
      })),
    };
  });
}

function toScorePoint(row: CohortPointRow): ScorePoint {
  return {
    id: row.id,
    day: row.day,
    at: row.at?.getTime() ?? null,
    total: row.total,
    afterDose: row.context === 'after-dose',
    prorated: row.score_status === 'prorated',
    imported: row.score_status === 'imported',
  };
}

function toSeverity(severity: number): SideEffectSeverity | null {
  return ([0, 1, 2, 3] as const).find((each) => each === severity) ?? null;
}

/** Only the first dose's own instant counts; a later dose with a known time says nothing about when the first was. */
function firstInstant(sessions: readonly CohortSessionRow[]): number | null {
  const first = sessions.toSorted(
    (a, b) => a.day - b.day || (a.started_at?.getTime() ?? 0) - (b.started_at?.getTime() ?? 0),
  )[0];
  return first?.started_at?.getTime() ?? null;
}

function lastInductionDay(sessions: readonly CohortSessionRow[]): number | null {
  const days = sessions.filter((session) => session.phase === 'induction').map((session) => session.day);
  return days.length === 0 ? null : Math.max(...days);
}

/** First day of the calendar quarter a day lies in. */
export function quarterOf(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}
