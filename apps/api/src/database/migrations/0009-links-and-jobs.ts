import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent to people and by whom: the queue, the letters that wait, and links that lead to a check-in. */
export class LinksAndJobs0009 implements MigrationInterface {
  readonly name = 'LinksAndJobs1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* The queue's own tables are made by the role that works with them, which may make no schema. */
      create schema queue;
      grant usage, create on schema queue to courseline_jobs;
      grant usage on schema public, app to courseline_jobs;

      /* A letter or text that is to go out, written in the transaction that causes it and sent once, later. */
      create table message (
        clinic_id uuid not null constraint message_clinic_fk references clinic,
        id uuid not null,
        account_id uuid not null,
        channel text not null,
        kind text not null,
        cause text not null,
        not_before timestamptz(3) not null,
        created_by uuid,
        created_at timestamptz(3) not null,
        state text not null,
        attempts integer not null,
        changed_at timestamptz(3) not null,
        constraint message_pk primary key (clinic_id, id),
        constraint message_once unique (clinic_id, kind, cause, account_id, channel),
        constraint message_recipient_fk foreign key (clinic_id, account_id) references membership,
        constraint message_channel_known check (channel in ('email', 'sms')),
        constraint message_kind_shape check (kind ~ '^[a-z][a-z-]{1,40}$'),
        constraint message_cause_length check (length(cause) between 1 and 200),
        constraint message_state_known check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped')),
        constraint message_attempts_positive check (attempts >= 0)
      );
      create index message_open on message (clinic_id, not_before) where state in ('queued', 'sending');

      alter table message enable row level security, force row level security;
      create policy member_sends on message for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and created_by = (select app.account()) and (select app.is_member())
          and state = 'queued' and attempts = 0);
      grant insert on message to courseline_app;
      create policy jobs_send on message to courseline_jobs
        using (clinic_id = (select app.clinic())) with check (clinic_id = (select app.clinic()));
      grant select, insert on message to courseline_jobs;
      grant update (state, attempts, not_before, changed_at) on message to courseline_jobs;

      create policy jobs_read on clinic for select to courseline_jobs using (id = (select app.clinic()));
      grant select (id, slug, name, time_zone, locale) on clinic to courseline_jobs;
      create policy jobs_read on membership for select to courseline_jobs using (clinic_id = (select app.clinic()));
      grant select (clinic_id, account_id, roles, state, patient_id) on membership to courseline_jobs;

      alter table one_time_link drop constraint one_time_link_purpose_known;
      alter table one_time_link add constraint one_time_link_purpose_known
        check (purpose in ('first-administrator', 'invitation', 'password-reset', 'check-in'));
      alter table one_time_link add constraint one_time_link_check_in_has_clinic
        check (purpose <> 'check-in' or clinic_id is not null);

      /* Who came by a link to a check-in reaches that, in that clinic, and no more. */
      alter table sign_in add column clinic_id uuid constraint sign_in_clinic_fk references clinic;
      alter table sign_in drop constraint sign_in_reach_known;
      alter table sign_in add constraint sign_in_reach_known check (reach in ('staff', 'patient', 'check-in'));
      alter table sign_in add constraint sign_in_check_in_has_clinic check ((reach = 'check-in') = (clinic_id is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from one_time_link where purpose = 'check-in';
      delete from sign_in where reach = 'check-in';
      alter table sign_in drop constraint sign_in_check_in_has_clinic, drop constraint sign_in_reach_known,
        drop column clinic_id;
      alter table sign_in add constraint sign_in_reach_known check (reach in ('staff', 'patient'));
      alter table one_time_link drop constraint one_time_link_check_in_has_clinic,
        drop constraint one_time_link_purpose_known;
      alter table one_time_link add constraint one_time_link_purpose_known
        check (purpose in ('first-administrator', 'invitation', 'password-reset'));
      drop policy jobs_read on membership;
      drop policy jobs_read on clinic;
      revoke all on clinic, membership from courseline_jobs;
      drop table message;
      drop schema queue cascade;
      revoke usage on schema public, app from courseline_jobs;
    `);
  }
}
