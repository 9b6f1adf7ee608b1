import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

/** What happens in a session as it happens, and the monitoring form that some medicines ask for. */
export class Monitoring0007 implements MigrationInterface {
  readonly name = 'Monitoring1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Entries are added and never changed: one that was wrong is withdrawn by a later one, once. */
      create table session_event (
        clinic_id uuid not null,
        id uuid not null,
        session_id uuid not null,
        patient_id uuid not null,
        kind text not null,
        at timestamptz(3) not null,
        body jsonb not null,
        /* The row of the draft's vitals that these readings are kept in. */
        draft_row text,
        withdraws uuid,
        rules_version text not null,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint session_event_pk primary key (clinic_id, id),
        constraint session_event_of_session unique (clinic_id, id, session_id),
        constraint session_event_session_fk foreign key (clinic_id, session_id, patient_id)
          references session (clinic_id, id, patient_id),
        constraint session_event_withdraws_fk foreign key (clinic_id, withdraws, session_id)
          references session_event (clinic_id, id, session_id),
        constraint session_event_withdraws_another check (withdraws <> id),
        constraint session_event_withdrawal_names_one check (kind <> 'withdrawal' or withdraws is not null),
        constraint session_event_kind_known check (kind in ('dose-started', 'readings', 'side-effect', 'side-effect-ended',
          'infusion-paused', 'infusion-resumed', 'infusion-ended', 'rescue-medication', 'note', 'discharged', 'withdrawal')),
        constraint session_event_body_object check (jsonb_typeof(body) = 'object' and pg_column_size(body) < 16384),
        constraint session_event_row_shape check (draft_row ~ '^(before|at-40-minutes|end|other-[1-9][0-9]?)$'),
        constraint session_event_row_of_readings check ((draft_row is not null) = (kind = 'readings'))
      );
      create unique index session_event_withdrawn_once on session_event (clinic_id, withdraws) where withdraws is not null;
      create index session_event_by_session on session_event (clinic_id, session_id);
      create index session_event_by_patient on session_event (clinic_id, patient_id);

      /* The form that esketamine asks for after each session: each version of it stays, the last counts. */
      create table monitoring_form (
        clinic_id uuid not null,
        session_id uuid not null,
        patient_id uuid not null,
        n integer not null,
        definition text not null,
        answers jsonb not null,
        sent_on date,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint monitoring_form_pk primary key (clinic_id, session_id, n),
        constraint monitoring_form_session_fk foreign key (clinic_id, session_id, patient_id)
          references session (clinic_id, id, patient_id),
        constraint monitoring_form_number_positive check (n >= 1),
        constraint monitoring_form_answers_object check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 16384)
      );
      create index monitoring_form_by_patient on monitoring_form (clinic_id, patient_id);

      ${clinicalTable({ table: 'session_event', ownReads: false, ownWrites: false, imported: false, added: 'recorded_by = (select app.account())' })}
      ${clinicalTable({ table: 'monitoring_form', ownReads: false, ownWrites: false, imported: false, added: 'recorded_by = (select app.account())' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table monitoring_form, session_event');
  }
}
