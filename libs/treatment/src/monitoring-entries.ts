import type { ReadingsTaken } from './session-concerns.js';

/** Which look at the patient a set of readings is; the due ones count in minutes after the start of the dose. */
export const monitoringMoments = [
  'before',
  'at-15-minutes',
  'at-40-minutes',
  'at-60-minutes',
  'at-90-minutes',
  'at-120-minutes',
  'end',
  'other',
] as const;
export type MonitoringMoment = (typeof monitoringMoments)[number];

export interface Readings extends ReadingsTaken {
  readonly pulse?: number | undefined;
  /** 0 to 10, now. */
  readonly dissociation?: number | undefined;
}

/** A stop that somebody went over, and why. */
export interface Override {
  readonly rule: string;
  readonly reason: string;
}

/** What may be written on the timeline of a session. */
export type MonitoringBody =
  | { readonly kind: 'dose-started'; readonly overrides: readonly Override[] }
  | { readonly kind: 'readings'; readonly moment: MonitoringMoment; readonly readings: Readings }
  | {
      readonly kind: 'side-effect';
      readonly code: string;
      /** 1 mild to 3 severe; told again while it lasts, it is what it is from then on. */
      readonly severity: number;
      readonly reporter: 'patient' | 'staff';
    }
  | { readonly kind: 'side-effect-ended'; readonly code: string }
  | { readonly kind: 'infusion-paused'; readonly reason: string | null }
  | { readonly kind: 'infusion-resumed' }
  /** With a reason: stopped before all of it was given. */
  | { readonly kind: 'infusion-ended'; readonly reason: string | null }
  | { readonly kind: 'rescue-medication'; readonly medicine: string; readonly dose: string }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'discharged';
      readonly escort: string | null;
      readonly toldNotToDrive: boolean;
      readonly overrides: readonly Override[];
    }
  /** Takes an earlier entry back and puts nothing in its place. */
  | { readonly kind: 'withdrawal'; readonly reason: string };

export interface MonitoringEntry {
  readonly id: string;
  /** When it happened: an ISO instant. */
  readonly at: string;
  /** The earlier entry that this one corrects or takes back. */
  readonly withdraws: string | null;
  readonly body: MonitoringBody;
}

export type EntryOf<
  Kind extends MonitoringBody['kind'],
  Entry extends MonitoringEntry = MonitoringEntry,
> = Entry & {
  readonly body: Extract<MonitoringBody, { kind: Kind }>;
};

/** The entries that stand, in the order in which things happened; what was corrected or taken back is left out. */
export function standingEntries<Entry extends MonitoringEntry>(entries: readonly Entry[]): readonly Entry[] {
  const gone = new Set(entries.flatMap(({ withdraws }) => withdraws ?? []));
  return entries
    .filter(({ id, body }) => body.kind !== 'withdrawal' && !gone.has(id))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id));
}

/** Those of one kind. */
export function entriesOf<Kind extends MonitoringBody['kind'], Entry extends MonitoringEntry>(
  kind: Kind,
  entries: readonly Entry[],
): readonly EntryOf<Kind, Entry>[] {
  return entries.filter((entry): entry is EntryOf<Kind, Entry> => entry.body.kind === kind);
}

/** Time zero: the start of the dose, or null before it. */
export function doseStart(standing: readonly MonitoringEntry[]): Date | null {
  const [started] = entriesOf('dose-started', standing);
  return started === undefined ? null : new Date(started.at);
}

/** Whole minutes from time zero, negative before it. */
export function minutesFrom(start: Date, at: string | Date): number {
  return Math.round((new Date(at).getTime() - start.getTime()) / 60_000);
}

/** One spell of a side effect; null ends where it still lasts. */
export interface SideEffectSpell {
  readonly code: string;
  readonly from: string;
  readonly to: string | null;
  readonly severity: number;
  readonly reporter: 'patient' | 'staff';
}

/** The spells of every side effect in the order in which they began; the severity is the worst of the spell. */
export function sideEffectSpells(standing: readonly MonitoringEntry[]): readonly SideEffectSpell[] {
  const spells: SideEffectSpell[] = [];
  const open = new Map<string, number>();
  for (const { at, body } of standing) {
    if (body.kind === 'side-effect') {
      const { code, severity, reporter } = body;
      const index = open.get(code);
      const lasting = index === undefined ? undefined : spells[index];
      if (index === undefined || lasting === undefined)
        open.set(code, spells.push({ code, from: at, to: null, severity, reporter }) - 1);
      else spells[index] = { ...lasting, severity: Math.max(lasting.severity, severity) };
    } else if (body.kind === 'side-effect-ended') {
      const index = open.get(body.code);
      const lasting = index === undefined ? undefined : spells[index];
      if (index === undefined || lasting === undefined) continue;
      spells[index] = { ...lasting, to: at };
      open.delete(body.code);
    }
  }
  return spells;
}
