import { Injectable } from '@nestjs/common';
import type { Trajectory, TrajectoryCourse } from '@courseline/contracts';
import { scoredInstruments, type InstrumentId } from '@courseline/instruments';
import { countTrials, type CheckInPlan, type ClinicDays } from '@courseline/treatment';
import { CheckInPlansQueries } from '../check-in-plans/check-in-plans.queries.js';
import { clinicDays } from '../check-in-plans/clinic-days.js';
import { dayIn, wholeYearsBetween } from '../clinics/clinic-calendar.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { courseAttention, type JudgedInstrument } from './course-attention.js';
import { courseFacts, type CourseFacts } from './course-facts.js';
import { coursePhases } from './course-phases.js';
import { formsDueNext } from './forms-due-next.js';
import { groupBy } from './group-by.js';
import { instrumentTrajectory, toDatedPoint } from './instrument-trajectory.js';
import { rightNowForms } from './right-now-forms.js';
import { courseSideEffects, isGiven, sessionTrajectory } from './session-trajectory.js';
import {
  TrajectoryQueries,
  type CourseRow,
  type FormRow,
  type PatientRow,
  type PointRow,
  type SessionRow,
} from './trajectory.queries.js';
import { checkInForm, checkInSession } from '../check-in-plans/check-in-facts.js';

const standardInstruments: readonly InstrumentId[] = ['phq-9', 'gad-7', 'pcl-5'];

/** One patient on the way through one course. */
@Injectable()
export class TrajectoryService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: TrajectoryQueries,
    private readonly plans: CheckInPlansQueries,
  ) {}

  /** Without a course: the one under way, or the latest. Not found: a patient or a course that is not the reader's to see. */
  async read(patientId: string, courseId: string | null): Promise<Trajectory> {
    const patient = await this.queries.findPatient(patientId);
    if (patient === null) throw new DomainError('not-found');
    this.context.touch(patientId);
    const courses = await this.queries.listCourses(patientId);
    const course =
      courseId === null
        ? (courses.findLast(({ ended_on: endedOn }) => endedOn === null) ?? courses.at(-1))
        : courses.find(({ id }) => id === courseId);
    if (course === undefined && courseId !== null) throw new DomainError('not-found');
    const points = course === undefined ? [] : await this.queries.listPoints(course.id);
    const sessions = course === undefined ? [] : await this.queries.listSessions(course.id);
    const forms = course === undefined ? await this.queries.listForms(patientId) : [];
    const today = dayIn(this.context.clinic.timeZone, this.clock.now());
    const plan = course === undefined ? null : ((await this.plans.findPlan(course.id))?.moments ?? null);
    const days = clinicDays(this.context.clinic.timeZone);
    return trajectoryOf({
      today,
      patient,
      courses,
      course: course ?? null,
      points,
      sessions,
      forms,
      plan,
      days,
    });
  }
}

interface TrajectoryRows {
  readonly today: string;
  readonly patient: PatientRow;
  readonly courses: readonly CourseRow[];
  readonly course: CourseRow | null;
  readonly points: readonly PointRow[];
  readonly sessions: readonly SessionRow[];
  readonly forms: readonly FormRow[];
  readonly plan: CheckInPlan | null;
  readonly days: ClinicDays;
}

