import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the jobs role reads of the record: when something is planned, was given or answered, never what. No score, no
 * dose, no name and no birth date can be read by it.
 */
const columnsOf: Readonly<Record<string, string>> = {
  patient: 'clinic_id, id, current_n',
  patient_revision: 'clinic_id, patient_id, n, status, phone, indications',
  course: 'clinic_id, id, patient_id, current_n, created_at',
  course_revision: 'clinic_id, course_id, n, status, agent, started_on, ended_on, declared_day_zero',
  course_phase: 'clinic_id, course_id, n, position, phase, planned_sessions',
  course_check_in_plan: 'clinic_id, course_id, n, moments',
  check_in_template: 'clinic_id, n, moments, recorded_at',
  session: 'clinic_id, id, course_id, patient_id, current_n',
  session_revision: 'clinic_id, session_id, n, status, state, phase, on_date, planned_at, started_at',
  assessment: 'clinic_id, id, patient_id, course_id, session_id, current_n',
  assessment_revision: 'clinic_id, assessment_id, n, status, instrument, context, on_date, at',
};

/** Lets the job that sends reminders work out who is asked what, in one clinic at a time; and their settings' own version. */
export class JobsReadPlans0013 implements MigrationInterface {
  readonly name = 'JobsReadPlans1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table clinic add column reminders_version integer not null default 1;
      grant update (reminders_version) on clinic to courseline_app;
    `);
    for (const [table, columns] of Object.entries(columnsOf)) {
      await runner.query(`
        create policy jobs_read on ${table} for select to courseline_jobs using (clinic_id = (select app.clinic()));
        grant select (${columns}) on ${table} to courseline_jobs;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table clinic drop column reminders_version`);
    for (const table of Object.keys(columnsOf)) {
      await runner.query(`drop policy jobs_read on ${table}; revoke all on ${table} from courseline_jobs;`);
    }
  }
}
