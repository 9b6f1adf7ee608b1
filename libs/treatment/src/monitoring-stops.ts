import type { Agent } from './routes.js';
import {
  doseStart,
  entriesOf,
  minutesFrom,
  sideEffectSpells,
  type MonitoringEntry,
  type Override,
  type Readings,
} from './monitoring-entries.js';
import { isPreDosePressureHigh, PRE_DOSE_PRESSURE } from './vitals-rules.js';

/** The version of these rules; it is kept with each start and discharge. */
export const MONITORING_STOPS_VERSION = 'monitoring-stops-1';

/** Something that stands in the way until it is put right, or gone over with a reason that is kept. */
export interface Stop {
  readonly rule: string;
  readonly words: string;
  readonly source: string;
}

const OURS = 'our own rule';

/** The last values taken, each on its own, with when; from the readings that fit. */
function lastOf(
  standing: readonly MonitoringEntry[],
  kind: keyof Readings,
  fits: (at: string) => boolean = () => true,
): { readonly value: number; readonly at: string } | null {
  const found = entriesOf('readings', standing).findLast(
    ({ at, body }) => body.readings[kind] !== undefined && fits(at),
  );
  const value = found?.body.readings[kind];
  return found === undefined || value === undefined ? null : { value, at: found.at };
}

interface Pressure {
  readonly systolic: number;
  readonly diastolic: number;
  readonly at: string;
}

function pressures(standing: readonly MonitoringEntry[]): readonly Pressure[] {
  return entriesOf('readings', standing).flatMap(({ at, body: { readings } }) =>
    readings.systolic === undefined || readings.diastolic === undefined
      ? []
      : [{ systolic: readings.systolic, diastolic: readings.diastolic, at }],
  );
}

/** What stands in the way of starting the dose at an instant. Exactly 140/90 does not. */
export function startStops(
  standing: readonly MonitoringEntry[],
  { openAlerts }: { readonly openAlerts: number },
): readonly Stop[] {
  const stops: Stop[] = [];
  const last = pressures(standing).at(-1);
  if (last === undefined)
    stops.push({
      rule: 'no-pressure-before-dose',
      words: 'No blood pressure was taken before the dose.',
      source: PRE_DOSE_PRESSURE.source,
    });
  else if (isPreDosePressureHigh(last.systolic, last.diastolic))
    stops.push({
      rule: PRE_DOSE_PRESSURE.id,
      words: `Blood pressure is ${last.systolic}/${last.diastolic}, above 140/90: weigh whether to delay.`,
      source: PRE_DOSE_PRESSURE.source,
    });
  if (openAlerts > 0)
    stops.push({
      rule: 'open-alert-before-dose',
      words: 'A risk alert of this patient is open: a clinician records what was done before the dose.',
      source: OURS,
    });
  return stops;
}

/** How near the last blood pressure must be to the one before the dose, in mmHg; ours. */
const NEAR = { systolic: 20, diastolic: 10 } as const;
/** How old the last blood pressure may be at the discharge, and how far from 40 minutes the one "at 40" may lie; ours. */
const LAST_PRESSURE_MINUTES = 30;
const FORTY = { from: 30, to: 50 } as const;
const ESKETAMINE_MINUTES = 120;

export interface Leaving {
  readonly escort: string | null;
  readonly toldNotToDrive: boolean;
}

/**
 * What stands in the way of the patient's leaving at an instant. What was not looked at counts as not resolved. Two
 * hours, the pressure at 40 minutes and no driving until the next day after restful sleep: Spravato labelling and its
 * REMS monitoring form; the others are ours.
 */
export function dischargeStops(
  agent: Agent,
  standing: readonly MonitoringEntry[],
  { escort, toldNotToDrive }: Leaving,
  at: Date,
): readonly Stop[] {
  const stops: Stop[] = [];
  const stop = (rule: string, words: string, source: string = OURS) => stops.push({ rule, words, source });
  const start = doseStart(standing);
  const label = 'Spravato labelling and REMS monitoring form (esketamine)';
  const isAfterDose = (when: string) => start !== null && Date.parse(when) >= start.getTime();
  const taken = pressures(standing);
  if (agent === 'esketamine') {
    if (start === null || minutesFrom(start, at) < ESKETAMINE_MINUTES)
      stop('two-hours', 'It is less than two hours since the dose.', label);
    const atForty = taken.some((each) => {
      const minute = start === null ? -1 : minutesFrom(start, each.at);
      return minute >= FORTY.from && minute <= FORTY.to;
    });
    if (!atForty) stop('pressure-at-40-minutes', 'There is no blood pressure at 40 minutes.', label);
  }
  const last = taken.filter((each) => isAfterDose(each.at)).at(-1);
  const before = taken.filter((each) => !isAfterDose(each.at)).at(-1);
  if (last === undefined || minutesFrom(new Date(last.at), at) > LAST_PRESSURE_MINUTES)
    stop('last-pressure', 'There is no blood pressure of the last 30 minutes.', label);
  else if (!isNear(last, before))
    stop(
      'pressure-near-baseline',
      `The last blood pressure, ${last.systolic}/${last.diastolic}, is not back near ${
        before === undefined ? '140/90' : `${before.systolic}/${before.diastolic}`
      }.`,
    );
  const oxygen = lastOf(standing, 'spo2', isAfterDose);
  if (oxygen !== null && oxygen.value < 92)
    stop('oxygen', `The last oxygen saturation is ${oxygen.value} %.`);
  const lasting = new Set(sideEffectSpells(standing).flatMap(({ code, to }) => (to === null ? [code] : [])));
  const dissociation = lastOf(standing, 'dissociation', isAfterDose);
  const usual = lastOf(standing, 'dissociation', (when) => !isAfterDose(when))?.value ?? 0;
  if (dissociation === null) stop('dissociation-resolved', 'Dissociation was not looked at after the dose.');
  else if (dissociation.value > Math.max(1, usual) || lasting.has('dissociation'))
    stop('dissociation-resolved', `Dissociation is not resolved (${dissociation.value} of 10).`);
  const sedation = lastOf(standing, 'sedation', isAfterDose);
  if (sedation === null) stop('sedation-resolved', 'Sedation was not looked at after the dose.');
  else if (sedation.value < 5 || lasting.has('sedation'))
    stop('sedation-resolved', `Sedation is not resolved (MOAA/S ${sedation.value}; 5 is awake).`);
  if (escort === null) stop('escort', 'Nobody is named who takes the patient home.');
  if (!toldNotToDrive)
    stop('told-not-to-drive', 'The patient was not told not to drive until the next day.', label);
  return stops;
}

function isNear(last: Pressure, before: Pressure | undefined): boolean {
  if (!isPreDosePressureHigh(last.systolic, last.diastolic)) return true;
  return (
    before !== undefined &&
    last.systolic <= before.systolic + NEAR.systolic &&
    last.diastolic <= before.diastolic + NEAR.diastolic
  );
}

/** The stops that no reason was given for. */
export function unanswered(stops: readonly Stop[], overrides: readonly Override[]): readonly Stop[] {
  return stops.filter(
    ({ rule }) => !overrides.some((each) => each.rule === rule && each.reason.trim().length >= 3),
  );
}
