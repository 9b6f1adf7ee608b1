import { minutesLater } from './calendar.js';
import type { ReadingRow } from './clinical-rows.js';
import { clamp, type Random } from './random.js';

export type Reading = Pick<ReadingRow, 'kind' | 'moment' | 'at' | 'minute' | 'value' | 'diastolic'>;

interface Resting {
  readonly systolic: number;
  readonly diastolic: number;
  readonly pulse: number;
  /** mmHg by which this person's rise differs from the mean. */
  readonly pressureReactivity: number;
}

export interface Vitals {
  readonly readings: readonly Reading[];
  /** From before the dose to 40 minutes, mmHg. */
  readonly systolicRise: number;
  readonly diastolicRise: number;
}

/** Of 2,342 infusions the rise at 40 minutes was 16.0 (SD 11.2) over 11.0 (SD 8.45) mmHg: Gen Hosp Psychiatry 2024, doi 10.1016/j.genhosppsych.2024.07.001. */
export const PRESSURE_RISE = { systolic: 16, systolicSd: 11.2, diastolic: 11, diastolicSd: 8.45 } as const;

/** How people differ from each other; the rest of the spread is between one session and the next. */
export const REACTIVITY_SD = 7;
const SESSION_SD = Math.sqrt(PRESSURE_RISE.systolicSd ** 2 - REACTIVITY_SD ** 2);
const DIASTOLIC_SHARE = PRESSURE_RISE.diastolicSd / PRESSURE_RISE.systolicSd;

/** Share of the peak rise that is left so many minutes after the dose: up to 40 minutes and down again. */
function shareOfPeak(minute: number): number {
  return minute <= 40 ? Math.max(0, minute / 40) : Math.max(0, 1 - (minute - 40) / 75);
}

/**
 * Pressure, pulse and oxygen before the dose, at 40 minutes and at the end, with further rows for some; sedation
 * and dissociation as observed at 40 minutes and before leaving.
 */
export function vitalsOf(
  random: Random,
  resting: Resting,
  session: {
    readonly startedAt: Date;
    readonly endMinute: number;
    readonly dissociation: number;
    readonly sedation: number;
  },
): Vitals {
  const drawn = resting.pressureReactivity + random.normal(0, SESSION_SD);
  const systolicRise = Math.round(PRESSURE_RISE.systolic + drawn);
  const diastolicRise = Math.round(
    PRESSURE_RISE.diastolic +
      drawn * DIASTOLIC_SHARE * 0.8 +
      random.normal(0, PRESSURE_RISE.diastolicSd * 0.6),
  );
  const systolic = Math.round(clamp(resting.systolic + random.normal(0, 6), 88, 158));
  const diastolic = Math.round(
    clamp(resting.diastolic + random.normal(0, 3.5), 52, Math.min(98, systolic - 22)),
  );
  const pulse = Math.round(clamp(resting.pulse + random.normal(0, 5), 48, 112));
  const readings: Reading[] = [];

  const add = (moment: Reading['moment'], minute: number): void => {
    const share = shareOfPeak(minute);
    const at = minutesLater(session.startedAt, minute);
    const push = (kind: Reading['kind'], value: number, second: number | null = null): void => {
      readings.push({ kind, moment, at, minute, value, diastolic: second });
    };
    const noise = moment === 'before' || moment === 'at-40-minutes' ? 0 : random.normal(0, 3);
    const top = Math.round(clamp(systolic + systolicRise * share + noise, 80, 235));
    const bottom = Math.round(
      clamp(diastolic + diastolicRise * share + noise * 0.6, 45, Math.min(135, top - 15)),
    );
    push('blood-pressure', top, bottom);
    push('pulse', Math.round(clamp(pulse + 9 * share + random.normal(0, 3), 44, 150)));
    push('spo2', Math.round(clamp(98.2 - 1.2 * share + random.normal(0, 0.9), 91, 100)));
    if (moment === 'at-40-minutes' || moment === 'end') {
      const isOver = moment === 'end';
      push('sedation', isOver ? 5 : 5 - Math.min(2, session.sedation));
      push('dissociation', isOver ? 0 : dissociationNow(random, session.dissociation));
    }
  };

  add('before', -random.whole(5, 14));
  if (random.chance(0.25)) add('other', 20);
  add('at-40-minutes', 40);
  if (random.chance(0.3)) add('other', random.pick([60, 70, 80]));
  add('end', session.endMinute);
  return { readings, systolicRise, diastolicRise };
}

/** 0 to 10 at the peak, from the severity noted for the session. */
function dissociationNow(random: Random, severity: number): number {
  if (severity === 0) return random.chance(0.3) ? random.whole(1, 2) : 0;
  return clamp(severity * 3 + random.whole(-1, 1), 1, 10);
}
