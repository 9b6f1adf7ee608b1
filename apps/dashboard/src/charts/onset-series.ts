import type { RightNowForm, Trajectory, TrajectoryInstrument } from '@courseline/contracts';
import { rightNow } from '@courseline/instruments';

/** When from a dose: before it, up to 12 hours after it, up to 48, later. Our own rule, as the plan's windows are. */
export const onsetSlots = ['before', '4-hours', '24-hours', 'later'] as const;
export type OnsetSlot = (typeof onsetSlots)[number];

/** A form of the state right now that has its place on the axis. */
export interface OnsetForm {
  readonly form: RightNowForm;
  readonly session: number;
  readonly hours: number;
  readonly slot: OnsetSlot;
}

export interface OnsetValue {
  readonly hours: number;
  readonly slot: OnsetSlot;
  readonly value: number;
}

export interface OnsetLine {
  readonly session: number;
  /** What was answered one after the other; where a moment between was missed, the line breaks. */
  readonly runs: readonly (readonly OnsetValue[])[];
}

export interface OnsetMedian extends OnsetValue {
  /** Of how many sessions. */
  readonly n: number;
}

export interface OnsetMeasure {
  readonly name: string;
  readonly better: 'low' | 'high';
  readonly lines: readonly OnsetLine[];
  /** Of all sessions of the course, where at least one answered. */
  readonly medianRuns: readonly (readonly OnsetMedian[])[];
}

/** One scale that asks about weeks, in per cent of its baseline. */
export interface WeeklyLine {
  readonly instrument: string;
  readonly name: string;
  readonly runs: readonly (readonly WeeklyValue[])[];
}

export interface WeeklyValue {
  readonly date: string;
  /** From day 0 of the course; 0 is the baseline, whenever it was. */
  readonly days: number;
  readonly total: number;
  readonly percent: number;
  readonly status: TrajectoryInstrument['points'][number]['status'];
}

const names = ['Mood', 'Anxiety', 'Detachment'] as const;
const weekly: readonly string[] = ['phq-9', 'gad-7', 'pcl-5'];

function slotOf(hours: number): OnsetSlot {
  if (hours <= 0) return 'before';
  if (hours <= 12) return '4-hours';
  return hours <= 48 ? '24-hours' : 'later';
}

/** The forms that belong to a dose of this course at a known time, by session, then by hours. */
export function onsetForms({ rightNow: forms, sessions }: Trajectory): readonly OnsetForm[] {
  const numbers = new Map(sessions.map(({ id, number }) => [id, number]));
  return forms
    .flatMap((form): OnsetForm[] => {
      const session = form.sessionId === null ? null : (numbers.get(form.sessionId) ?? null);
      if (session === null || form.hoursFromDose === null) return [];
      return [{ form, session, hours: form.hoursFromDose, slot: slotOf(form.hoursFromDose) }];
    })
    .toSorted((a, b) => a.session - b.session || a.hours - b.hours);
}

/** Mood, anxiety and detachment, a line a session and the median of all. */
export function onsetMeasures(forms: readonly OnsetForm[]): readonly OnsetMeasure[] {
  const sessions = [...new Set(forms.map(({ session }) => session))];
  return names.map((name, item) => {
    const lines = sessions.map((session) => {
      const own = forms
        .filter((form) => form.session === session)
        .flatMap(({ form, hours, slot }) => {
          const value = form.answers[item] ?? null;
          return value === null ? [] : [{ hours, slot, value }];
        });
      return { session, runs: unbroken(own) };
    });
    return {
      name,
      better: rightNow.items[item]?.ends?.better ?? 'high',
      lines: lines.filter(({ runs }) => runs.length > 0),
      medianRuns: unbroken(mediansOf(lines)),
    };
  });
}

/** Breaks a series where a moment between two of its values has none. */
function unbroken<T extends { readonly slot: OnsetSlot }>(values: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const steps = last === undefined ? 0 : onsetSlots.indexOf(value.slot) - onsetSlots.indexOf(last.slot);
    if (run === undefined || steps > 1) runs.push([value]);
    else run.push(value);
  }
  return runs;
}

function mediansOf(lines: readonly OnsetLine[]): readonly OnsetMedian[] {
  return onsetSlots.flatMap((slot): OnsetMedian[] => {
    if (slot === 'later') return [];
    const own = lines.flatMap((line) => valueAt(line, slot) ?? []);
    const value = median(own.map((each) => each.value));
    const hours = median(own.map((each) => each.hours));
    return value === null || hours === null ? [] : [{ slot, value, hours, n: own.length }];
  });
}

/** What a session answered at a moment; of several the one closest to the dose. */
export function valueAt({ runs }: OnsetLine, slot: OnsetSlot): OnsetValue | null {
  const own = runs.flat().filter((each) => each.slot === slot);
  return own.toSorted((a, b) => Math.abs(a.hours) - Math.abs(b.hours))[0] ?? null;
}

/** The middle value, or the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The scales that ask about weeks, from their baseline on; a form without a total breaks the line. */
export function weeklyLines({ instruments }: Trajectory): readonly WeeklyLine[] {
  return instruments
    .filter(({ id }) => weekly.includes(id))
    .flatMap((instrument) => {
      const runs = weeklyRuns(instrument);
      return runs.length === 0 ? [] : [{ instrument: instrument.id, name: instrument.name, runs }];
    });
}

function weeklyRuns({ baseline, points }: TrajectoryInstrument): WeeklyLine['runs'] {
  if (baseline === null || baseline.total === 0) return [];
  const { date, total, status } = baseline;
  const runs: WeeklyValue[][] = [[{ date, days: 0, total, percent: 100, status }]];
  for (const point of points) {
    if (!point.inTrend || point.day === null || point.day <= 0 || point.id === baseline.pointId) continue;
    if (point.total === null || point.percentOfBaseline === null) {
      runs.push([]);
      continue;
    }
    runs.at(-1)?.push({
      date: point.date,
      days: point.day,
      total: point.total,
      percent: point.percentOfBaseline,
      status: point.status,
    });
  }
  return runs.filter((run) => run.length > 0);
}

export interface OnsetFinding {
  readonly from: OnsetSlot | null;
  readonly to: OnsetSlot;
  /** Median over the sessions: points gained, positive is better; without `from`, the value itself. */
  readonly points: number;
  readonly better: number;
  readonly sessions: number;
}

const comparisons = [
  ['before', '4-hours'],
  ['before', '24-hours'],
  ['4-hours', '24-hours'],
] as const;

/** What the hours after the doses say of one measure: the first comparison any session allows, else the first level. */
export function onsetFinding({ better, lines, medianRuns }: OnsetMeasure): OnsetFinding | null {
  for (const [from, to] of comparisons) {
    const gains = lines.flatMap((line) => {
      const start = valueAt(line, from);
      const end = valueAt(line, to);
      if (start === null || end === null) return [];
      return [better === 'high' ? end.value - start.value : start.value - end.value];
    });
    const points = median(gains);
    if (points !== null)
      return { from, to, points, better: gains.filter((gain) => gain > 0).length, sessions: gains.length };
  }
  const level = medianRuns.flat().at(-1);
  return level === undefined
    ? null
    : { from: null, to: level.slot, points: level.value, better: 0, sessions: level.n };
}
