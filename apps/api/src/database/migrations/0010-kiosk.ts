import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

/** A tablet that is the patient's for a while: whose sign-in rests meanwhile, and what was answered on it. */
export class Kiosk0010 implements MigrationInterface {
  readonly name = 'Kiosk1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sign_in add column suspended_at timestamptz(3);

      create table hand_over (
        id uuid constraint hand_over_pk primary key,
        token_hash bytea not null constraint hand_over_token_unique unique,
        clinic_id uuid not null constraint hand_over_clinic_fk references clinic,
        patient_id uuid not null,
        session_id uuid not null,
        account_id uuid not null constraint hand_over_account_fk references account,
        sign_in_id uuid not null constraint hand_over_sign_in_fk references sign_in,
        instruments text[] not null,
        started_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3),
        constraint hand_over_asks_something check (cardinality(instruments) between 1 and 10)
      );
      alter table hand_over enable row level security, force row level security;
      create policy identity_all on hand_over to courseline_identity using (true) with check (true);
      grant select, insert, update on hand_over to courseline_identity;

      /* A form on the tablet: saved after each answer; becomes the assessment of its id. */
      create table kiosk_form (
        clinic_id uuid not null,
        hand_over_id uuid not null,
        instrument text not null,
        patient_id uuid not null,
        session_id uuid not null,
        assessment_id uuid not null,
        instrument_version text not null,
        step integer not null,
        answers smallint[] not null,
        seen smallint not null,
        difficulty smallint,
        started_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        handed_in_at timestamptz(3),
        constraint kiosk_form_pk primary key (clinic_id, hand_over_id, instrument),
        constraint kiosk_form_session_fk foreign key (clinic_id, session_id, patient_id)
          references session (clinic_id, id, patient_id),
        constraint kiosk_form_version_fk foreign key (instrument, instrument_version) references instrument_version,
        constraint kiosk_form_step_positive check (step > 0),
        constraint kiosk_form_difficulty_range check (difficulty between 0 and 3)
      );
      ${clinicalTable({
        table: 'kiosk_form',
        ownReads: false,
        ownWrites: false,
        imported: false,
        updatable: ['step', 'answers', 'seen', 'difficulty', 'updated_at', 'handed_in_at'],
      })}

      /* Answers that came after the tablet's time: sealed until someone of the team takes them in or leaves them out. */
      create table kiosk_late_form (
        clinic_id uuid not null,
        id uuid not null,
        hand_over_id uuid not null,
        patient_id uuid not null,
        session_id uuid not null,
        instrument text not null,
        assessment_id uuid not null,
        step integer not null,
        sealed bytea not null,
        received_at timestamptz(3) not null,
        decided_at timestamptz(3),
        decided_by uuid,
        kept boolean,
        constraint kiosk_late_form_pk primary key (clinic_id, id),
        constraint kiosk_late_form_once unique (clinic_id, hand_over_id, instrument),
        constraint kiosk_late_form_session_fk foreign key (clinic_id, session_id, patient_id)
          references session (clinic_id, id, patient_id),
        constraint kiosk_late_form_sealed_size check (octet_length(sealed) between 28 and 4096),
        constraint kiosk_late_form_decision_is_whole check (
          (decided_at is null) = (decided_by is null) and (decided_at is null) = (kept is null))
      );
      create index kiosk_late_form_by_session on kiosk_late_form (clinic_id, session_id) where decided_at is null;
      ${clinicalTable({
        table: 'kiosk_late_form',
        ownReads: false,
        ownWrites: false,
        imported: false,
        updatable: ['step', 'sealed', 'received_at', 'decided_at', 'decided_by', 'kept'],
      })}

      alter table assessment_revision
        drop constraint assessment_revision_way_known,
        add constraint assessment_revision_way_known check (way in ('patient', 'kiosk', 'staff', 'import'));
      alter table alert
        drop constraint alert_way_known,
        add constraint alert_way_known check (way in ('patient', 'kiosk', 'staff', 'import', 'schedule'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment_revision
        drop constraint assessment_revision_way_known,
        add constraint assessment_revision_way_known check (way in ('patient', 'staff', 'import'));
      alter table alert
        drop constraint alert_way_known,
        add constraint alert_way_known check (way in ('patient', 'staff', 'import', 'schedule'));
      drop table kiosk_late_form, kiosk_form, hand_over;
      alter table sign_in drop column suspended_at;
    `);
  }
}
