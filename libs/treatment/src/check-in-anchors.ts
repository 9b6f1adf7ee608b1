import { dosesOf, type CheckInCourse, type CheckInSession, type ClinicDays } from './check-in-course.js';
import type { CheckInAnchor, CheckInPhase } from './check-in-plan.js';

/** A day, or an instant, on which an occurrence of a moment hangs. */
export interface AnchorPoint {
  /** Of the occurrence among those of its moment: stays the same when the session moves. */
  readonly key: string;
  readonly session: CheckInSession | null;
  readonly day: string;
  /** Of a dose; null where only the day counts or is known. */
  readonly at: number | null;
}

/** Without a further session for so long, a phase counts as over though fewer sessions were given than planned. */
export const DAYS_TO_CALL_A_PHASE_OVER = 14;
/** How far ahead what repeats without end is laid out. */
const DAYS_AHEAD = 35;
const MOST_REPEATS = 60;

const ofDose = (session: CheckInSession): AnchorPoint => ({
  key: session.id,
  session,
  day: session.onDate,
  at: session.at,
});

/** The points of a course on which a moment hangs, today. Nothing hangs on a session that was cancelled or missed. */
export function anchorPoints(
  anchor: CheckInAnchor,
  course: CheckInCourse,
  today: string,
  days: ClinicDays,
): readonly AnchorPoint[] {
  const doses = dosesOf(course);
  switch (anchor.kind) {
    case 'baseline':
      return [{ ...baselinePoint(course, doses, today), key: 'once' }];
    case 'before-dose':
      return spacedDoses(doses, anchor, course, days).map(ofDose);
    case 'mid-phase': {
      const middle = middleDose(anchor.phase, course, doses);
      return middle === null ? [] : [{ ...ofDose(middle), key: 'once' }];
    }
    case 'phase-end': {
      const last = lastDoseOf(anchor.phase, course, today, days);
      return last === null ? [] : [{ ...ofDose(last), key: 'once' }];
    }
    case 'every': {
      const last = lastDoseOf(anchor.phase, course, today, days);
      if (last === null) return [];
      const from = today > last.onDate ? today : last.onDate;
      return repeats(last.onDate, anchor.everyDays, course.endedOn ?? days.addDays(from, DAYS_AHEAD), days);
    }
    case 'hours-after-dose':
      return doses.filter(({ at }) => at !== null).map(ofDose);
  }
}

function baselinePoint(
  course: CheckInCourse,
  doses: readonly CheckInSession[],
  today: string,
): Omit<AnchorPoint, 'key'> {
  const first = doses[0] ?? null;
  if (course.dayZero !== null) {
    const session = first?.onDate === course.dayZero ? first : null;
    return { session, day: course.dayZero, at: session?.at ?? null };
  }
  if (first !== null) return { session: first, day: first.onDate, at: first.at };
  return { session: null, day: today > course.startedOn ? today : course.startedOn, at: null };
}

/** The first dose of the course has the baseline; from it on, doses of the phase at least so far apart. */
function spacedDoses(
  doses: readonly CheckInSession[],
  { phase, everyDays }: { readonly phase: CheckInPhase; readonly everyDays: number },
  course: CheckInCourse,
  days: ClinicDays,
): readonly CheckInSession[] {
  let asked = course.dayZero ?? doses[0]?.onDate ?? null;
  const chosen: CheckInSession[] = [];
  for (const dose of doses) {
    const since = asked === null ? Infinity : days.daysBetween(asked, dose.onDate);
    if (dose.phase !== phase || since < Math.max(everyDays, 1)) continue;
    chosen.push(dose);
    asked = dose.onDate;
  }
  return chosen;
}

function plannedNumber(phase: CheckInPhase, course: CheckInCourse): number | null {
  return course.phases.find((each) => each.phase === phase)?.plannedSessions ?? null;
}

function middleDose(
  phase: CheckInPhase,
  course: CheckInCourse,
  doses: readonly CheckInSession[],
): CheckInSession | null {
  const own = doses.filter((dose) => dose.phase === phase);
  const number = Math.max(plannedNumber(phase, course) ?? 0, own.length);
  const middle = own[Math.floor(number / 2)] ?? null;
  // A phase of one dose has its baseline and its end, no middle.
  return number < 2 ? null : middle;
}

/**
 * The dose with which a phase ends, or null while that is not known: when all its planned sessions are in the book,
 * or a later phase has begun or is planned, or the course ended, or nothing more came for two weeks.
 */
function lastDoseOf(
  phase: CheckInPhase,
  course: CheckInCourse,
  today: string,
  days: ClinicDays,
): CheckInSession | null {
  const doses = dosesOf(course);
  const own = doses.filter((dose) => dose.phase === phase);
  const last = own.at(-1);
  if (last === undefined) return null;
  const planned = plannedNumber(phase, course);
  const known =
    (planned !== null && own.length >= planned) ||
    doses.some((dose) => dose.phase !== phase && dose.onDate > last.onDate) ||
    course.endedOn !== null ||
    days.daysBetween(last.onDate, today) > DAYS_TO_CALL_A_PHASE_OVER;
  return known ? last : null;
}

function repeats(from: string, everyDays: number, until: string, days: ClinicDays): readonly AnchorPoint[] {
  const points: AnchorPoint[] = [];
  for (let turn = 1; turn <= MOST_REPEATS; turn += 1) {
    const day = days.addDays(from, turn * everyDays);
    if (day > until) break;
    points.push({ key: `turn-${turn}`, session: null, day, at: null });
  }
  return points;
}
