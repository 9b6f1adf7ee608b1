import { newId } from '../../src/database/ids.js';
import type { SignedIn, TestApp } from '../test-app.js';
import type { TestClinic } from './a-clinic.js';
import type { TestCourse } from './a-course.js';

export interface GivenSessionWishes {
  readonly by: Pick<SignedIn, 'accountId'>;
  readonly onDate: string;
  /** Null: only the day is known. */
  readonly startedAt?: string | null;
  readonly phase?: string;
  readonly givenMg?: number;
  readonly weightKg?: number;
  readonly asked?: 'none' | 'some' | 'not-asked';
  readonly effects?: readonly {
    readonly code: string;
    readonly severity: number;
    readonly onset?: number | null;
    readonly duration?: number | null;
  }[];
  /** Systolic and diastolic, before the dose and at 40 minutes. */
  readonly pressures?: readonly (readonly ['before' | 'at-40-minutes', number, number])[];
}

/** A given and signed session: 42 mg IV for 84 kg unless said. */
export async function aGivenSession(
  app: TestApp,
  clinic: TestClinic,
  course: TestCourse,
  wishes: GivenSessionWishes,
): Promise<{ readonly id: string }> {
  const id = newId();
  const {
    onDate,
    startedAt = `${onDate}T18:30:00Z`,
    phase = 'induction',
    givenMg = 42,
    weightKg = 84,
    effects = [],
    asked = effects.length > 0 ? 'some' : 'none',
    pressures = [],
  } = wishes;
  const by = wishes.by.accountId;
  const now = app.clock.now();
  await app.sql(
    `with head as (
       insert into session (clinic_id, id, patient_id, course_id, current_n, created_at) values ($1, $2, $3, $4, 1, $5))
     insert into session_revision (clinic_id, session_id, patient_id, n, status, recorded_by, recorded_at, state, phase, on_date,
       started_at, agent, route, given_mg, weight_kg, weight_entered, weight_unit, weight_on, infusion_minutes, route_details,
       concomitant, side_effects_asked, signed_by, signed_at)
     values ($1, $2, $3, 1, 'current', $6, $5, 'given', $7, $8, $9, 'ketamine', 'iv', $10, $11, $11, 'kg', $8, 40, '{}', '{}', $12,
       $6, $5)`,
    [clinic.id, id, course.patientId, course.id, now, by, phase, onDate, startedAt, givenMg, weightKg, asked],
  );
  for (const [position, effect] of effects.entries()) {
    await app.sql(
      `insert into side_effect (clinic_id, session_id, n, position, patient_id, code, severity, onset_minutes, duration_minutes,
         reporter) values ($1, $2, 1, $3, $4, $5, $6, $7, $8, 'staff')`,
      [
        clinic.id,
        id,
        position,
        course.patientId,
        effect.code,
        effect.severity,
        effect.onset ?? null,
        effect.duration ?? null,
      ],
    );
  }
  for (const [position, [moment, systolic, diastolic]] of pressures.entries()) {
    await app.sql(
      `insert into reading (clinic_id, session_id, n, position, patient_id, kind, moment, minute, value, diastolic)
       values ($1, $2, 1, $3, $4, 'blood-pressure', $5, $6, $7, $8)`,
      [clinic.id, id, position, course.patientId, moment, moment === 'before' ? -5 : 40, systolic, diastolic],
    );
  }
  return { id };
}
