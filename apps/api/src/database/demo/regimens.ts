import type { CourseAgent, CourseRoute } from './record-rows.js';

export type RegimenId =
  | 'iv-ketamine'
  | 'im-ketamine'
  | 'sc-ketamine'
  | 'sublingual-ketamine'
  | 'oral-ketamine'
  | 'esketamine'
  | 'ssri';

export interface Regimen {
  readonly id: RegimenId;
  readonly agent: CourseAgent;
  readonly route: CourseRoute;
  /** Days of the induction sessions from the first, one of them by chance; empty: no sessions. */
  readonly inductions: readonly (readonly number[])[];
  /** Days of the continuation sessions from the last induction session. */
  readonly continuation: readonly number[];
  readonly inductionIntervalDays: number;
  /** Ordered per kg of body weight, in steps upwards while too little changes. */
  readonly perKg: readonly number[];
  /** Ordered in mg, in steps. */
  readonly mg: readonly number[];
  readonly infusionMinutes: number | null;
  /** Days between maintenance sessions, at first and later. */
  readonly maintenance: {
    readonly first: readonly [number, number];
    readonly later: readonly [number, number];
  };
  /** Minutes from the dose to the end of observation. */
  readonly observedMinutes: readonly [number, number];
}

const twiceWeekly = (sessions: number): number[] =>
  Array.from({ length: sessions }, (_, index) => Math.floor(index / 2) * 7 + (index % 2) * 3);
const weekly = (sessions: number): number[] => Array.from({ length: sessions }, (_, index) => index * 7);
const thriceWeekly = [0, 2, 4, 7, 9, 11];
const monthly = { first: [12, 18], later: [21, 42] } as const;

/** Doses and intervals as the studies had them; what is stepped up when is ours. */
const regimens: Readonly<Record<RegimenId, Regimen>> = {
  // 0.5 mg/kg over 40 minutes, 6 within 21 days: Oliver 2022, J Clin Psychiatry 83(6):21m14336; thrice weekly
  // for two weeks: Feder 2021, Am J Psychiatry 178:193; up to 0.75: McIntyre 2020, J Affect Disord 274:903.
  'iv-ketamine': {
    id: 'iv-ketamine',
    agent: 'ketamine',
    route: 'iv',
    inductions: [twiceWeekly(6), twiceWeekly(6), twiceWeekly(6), thriceWeekly, twiceWeekly(8)],
    continuation: [],
    inductionIntervalDays: 3.5,
    perKg: [0.5, 0.6, 0.75],
    mg: [],
    infusionMinutes: 40,
    maintenance: monthly,
    observedMinutes: [95, 135],
  },
  // Ahuja 2022, BMC Psychiatry 22:634: intramuscular, median of 4 treatments.
  'im-ketamine': {
    id: 'im-ketamine',
    agent: 'ketamine',
    route: 'im',
    inductions: [twiceWeekly(4), twiceWeekly(6)],
    continuation: [],
    inductionIntervalDays: 3.5,
    perKg: [0.5, 0.7, 0.8],
    mg: [],
    infusionMinutes: null,
    maintenance: monthly,
    observedMinutes: [95, 130],
  },
  // Loo 2023, Br J Psychiatry 223:533: 0.5, 0.6, 0.75, 0.9 mg/kg by response, twice weekly for four weeks.
  'sc-ketamine': {
    id: 'sc-ketamine',
    agent: 'ketamine',
    route: 'sc',
    inductions: [twiceWeekly(8)],
    continuation: [],
    inductionIntervalDays: 3.5,
    perKg: [0.5, 0.6, 0.75, 0.9],
    mg: [],
    infusionMinutes: null,
    maintenance: monthly,
    observedMinutes: [90, 125],
  },
  // Hull 2022, J Affect Disord 314:59: 300 to 450 mg, four weekly sessions.
  'sublingual-ketamine': {
    id: 'sublingual-ketamine',
    agent: 'ketamine',
    route: 'sublingual',
    inductions: [weekly(4), weekly(6)],
    continuation: [],
    inductionIntervalDays: 7,
    perKg: [],
    mg: [300, 400, 450],
    infusionMinutes: null,
    maintenance: monthly,
    observedMinutes: [85, 120],
  },
  // Oral series from 50 mg every third day upwards by 25 mg (J Clin Psychopharmacol), here under observation.
  'oral-ketamine': {
    id: 'oral-ketamine',
    agent: 'ketamine',
    route: 'oral',
    inductions: [twiceWeekly(6)],
    continuation: [],
    inductionIntervalDays: 3.5,
    perKg: [],
    mg: [50, 75, 100, 125],
    infusionMinutes: null,
    maintenance: monthly,
    observedMinutes: [90, 120],
  },
  // Spravato labelling: 56 then 56 or 84 mg, twice weekly for weeks 1 to 4, weekly for 5 to 8, then 1 to 2 weeks.
  esketamine: {
    id: 'esketamine',
    agent: 'esketamine',
    route: 'intranasal',
    inductions: [twiceWeekly(8)],
    continuation: [7, 14, 21, 28],
    inductionIntervalDays: 3.5,
    perKg: [],
    mg: [56, 84],
    infusionMinutes: null,
    maintenance: { first: [7, 14], later: [14, 21] },
    observedMinutes: [120, 150],
  },
  ssri: {
    id: 'ssri',
    agent: 'ssri',
    route: 'oral',
    inductions: [[]],
    continuation: [],
    inductionIntervalDays: 7,
    perKg: [],
    mg: [50, 100, 150],
    infusionMinutes: null,
    maintenance: monthly,
    observedMinutes: [0, 0],
  },
};

export function regimenOf(id: RegimenId): Regimen {
  return regimens[id];
}
