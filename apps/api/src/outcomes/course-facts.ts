import { dayNumber, trendPoints, type CourseScores, type Dose, type ScorePoint } from '@courseline/outcomes';

/** A score as the statistics see it, with the day it was given for. */
export interface DatedPoint extends ScorePoint {
  readonly date: string;
}

/** A dose that was given, in this course or an earlier one. */
export interface DatedDose {
  readonly date: string;
  /** Epoch milliseconds; null where only the day is known. */
  readonly at: number | null;
}

export interface CourseRecord {
  readonly id: string;
  /** Null while the course has no day 0: nothing can be judged of it yet. */
  readonly dayZero: string | null;
  readonly firstDoseAt: number | null;
  /** All known doses of the patient. */
  readonly doses: readonly DatedDose[];
  readonly sessionsGiven: number;
  readonly today: string;
}

/** One course of one patient, with what every judgement of it needs. */
export interface CourseFacts extends CourseRecord {
  /** The doses as days of the course; none while the course has no day 0. */
  readonly courseDoses: readonly Dose[];
}

/** Counts the days of the doses once: every judgement of a course asks for them. */
export function courseFacts(record: CourseRecord): CourseFacts {
  const { dayZero, doses } = record;
  const courseDoses =
    dayZero === null ? [] : doses.map(({ date, at }) => ({ day: dayNumber(date, dayZero), at }));
  return { ...record, courseDoses };
}

/** Scores of one instrument, ready to be judged; null while the course has no day 0. */
export function scoresOf(
  course: CourseFacts,
  points: readonly DatedPoint[],
): CourseScores<DatedPoint> | null {
  if (course.dayZero === null) return null;
  return { id: course.id, points, doses: course.courseDoses, firstDoseAt: course.firstDoseAt };
}

/** Which forms may stand for how the person has been: those not after a dose, whether or not they have a total. */
export function idsInTrend(points: readonly DatedPoint[], doses: readonly DatedDose[]): ReadonlySet<string> {
  const asked = points.map((point) => ({ ...point, day: 0, total: point.total ?? 0 }));
  const kept = trendPoints(
    asked,
    doses.map(({ at }) => ({ day: 0, at })),
  );
  return new Set(kept.map(({ id }) => id));
}
