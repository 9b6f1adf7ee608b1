import type { SessionSideEffect, TrajectorySession } from '@courseline/contracts';

/** Sessions in which a dose was given: only they can have had a side effect. */
export function givenSessions(sessions: readonly TrajectorySession[]): readonly TrajectorySession[] {
  return sessions.filter(({ state }) => state === 'given' || state === 'stopped-early');
}

export interface EffectCell {
  readonly sessionId: string;
  /** Null: nobody asked. 0: asked, none. */
  readonly severity: number | null;
  readonly serious: boolean;
}

export interface EffectRow {
  readonly key: string;
  readonly code: string;
  readonly otherText: string | null;
  readonly cells: readonly EffectCell[];
  readonly worst: number;
  readonly serious: boolean;
  readonly sessionsWith: number;
}

function keyOf({ code, otherText }: SessionSideEffect): string {
  return otherText === null ? code : `${code}: ${otherText.trim().toLowerCase()}`;
}

function cellOf(session: TrajectorySession, key: string): EffectCell {
  const reports = session.sideEffects.filter((effect) => keyOf(effect) === key);
  const asked = session.sideEffectsAsked !== 'not-asked';
  return {
    sessionId: session.id,
    severity: reports.reduce<number | null>(
      (worst, { severity }) => (worst === null || severity > worst ? severity : worst),
      asked ? 0 : null,
    ),
    serious: reports.some(({ serious }) => serious),
  };
}

function compare(a: EffectRow, b: EffectRow): number {
  if (a.serious !== b.serious) return a.serious ? -1 : 1;
  if (a.worst !== b.worst) return b.worst - a.worst;
  if (a.sessionsWith !== b.sessionsWith) return b.sessionsWith - a.sessionsWith;
  return a.key < b.key ? -1 : 1;
}

/**
 * Side effects by session: one row for each that came up, one cell for each session with a dose. Serious ones
 * first, then by the worst severity, then by how often. An answer of "none" is 0; not asked is null.
 */
export function effectRows(sessions: readonly TrajectorySession[]): readonly EffectRow[] {
  const given = givenSessions(sessions);
  const present = given
    .flatMap(({ sideEffects }) => sideEffects)
    .filter(({ severity, serious }) => severity > 0 || serious);
  const byKey = new Map(present.map((effect) => [keyOf(effect), effect]));
  return [...byKey]
    .map(([key, { code, otherText }]) => {
      const cells = given.map((session) => cellOf(session, key));
      return {
        key,
        code,
        otherText,
        cells,
        worst: Math.max(...cells.map(({ severity }) => severity ?? 0)),
        serious: cells.some(({ serious }) => serious),
        sessionsWith: cells.filter(({ severity }) => (severity ?? 0) > 0).length,
      };
    })
    .sort(compare);
}

export interface ShownRows {
  readonly shown: readonly EffectRow[];
  readonly hidden: number;
}

/** The first rows that fit; serious ones are never hidden, nor is a single row that would take the room of "+1 more". */
export function rowsThatFit(rows: readonly EffectRow[], limit: number, isOpen: boolean): ShownRows {
  const serious = rows.filter((row) => row.serious).length;
  const count = isOpen || rows.length <= limit + 1 ? rows.length : Math.max(limit, serious);
  return { shown: rows.slice(0, count), hidden: rows.length - count };
}

/** The least distance between two neighbouring marks, in pixels; Infinity for fewer than two. */
export function leastDistance(positions: readonly number[]): number {
  const sorted = [...positions].sort((a, b) => a - b);
  return Math.min(Infinity, ...sorted.slice(1).map((x, index) => x - (sorted[index] ?? 0)));
}