function trajectoryOf({
  today,
  patient,
  courses,
  course,
  points,
  sessions,
  forms,
  plan,
  days,
}: TrajectoryRows): Trajectory {
  const lines = courses.map((row, index) => ({
    id: row.id,
    number: index + 1,
    agent: row.agent,
    agentName: row.agent_name,
    route: row.route,
    startedOn: row.started_on,
    endedOn: row.ended_on,
  }));
  const facts = course === null ? null : factsOf(course, patient, sessions, today);
  const byInstrument = groupBy(points, ({ instrument }) => instrument);
  return {
    today,
    patient: {
      id: patient.id,
      mrn: patient.mrn,
      familyName: patient.family_name,
      givenName: patient.given_name,
      birthDate: patient.birth_date,
      age: patient.birth_date === null ? null : wholeYearsBetween(patient.birth_date, today),
      sex: patient.sex,
      indications: patient.indications,
      allergies: patient.allergies,
      contraindications: patient.contraindications,
      trials: countTrials(patient.trials),
    },
    courses: lines,
    course: course === null ? null : toCourse(course, lines, patient, sessions, today),
    instruments:
      facts === null
        ? []
        : scoredInstruments
            .filter(({ id }) => standardInstruments.includes(id) || byInstrument.has(id))
            .map(({ id }) => instrumentTrajectory(id, byInstrument.get(id) ?? [], facts)),
    sessions: sessionTrajectory(sessions),
    sideEffects: courseSideEffects(course?.id ?? '', sessions),
    rightNow: [...rightNowForms(points, patient.doses)],
    attention:
      course === null || facts === null || course.ended_on !== null
        ? []
        : attentionOf({ facts, patient, course, points, sessions, plan, days }),
    formsWithoutCourse: forms.map(({ on_date: onDate, ...form }) => ({ ...form, onDate })),
  };
}

function factsOf(
  course: CourseRow,
  patient: PatientRow,
  sessions: readonly SessionRow[],
  today: string,
): CourseFacts {
  return courseFacts({
    id: course.id,
    dayZero: course.day_zero,
    firstDoseAt: course.first_dose_at?.getTime() ?? null,
    doses: patient.doses,
    sessionsGiven: sessions.filter(isGiven).length,
    today,
  });
}

function phasesOf(course: CourseRow, patient: PatientRow, today: string) {
  const doses = patient.doses.filter(({ courseId }) => courseId === course.id);
  return coursePhases(course.phases, doses, { today, endedOn: course.ended_on });
}

function toCourse(
  course: CourseRow,
  lines: Trajectory['courses'],
  patient: PatientRow,
  sessions: readonly SessionRow[],
  today: string,
): TrajectoryCourse | null {
  const line = lines.find(({ id }) => id === course.id);
  if (line === undefined) return null;
  const { spans, current } = phasesOf(course, patient, today);
  return {
    ...line,
    endReason: course.end_reason,
    settingTag: course.setting_tag,
    dayZero: course.day_zero,
    dayZeroSource: course.day_zero_source,
    phases: [...spans],
    currentPhase: current,
    sessionsGiven: sessions.filter(isGiven).length,
  };
}

interface CourseUnderWay extends Pick<TrajectoryRows, 'patient' | 'points' | 'sessions' | 'plan' | 'days'> {
  readonly facts: CourseFacts;
  readonly course: CourseRow;
}

function attentionOf(underWay: CourseUnderWay): Trajectory['attention'] {
  const { facts, points, sessions } = underWay;
  const of = (instrument: JudgedInstrument) =>
    points.filter((point) => point.instrument === instrument).map(toDatedPoint);
  const own = { 'phq-9': of('phq-9'), 'gad-7': of('gad-7'), 'pcl-5': of('pcl-5') };
  const planned = sessions.filter(({ state }) => state === 'planned');
  const next = planned.find(({ on_date: date }) => date >= facts.today);
  return courseAttention({
    course: facts,
    points: own,
    unsigned: planned
      .filter(({ on_date: date }) => date < facts.today)
      .map(({ id, on_date: date, begun }) => ({ id, date, begun })),
    nextSessionOn: next?.on_date ?? null,
    formsDue: next === undefined ? [] : formsDueOf(underWay, next.id),
  });
}

function formsDueOf(
  { patient, course, points, sessions, plan, days }: CourseUnderWay,
  sessionId: string,
): readonly JudgedInstrument[] {
  return formsDueNext({
    plan,
    sessionId,
    days,
    course: {
      startedOn: course.started_on,
      endedOn: course.ended_on,
      dayZero: course.day_zero,
      phases: course.phases,
      asksTrauma:
        patient.indications.includes('ptsd') || points.some(({ instrument }) => instrument === 'pcl-5'),
      sessions: sessions.map((session) => checkInSession(session)),
      forms: points.map((point) => checkInForm({ ...point, after_dose: point.context === 'after-dose' })),
    },
  });
}
