import { anchorPoints, type AnchorPoint } from './check-in-anchors.js';
import {
  dosesOf,
  isGiven,
  type CheckInCourse,
  type CheckInForm,
  type ClinicDays,
} from './check-in-course.js';
import { isAskedOfPatient } from './check-in-plan-rules.js';
import { HOURS_WITHOUT_SCALES, type CheckInMoment, type CheckInPlan } from './check-in-plan.js';

const HOUR = 3_600_000;

/**
 * upcoming: may not be answered yet. due: open. late: past the time it should have been answered by, still open.
 * done: a form serves it. missed: closed without one.
 */
export type CheckInState = 'upcoming' | 'due' | 'late' | 'done' | 'missed';

/** One form asked at one moment. Computed from the plan and what happened, never stored. */
export interface CheckInOccurrence {
  /** Moment, anchor and instrument: the same however often the session is moved. */
  readonly key: string;
  readonly momentId: string;
  readonly instrument: string;
  /** Asked at an hour after a dose, not on a day. */
  readonly inHours: boolean;
  /** The session it hangs on; null for what hangs on a day. */
  readonly sessionId: string | null;
  /** The anchor's day. */
  readonly anchorOn: string;
  readonly opensAt: number;
  /** Due by. */
  readonly dueAt: number;
  /** From this instant on it is too late. */
  readonly closesAt: number;
  readonly state: CheckInState;
  /** A form serves it, but was answered after it was due. */
  readonly answeredLate: boolean;
  /** The form that serves it, the last one where there are several. */
  readonly formId: string | null;
  /** Not to be asked before this instant: a dose was given within a day. Null when it may be asked as it opens. */
  readonly heldUntil: number | null;
}

export interface CheckInQuestion {
  readonly plan: CheckInPlan;
  readonly course: CheckInCourse;
  readonly now: number;
  readonly days: ClinicDays;
  /** The instrument asks about right now, not about weeks. */
  readonly asksAboutNow: (instrument: string) => boolean;
}

interface Window {
  readonly opensAt: number;
  readonly dueAt: number;
  readonly closesAt: number;
  /** Null where instants count and not days. */
  readonly onDays: { readonly from: string; readonly to: string } | null;
}

/** Hours count from the dose; days run from midnight to midnight in the clinic's zone, however long they are. */
function windowOf(moment: CheckInMoment, point: AnchorPoint, days: ClinicDays): Window | null {
  const { anchor, opens, due, closes } = moment;
  if (anchor.kind === 'hours-after-dose') {
    if (point.at === null) return null;
    const from = point.at + anchor.hours * HOUR;
    return {
      opensAt: from + opens * HOUR,
      dueAt: from + due * HOUR,
      closesAt: from + closes * HOUR,
      onDays: null,
    };
  }
  const to = days.addDays(point.day, closes);
  const startOf = (day: string): number => days.at(day, '00:00');
  const dayAfter = (day: string): number => startOf(days.addDays(day, 1));
  const dueOn = days.addDays(point.day, due);
  const beforeDose = anchor.kind !== 'phase-end' && anchor.kind !== 'every';
  const dose = beforeDose && point.at !== null ? point.at : Infinity;
  const given = point.session !== null && isGiven(point.session);
  return {
    opensAt: startOf(days.addDays(point.day, opens)),
    dueAt: Math.min(dayAfter(dueOn), dose),
    closesAt: given ? Math.min(dayAfter(to), dose) : dayAfter(to),
    onDays: { from: days.addDays(point.day, opens), to },
  };
}

function serves(form: CheckInForm, window: Window, point: AnchorPoint, moment: CheckInMoment): boolean {
  if (window.onDays === null) {
    return form.at !== null && form.at >= window.opensAt && form.at <= window.closesAt;
  }
  if (form.afterDose) return false;
  const beforeDose = moment.anchor.kind !== 'phase-end' && moment.anchor.kind !== 'every';
  if (beforeDose && point.session !== null && form.sessionId === point.session.id) return true;
  const { from, to } = window.onDays;
  if (form.onDate < from || form.onDate > to) return false;
  // On the day of a dose that was given, what was answered after it does not count as before it.
  return !beforeDose || form.at === null || form.at <= window.closesAt;
}

