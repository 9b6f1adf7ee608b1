import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

const IN_CLINIC = `clinic_id = (select app.clinic())`;

/** Reminders of check-ins: what was sent to whom, and who wants which. */
export class Reminders0012 implements MigrationInterface {
  readonly name = 'Reminders1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table clinic add column reminders_on boolean not null default true;
      alter table clinic add column reminders_from text not null default '08:00';
      alter table clinic add column reminders_until text not null default '21:00';
      alter table clinic add column reminders_each smallint not null default 2;
      alter table clinic add constraint clinic_reminders_in_a_day check (
        reminders_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and reminders_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        and reminders_from < reminders_until);
      alter table clinic add constraint clinic_reminders_each_few check (reminders_each between 1 and 5);
      grant update (reminders_on, reminders_from, reminders_until, reminders_each) on clinic to courseline_app;
      grant select (reminders_on, reminders_from, reminders_until, reminders_each) on clinic to courseline_jobs;

      /* A letter or text with a link to a check-in. For which occurrences of the plan: none where a person asked for it. */
      create table reminder (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        message_id uuid not null,
        occurrences text[] not null,
        asked_by uuid,
        at timestamptz(3) not null,
        constraint reminder_pk primary key (clinic_id, id),
        constraint reminder_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint reminder_message_fk foreign key (clinic_id, message_id) references message,
        constraint reminder_has_reason check (asked_by is not null or cardinality(occurrences) > 0)
      );
      create index reminder_by_patient on reminder (clinic_id, patient_id, at);
      ${clinicalTable({
        table: 'reminder',
        ownReads: true,
        ownWrites: false,
        imported: false,
        added: `asked_by = (select app.account())`,
      })}
      create policy jobs_read on reminder for select to courseline_jobs using (${IN_CLINIC});
      create policy jobs_add on reminder for insert to courseline_jobs with check (${IN_CLINIC} and asked_by is null);
      grant select, insert on reminder to courseline_jobs;

      /* What became of a reminder's letter is seen by whoever sees the reminder. */
      create policy reminder_reads on message for select to courseline_app
        using (${IN_CLINIC} and exists (
          select 1 from reminder r where r.clinic_id = message.clinic_id and r.message_id = message.id));
      grant select (clinic_id, id, channel, state, changed_at) on message to courseline_app;

      /* How a patient is to be reminded; the last row counts. */
      create table reminder_choice (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        channel text not null,
        chosen_by uuid not null,
        chosen_at timestamptz(3) not null,
        constraint reminder_choice_pk primary key (clinic_id, id),
        constraint reminder_choice_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint reminder_choice_channel_known check (channel in ('email', 'sms', 'none'))
      );
      create index reminder_choice_by_patient on reminder_choice (clinic_id, patient_id, chosen_at);
      ${clinicalTable({
        table: 'reminder_choice',
        ownReads: true,
        ownWrites: true,
        imported: false,
        added: `chosen_by = (select app.account())`,
      })}
      create policy jobs_read on reminder_choice for select to courseline_jobs using (${IN_CLINIC});
      grant select (clinic_id, id, patient_id, channel, chosen_at) on reminder_choice to courseline_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy reminder_reads on message;
      revoke select on message from courseline_app;
      drop table reminder_choice, reminder;
      alter table clinic drop constraint clinic_reminders_each_few, drop constraint clinic_reminders_in_a_day,
        drop column reminders_each, drop column reminders_until, drop column reminders_from, drop column reminders_on;
    `);
  }
}
