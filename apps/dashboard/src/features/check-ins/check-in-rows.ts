import type { CheckInOccurrenceOfCourse, CourseCheckIns } from '@courseline/contracts';
import { instruments } from '@courseline/instruments';

/** One moment of the plan at one point of the course, with what was asked then. */
export interface CheckInRow {
  readonly key: string;
  readonly label: string;
  readonly anchorOn: string;
  readonly byInstrument: ReadonlyMap<string, CheckInOccurrenceOfCourse>;
}

/** What was asked hours after one dose, by moment of the plan. */
export interface DoseRow {
  readonly key: string;
  readonly anchorOn: string;
  readonly byMoment: ReadonlyMap<string, readonly CheckInOccurrenceOfCourse[]>;
}

export interface CheckInTable {
  /** In the order of the registry. */
  readonly instruments: readonly string[];
  /** What hangs on days and visits, in order of time. */
  readonly rows: readonly CheckInRow[];
  /** What is asked hours after a dose, one row a dose, in order of time. */
  readonly doses: readonly DoseRow[];
  readonly momentsOfDoses: readonly { readonly id: string; readonly label: string }[];
  readonly counts: Readonly<Record<CheckInOccurrenceOfCourse['state'], number>>;
}

/** What the plan asked, one row for each moment at each point of the course. */
export function checkInTable({ plan, occurrences }: CourseCheckIns): CheckInTable {
  const labels = new Map(plan.moments.map(({ id, label }) => [id, label]));
  const byDay = occurrences.filter(({ inHours }) => !inHours);
  const byHour = occurrences.filter(({ inHours }) => inHours);
  const rows = [...grouped(byDay, pointOf)].flatMap(([key, own]): CheckInRow[] => {
    const [first] = own;
    if (first === undefined) return [];
    const byInstrument = new Map(own.map((each) => [each.instrument as string, each]));
    const label = labels.get(first.momentId) ?? first.momentId;
    return [{ key, label, anchorOn: first.anchorOn, byInstrument }];
  });
  const doses = [...grouped(byHour, ({ sessionId, anchorOn }) => sessionId ?? anchorOn)].map(
    ([key, own]): DoseRow => ({
      key,
      anchorOn: own[0]?.anchorOn ?? '',
      byMoment: grouped(own, ({ momentId }) => momentId),
    }),
  );
  const asked = new Set<string>(byDay.map(({ instrument }) => instrument));
  const counts = { upcoming: 0, due: 0, late: 0, done: 0, missed: 0 };
  for (const { state } of occurrences) counts[state] += 1;
  return {
    instruments: instruments.map(({ id }) => id).filter((id) => asked.has(id)),
    rows,
    doses,
    momentsOfDoses: [...new Set(byHour.map(({ momentId }) => momentId))].map((id) => ({
      id,
      label: labels.get(id) ?? id,
    })),
    counts,
  };
}

/** Moment and point of the course: what is asked there together. */
function pointOf({ key, instrument }: CheckInOccurrenceOfCourse): string {
  return key.slice(0, key.length - instrument.length - 1);
}

function grouped(
  occurrences: readonly CheckInOccurrenceOfCourse[],
  keyOf: (occurrence: CheckInOccurrenceOfCourse) => string,
): ReadonlyMap<string, readonly CheckInOccurrenceOfCourse[]> {
  const groups = new Map<string, CheckInOccurrenceOfCourse[]>();
  for (const each of occurrences) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
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
