import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

/** Columns of every revision: nothing clinical is updated in place, each state is a row with author and reason. */
const REVISION = `
  n integer not null,
  status text not null,
  reason text,
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null`;
const REVISION_RULES = (table: string): string => `
  constraint ${table}_status_known check (status in ('current', 'entered-in-error', 'belongs-to-another-patient')),
  constraint ${table}_number_positive check (n >= 1),
  constraint ${table}_change_has_reason check (n = 1 or length(btrim(reason)) >= 3)`;

/** Patients, their care team, treatments tried, and courses. */
export class Record0002 implements MigrationInterface {
  readonly name = 'Record1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_batch (
        clinic_id uuid not null constraint import_batch_clinic_fk references clinic,
        id uuid not null,
        source text,
        file_name text not null,
        file_sha256 text not null,
        file_bytes bigint not null,
        mapping jsonb,
        state text not null,
        run integer not null,
        counts jsonb,
        created_by uuid not null,
        created_at timestamptz(3) not null,
        imported_at timestamptz(3),
        voided_by uuid,
        voided_at timestamptz(3),
        void_reason text,
        constraint import_batch_pk primary key (clinic_id, id),
        constraint import_batch_checked_is_whole check (
          state = 'uploaded' or state = 'voided' or num_nulls(source, mapping, counts) = 0),
        constraint import_batch_imported_has_time check (state <> 'imported' or imported_at is not null),
        constraint import_batch_state_known check (state in ('uploaded', 'checked', 'imported', 'voided')),
        constraint import_batch_void_has_reason check ((state = 'voided') = (void_reason is not null and length(btrim(void_reason)) >= 3))
      );

      create table patient (
        clinic_id uuid not null constraint patient_clinic_fk references clinic,
        id uuid not null,
        mrn text not null,
        current_n integer not null,
        created_by uuid not null,
        created_at timestamptz(3) not null,
        import_batch_id uuid,
        constraint patient_pk primary key (clinic_id, id),
        constraint patient_mrn_unique unique (clinic_id, mrn),
        constraint patient_mrn_shape check (mrn = btrim(mrn) and length(mrn) between 1 and 40),
        constraint patient_import_fk foreign key (clinic_id, import_batch_id) references import_batch
      );
      create table patient_revision (
        clinic_id uuid not null,
        patient_id uuid not null,
        ${REVISION},
        mrn text not null,
        family_name text not null,
        given_name text not null,
        birth_date date,
        sex text not null,
        phone text,
        email text,
        indications text[] not null,
        allergies text,
        contraindications text,
        import_batch_id uuid,
        constraint patient_revision_pk primary key (clinic_id, patient_id, n),
        constraint patient_revision_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint patient_revision_mrn unique (clinic_id, patient_id, n, mrn),
        constraint patient_revision_sex_known check (sex in ('female', 'male', 'other', 'unknown')),
        constraint patient_revision_names_length check (
          length(family_name) <= 200 and length(given_name) <= 200 and length(family_name) + length(given_name) >= 1),
        constraint patient_revision_birth_date_plausible check (birth_date between '1890-01-01' and recorded_at::date + 1),
        constraint patient_revision_indications_known check (indications <@ array[
          'major-depression', 'treatment-resistant-depression', 'bipolar-depression', 'ptsd', 'generalised-anxiety',
          'social-anxiety', 'ocd', 'suicidal-ideation', 'chronic-pain', 'substance-use', 'other']),
        ${REVISION_RULES('patient_revision')}
      );
      alter table patient add constraint patient_current_fk foreign key (clinic_id, id, current_n, mrn)
        references patient_revision (clinic_id, patient_id, n, mrn) deferrable initially deferred;
      alter table membership add constraint membership_patient_fk foreign key (clinic_id, patient_id) references patient;
      create index patient_revision_by_name on patient_revision (clinic_id, lower(family_name));

      create table care_team (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        account_id uuid not null,
        added_by uuid not null,
        added_at timestamptz(3) not null,
        ended_by uuid,
        ended_at timestamptz(3),
        end_reason text,
        constraint care_team_pk primary key (clinic_id, id),
        constraint care_team_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint care_team_member_fk foreign key (clinic_id, account_id) references membership,
        constraint care_team_end_is_whole check ((ended_at is null) = (ended_by is null))
      );
      create unique index care_team_once on care_team (clinic_id, patient_id, account_id) where ended_at is null;
      create index care_team_by_account on care_team (clinic_id, account_id, patient_id) where ended_at is null;

      create function app.team_patients() returns setof uuid
        language plpgsql stable rows 200 set search_path = pg_catalog, public, pg_temp
        as $$ begin
          return query select t.patient_id from care_team t
            where t.clinic_id = app.clinic() and t.account_id = app.account() and t.ended_at is null;
        end $$;
      /* Whoever registers a patient becomes the first of the care team. */
      create function app.registered(wanted uuid) returns boolean
        language plpgsql stable set search_path = pg_catalog, public, pg_temp
        as $$ begin
          return not exists (select 1 from care_team t where t.clinic_id = app.clinic() and t.patient_id = wanted)
            and exists (select 1 from patient p
              where p.clinic_id = app.clinic() and p.id = wanted and p.created_by = app.account());
        end $$;

      create table prior_treatment (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        current_n integer not null,
        created_at timestamptz(3) not null,
        constraint prior_treatment_pk primary key (clinic_id, id),
        constraint prior_treatment_of_patient unique (clinic_id, id, patient_id),
        constraint prior_treatment_patient_fk foreign key (clinic_id, patient_id) references patient
      );
      create index prior_treatment_by_patient on prior_treatment (clinic_id, patient_id);
      create table prior_treatment_revision (
        clinic_id uuid not null,
        prior_treatment_id uuid not null,
        patient_id uuid not null,
        ${REVISION},
        kind text not null,
        name text not null,
        highest_dose text,
        weeks_at_dose smallint,
        adherence text not null,
        adequate text not null,
        adequacy_rule text,
        outcome text not null,
        episode text not null,
        stop_reason text,
        note text,
        constraint prior_treatment_revision_pk primary key (clinic_id, prior_treatment_id, n),
        constraint prior_treatment_revision_of_fk foreign key (clinic_id, prior_treatment_id, patient_id)
          references prior_treatment (clinic_id, id, patient_id),
        constraint prior_treatment_revision_kind_known check (kind in
          ('antidepressant', 'augmentation', 'other-medicine', 'psychotherapy', 'ect', 'tms', 'other')),
        constraint prior_treatment_revision_name_length check (length(btrim(name)) between 1 and 200),
        constraint prior_treatment_revision_weeks_range check (weeks_at_dose between 0 and 2600),
        constraint prior_treatment_revision_adherence_known check (adherence in ('good', 'partial', 'poor', 'unknown')),
        constraint prior_treatment_revision_adequate_known check (adequate in ('yes', 'no', 'unknown')),
        constraint prior_treatment_revision_outcome_known check (outcome in
          ('remission', 'response', 'partial', 'none', 'intolerant', 'unknown')),
        constraint prior_treatment_revision_episode_known check (episode in ('current', 'earlier', 'unknown')),
        ${REVISION_RULES('prior_treatment_revision')}
      );
      alter table prior_treatment add constraint prior_treatment_current_fk foreign key (clinic_id, id, current_n)
        references prior_treatment_revision (clinic_id, prior_treatment_id, n) deferrable initially deferred;

      create table course (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        current_n integer not null,
        created_at timestamptz(3) not null,
        import_batch_id uuid,
        constraint course_pk primary key (clinic_id, id),
        constraint course_of_patient unique (clinic_id, id, patient_id),
        constraint course_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint course_import_fk foreign key (clinic_id, import_batch_id) references import_batch
      );
      create index course_by_patient on course (clinic_id, patient_id);
      create table course_revision (
        clinic_id uuid not null,
        course_id uuid not null,
        patient_id uuid not null,
        ${REVISION},
        agent text not null,
        agent_name text,
        route text not null,
        started_on date not null,
        declared_day_zero date,
        ended_on date,
        end_reason text,
        end_note text,
        ordered_mg numeric(8, 3),
        ordered_mg_per_kg numeric(6, 3),
        infusion_minutes smallint,
        setting_tag text,
        note text,
        linked_course_id uuid,
        import_batch_id uuid,
        constraint course_revision_pk primary key (clinic_id, course_id, n),
        constraint course_revision_of_fk foreign key (clinic_id, course_id, patient_id) references course (clinic_id, id, patient_id),
        constraint course_revision_agent_known check (agent in
          ('ketamine', 'esketamine', 'ssri', 'snri', 'other-antidepressant', 'psychotherapy', 'other')),
        constraint course_revision_route_known check (route in ('iv', 'im', 'sc', 'sublingual', 'oral', 'intranasal', 'none')),
        constraint course_revision_route_fits_agent check (
          (agent not in ('ketamine', 'esketamine') or route <> 'none') and (agent <> 'esketamine' or route = 'intranasal')),
        constraint course_revision_end_after_start check (ended_on >= started_on),
        constraint course_revision_end_is_whole check ((ended_on is null) = (end_reason is null)),
        constraint course_revision_end_reason_known check (end_reason in
          ('completed', 'no-benefit', 'side-effects', 'patient-choice', 'cost', 'moved-away', 'lost-to-follow-up', 'clinical-decision', 'other')),
        constraint course_revision_order_positive check (ordered_mg > 0 and ordered_mg_per_kg > 0),
        ${REVISION_RULES('course_revision')}
      );
      alter table course add constraint course_current_fk foreign key (clinic_id, id, current_n)
        references course_revision (clinic_id, course_id, n) deferrable initially deferred;
      create table course_phase (
        clinic_id uuid not null,
        course_id uuid not null,
        n integer not null,
        position smallint not null,
        patient_id uuid not null,
        phase text not null,
        starts_on date,
        planned_sessions smallint,
        interval_days numeric(5, 2),
        import_batch_id uuid,
        constraint course_phase_pk primary key (clinic_id, course_id, n, position),
        constraint course_phase_of_fk foreign key (clinic_id, course_id, n) references course_revision,
        constraint course_phase_known check (phase in ('induction', 'continuation', 'maintenance', 'booster', 'rescue')),
        constraint course_phase_sessions_range check (planned_sessions between 1 and 500),
        constraint course_phase_interval_positive check (interval_days > 0)
      );

      /* Staff see who treats whom; a patient sees no team rows. */
      alter table care_team enable row level security, force row level security;
      create policy staff_reads on care_team for select to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.has_role('nurse', 'clinician', 'director')));
      create policy team_adds on care_team for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and added_by = (select app.account()) and (
          (select app.has_role('director')) or (select app.treats_whole_clinic())
          or ((select app.has_role('nurse', 'clinician'))
            and (patient_id in (select app.team_patients()) or (account_id = (select app.account()) and app.registered(patient_id))))));
      create policy team_ends on care_team for update to courseline_app
        using (clinic_id = (select app.clinic()) and ended_at is null and (
          (select app.has_role('director')) or (select app.treats_whole_clinic())
          or ((select app.has_role('nurse', 'clinician')) and patient_id in (select app.team_patients()))))
        with check (clinic_id = (select app.clinic()) and ended_by = (select app.account()));
      grant select, insert, update (ended_by, ended_at, end_reason) on care_team to courseline_app;

      alter table import_batch enable row level security, force row level security;
      create policy director_imports on import_batch to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.has_role('director')))
        with check (clinic_id = (select app.clinic()) and (select app.has_role('director')));
      grant select, insert, update (file_bytes, file_sha256, source, mapping, state, run, counts, imported_at, voided_by, voided_at, void_reason) on import_batch to courseline_app;

      /* A patient's own head row is keyed by id; the other tables by patient_id. */
      alter table patient enable row level security, force row level security;
      create policy clinical_reads on patient for select to courseline_app
        using (clinic_id = (select app.clinic()) and (
          (select app.reads_whole_clinic()) or id = (select app.own_patient())
          or ((select app.has_role('nurse', 'clinician')) and (
            id in (select app.team_patients())
            or created_by = (select app.account()) and not exists (select 1 from care_team t where t.clinic_id = patient.clinic_id and t.patient_id = patient.id)))));
      create policy clinical_adds on patient for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and created_by = (select app.account()) and (
          (select app.has_role('nurse', 'clinician')) or ((select app.has_role('director')) and import_batch_id is not null)));
      create policy clinical_moves_on on patient for update to courseline_app
        using (clinic_id = (select app.clinic()) and (
          (select app.treats_whole_clinic()) or (select app.has_role('director'))
          or ((select app.has_role('nurse', 'clinician')) and id in (select app.team_patients()))))
        with check (clinic_id = (select app.clinic()));
      grant select, insert, update (current_n, mrn) on patient to courseline_app;

      alter table patient_revision enable row level security, force row level security;
      create policy clinical_reads on patient_revision for select to courseline_app
        using (clinic_id = (select app.clinic()) and (
          (select app.reads_whole_clinic()) or patient_id = (select app.own_patient())
          or ((select app.has_role('nurse', 'clinician')) and patient_id in (select app.team_patients()))));
      create policy clinical_adds on patient_revision for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and recorded_by = (select app.account()) and (
          (select app.treats_whole_clinic())
          or ((select app.has_role('nurse', 'clinician'))
            and (patient_id in (select app.team_patients()) or (n = 1 and app.registered(patient_id))))
          or ((select app.has_role('director')) and import_batch_id is not null)));
      grant select, insert on patient_revision to courseline_app;

      ${clinicalTable({ table: 'prior_treatment', ownReads: true, ownWrites: false, imported: false, updatable: ['current_n'] })}
      ${clinicalTable({ table: 'prior_treatment_revision', ownReads: true, ownWrites: false, imported: false, added: 'recorded_by = (select app.account())' })}
      ${clinicalTable({ table: 'course', ownReads: true, ownWrites: false, imported: true, updatable: ['current_n'] })}
      ${clinicalTable({ table: 'course_revision', ownReads: true, ownWrites: false, imported: true, added: 'recorded_by = (select app.account())' })}
      ${clinicalTable({ table: 'course_phase', ownReads: true, ownWrites: false, imported: true })}

      create view current_patient with (security_invoker = true) as
        select p.clinic_id, p.id, p.mrn, r.n, r.status, r.family_name, r.given_name, r.birth_date, r.sex, r.phone, r.email,
          r.indications, r.allergies, r.contraindications, p.created_at, r.recorded_by, r.recorded_at, p.import_batch_id
        from patient p
        join patient_revision r on r.clinic_id = p.clinic_id and r.patient_id = p.id and r.n = p.current_n
        where r.status = 'current';
      create view current_prior_treatment with (security_invoker = true) as
        select h.clinic_id, h.id, h.patient_id, r.n, r.kind, r.name, r.highest_dose, r.weeks_at_dose, r.adherence, r.adequate,
          r.adequacy_rule, r.outcome, r.episode, r.stop_reason, r.note, r.recorded_by, r.recorded_at
        from prior_treatment h
        join prior_treatment_revision r on r.clinic_id = h.clinic_id and r.prior_treatment_id = h.id and r.n = h.current_n
        where r.status = 'current';
      grant select on current_patient, current_prior_treatment to courseline_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view current_prior_treatment, current_patient;
      alter table membership drop constraint membership_patient_fk;
      drop table course_phase, course_revision, course, prior_treatment_revision, prior_treatment,
        care_team, patient_revision, patient, import_batch cascade;
      drop function app.registered(uuid);
      drop function app.team_patients();
    `);
  }
}