function byTime(a: CheckInForm, b: CheckInForm): number {
  return a.onDate === b.onDate ? (a.at ?? 0) - (b.at ?? 0) : a.onDate < b.onDate ? -1 : 1;
}

/** A planned session may begin so much later before it counts as begun, though nobody said so: our own rule. */
export const HOURS_OF_GRACE = 3;

/**
 * Until when scales that ask about weeks wait: a day after the last dose given, that day and the next where only its
 * day is known. A session whose planned hour is three hours past counts as begun. Null: they need not wait.
 */
export function scalesWaitUntil(course: CheckInCourse, now: number, days: ClinicDays): number | null {
  const ends = dosesOf(course).flatMap((dose) => {
    if (dose.at === null) {
      const from = days.at(dose.onDate, '00:00');
      return isGiven(dose) && from <= now ? [days.at(days.addDays(dose.onDate, 2), '00:00')] : [];
    }
    const begun = isGiven(dose) ? dose.at : dose.at + HOURS_OF_GRACE * HOUR;
    return begun <= now ? [dose.at + HOURS_WITHOUT_SCALES * HOUR] : [];
  });
  const end = Math.max(-Infinity, ...ends);
  return end > now ? end : null;
}

/**
 * All that a plan asks over a course, in order of time: what was answered, missed, what is due and what comes. One
 * form serves every moment whose window holds it. Scales that ask about weeks are never asked within a day after a
 * dose, and never at moments counted in hours, whatever the plan says (clinical rule: acute effects and recall; ours).
 */
export function checkInOccurrences(question: CheckInQuestion): readonly CheckInOccurrence[] {
  const { plan, course, now, days, asksAboutNow } = question;
  const today = days.dayOf(now);
  const wait = scalesWaitUntil(course, now, days);
  const found: CheckInOccurrence[] = [];
  for (const moment of plan) {
    for (const point of anchorPoints(moment.anchor, course, today, days)) {
      const window = windowOf(moment, point, days);
      if (window === null) continue;
      if (course.endedOn !== null && days.dayOf(window.opensAt) > course.endedOn) continue;
      const ended = course.endedOn === null ? Infinity : days.at(days.addDays(course.endedOn, 1), '00:00');
      const closesAt = Math.min(window.closesAt, ended);
      for (const instrument of new Set(moment.instruments)) {
        const aboutNow = asksAboutNow(instrument);
        if (moment.anchor.kind === 'hours-after-dose' && !aboutNow) continue;
        if (!isAskedOfPatient(instrument, course.asksTrauma)) continue;
        const form = course.forms
          .filter((each) => each.instrument === instrument && serves(each, window, point, moment))
          .toSorted(byTime)
          .at(-1);
        const state = stateOf(window, closesAt, now, form !== undefined);
        const answerable = state !== 'done' && state !== 'missed';
        found.push({
          key: `${moment.id}:${point.key}:${instrument}`,
          momentId: moment.id,
          instrument,
          inHours: moment.anchor.kind === 'hours-after-dose',
          sessionId: point.session?.id ?? null,
          anchorOn: point.day,
          opensAt: window.opensAt,
          dueAt: Math.min(window.dueAt, closesAt),
          closesAt,
          state,
          answeredLate: form !== undefined && isLate(form, window, days),
          formId: form?.id ?? null,
          heldUntil: answerable && !aboutNow && wait !== null && wait > window.opensAt ? wait : null,
        });
      }
    }
  }
  return found.toSorted((a, b) => a.dueAt - b.dueAt || a.opensAt - b.opensAt);
}

function stateOf(window: Window, closesAt: number, now: number, answered: boolean): CheckInState {
  if (answered) return 'done';
  if (now < window.opensAt) return 'upcoming';
  if (now >= closesAt) return 'missed';
  return now > window.dueAt ? 'late' : 'due';
}

function isLate(form: CheckInForm, window: Window, days: ClinicDays): boolean {
  if (form.at !== null) return form.at > window.dueAt;
  return days.at(form.onDate, '00:00') > window.dueAt;
}

/** The instruments a patient may be asked now, each once, in order of urgency: one answer serves all its moments. */
export function dueInstruments(occurrences: readonly CheckInOccurrence[]): readonly string[] {
  const due = occurrences.filter(
    ({ state, heldUntil }) => (state === 'due' || state === 'late') && heldUntil === null,
  );
  return [...new Set(due.map(({ instrument }) => instrument))];
}
