import type { SessionDraftValues, SideEffectEntry, VitalsRow } from '@courseline/contracts';
import {
  kilograms,
  orderedMilligrams,
  type Agent,
  type ReadingKind,
  type ReadingMoment,
  type Route,
} from '@courseline/treatment';

/** What a session's plan says, and what its content is read against. */
export interface SessionFrame {
  readonly agent: Agent;
  readonly route: Route;
  readonly onDate: string;
  readonly orderedMg: number | null;
  readonly orderedMgPerKg: number | null;
  readonly infusionMinutes: number | null;
  /** The clinic's calendar day of an instant. */
  readonly dayOf: (instant: Date) => string;
}

export interface ReadingContent {
  readonly kind: ReadingKind;
  readonly moment: ReadingMoment;
  readonly at: Date | null;
  readonly minute: number | null;
  readonly value: number;
  readonly diastolic: number | null;
}

export type SideEffectContent = SideEffectEntry & { readonly code: string };

/** A session as it is signed: the columns of its revision, its readings and its side effects. */
export interface SessionContent {
  readonly state: 'given' | 'stopped-early';
  readonly stateReason: string | null;
  readonly onDate: string;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly orderedMg: number | null;
  readonly orderedMgPerKg: number | null;
  readonly givenMg: number;
  readonly weight: {
    readonly kg: number;
    readonly entered: number;
    readonly unit: 'kg' | 'lb';
    readonly on: string;
  } | null;
  readonly infusionMinutes: number | null;
  readonly routeDetails: Readonly<Record<string, unknown>>;
  readonly concomitant: Readonly<Record<string, unknown>>;
  readonly doseReason: string | null;
  readonly pressureReason: string | null;
  readonly sideEffectsAsked: 'none' | 'some' | 'not-asked';
  readonly note: string | null;
  readonly readings: readonly ReadingContent[];
  readonly sideEffects: readonly SideEffectContent[];
}

/** The nominal minute of a row that may go without a time of its own. */
const NOMINAL_MINUTE: Readonly<Record<string, number>> = { 'at-40-minutes': 40 };

/** Reads a draft that has passed the signing gates; a dose must be in it. */
export function sessionContent(frame: SessionFrame, draft: SessionDraftValues): SessionContent {
  const { plain } = draft;
  if (plain.dose === undefined) throw new RangeError('A session without a dose cannot be signed.');
  const startedAt = instantOf(plain['started-at']);
  const weight =
    plain.weight === undefined
      ? null
      : {
          kg: kilograms(plain.weight.value, plain.weight.unit),
          entered: plain.weight.value,
          unit: plain.weight.unit,
          on: plain.weight.on,
        };
  return {
    state: plain.state ?? 'given',
    stateReason: plain.state === 'stopped-early' ? (plain['state-reason'] ?? null) : null,
    onDate: startedAt === null ? frame.onDate : frame.dayOf(startedAt),
    startedAt,
    endedAt: instantOf(plain['ended-at']),
    orderedMg: orderedIn(frame, weight?.kg ?? null),
    orderedMgPerKg: frame.orderedMgPerKg,
    givenMg: plain.dose.givenMg,
    weight,
    infusionMinutes: plain['infusion-minutes'] ?? frame.infusionMinutes,
    routeDetails: plain['route-details'] ?? {},
    concomitant: plain.concomitant ?? {},
    doseReason: plain['dose-reason'] ?? null,
    pressureReason: plain['pressure-reason'] ?? null,
    sideEffectsAsked: plain['side-effects-asked'] ?? 'not-asked',
    note: plain.note ?? null,
    readings: rowsInOrder(draft.vitals).flatMap(([row, readings]) => readingsOf(row, readings, startedAt)),
    sideEffects: Object.entries(draft.sideEffects).map(([code, entry]) => ({ ...entry, code })),
  };
}

/** An order per kg follows the weight: one in mg that was reckoned from another weight before is no longer the order. */
function orderedIn({ orderedMg, orderedMgPerKg }: SessionFrame, weightKg: number | null): number | null {
  if (orderedMgPerKg === null) return orderedMg;
  return weightKg === null ? null : orderedMilligrams(orderedMgPerKg, weightKg);
}

function instantOf(iso: string | undefined): Date | null {
  return iso === undefined ? null : new Date(iso);
}

const ROW_ORDER = ['before', 'at-40-minutes', 'other', 'end'];

function rowsInOrder(vitals: SessionDraftValues['vitals']): readonly (readonly [string, VitalsRow])[] {
  const rank = (row: string): number =>
    ROW_ORDER.indexOf(row.replace(/-\d+$/, (digits) => (row.startsWith('other') ? '' : digits)));
  return Object.entries(vitals).sort(
    ([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true }),
  );
}

function readingsOf(row: string, readings: VitalsRow, startedAt: Date | null): readonly ReadingContent[] {
  const at = instantOf(readings.at);
  const minute =
    at !== null && startedAt !== null
      ? Math.round((at.getTime() - startedAt.getTime()) / 60_000)
      : at === null
        ? (NOMINAL_MINUTE[row] ?? null)
        : null;
  const moment: ReadingMoment = row === 'before' || row === 'at-40-minutes' || row === 'end' ? row : 'other';
  const base = { moment, at, minute };
  const pressure: readonly ReadingContent[] =
    readings.systolic !== undefined && readings.diastolic !== undefined
      ? [{ ...base, kind: 'blood-pressure', value: readings.systolic, diastolic: readings.diastolic }]
      : [];
  const single = (['pulse', 'spo2', 'respiratory-rate', 'sedation', 'dissociation'] as const).flatMap(
    (kind) => {
      const value = readings[kind];
      return value === undefined ? [] : [{ ...base, kind, value, diastolic: null }];
    },
  );
  return [...pressure, ...single];
}
