/** A phase of a course, as sessions carry it. */
export type CheckInPhase = 'induction' | 'continuation' | 'maintenance' | 'booster' | 'rescue';

/** What a moment hangs on. Offsets are in days, and in hours for `hours-after-dose`. */
export type CheckInAnchor =
  /** Day 0: the first dose, given or planned; today while neither is known. */
  | { readonly kind: 'baseline' }
  /** Doses of a phase after the first dose of the course, those at least so many days after the one before; 0 = each. */
  | { readonly kind: 'before-dose'; readonly phase: CheckInPhase; readonly everyDays: number }
  /** The dose with which the second half of a phase begins: the fourth of six. */
  | { readonly kind: 'mid-phase'; readonly phase: CheckInPhase }
  /** The last dose of a phase, once it is known to be the last. */
  | { readonly kind: 'phase-end'; readonly phase: CheckInPhase }
  /** Every so many days after the last dose of a phase, until the course ends. */
  | { readonly kind: 'every'; readonly phase: CheckInPhase; readonly everyDays: number }
  /** So many hours after the start of each dose: only for what asks about now. */
  | { readonly kind: 'hours-after-dose'; readonly hours: number };

/**
 * One moment of a plan: what is asked, when it may be answered first, by when it should be, and when it is too late.
 * `opens`, `due` and `closes` count from the anchor, in days (the day of `closes` included), or in hours after a dose.
 */
export interface CheckInMoment {
  readonly id: string;
  readonly label: string;
  readonly instruments: readonly string[];
  readonly anchor: CheckInAnchor;
  readonly opens: number;
  readonly due: number;
  readonly closes: number;
}

export type CheckInPlan = readonly CheckInMoment[];

/** The measure of the state right now; the only one asked within hours of a dose. */
export const RIGHT_NOW = 'right-now';
/** The trauma scale: asked only where trauma is treated, or where it was answered before. */
export const TRAUMA_SCALE = 'pcl-5';
/** Scales that ask about weeks are not asked, and their answers not used, within a day after a dose: our own rule. */
export const HOURS_WITHOUT_SCALES = 24;

/** Names the wording of `defaultCheckInPlan`: a changed default is a new one under a new name, never an edit. */
export const DEFAULT_CHECK_IN_PLAN_ID = 'courseline-1';

const MOOD_AND_WORRY = ['phq-9', 'gad-7'];

/**
 * The plan a clinic starts with. Which scales when: weekly PHQ-9 and GAD-7 in an induction of two sessions a week,
 * PCL-5 at baseline, middle and end and monthly; the end of induction counts to 31 days after its last dose (McInnes
 * 2022, whose follow-up was at 14 to 31 days). Windows and the hours of the right-now measure are our own rule.
 */
export const defaultCheckInPlan: CheckInPlan = [
  {
    id: 'baseline',
    label: 'Before the first dose',
    instruments: [...MOOD_AND_WORRY, TRAUMA_SCALE],
    anchor: { kind: 'baseline' },
    opens: -14,
    due: 0,
    closes: 0,
  },
  {
    id: 'weekly-induction',
    label: 'Weekly before a dose',
    instruments: MOOD_AND_WORRY,
    anchor: { kind: 'before-dose', phase: 'induction', everyDays: 7 },
    opens: -3,
    due: 0,
    closes: 0,
  },
  {
    id: 'mid-induction',
    label: 'Middle of induction',
    instruments: [TRAUMA_SCALE],
    anchor: { kind: 'mid-phase', phase: 'induction' },
    opens: -3,
    due: 0,
    closes: 0,
  },
  {
    id: 'hours-4',
    label: '4 hours after a dose',
    instruments: [RIGHT_NOW],
    anchor: { kind: 'hours-after-dose', hours: 4 },
    opens: -1,
    due: 0,
    closes: 8,
  },
  {
    id: 'hours-24',
    label: '24 hours after a dose',
    instruments: [RIGHT_NOW],
    anchor: { kind: 'hours-after-dose', hours: 24 },
    opens: -4,
    due: 0,
    closes: 12,
  },
  {
    id: 'end-induction',
    label: 'End of induction',
    instruments: [...MOOD_AND_WORRY, TRAUMA_SCALE],
    anchor: { kind: 'phase-end', phase: 'induction' },
    opens: 1,
    due: 14,
    closes: 31,
  },
  {
    id: 'monthly',
    label: 'Every 4 weeks after induction',
    instruments: [...MOOD_AND_WORRY, TRAUMA_SCALE],
    anchor: { kind: 'every', phase: 'induction', everyDays: 28 },
    opens: -7,
    due: 0,
    closes: 14,
  },
];
