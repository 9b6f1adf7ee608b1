import type { AttentionReason, CaseloadRow, CaseloadScore } from '@courseline/contracts';
import { courseStatus, currentOutcomeRules, trendPoints } from '@courseline/outcomes';
import type { CheckInCourse, ClinicDays } from '@courseline/treatment';
import type { CaseloadPersonRow, CaseloadScoresRow, CaseloadSessionsRow } from './caseload.queries.js';
import { courseAttention, type JudgedInstrument } from './course-attention.js';
import { courseFacts, scoresOf, type CourseFacts, type DatedPoint } from './course-facts.js';
import { formsDueNext } from './forms-due-next.js';
import { coursePhases, type CoursePhases, type PhaseDose } from './course-phases.js';

const shown: readonly JudgedInstrument[] = ['phq-9', 'gad-7', 'pcl-5'];
/** How many scores a sparkline shows. */
const RECENT = 12;

export interface CaseloadInput {
  readonly person: CaseloadPersonRow;
  readonly sessions: CaseloadSessionsRow | null;
  readonly scores: readonly CaseloadScoresRow[];
  readonly today: string;
  readonly days: ClinicDays;
}

interface Dose extends PhaseDose {
  readonly courseId: string;
  readonly at: number | null;
}

type Planned = CaseloadSessionsRow['planned'][number];

interface Standing {
  readonly facts: CourseFacts;
  readonly phases: CoursePhases;
  readonly points: Readonly<Record<JudgedInstrument, readonly DatedPoint[]>>;
  readonly due: readonly JudgedInstrument[];
}

/** One line of a caseload: who, where the course stands, how the scores are, and why to look. */
export function caseloadRow(input: CaseloadInput): CaseloadRow {
  const { person, sessions, today } = input;
  const doses = dosesOf(sessions);
  const planned = sessions?.planned ?? [];
  const next = planned.find(({ date }) => date >= today) ?? null;
  const standing = standingOf(input, doses, next);
  return {
    patientId: person.id,
    mrn: person.mrn,
    familyName: person.family_name,
    givenName: person.given_name,
    indications: person.indications,
    mine: person.mine,
    course: courseOf(person, standing),
    next:
      next === null
        ? null
        : {
            sessionId: next.id,
            date: next.date,
            at: next.at === null ? null : new Date(next.at).toISOString(),
          },
    lastDoseOn: doses.at(-1)?.date ?? null,
    scores: standing === null ? [] : scoresShown(standing),
    attention: standing === null ? [] : attentionOf(person, standing, planned, next),
  };
}

function dosesOf(sessions: CaseloadSessionsRow | null): readonly Dose[] {
  if (sessions === null) return [];
  return sessions.dose_days.flatMap((date, index) => {
    const phase = sessions.dose_phases[index];
    const courseId = sessions.dose_courses[index];
    return phase === undefined || courseId === undefined
      ? []
      : [{ phase, courseId, date, at: sessions.dose_times[index] ?? null }];
  });
}

function pointsOf(row: CaseloadScoresRow | undefined): readonly DatedPoint[] {
  if (row === undefined) return [];
  return row.dates.map((date, index) => ({
    // The order of the statement is the order in time; padded, it is that of texts too.
    id: String(index).padStart(6, '0'),
    date,
    day: row.days[index] ?? 0,
    at: row.times[index] ?? null,
    total: row.totals[index] ?? null,
    afterDose: row.contexts[index] === 'after-dose',
  }));
}

