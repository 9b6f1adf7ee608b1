import type { DraftChange } from '@courseline/contracts';
import {
  doseStart,
  entriesOf,
  minutesFrom,
  PRE_DOSE_PRESSURE,
  sideEffectSpells,
  standingEntries,
  type MonitoringEntry,
  type MonitoringMoment,
} from '@courseline/treatment';

type Json = DraftChange['value'];

export interface PlacedEntry extends MonitoringEntry {
  readonly draftRow: string | null;
}

/** A timeline as the fields of the session's draft that follow from it. */
export function draftOfTimeline(entries: readonly PlacedEntry[]): ReadonlyMap<string, Json> {
  const standing = standingEntries(entries);
  const fields = new Map<string, Json>();
  const start = doseStart(standing);
  if (start !== null) fields.set('started-at', start.toISOString());
  const [started] = entriesOf('dose-started', standing);
  const pressure = started?.body.overrides.find(({ rule }) => rule === PRE_DOSE_PRESSURE.id);
  if (pressure !== undefined) fields.set('pressure-reason', pressure.reason);
  for (const { at, draftRow, body } of entriesOf('readings', standing)) {
    if (draftRow === null) continue;
    if (!fields.has(`vitals/${draftRow}/at`)) fields.set(`vitals/${draftRow}/at`, at);
    for (const [kind, value] of Object.entries<number | undefined>({ ...body.readings }))
      if (value !== undefined) fields.set(`vitals/${draftRow}/${kind}`, value);
  }
  for (const [code, entry] of sideEffects(standing, start)) fields.set(`side-effects/${code}`, entry);
  if ([...fields.keys()].some((path) => path.startsWith('side-effects/')))
    fields.set('side-effects-asked', 'some');
  const ended = entriesOf('infusion-ended', standing).at(-1);
  if (ended !== undefined && ended.body.reason !== null) {
    fields.set('state', 'stopped-early');
    fields.set('state-reason', ended.body.reason);
  }
  const discharged = entriesOf('discharged', standing).at(-1);
  if (discharged !== undefined) fields.set('ended-at', discharged.at);
  return fields;
}

/** A side effect counts once a session: from its first onset, as long as its spells together, as bad as the worst. */
function sideEffects(standing: readonly MonitoringEntry[], start: Date | null): ReadonlyMap<string, Json> {
  const spells = sideEffectSpells(standing);
  return new Map(
    [...new Set(spells.map(({ code }) => code))].map((code) => {
      const own = spells.filter((spell) => spell.code === code);
      const [first] = own;
      const lasting = own.some(({ to }) => to === null);
      const minutes = own.map(({ from, to }) => (to === null ? 0 : minutesFrom(new Date(from), to)));
      return [
        code,
        {
          severity: Math.max(...own.map(({ severity }) => severity)),
          onsetMinutes: start === null || first === undefined ? null : onsetOf(start, first.from),
          durationMinutes: lasting ? null : minutes.reduce((sum, each) => sum + each, 0),
          ctcaeGrade: null,
          serious: null,
          seriousCriterion: null,
          reporter: first?.reporter ?? 'staff',
          note: own.length > 1 ? `${own.length} times in the session` : null,
        },
      ];
    }),
  );
}

function onsetOf(start: Date, from: string): number | null {
  const minutes = minutesFrom(start, from);
  return minutes >= -60 && minutes <= 10_080 ? minutes : null;
}

/** What one more entry changes in the draft, and nothing that it leaves as it was: what others put right stays right. */
export function changesBetween(
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
): readonly DraftChange[] {
  const changed = [...after].flatMap(([path, value]) =>
    before.has(path) && JSON.stringify(before.get(path)) === JSON.stringify(value) ? [] : [{ path, value }],
  );
  const gone = [...before.keys()].filter((path) => !after.has(path)).map((path) => ({ path, value: null }));
  return [...changed, ...gone];
}

const namedRows: readonly MonitoringMoment[] = ['before', 'at-40-minutes', 'end'];

/**
 * Where in the draft the readings of a moment stand: in the row of that name while it is free, else in a row of their
 * own, so that a second look never covers the first. Null when there are no more rows.
 */
export function rowFor(
  moment: MonitoringMoment,
  draftPaths: readonly string[],
  taken: readonly string[],
): string | null {
  const rows = new Set([
    ...taken,
    ...draftPaths.flatMap((path) => (path.startsWith('vitals/') ? (path.split('/')[1] ?? []) : [])),
  ]);
  if (namedRows.includes(moment) && !rows.has(moment)) return moment;
  for (let n = 1; n <= 99; n += 1) if (!rows.has(`other-${n}`)) return `other-${n}`;
  return null;
}
