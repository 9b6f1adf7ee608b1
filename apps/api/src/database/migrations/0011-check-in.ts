import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

/** What a patient's check-in leaves beside its scores: each answer and each change of it, and what stood after the forms. */
export class CheckIn0011 implements MigrationInterface {
  readonly name = 'CheckIn1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /*
       * Each answer to a form in the order in which it came, never changed. One that was set aside met another answer
       * to the same question, given elsewhere: it is kept here and did not enter the form. A device counts its answers,
       * so that one sent twice is stored once.
       */
      create table given_answer (
        clinic_id uuid not null,
        assessment_id uuid not null,
        n integer not null,
        patient_id uuid not null,
        item smallint not null,
        answer smallint,
        form_version integer not null,
        set_aside boolean not null,
        device_id uuid,
        sequence integer,
        given_at timestamptz(3) not null,
        given_by uuid not null,
        received_at timestamptz(3) not null,
        constraint given_answer_pk primary key (clinic_id, assessment_id, n),
        constraint given_answer_once unique (clinic_id, assessment_id, device_id, sequence),
        constraint given_answer_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint given_answer_number_positive check (n >= 1 and form_version >= 1),
        /* 0 is how difficult it all is. */
        constraint given_answer_item_range check (item between 0 and 40),
        constraint given_answer_answer_range check (answer between 0 and 10),
        constraint given_answer_sequence_is_whole check ((device_id is null) = (sequence is null) and sequence >= 1)
      );
      create index given_answer_by_patient on given_answer (clinic_id, patient_id);
      ${clinicalTable({ table: 'given_answer', ownReads: true, ownWrites: true, imported: false, added: 'given_by = (select app.account())' })}

      /* What a patient said after the forms: whether anything was noticed since the last session, and in own words. */
      create table check_in_note (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        session_id uuid,
        side_effects text not null,
        note text,
        written_at timestamptz(3) not null,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint check_in_note_pk primary key (clinic_id, id),
        constraint check_in_note_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint check_in_note_session_fk foreign key (clinic_id, session_id, patient_id) references session (clinic_id, id, patient_id),
        constraint check_in_note_side_effects_known check (side_effects in ('none', 'some', 'not-asked')),
        constraint check_in_note_asked_about_a_session check (side_effects = 'not-asked' or session_id is not null),
        constraint check_in_note_length check (length(note) between 1 and 4000),
        constraint check_in_note_says_something check (side_effects <> 'not-asked' or note is not null)
      );
      create index check_in_note_by_patient on check_in_note (clinic_id, patient_id, written_at);
      ${clinicalTable({ table: 'check_in_note', ownReads: true, ownWrites: true, imported: false, added: 'recorded_by = (select app.account())' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table check_in_note, given_answer;`);
  }
}
