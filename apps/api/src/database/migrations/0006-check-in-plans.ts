import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

/** When which form is asked: the clinic's template, what a course has of its own, and forms that have no total. */
export class CheckInPlans0006 implements MigrationInterface {
  readonly name = 'CheckInPlans1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Each version stays: a course follows the one in force when it was made. */
      create table check_in_template (
        clinic_id uuid not null constraint check_in_template_clinic_fk references clinic,
        n integer not null,
        moments jsonb not null,
        reason text not null,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint check_in_template_pk primary key (clinic_id, n),
        constraint check_in_template_number_positive check (n >= 1),
        constraint check_in_template_moments_list check (jsonb_typeof(moments) = 'array'),
        constraint check_in_template_change_has_reason check (length(btrim(reason)) >= 3)
      );
      /* A course without a row follows the template. */
      create table course_check_in_plan (
        clinic_id uuid not null,
        course_id uuid not null,
        patient_id uuid not null,
        n integer not null,
        moments jsonb not null,
        reason text not null,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint course_check_in_plan_pk primary key (clinic_id, course_id, n),
        constraint course_check_in_plan_course_fk foreign key (clinic_id, course_id, patient_id)
          references course (clinic_id, id, patient_id),
        constraint course_check_in_plan_number_positive check (n >= 1),
        constraint course_check_in_plan_moments_list check (jsonb_typeof(moments) = 'array'),
        constraint course_check_in_plan_change_has_reason check (length(btrim(reason)) >= 3)
      );
      create index course_check_in_plan_by_patient on course_check_in_plan (clinic_id, patient_id);

      alter table check_in_template enable row level security, force row level security;
      create policy member_reads on check_in_template for select to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.is_member()));
      create policy director_adds on check_in_template for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and (select app.has_role('director'))
          and recorded_by = (select app.account()));
      grant select, insert on check_in_template to courseline_app;
      ${clinicalTable({
        table: 'course_check_in_plan',
        ownReads: true,
        ownWrites: false,
        imported: false,
        added: `recorded_by = (select app.account()) and (select app.has_role('clinician'))`,
      })}

      /* The plan of each course: its own, or the template in force when it was made; without moments, the default. */
      create view check_in_plan_in_force with (security_invoker = true) as
        select c.clinic_id, c.id as course_id, c.patient_id, coalesce(own.moments, t.moments) as moments,
          case when own.n is not null then 'course' when t.n is not null then 'template' else 'default' end as source,
          coalesce(own.n, 0) as n, t.n as template_n, own.reason, own.recorded_by, own.recorded_at
        from course c
        left join lateral (
          select p.n, p.moments, p.reason, p.recorded_by, p.recorded_at from course_check_in_plan p
          where p.clinic_id = c.clinic_id and p.course_id = c.id order by p.n desc limit 1) own on true
        left join lateral (
          select s.n, s.moments from check_in_template s
          where s.clinic_id = c.clinic_id and s.recorded_at <= c.created_at order by s.n desc limit 1) t on true;
      grant select on check_in_plan_in_force to courseline_app;

      /* An instrument without a total has 0 as its highest: complete means that every item is answered. */
      alter table assessment_revision drop constraint assessment_revision_status_fits;
      alter table assessment_revision add constraint assessment_revision_status_fits check (case score_status
        when 'complete' then app.answered(answers) = item_count
          and (case when total_maximum = 0 then total is null else total = app.total(answers) end)
        when 'prorated' then total_maximum > 0 and app.answered(answers) between 1 and item_count - 1 and total is not null
        when 'partial' then app.answered(answers) < item_count and total is null
        when 'imported' then total_maximum > 0 and answers is null and total = imported_total
        else false end);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment_revision drop constraint assessment_revision_status_fits;
      alter table assessment_revision add constraint assessment_revision_status_fits check (case score_status
        when 'complete' then app.answered(answers) = item_count and total = app.total(answers)
        when 'prorated' then app.answered(answers) between 1 and item_count - 1 and total is not null
        when 'partial' then app.answered(answers) < item_count and total is null
        when 'imported' then answers is null and total = imported_total
        else false end) not valid;
      drop view check_in_plan_in_force;
      drop table course_check_in_plan, check_in_template;
    `);
  }
}
