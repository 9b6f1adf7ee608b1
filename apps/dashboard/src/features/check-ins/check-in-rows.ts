import type { CheckInOccurrenceOfCourse, CourseCheckIns } from '@courseline/contracts';
import { instruments } from '@courseline/instruments';

/** One moment of the plan at one point of the course, with what was asked then. */
export interface CheckInRow {
  readonly key: string;
  readonly label: string;
  readonly anchorOn: string;
  readonly byInstrument: ReadonlyMap<string, CheckInOccurrenceOfCourse>;
  /** The first of them by time: all of a row open and close together. */
  readonly first: CheckInOccurrenceOfCourse;
}

export interface CheckInTable {
  /** In the order of the registry. */
  readonly instruments: readonly string[];
  /** What hangs on days and visits, in order of time. */
  readonly rows: readonly CheckInRow[];
  /** What is asked hours after a dose, in order of time. */
  readonly hours: readonly CheckInRow[];
  readonly counts: Readonly<Record<CheckInOccurrenceOfCourse['state'], number>>;
}

/** What the plan asked, one row for each moment at each point of the course. */
export function checkInTable({ plan, occurrences }: CourseCheckIns): CheckInTable {
  const labels = new Map(plan.moments.map(({ id, label }) => [id, label]));
  const groups = new Map<string, CheckInOccurrenceOfCourse[]>();
  for (const each of occurrences) {
    const key = each.key.slice(0, each.key.length - each.instrument.length - 1);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const rows = [...groups].flatMap(([key, own]): CheckInRow[] => {
    const [first] = own;
    if (first === undefined) return [];
    const byInstrument = new Map(own.map((each) => [each.instrument as string, each]));
    return [
      {
        key,
        label: labels.get(first.momentId) ?? first.momentId,
        anchorOn: first.anchorOn,
        byInstrument,
        first,
      },
    ];
  });
  const asked = new Set<string>(
    occurrences.filter(({ inHours }) => !inHours).map(({ instrument }) => instrument),
  );
  const counts = { upcoming: 0, due: 0, late: 0, done: 0, missed: 0 };
  for (const { state } of occurrences) counts[state] += 1;
  return {
    instruments: instruments.map(({ id }) => id).filter((id) => asked.has(id)),
    rows: rows.filter(({ first }) => !first.inHours),
    hours: rows.filter(({ first }) => first.inHours),
    counts,
  };
}

/** "9 answered, 2 missed, 1 due now, 4 to come": what there is none of is left out. */
export function countWords({ done, missed, due, late, upcoming }: CheckInTable['counts']): string {
  const parts = [
    [done, 'answered'],
    [missed, 'missed'],
    [due, 'due now'],
    [late, 'late, still open'],
    [upcoming, 'to come'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}
