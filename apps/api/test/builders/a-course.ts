import { newId } from '../../src/database/ids.js';
import type { SignedIn, TestApp } from '../test-app.js';
import type { TestClinic } from './a-clinic.js';
import type { TestPatient } from './a-patient.js';

export interface TestCourse {
  readonly id: string;
  readonly patientId: string;
}

export interface CourseWishes {
  readonly by: Pick<SignedIn, 'accountId'>;
  readonly agent?: string;
  readonly route?: string;
  readonly startedOn?: string;
  readonly declaredDayZero?: string | null;
  readonly orderedMgPerKg?: number | null;
  readonly orderedMg?: number | null;
  /** The first phase of the plan; null: a plan without phases. An induction of six unless said. */
  readonly phase?: 'induction' | 'maintenance' | null;
}

/** A course with an induction of six: ketamine IV at 0.5 mg/kg unless said. */
export async function aCourse(
  app: TestApp,
  clinic: TestClinic,
  patient: Pick<TestPatient, 'id'>,
  wishes: CourseWishes,
): Promise<TestCourse> {
  const id = newId();
  const {
    agent = 'ketamine',
    route = 'iv',
    startedOn = '2026-03-01',
    declaredDayZero = null,
    orderedMgPerKg = agent === 'ketamine' ? 0.5 : null,
    orderedMg = null,
    phase = 'induction',
  } = wishes;
  await app.sql(
    `with head as (
       insert into course (clinic_id, id, patient_id, current_n, created_at) values ($1, $2, $3, 1, $4)),
     plan as (
       insert into course_revision (clinic_id, course_id, patient_id, n, status, recorded_by, recorded_at, agent, route, started_on,
         declared_day_zero, ordered_mg, ordered_mg_per_kg, infusion_minutes)
       values ($1, $2, $3, 1, 'current', $5, $4, $6, $7, $8, $9, $10, $11, 40))
     insert into course_phase (clinic_id, course_id, n, position, patient_id, phase, starts_on, planned_sessions, interval_days)
     select $1, $2, 1, 1, $3, $12::text, $8, 6, 3.5 where $12::text is not null`,
    [
      clinic.id,
      id,
      patient.id,
      app.clock.now(),
      wishes.by.accountId,
      agent,
      route,
      startedOn,
      declaredDayZero,
      orderedMg,
      orderedMgPerKg,
      phase,
    ],
  );
  return { id, patientId: patient.id };
}

export interface PlannedSessionWishes {
  readonly by: Pick<SignedIn, 'accountId'>;
  readonly onDate?: string;
  readonly plannedAt?: string;
}

/** A planned session of a course: today of the clock's UTC day at 18:30 UTC unless said. */
export async function aPlannedSession(
  app: TestApp,
  clinic: TestClinic,
  course: TestCourse,
  wishes: PlannedSessionWishes,
): Promise<{ readonly id: string }> {
  const id = newId();
  const onDate = wishes.onDate ?? app.clock.now().toISOString().slice(0, 10);
  await app.sql(
    `with head as (
       insert into session (clinic_id, id, patient_id, course_id, current_n, created_at) values ($1, $2, $3, $4, 1, $5))
     insert into session_revision (clinic_id, session_id, patient_id, n, status, recorded_by, recorded_at, state, phase, planned_at,
       on_date, agent, route, route_details, concomitant, side_effects_asked)
     select $1, $2, $3, 1, 'current', $6, $5, 'planned', 'induction', $7, $8, r.agent, r.route, '{}', '{}', 'not-asked'
       from course c join course_revision r on r.clinic_id = c.clinic_id and r.course_id = c.id and r.n = c.current_n
      where c.clinic_id = $1 and c.id = $4`,
    [
      clinic.id,
      id,
      course.patientId,
      course.id,
      app.clock.now(),
      wishes.by.accountId,
      wishes.plannedAt ?? `${onDate}T18:30:00Z`,
      onDate,
    ],
  );
  return { id };
}
