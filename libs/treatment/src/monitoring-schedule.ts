import { doseStart, entriesOf, type MonitoringEntry, type MonitoringMoment } from './monitoring-entries.js';

/**
 * When readings are taken: before the dose, at about 40 minutes and until values have come down, for two hours at
 * least (Spravato labelling, esketamine). 15, 60 and 90 minutes between are ours.
 */
export const monitoringSchedule = [
  { moment: 'at-15-minutes', minute: 15 },
  { moment: 'at-40-minutes', minute: 40 },
  { moment: 'at-60-minutes', minute: 60 },
  { moment: 'at-90-minutes', minute: 90 },
  { moment: 'at-120-minutes', minute: 120 },
] as const satisfies readonly { readonly moment: MonitoringMoment; readonly minute: number }[];

/** How many minutes early readings count for a moment, and late before they are overdue; ours. */
const EARLY_MINUTES = 5;
const LATE_MINUTES = 5;

export interface DueReadings {
  readonly moment: MonitoringMoment;
  /** After the start of the dose; null before it. */
  readonly minute: number | null;
  /** `missed`: the next one was due or taken before it was. */
  readonly state: 'done' | 'upcoming' | 'due' | 'overdue' | 'missed';
  /** Whole minutes until it is due, negative since it was; null where there is no time for it. */
  readonly inMinutes: number | null;
}

/** What was measured, what is due now and what comes, at an instant. After the discharge nothing is due any more. */
export function dueReadings(standing: readonly MonitoringEntry[], now: Date): readonly DueReadings[] {
  const taken = new Set(entriesOf('readings', standing).map(({ body }) => body.moment));
  const start = doseStart(standing);
  const discharged = entriesOf('discharged', standing).length > 0;
  const before: DueReadings = {
    moment: 'before',
    minute: null,
    state: taken.has('before') ? 'done' : start === null ? 'due' : 'missed',
    inMinutes: null,
  };
  if (start === null) {
    const upcoming = monitoringSchedule.map((each): DueReadings => ({
      ...each,
      state: 'upcoming',
      inMinutes: null,
    }));
    return [before, ...upcoming];
  }
  const elapsed = Math.floor((now.getTime() - start.getTime()) / 60_000);
  const lastTaken = Math.max(
    0,
    ...monitoringSchedule.filter(({ moment }) => taken.has(moment)).map(({ minute }) => minute),
  );
  const after = monitoringSchedule.flatMap(({ moment, minute }, index): DueReadings[] => {
    const next = monitoringSchedule[index + 1]?.minute ?? Infinity;
    const base = { moment, minute, inMinutes: minute - elapsed };
    // The last ones before the patient leaves are the last of the schedule as well.
    if (taken.has(moment) || (next === Infinity && taken.has('end') && elapsed >= minute - EARLY_MINUTES))
      return [{ ...base, state: 'done' }];
    if (minute < lastTaken) return [{ ...base, state: 'missed' }];
    if (discharged) return minute <= elapsed ? [{ ...base, state: 'missed' }] : [];
    if (elapsed < minute - EARLY_MINUTES) return [{ ...base, state: 'upcoming' }];
    if (elapsed >= next) return [{ ...base, state: 'missed' }];
    return [{ ...base, state: elapsed > minute + LATE_MINUTES ? 'overdue' : 'due' }];
  });
  return [before, ...after];
}

/** What is to be measured now or next; null when nothing is left of the schedule. */
export function nextReadings(due: readonly DueReadings[]): DueReadings | null {
  return (
    due.find(({ state }) => state === 'overdue') ??
    due.find(({ state }) => state === 'due') ??
    due.find(({ state }) => state === 'upcoming') ??
    null
  );
}
