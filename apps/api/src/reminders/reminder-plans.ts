import { Injectable } from '@nestjs/common';
import type { CheckInOccurrence } from '@courseline/treatment';
import { clinicDays } from '../check-in-plans/clinic-days.js';
import type { Sql } from '../database/sql.js';
import type { JobClinic } from '../jobs/job-clinics.js';
import { askedOfPatients } from './asked-of-patients.js';
import { ReminderFactsQueries } from './reminder-facts.queries.js';

/** What the plans ask of some patients as things stand now, worked out as the jobs role. */
@Injectable()
export class ReminderPlans {
  constructor(private readonly queries: ReminderFactsQueries) {}

  async read(
    sql: Sql,
    clinic: JobClinic,
    patients: readonly string[],
    now: Date,
  ): Promise<ReadonlyMap<string, readonly CheckInOccurrence[]>> {
    const courses = await this.queries.listCourses(sql, clinic.id, patients);
    const sessions = await this.queries.listSessions(sql, clinic.id, patients);
    const forms = await this.queries.listForms(sql, clinic.id, patients);
    return askedOfPatients({ courses, sessions, forms }, now.getTime(), clinicDays(clinic.timeZone));
  }

  /** Whether any of these occurrences is still asked, and may be answered now. */
  async isStillAsked(
    sql: Sql,
    clinic: JobClinic,
    { patientId, occurrences }: { readonly patientId: string; readonly occurrences: readonly string[] },
    now: Date,
  ): Promise<boolean> {
    const asked = (await this.read(sql, clinic, [patientId], now)).get(patientId) ?? [];
    return asked.some(
      ({ key, state, heldUntil }) =>
        occurrences.includes(key) && (state === 'due' || state === 'late') && heldUntil === null,
    );
  }
}
