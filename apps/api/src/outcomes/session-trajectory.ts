import type { CourseSideEffects, SessionSideEffect, TrajectorySession } from '@courseline/contracts';
import { groupSideEffects, type SideEffectSession, type SideEffectSeverity } from '@courseline/outcomes';
import { groupBy } from './group-by.js';
import type { EffectOfSession, PressureOfSession, SessionRow } from './trajectory.queries.js';

export function isGiven({ state }: Pick<SessionRow, 'state'>): boolean {
  return state === 'given' || state === 'stopped-early';
}

/** The sessions of a course, in order; those with a dose are counted. */
export function sessionTrajectory(rows: readonly SessionRow[]): TrajectorySession[] {
  const given = rows.filter(isGiven).map(({ id }) => id);
  return rows.map((row) => {
    const index = given.indexOf(row.id);
    return {
      id: row.id,
      number: index === -1 ? null : index + 1,
      state: row.state,
      stateReason: row.state_reason,
      phase: row.phase,
      date: row.on_date,
      at: row.at?.toISOString() ?? null,
      agent: row.agent,
      route: row.route,
      orderedMg: row.ordered_mg,
      givenMg: row.given_mg,
      mgPerKg:
        row.given_mg === null || row.weight_kg === null || row.agent === 'esketamine'
          ? null
          : row.given_mg / row.weight_kg,
      weightKg: row.weight_kg,
      infusionMinutes: row.infusion_minutes,
      sideEffectsAsked: row.side_effects_asked,
      sideEffects: mergedEffects(row.effects),
      pressure: pressureOf(row.pressures),
      note: row.note,
      signedBy: row.signed_by,
      signedAt: row.signed_at?.toISOString() ?? null,
      begun: row.begun,
    };
  });
}

function worstFirst(a: EffectOfSession, b: EffectOfSession): number {
  return b.severity - a.severity || endOf(b) - endOf(a);
}

function endOf({ onsetMinutes, durationMinutes }: EffectOfSession): number {
  return (onsetMinutes ?? 0) + (durationMinutes ?? 0);
}

/** What patient and staff reported under one code is one side effect, as bad and as long as the worst report of it. */
function mergedEffects(effects: readonly EffectOfSession[]): SessionSideEffect[] {
  const byTerm = groupBy(
    effects,
    ({ code, otherText }) => `${code} ${otherText?.trim().toLowerCase() ?? ''}`,
  );
  return [...byTerm.values()].flatMap((reports) => {
    const [worst] = reports.toSorted(worstFirst);
    if (worst === undefined) return [];
    const serious = reports.find((report) => report.serious === true);
    const grades = reports.flatMap(({ ctcaeGrade }) => (ctcaeGrade === null ? [] : [ctcaeGrade]));
    return [
      {
        code: worst.code,
        otherText: worst.otherText,
        severity: worst.severity,
        onsetMinutes: worst.onsetMinutes ?? firstKnown(reports, 'onsetMinutes'),
        durationMinutes: worst.durationMinutes ?? firstKnown(reports, 'durationMinutes'),
        ctcaeGrade: grades.length === 0 ? null : Math.max(...grades),
        serious: serious !== undefined,
        seriousCriterion: serious?.seriousCriterion ?? null,
        reporters: [...new Set(reports.map(({ reporter }) => reporter))].toSorted(),
      },
    ];
  });
}

function firstKnown(
  reports: readonly EffectOfSession[],
  field: 'onsetMinutes' | 'durationMinutes',
): number | null {
  return reports.find((report) => report[field] !== null)?.[field] ?? null;
}

/** The last pressure before the dose, the highest after it, and how far it rose. */
function pressureOf(readings: readonly PressureOfSession[]): TrajectorySession['pressure'] {
  const before = readings.findLast(({ moment }) => moment === 'before') ?? null;
  const after = readings.filter(({ moment }) => moment !== 'before');
  const highest = after.reduce<PressureOfSession | null>(
    (most, reading) => (most === null || reading.systolic > most.systolic ? reading : most),
    null,
  );
  const riseSystolic = before === null || highest === null ? null : highest.systolic - before.systolic;
  return { before, highest, riseSystolic };
}

function severityOf(severity: number): SideEffectSeverity | null {
  return ([0, 1, 2, 3] as const).find((each) => each === severity) ?? null;
}

/** How often each side effect came up in the course, of the sessions in which it was asked about. */
export function courseSideEffects(courseId: string, rows: readonly SessionRow[]): CourseSideEffects {
  const sessions = rows.filter(isGiven).map((row): SideEffectSession => ({
    sessionId: row.id,
    courseId,
    asked: row.side_effects_asked,
    reports: row.effects.map((effect) => ({
      code: effect.code,
      severity: severityOf(effect.severity),
      onsetMin: effect.onsetMinutes,
      durationMin: effect.durationMinutes,
      serious: effect.serious === true,
    })),
  }));
  const group = groupSideEffects(sessions);
  return {
    sessions: group.sessions,
    sessionsAsked: group.sessionsAsked,
    any: { x: group.any.x, n: group.any.n },
    effects: group.effects
      .filter(
        ({ incidence, reportedUnasked, serious }) => incidence.x > 0 || reportedUnasked > 0 || serious > 0,
      )
      .map((effect) => ({
        code: effect.code,
        sessions: { x: effect.incidence.x, n: effect.incidence.n },
        severity: {
          mild: effect.severity.mild.x,
          moderate: effect.severity.moderate.x,
          severe: effect.severity.severe.x,
        },
        worst: worstOf(sessions, effect.code),
        serious: effect.serious,
        resolution: {
          n: effect.timeToResolution.n,
          medianMinutes: effect.timeToResolution.medianMin,
          longestMinutes: longestOf(sessions, effect.code),
          unknown: effect.timeToResolution.unknown,
        },
        reportedUnasked: effect.reportedUnasked,
      })),
  };
}

function reportsOf(sessions: readonly SideEffectSession[], code: string) {
  return sessions
    .filter(({ asked }) => asked !== 'not-asked')
    .flatMap(({ reports }) => reports)
    .filter((report) => report.code === code && report.severity !== 0);
}

function worstOf(sessions: readonly SideEffectSession[], code: string): number {
  return Math.max(0, ...reportsOf(sessions, code).map(({ severity }) => severity ?? 0));
}

function longestOf(sessions: readonly SideEffectSession[], code: string): number | null {
  const ends = reportsOf(sessions, code).flatMap(({ onsetMin, durationMin }) =>
    onsetMin === null || durationMin === null ? [] : [onsetMin + durationMin],
  );
  return ends.length === 0 ? null : Math.max(...ends);
}
