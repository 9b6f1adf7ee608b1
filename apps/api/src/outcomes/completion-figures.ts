import {
  assessmentWays,
  instrumentIdSchema,
  type AssessmentWay,
  type Completion,
  type CompletionRow,
} from '@courseline/contracts';
import { getInstrument } from '@courseline/instruments';
import type { CheckInOccurrence, CheckInPlan } from '@courseline/treatment';

export interface AnsweredForm {
  readonly id: string;
  readonly way: AssessmentWay;
  readonly secondsTaken: number | null;
}

/** What became of the check-ins of one course. */
export interface CourseCompletion {
  readonly plan: CheckInPlan;
  readonly occurrences: readonly CheckInOccurrence[];
  readonly forms: ReadonlyMap<string, AnsweredForm>;
  /** Days of treatment within the period. */
  readonly days: number;
}

interface Tally {
  readonly label: string;
  /** Of the moment in its plan: rows stand in the plan's order. */
  readonly position: number;
  asked: number;
  answered: number;
  late: number;
  readonly ways: Map<AssessmentWay, number>;
  readonly seconds: number[];
}

/** The middle of some numbers, the mean of the two middle ones where they are even in number; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * How often what a plan asked was answered, by moment and instrument, of check-ins due in a period (instants, the end
 * not in it) that are answered or closed: what is still open counts for nothing yet. The burden counts each form once,
 * whatever number of moments it serves, and a missed one by its day. Our own rules.
 */
export function completionFigures(
  courses: readonly CourseCompletion[],
  period: { readonly from: number; readonly to: number },
): Pick<Completion, 'rows' | 'burden'> {
  const tallies = new Map<string, Tally>();
  const burden = { questionsAsked: 0, questionsAnswered: 0, forms: 0, timedForms: 0, seconds: 0 };
  for (const { plan, occurrences, forms } of courses) {
    const counted = new Set<string>();
    for (const each of occurrences) {
      if (each.dueAt < period.from || each.dueAt >= period.to) continue;
      if (each.state !== 'done' && each.state !== 'missed') continue;
      const form = each.formId === null ? undefined : forms.get(each.formId);
      const tally = tallyOf(tallies, plan, each);
      tally.asked += 1;
      if (form !== undefined) {
        tally.answered += 1;
        if (each.answeredLate) tally.late += 1;
        tally.ways.set(form.way, (tally.ways.get(form.way) ?? 0) + 1);
        if (form.secondsTaken !== null) tally.seconds.push(form.secondsTaken);
      }
      const once = form?.id ?? `${each.instrument} ${each.anchorOn}`;
      if (counted.has(once)) continue;
      counted.add(once);
      const { itemCount } = getInstrument(each.instrument);
      burden.questionsAsked += itemCount;
      if (form === undefined) continue;
      burden.questionsAnswered += itemCount;
      burden.forms += 1;
      if (form.secondsTaken === null) continue;
      burden.timedForms += 1;
      burden.seconds += form.secondsTaken;
    }
  }
  const { seconds, ...counts } = burden;
  return {
    rows: [...tallies]
      .toSorted(([, a], [, b]) => a.position - b.position)
      .map(([key, tally]) => toRow(key, tally)),
    burden: {
      ...counts,
      minutes: Math.round(seconds / 6) / 10,
      weeks: Math.round((courses.reduce((sum, { days }) => sum + days, 0) / 7) * 10) / 10,
    },
  };
}

function tallyOf(tallies: Map<string, Tally>, plan: CheckInPlan, occurrence: CheckInOccurrence): Tally {
  const key = `${occurrence.momentId}:${occurrence.instrument}`;
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const moment = plan.findIndex(({ id }) => id === occurrence.momentId);
  const asked = plan[moment]?.instruments.indexOf(occurrence.instrument) ?? 0;
  const label = plan[moment]?.label ?? occurrence.momentId;
  const made: Tally = {
    label,
    position: moment * 100 + asked,
    asked: 0,
    answered: 0,
    late: 0,
    ways: new Map(),
    seconds: [],
  };
  tallies.set(key, made);
  return made;
}

function toRow(key: string, { label, asked, answered, late, ways, seconds }: Tally): CompletionRow {
  const [momentId = '', instrument = ''] = key.split(':');
  return {
    momentId,
    label,
    instrument: instrumentIdSchema.parse(instrument),
    asked,
    answered,
    late,
    byWay: Object.fromEntries(
      assessmentWays.map((way) => [way, ways.get(way) ?? 0]),
    ) as CompletionRow['byWay'],
    medianSeconds: median(seconds),
    timed: seconds.length,
  };
}
