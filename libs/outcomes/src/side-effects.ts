import { proportion, type Proportion } from './proportion.js';

/** 0 none, 1 mild, 2 moderate, 3 severe. */
export type SideEffectSeverity = 0 | 1 | 2 | 3;

/** One side effect as one person reported it. Null is not recorded. */
export interface SideEffectReport {
  readonly code: string;
  readonly severity: SideEffectSeverity | null;
  /** Minutes from the dose to its beginning. */
  readonly onsetMin: number | null;
  /** Minutes it lasted; null while it lasts or where nobody wrote it down. */
  readonly durationMin: number | null;
  readonly serious?: boolean;
}

/** One session in which a dose was given, and what was asked about side effects. */
export interface SideEffectSession {
  readonly sessionId: string;
  readonly courseId: string;
  readonly asked: 'none' | 'some' | 'not-asked';
  readonly reports: readonly SideEffectReport[];
}

export interface SideEffectIncidence {
  readonly code: string;
  /** Sessions with it, of sessions asked. */
  readonly incidence: Proportion;
  /** Courses with it at least once, of courses asked at least once. */
  readonly byCourse: Proportion;
  /** The sessions behind the incidence, sorted ids. */
  readonly sessions: readonly string[];
  /** The courses behind `byCourse`, sorted ids. */
  readonly courses: readonly string[];
  /** Worst severity in each session with it, of the sessions with it. */
  readonly severity: {
    readonly mild: Proportion;
    readonly moderate: Proportion;
    readonly severe: Proportion;
    readonly unknown: Proportion;
  };
  /** Sessions in which it was called serious by someone. */
  readonly serious: number;
  /** Minutes from the dose until it had passed, of the sessions where both onset and duration are known. */
  readonly timeToResolution: {
    readonly n: number;
    readonly medianMin: number | null;
    /** Sessions with it whose end is not known. They may have lasted longer: show it beside the median. */
    readonly unknown: number;
  };
  /** Sessions where it was reported although nobody was asked: in no rate. */
  readonly reportedUnasked: number;
}

export interface GroupSideEffects {
  readonly sessions: number;
  readonly sessionsAsked: number;
  readonly sessionsNotAsked: number;
  /** Sessions asked, sorted ids: the denominator of every incidence. */
  readonly askedSessions: readonly string[];
  /** Sessions with any side effect, of sessions asked. */
  readonly any: Proportion;
  /** Most frequent first, then by code. */
  readonly effects: readonly SideEffectIncidence[];
}

interface Occurrence {
  readonly sessionId: string;
  readonly courseId: string;
  readonly severity: SideEffectSeverity | null;
  /** Minutes from the dose until it had passed. */
  readonly endMin: number | null;
  readonly isSerious: boolean;
}

function largest<T extends number>(values: readonly (T | null)[]): T | null {
  return values.reduce((max, value) => (value !== null && (max === null || value > max) ? value : max), null);
}

function endMin({ onsetMin, durationMin }: SideEffectReport): number | null {
  return onsetMin === null || durationMin === null ? null : onsetMin + durationMin;
}

/** What several people reported under one code in one session is one occurrence, as bad as the worst report. */
function occurrenceOf(code: string, session: SideEffectSession): Occurrence | null {
  const reports = session.reports.filter((report) => report.code === code && report.severity !== 0);
  if (reports.length === 0) return null;
  return {
    sessionId: session.sessionId,
    courseId: session.courseId,
    severity: largest(reports.map(({ severity }) => severity)),
    endMin: largest(reports.map(endMin)),
    isSerious: reports.some(({ serious }) => serious === true),
  };
}

/** The middle value, or the mean of the two middle ones; null of nothing. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.length === 0 ? null : middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

function severityOf(occurrences: readonly Occurrence[]): SideEffectIncidence['severity'] {
  const share = (severity: SideEffectSeverity | null): Proportion =>
    proportion(
      occurrences.filter((occurrence) => occurrence.severity === severity).length,
      occurrences.length,
    );
  return { mild: share(1), moderate: share(2), severe: share(3), unknown: share(null) };
}

function timeToResolutionOf(occurrences: readonly Occurrence[]): SideEffectIncidence['timeToResolution'] {
  const ends = occurrences.flatMap((occurrence) => (occurrence.endMin === null ? [] : [occurrence.endMin]));
  return { n: ends.length, medianMin: median(ends), unknown: occurrences.length - ends.length };
}

function present<T>(value: T | null): value is T {
  return value !== null;
}

/**
 * How often each side effect came up in a group of sessions: of the sessions asked, and of the courses
 * asked at least once, with 95 % Wilson intervals, the worst severity, and how long until it had passed.
 * A code counts once a session, whoever reported it; severity 0 is an answer of no; a session not asked is
 * in no rate, and what was reported there stands apart. `codes` are listed even when nobody had them, since
 * 0 of n is a finding. Sessions of one person are alike, so the interval over sessions is too narrow when
 * few people have many: `byCourse` stands beside it. Elicited rates are higher than spontaneous ones (Montejo
 * et al. 2001, J Clin Psychiatry 62 Suppl 3:10): never set them beside a label's rate without saying so.
 */
export function groupSideEffects(
  sessions: readonly SideEffectSession[],
  codes: readonly string[] = [],
): GroupSideEffects {
  const asked = sessions.filter((session) => session.asked !== 'not-asked');
  const notAsked = sessions.filter((session) => session.asked === 'not-asked');
  const coursesAsked = new Set(asked.map(({ courseId }) => courseId)).size;
  const reported = sessions.flatMap(({ reports }) => reports.map(({ code }) => code));
  const incidenceOf = (code: string): SideEffectIncidence => {
    const occurrences = asked.map((session) => occurrenceOf(code, session)).filter(present);
    const courses = [...new Set(occurrences.map(({ courseId }) => courseId))].toSorted();
    return {
      code,
      incidence: proportion(occurrences.length, asked.length),
      byCourse: proportion(courses.length, coursesAsked),
      sessions: occurrences.map(({ sessionId }) => sessionId).toSorted(),
      courses,
      severity: severityOf(occurrences),
      serious: occurrences.filter(({ isSerious }) => isSerious).length,
      timeToResolution: timeToResolutionOf(occurrences),
      reportedUnasked: notAsked.map((session) => occurrenceOf(code, session)).filter(present).length,
    };
  };
  const withAny = asked.filter(({ reports }) => reports.some(({ severity }) => severity !== 0));
  return {
    sessions: sessions.length,
    sessionsAsked: asked.length,
    sessionsNotAsked: notAsked.length,
    askedSessions: asked.map(({ sessionId }) => sessionId).toSorted(),
    any: proportion(withAny.length, asked.length),
    effects: [...new Set([...codes, ...reported])]
      .toSorted()
      .map(incidenceOf)
      .toSorted((a, b) => b.incidence.x - a.incidence.x),
  };
}
