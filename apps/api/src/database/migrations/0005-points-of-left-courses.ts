import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A course that was entered in error, or moved to another patient, leaves the forms that were filed under it to the others. */
export class PointsOfLeftCourses0005 implements MigrationInterface {
  readonly name = 'PointsOfLeftCourses1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      pointsWhere(`a.course_id is null or not exists (
        select 1 from course o
        join course_revision q on q.clinic_id = o.clinic_id and q.course_id = o.id and q.n = o.current_n
        where o.clinic_id = a.clinic_id and o.id = a.course_id and o.patient_id = a.patient_id and q.status = 'current')`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(pointsWhere(`a.course_id is null`));
  }
}

/**
 * The assessments of a course: those filed under it, and those of the patient filed under none that fall between
 * 14 days before day 0 and the end of the course.
 */
function pointsWhere(filedUnderNone: string): string {
  return `
    create or replace view course_point with (security_invoker = true) as
      select c.clinic_id, c.id as course_id, c.patient_id, a.id as assessment_id, a.instrument, a.on_date, a.at,
        a.on_date - c.day_zero as day, a.total, a.score_status, a.context, a.item_9, a.session_id, a.instrument_version,
        a.answers, a.way, a.recorded_by
      from current_course c
      join current_assessment a on a.clinic_id = c.clinic_id and a.patient_id = c.patient_id
        and (a.course_id = c.id
          or (a.on_date between coalesce(c.day_zero, c.started_on) - 14 and coalesce(c.ended_on, 'infinity'::date)
            and (${filedUnderNone})));
  `;
}
