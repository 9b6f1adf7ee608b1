import type { Frame } from './frame';

/** The one axis of the onset chart: a place for what came before the dose, then hours and days on a log scale. */
export interface OnsetScale {
  /** Share of the width, 0 to 1. Zero or fewer hours stand at the place of "before". */
  readonly at: (hours: number) => number;
  readonly ticks: readonly OnsetTick[];
}

export interface OnsetTick {
  readonly label: string;
  readonly at: number;
}

/** What every panel of the chart is drawn into. */
export interface OnsetDrawing {
  readonly frame: Frame;
  readonly x: (hours: number) => number;
}

export const DAY_HOURS = 24;
/** Where the log scale begins: the share of the width that "before" has for itself. */
const BEFORE_SHARE = 0.16;
/** The earliest a form can be read on the axis: closer to the dose it is drawn there. */
const LEAST_HOURS = 0.25;
const FIRST_HOURS = 2;
const LAST_HOURS = 28 * DAY_HOURS;
const named: readonly (readonly [number, string])[] = [
  [1, '1 h'],
  [4, '4 h'],
  [24, '24 h'],
  [7 * DAY_HOURS, '7 d'],
  [14 * DAY_HOURS, '14 d'],
  [28 * DAY_HOURS, '28 d'],
  [91 * DAY_HOURS, '91 d'],
  [182 * DAY_HOURS, '182 d'],
  [364 * DAY_HOURS, '364 d'],
];

/** The axis that holds all these hours, and always 4 hours to 28 days. */
export function onsetScale(hours: readonly number[]): OnsetScale {
  const after = hours.filter((each) => each > 0).map((each) => Math.max(LEAST_HOURS, each));
  const from = Math.log(Math.min(FIRST_HOURS, ...after));
  const to = Math.log(Math.max(LAST_HOURS, ...after));
  const at = (each: number): number =>
    each <= 0
      ? 0
      : BEFORE_SHARE + ((Math.log(Math.max(LEAST_HOURS, each)) - from) / (to - from)) * (1 - BEFORE_SHARE);
  return {
    at,
    ticks: [
      { label: 'before', at: 0 },
      ...named
        .filter(([each]) => Math.log(each) >= from && Math.log(each) <= to)
        .map(([each, label]) => ({ label, at: at(each) })),
    ],
  };
}