function standingOf(
  { person, sessions, scores, today, days }: CaseloadInput,
  doses: readonly Dose[],
  next: Planned | null,
): Standing | null {
  if (person.course_id === null) return null;
  const own = doses.filter(({ courseId }) => courseId === person.course_id);
  const of = (instrument: JudgedInstrument) => pointsOf(scores.find((row) => row.instrument === instrument));
  const points = { 'phq-9': of('phq-9'), 'gad-7': of('gad-7'), 'pcl-5': of('pcl-5') };
  const planned = (sessions?.planned ?? []).filter(({ courseId }) => courseId === person.course_id);
  const due =
    next === null || next.courseId !== person.course_id
      ? []
      : formsDueNext({
          plan: person.check_ins,
          course: checkInCourse(person, own, planned, points),
          sessionId: next.id,
          days,
        });
  return {
    facts: courseFacts({
      id: person.course_id,
      dayZero: person.day_zero,
      firstDoseAt: person.first_dose_at?.getTime() ?? null,
      doses,
      sessionsGiven: own.length,
      today,
    }),
    phases: coursePhases(person.phases, own, { today, endedOn: person.ended_on }),
    points,
    due,
  };
}

/** The course as its plan looks at it: what hangs on doses hangs on these. */
function checkInCourse(
  person: CaseloadPersonRow,
  doses: readonly Dose[],
  planned: readonly Planned[],
  points: Standing['points'],
): CheckInCourse {
  return {
    startedOn: person.started_on ?? '',
    endedOn: person.ended_on,
    dayZero: person.day_zero,
    phases: person.phases,
    asksTrauma: person.indications.includes('ptsd') || points['pcl-5'].length > 0,
    sessions: [
      ...doses.map(({ phase, date, at }, index) => ({
        id: `dose-${index + 1}`,
        onDate: date,
        at,
        state: 'given' as const,
        phase,
      })),
      ...planned.map(({ id, phase, date, at }) => ({
        id,
        onDate: date,
        at,
        state: 'planned' as const,
        phase,
      })),
    ],
    forms: shown.flatMap((instrument) =>
      points[instrument].map(({ id, date, at, afterDose }) => ({
        id: `${instrument}-${id}`,
        instrument,
        onDate: date,
        at: at ?? null,
        afterDose,
        sessionId: null,
      })),
    ),
  };
}

function courseOf(person: CaseloadPersonRow, standing: Standing | null): CaseloadRow['course'] {
  const { agent, route } = person;
  if (standing === null || agent === null || route === null) return null;
  const { spans, current } = standing.phases;
  const phase = current === null ? null : (spans[current] ?? null);
  return {
    id: standing.facts.id,
    agent,
    agentName: person.agent_name,
    route,
    phase: phase?.phase ?? null,
    given: phase?.given ?? 0,
    planned: phase?.planned ?? null,
    dayZero: person.day_zero,
    endedOn: person.ended_on,
  };
}

function scoresShown({ facts, points, due }: Standing): CaseloadScore[] {
  return shown
    .filter((instrument) => points[instrument].length > 0 || due.includes(instrument))
    .map((instrument) => {
      const own = points[instrument];
      const rules = currentOutcomeRules(instrument);
      const recent = trendPoints(own, facts.courseDoses);
      const latest = recent.at(-1) ?? null;
      const scores = scoresOf(facts, own);
      const judged = scores === null ? null : courseStatus(scores, rules, facts.sessionsGiven);
      const start = judged?.baseline ?? null;
      return {
        instrument,
        baseline: start?.total ?? null,
        latest: latest === null ? null : { date: latest.date, total: latest.total },
        change: judged?.change ?? null,
        status: judged?.status ?? 'no-baseline',
        ruleId: judged?.ruleId ?? rules.caseCutOff.id,
        recent: recent.slice(-RECENT).map(({ total }) => total),
        due: due.includes(instrument),
      };
    });
}

function attentionOf(
  person: CaseloadPersonRow,
  { facts, points, due }: Standing,
  planned: readonly Planned[],
  next: Planned | null,
): AttentionReason[] {
  if (person.ended_on !== null) return [];
  return courseAttention({
    course: facts,
    points,
    unsigned: planned
      .filter(({ date, courseId }) => date < facts.today && courseId === facts.id)
      .map(({ id, date, begun }) => ({ id, date, begun })),
    nextSessionOn: next?.courseId === facts.id ? next.date : null,
    formsDue: due,
  });
}
