import { minutesLater } from './calendar.js';
import type { CoursePlan } from './course-plan.js';
import type { Order } from './doses.js';
import type { DemoPatient } from './patient.js';
import type { CoursePhaseRow, CourseRevisionRow } from './record-rows.js';
import type { Site } from './site.js';

export type PhaseOfCourse = Pick<
  CoursePhaseRow,
  'phase' | 'starts_on' | 'planned_sessions' | 'interval_days'
>;

export type CourseDetails = Pick<
  CourseRevisionRow,
  | 'agent'
  | 'agent_name'
  | 'route'
  | 'started_on'
  | 'declared_day_zero'
  | 'ended_on'
  | 'end_reason'
  | 'end_note'
  | 'ordered_mg'
  | 'ordered_mg_per_kg'
  | 'infusion_minutes'
  | 'setting_tag'
  | 'note'
>;

export interface CourseVersion {
  readonly at: Date;
  readonly by: string;
  /** Why it changed; null for the first version. */
  readonly reason: string | null;
  readonly details: CourseDetails;
  readonly phases: readonly PhaseOfCourse[];
}

/** A course with each of its versions, the last one current. */
export function addCourse(
  site: Site,
  patient: DemoPatient,
  courseId: string,
  versions: readonly CourseVersion[],
): void {
  const { clinicId, rows } = site;
  const [first] = versions;
  if (first === undefined) throw new RangeError('A course needs a version.');
  rows.add('course', {
    clinic_id: clinicId,
    id: courseId,
    patient_id: patient.id,
    current_n: versions.length,
    created_at: first.at,
  });
  for (const [index, version] of versions.entries()) {
    const n = index + 1;
    rows.add('course_revision', {
      clinic_id: clinicId,
      course_id: courseId,
      patient_id: patient.id,
      n,
      status: 'current',
      reason: version.reason,
      recorded_by: version.by,
      recorded_at: version.at,
      ...version.details,
      linked_course_id: null,
    });
    for (const [place, phase] of version.phases.entries()) {
      rows.add('course_phase', {
        clinic_id: clinicId,
        course_id: courseId,
        n,
        position: place + 1,
        patient_id: patient.id,
        ...phase,
      });
    }
  }
}

const settings = [
  'music, eye mask',
  'music, eye mask, therapist present',
  'quiet room, nurse present',
  'therapist present, talk before and after',
] as const;
const antidepressants = ['sertraline', 'escitalopram', 'fluoxetine', 'citalopram'] as const;

/** How a planned course came to be written down: set up, gone on to maintenance, ended. */
export function versionsOf(
  site: Site,
  patient: DemoPatient,
  plan: CoursePlan,
  order: Order,
): readonly CourseVersion[] {
  const { calendar } = site;
  const { random, clinicianId: by } = patient;
  const { regimen, dayZero, ending, maintenanceFrom } = plan;
  const isComparator = regimen.agent === 'ssri' || regimen.agent === 'snri';
  const details: CourseDetails = {
    agent: regimen.agent,
    agent_name: isComparator ? random.pick(antidepressants) : null,
    route: regimen.route,
    started_on: calendar.date(plan.startDay),
    declared_day_zero: isComparator ? calendar.date(dayZero) : null,
    ended_on: null,
    end_reason: null,
    end_note: null,
    ordered_mg: isComparator ? null : order.mg,
    ordered_mg_per_kg: isComparator ? null : order.perKg,
    infusion_minutes: isComparator ? null : regimen.infusionMinutes,
    setting_tag: isComparator || random.chance(0.35) ? null : random.pick(settings),
    note: null,
  };
  const setUpAt = calendar.at(Math.min(plan.startDay, 0), 8 * 60 + random.whole(0, 25));
  const phases: PhaseOfCourse[] = isComparator ? [] : inductionPhases(site, plan);
  const versions: CourseVersion[] = [
    {
      at: isFuture(setUpAt, calendar.now) ? calendar.at(-1, 15 * 60) : setUpAt,
      by,
      reason: null,
      details,
      phases,
    },
  ];
  if (maintenanceFrom !== null) {
    const at = calendar.at(
      plan.visits.findLast(({ day }) => day < maintenanceFrom)?.day ?? dayZero,
      16 * 60 + 20,
    );
    const [least, most] = regimen.maintenance.later;
    phases.push({
      phase: 'maintenance',
      starts_on: calendar.date(maintenanceFrom),
      planned_sessions: null,
      interval_days: Math.round((least + most) / 2),
    });
    versions.push({ at, by, reason: 'Goes on to maintenance', details, phases });
    versions[0] = { ...(versions[0] as CourseVersion), phases: phases.slice(0, -1) };
  }
  if (ending !== null) {
    versions.push({
      at: minutesLater(calendar.at(ending.day, 15 * 60), random.whole(0, 150)),
      by,
      reason: 'Course ended',
      details: {
        ...details,
        ended_on: calendar.date(ending.day),
        end_reason: ending.reason,
        end_note: ending.note,
      },
      phases,
    });
  }
  return versions;
}

function isFuture(at: Date, now: Date): boolean {
  return at.getTime() > now.getTime();
}

function inductionPhases(
  { calendar }: Site,
  { regimen, dayZero, lastInductionDay, plannedInductionSessions }: CoursePlan,
): PhaseOfCourse[] {
  const phases: PhaseOfCourse[] = [
    {
      phase: 'induction',
      starts_on: calendar.date(dayZero),
      planned_sessions: plannedInductionSessions,
      interval_days: regimen.inductionIntervalDays,
    },
  ];
  if (regimen.continuation.length > 0) {
    phases.push({
      phase: 'continuation',
      starts_on: calendar.date(lastInductionDay + 7),
      planned_sessions: regimen.continuation.length,
      interval_days: 7,
    });
  }
  return phases;
}
