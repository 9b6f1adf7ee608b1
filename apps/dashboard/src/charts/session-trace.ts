import type { SessionRevision } from '@courseline/contracts';
import {
  doseStart,
  entriesOf,
  findSideEffectTerm,
  minutesFrom,
  sideEffectSpells,
  standingEntries,
  type MonitoringEntry,
} from '@courseline/treatment';

export const traceKinds = ['systolic', 'diastolic', 'pulse', 'spo2', 'sedation', 'dissociation'] as const;
export type TraceKind = (typeof traceKinds)[number];

/** What was measured at one minute of a session; what was not measured is not there. */
export interface TraceReading {
  readonly minute: number;
  readonly values: Readonly<Partial<Record<TraceKind, number>>>;
}

export interface TraceSpell {
  readonly name: string;
  readonly from: number;
  /** Null where it was still going on. */
  readonly to: number | null;
  readonly severity: number;
}

export interface TraceMark {
  readonly minute: number;
  readonly words: string;
}

/** One session in minutes from the start of its dose. */
export interface SessionTrace {
  readonly readings: readonly TraceReading[];
  readonly spells: readonly TraceSpell[];
  readonly marks: readonly TraceMark[];
  /** Until when the dose ran in; null where it did not, or nobody knows. */
  readonly infusionTo: number | null;
}

/** A session as it is written down; null before its dose, when there are no minutes yet. */
export function traceOfTimeline(
  entries: readonly MonitoringEntry[],
  infusionMinutes: number | null,
  wordsOf: (body: MonitoringEntry['body']) => string,
): SessionTrace | null {
  const standing = standingEntries(entries);
  const start = doseStart(standing);
  if (start === null) return null;
  const minute = (at: string) => minutesFrom(start, at);
  const ended = entriesOf('infusion-ended', standing).at(-1);
  return {
    readings: mergedByMinute(
      entriesOf('readings', standing).map(({ at, body }) => ({
        minute: minute(at),
        values: Object.fromEntries(
          traceKinds.flatMap((kind) => {
            const value = body.readings[kind];
            return value === undefined ? [] : [[kind, value]];
          }),
        ),
      })),
    ),
    spells: sideEffectSpells(standing).map(({ code, from, to, severity }) => ({
      name: findSideEffectTerm(code)?.label ?? code,
      from: minute(from),
      to: to === null ? null : minute(to),
      severity,
    })),
    marks: standing
      .filter(({ body }) => body.kind.startsWith('infusion-') || body.kind === 'rescue-medication')
      .map(({ at, body }) => ({ minute: minute(at), words: wordsOf(body) })),
    infusionTo: ended === undefined ? infusionMinutes : minute(ended.at),
  };
}

/** A signed session; readings without a minute are in its table only. */
export function traceOfRecord({
  readings,
  sideEffects,
  infusionMinutes,
}: Pick<SessionRevision, 'readings' | 'sideEffects' | 'infusionMinutes'>): SessionTrace {
  return {
    readings: mergedByMinute(
      readings.flatMap(({ minute, kind, value, diastolic }) => {
        if (minute === null || kind === 'respiratory-rate') return [];
        const values =
          kind === 'blood-pressure' ? { systolic: value, diastolic: diastolic ?? value } : { [kind]: value };
        return [{ minute, values }];
      }),
    ),
    spells: sideEffects.flatMap(({ code, severity, onsetMinutes, durationMinutes }) =>
      onsetMinutes === null || severity === 0
        ? []
        : [
            {
              name: findSideEffectTerm(code)?.label ?? code,
              from: onsetMinutes,
              to: durationMinutes === null ? null : onsetMinutes + durationMinutes,
              severity,
            },
          ],
    ),
    marks: [],
    infusionTo: infusionMinutes,
  };
}

function mergedByMinute(readings: readonly TraceReading[]): readonly TraceReading[] {
  const merged = new Map<number, TraceReading>();
  for (const { minute, values } of readings) {
    const known = merged.get(minute);
    merged.set(minute, { minute, values: { ...known?.values, ...values } });
  }
  return [...merged.values()].toSorted((a, b) => a.minute - b.minute);
}

/** The minutes from first to last, never less than before the dose to two hours after it. */
export function minutesShown(traces: readonly SessionTrace[]): readonly [number, number] {
  const minutes = traces.flatMap(({ readings, spells, marks }) => [
    ...readings.map(({ minute }) => minute),
    ...spells.flatMap(({ from, to }) => [from, to ?? from]),
    ...marks.map(({ minute }) => minute),
  ]);
  return [Math.max(-60, Math.min(-10, ...minutes)), Math.min(480, Math.max(120, ...minutes))];
}

/** The points of one line: what was measured of a kind, in the order of time. */
export function pointsOf(
  trace: SessionTrace,
  kind: TraceKind,
): readonly { readonly minute: number; readonly value: number }[] {
  return trace.readings.flatMap(({ minute, values }) => {
    const value = values[kind];
    return value === undefined ? [] : [{ minute, value }];
  });
}

export interface TracePanel {
  readonly name: string;
  readonly unit: string;
  readonly kinds: readonly TraceKind[];
  /** The least that the scale shows, so that a calm session does not look like a stormy one. */
  readonly least: readonly [number, number];
  /** A line that means something, with its words. */
  readonly line: { readonly at: number; readonly words: string } | null;
}

export const tracePanels: readonly TracePanel[] = [
  {
    name: 'Blood pressure',
    unit: 'mmHg',
    kinds: ['systolic', 'diastolic'],
    least: [60, 180],
    line: { at: 140, words: '140' },
  },
  { name: 'Pulse', unit: '/min', kinds: ['pulse'], least: [50, 120], line: null },
  { name: 'SpO₂', unit: '%', kinds: ['spo2'], least: [88, 100], line: { at: 92, words: '92' } },
  { name: 'Sedation', unit: 'MOAA/S', kinds: ['sedation'], least: [0, 5], line: { at: 5, words: 'awake' } },
  { name: 'Dissociation', unit: '0 to 10', kinds: ['dissociation'], least: [0, 10], line: null },
];

/** The ends of a panel's scale over everything drawn in it. */
export function scaleOf(panel: TracePanel, traces: readonly SessionTrace[]): readonly [number, number] {
  const values = traces.flatMap((trace) =>
    panel.kinds.flatMap((kind) => pointsOf(trace, kind).map(({ value }) => value)),
  );
  const [low, high] = panel.least;
  return [Math.min(low, ...values), Math.max(high, ...values)];
}
