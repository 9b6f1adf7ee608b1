import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

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

/** Treatment sessions with readings and side effects, filled-in instruments, their drafts, and item 9 alerts. */
export class SessionsAndAssessments0003 implements MigrationInterface {
  readonly name = 'SessionsAndAssessments1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table instrument_version (
        instrument text not null,
        version text not null,
        item_count smallint not null,
        item_maximum smallint not null,
        total_maximum smallint not null,
        constraint instrument_version_pk primary key (instrument, version),
        constraint instrument_version_shape unique (instrument, version, item_count, item_maximum, total_maximum)
      );
      alter table instrument_version enable row level security, force row level security;
      create policy everyone_reads on instrument_version for select to courseline_app using (true);
      create policy owner_seeds on instrument_version to current_user using (true) with check (true);
      grant select on instrument_version to courseline_app;

      create function app.total(answers smallint[]) returns integer
        language sql immutable strict parallel safe set search_path = pg_catalog
        as $$ select coalesce(sum(a), 0)::integer from unnest(answers) a $$;
      create function app.answers_within(answers smallint[], item_maximum smallint) returns boolean
        language sql immutable strict parallel safe set search_path = pg_catalog
        as $$ select coalesce(bool_and(a is null or a between 0 and item_maximum), true) from unnest(answers) a $$;
      create function app.answered(answers smallint[]) returns integer
        language sql immutable strict parallel safe set search_path = pg_catalog
        as $$ select count(a)::integer from unnest(answers) a $$;

      create table session (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        course_id uuid not null,
        current_n integer not null,
        created_at timestamptz(3) not null,
        import_batch_id uuid,
        constraint session_pk primary key (clinic_id, id),
        constraint session_of_patient unique (clinic_id, id, patient_id),
        constraint session_course_fk foreign key (clinic_id, course_id, patient_id) references course (clinic_id, id, patient_id)
      );
      create index session_by_course on session (clinic_id, course_id);
      create index session_by_patient on session (clinic_id, patient_id);
      create table session_revision (
        clinic_id uuid not null,
        session_id uuid not null,
        patient_id uuid not null,
        ${REVISION},
        state text not null,
        state_reason text,
        phase text not null,
        planned_at timestamptz(3),
        on_date date not null,
        started_at timestamptz(3),
        ended_at timestamptz(3),
        agent text not null,
        route text not null,
        ordered_mg numeric(8, 3),
        ordered_mg_per_kg numeric(6, 3),
        given_mg numeric(8, 3),
        weight_kg numeric(6, 3),
        weight_entered numeric(6, 2),
        weight_unit text,
        weight_on date,
        infusion_minutes smallint,
        route_details jsonb not null,
        concomitant jsonb not null,
        dose_reason text,
        pressure_reason text,
        side_effects_asked text not null,
        note text,
        signed_by uuid,
        signed_at timestamptz(3),
        linked_session_id uuid,
        import_batch_id uuid,
        constraint session_revision_pk primary key (clinic_id, session_id, n),
        constraint session_revision_of_fk foreign key (clinic_id, session_id, patient_id) references session (clinic_id, id, patient_id),
        constraint session_revision_state_known check (state in ('planned', 'cancelled', 'no-show', 'given', 'stopped-early')),
        constraint session_revision_stop_has_reason check (state not in ('cancelled', 'stopped-early') or length(btrim(state_reason)) >= 1),
        constraint session_revision_given_is_signed check (state not in ('given', 'stopped-early')
          or (given_mg is not null and signed_by is not null and signed_at is not null)),
        constraint session_revision_planned_is_unsigned check (state in ('given', 'stopped-early') or (signed_by is null and given_mg is null)),
        constraint session_revision_phase_known check (phase in ('induction', 'continuation', 'maintenance', 'booster', 'rescue')),
        constraint session_revision_agent_known check (agent in ('ketamine', 'esketamine')),
        constraint session_revision_route_known check (route in ('iv', 'im', 'sc', 'sublingual', 'oral', 'intranasal')),
        constraint session_revision_dose_range check (given_mg >= 0 and given_mg <= 2000 and ordered_mg > 0 and ordered_mg <= 2000
          and ordered_mg_per_kg > 0 and ordered_mg_per_kg <= 50),
        constraint session_revision_dose_not_absurd check (route not in ('iv', 'im', 'sc') or given_mg <= 10 * weight_kg),
        constraint session_revision_weight_range check (weight_kg between 20 and 400),
        constraint session_revision_weight_is_whole check (
          num_nulls(weight_kg, weight_entered, weight_unit, weight_on) in (0, 4) and weight_unit in ('kg', 'lb')),
        constraint session_revision_infusion_range check (infusion_minutes between 1 and 1440),
        constraint session_revision_asked_known check (side_effects_asked in ('none', 'some', 'not-asked')),
        constraint session_revision_details_object check (jsonb_typeof(route_details) = 'object' and jsonb_typeof(concomitant) = 'object'),
        constraint session_revision_times_in_order check (ended_at >= started_at),
        ${REVISION_RULES('session_revision')}
      );
      alter table session add constraint session_current_fk foreign key (clinic_id, id, current_n)
        references session_revision (clinic_id, session_id, n) deferrable initially deferred;
      create index session_revision_by_day on session_revision (clinic_id, on_date);

      create table reading (
        clinic_id uuid not null,
        session_id uuid not null,
        n integer not null,
        position smallint not null,
        patient_id uuid not null,
        kind text not null,
        moment text not null,
        at timestamptz(3),
        minute smallint,
        value numeric(6, 2) not null,
        diastolic numeric(6, 2),
        import_batch_id uuid,
        constraint reading_pk primary key (clinic_id, session_id, n, position),
        constraint reading_of_fk foreign key (clinic_id, session_id, n) references session_revision,
        constraint reading_kind_known check (kind in
          ('blood-pressure', 'pulse', 'spo2', 'respiratory-rate', 'sedation', 'dissociation')),
        constraint reading_moment_known check (moment in ('before', 'at-40-minutes', 'end', 'other')),
        constraint reading_has_a_time check (at is not null or minute is not null),
        constraint reading_minute_range check (minute between -720 and 1440),
        constraint reading_value_range check (case kind
          when 'blood-pressure' then value between 40 and 300 and diastolic between 20 and 200 and diastolic < value
          when 'pulse' then value between 20 and 250
          when 'spo2' then value between 40 and 100
          when 'respiratory-rate' then value between 2 and 80
          when 'sedation' then value between 0 and 5
          else value between 0 and 10 end),
        constraint reading_diastolic_only_for_pressure check ((kind = 'blood-pressure') = (diastolic is not null))
      );

      create table side_effect (
        clinic_id uuid not null,
        session_id uuid not null,
        n integer not null,
        position smallint not null,
        patient_id uuid not null,
        code text not null,
        other_text text,
        severity smallint not null,
        onset_minutes smallint,
        duration_minutes integer,
        ctcae_grade smallint,
        serious boolean,
        serious_criterion text,
        reporter text not null,
        note text,
        import_batch_id uuid,
        constraint side_effect_pk primary key (clinic_id, session_id, n, position),
        constraint side_effect_of_fk foreign key (clinic_id, session_id, n) references session_revision,
        constraint side_effect_once unique (clinic_id, session_id, n, code, other_text),
        constraint side_effect_code_shape check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
        constraint side_effect_severity_range check (severity between 0 and 3),
        constraint side_effect_times_range check (onset_minutes between -60 and 10080 and duration_minutes between 0 and 43200),
        constraint side_effect_grade_range check (ctcae_grade between 1 and 5),
        constraint side_effect_serious_has_criterion check (serious is not true or serious_criterion in
          ('death', 'life-threatening', 'hospitalisation', 'disability', 'congenital-anomaly', 'important-medical-event')),
        constraint side_effect_reporter_known check (reporter in ('patient', 'staff'))
      );
      create index side_effect_by_patient on side_effect (clinic_id, patient_id);

      /* What a patient reports after a session, outside the signed record; never changed, at most withdrawn. */
      create table side_effect_report (
        clinic_id uuid not null,
        id uuid not null,
        session_id uuid not null,
        patient_id uuid not null,
        code text not null,
        severity smallint not null,
        onset_minutes smallint,
        duration_minutes integer,
        note text,
        reported_by uuid not null,
        reported_at timestamptz(3) not null,
        withdrawn_at timestamptz(3),
        constraint side_effect_report_pk primary key (clinic_id, id),
        constraint side_effect_report_of_fk foreign key (clinic_id, session_id, patient_id) references session (clinic_id, id, patient_id),
        constraint side_effect_report_code_shape check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
        constraint side_effect_report_severity_range check (severity between 0 and 3),
        constraint side_effect_report_times_range check (onset_minutes between -60 and 10080 and duration_minutes between 0 and 43200)
      );
      create index side_effect_report_by_session on side_effect_report (clinic_id, session_id);

      create table session_draft (
        clinic_id uuid not null,
        session_id uuid not null,
        patient_id uuid not null,
        version integer not null,
        body jsonb not null,
        updated_by uuid not null,
        updated_at timestamptz(3) not null,
        closed_at timestamptz(3),
        closed_as text,
        constraint session_draft_pk primary key (clinic_id, session_id),
        constraint session_draft_of_fk foreign key (clinic_id, session_id, patient_id) references session (clinic_id, id, patient_id),
        constraint session_draft_body_object check (jsonb_typeof(body) = 'object' and pg_column_size(body) < 262144),
        constraint session_draft_close_is_whole check (
          (closed_at is null) = (closed_as is null) and closed_as in ('signed', 'discarded'))
      );

      create table assessment (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        course_id uuid,
        session_id uuid,
        instrument text not null,
        current_n integer not null,
        created_at timestamptz(3) not null,
        import_batch_id uuid,
        constraint assessment_pk primary key (clinic_id, id),
        constraint assessment_of_patient unique (clinic_id, id, patient_id),
        constraint assessment_of_instrument unique (clinic_id, id, instrument),
        constraint assessment_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint assessment_course_fk foreign key (clinic_id, course_id, patient_id) references course (clinic_id, id, patient_id),
        constraint assessment_session_fk foreign key (clinic_id, session_id, patient_id) references session (clinic_id, id, patient_id),
        constraint assessment_import_fk foreign key (clinic_id, import_batch_id) references import_batch
      );
      create index assessment_by_patient on assessment (clinic_id, patient_id, instrument);
      create index assessment_by_course on assessment (clinic_id, course_id);
      create index assessment_by_session on assessment (clinic_id, session_id) where session_id is not null;
      create index assessment_by_import on assessment (clinic_id, import_batch_id) where import_batch_id is not null;
      create table assessment_revision (
        clinic_id uuid not null,
        assessment_id uuid not null,
        patient_id uuid not null,
        ${REVISION},
        instrument text not null,
        instrument_version text not null,
        item_count smallint not null,
        item_maximum smallint not null,
        total_maximum smallint not null,
        answers smallint[],
        difficulty smallint,
        imported_total smallint,
        total smallint,
        score_status text not null,
        item_9 smallint generated always as (case when instrument = 'phq-9' then answers[9] end) stored,
        context text not null,
        on_date date not null,
        at timestamptz(3),
        way text not null,
        seconds_taken integer,
        linked_assessment_id uuid,
        import_batch_id uuid,
        constraint assessment_revision_pk primary key (clinic_id, assessment_id, n),
        constraint assessment_revision_of_fk foreign key (clinic_id, assessment_id, patient_id)
          references assessment (clinic_id, id, patient_id),
        constraint assessment_revision_instrument_fk foreign key (clinic_id, assessment_id, instrument)
          references assessment (clinic_id, id, instrument),
        constraint assessment_revision_version_fk
          foreign key (instrument, instrument_version, item_count, item_maximum, total_maximum)
          references instrument_version (instrument, version, item_count, item_maximum, total_maximum),
        constraint assessment_revision_answers_or_total check ((answers is null) = (imported_total is not null)),
        constraint assessment_revision_answers_shape check (
          answers is null or (array_ndims(answers) = 1 and array_lower(answers, 1) = 1 and cardinality(answers) = item_count
            and app.answers_within(answers, item_maximum))),
        constraint assessment_revision_status_fits check (case score_status
          when 'complete' then app.answered(answers) = item_count and total = app.total(answers)
          when 'prorated' then app.answered(answers) between 1 and item_count - 1 and total is not null
          when 'partial' then app.answered(answers) < item_count and total is null
          when 'imported' then answers is null and total = imported_total
          else false end),
        constraint assessment_revision_total_range check (total between 0 and total_maximum),
        constraint assessment_revision_difficulty_range check (difficulty between 0 and 3 and (difficulty is null or instrument = 'phq-9')),
        constraint assessment_revision_context_known check (context in ('before-dose', 'after-dose', 'between', 'unknown')),
        constraint assessment_revision_way_known check (way in ('patient', 'staff', 'import')),
        constraint assessment_revision_seconds_range check (seconds_taken between 0 and 86400),
        ${REVISION_RULES('assessment_revision')}
      );
      alter table assessment add constraint assessment_current_fk foreign key (clinic_id, id, current_n)
        references assessment_revision (clinic_id, assessment_id, n) deferrable initially deferred;
      create index assessment_revision_by_patient on assessment_revision (clinic_id, patient_id, on_date);

      /* A form a patient is filling in: saved answer by answer; becomes the assessment of the same id. */
      create table assessment_draft (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        course_id uuid,
        session_id uuid,
        instrument text not null,
        instrument_version text not null,
        version integer not null,
        answers smallint[] not null,
        seen smallint not null,
        difficulty smallint,
        started_at timestamptz(3) not null,
        updated_by uuid not null,
        updated_at timestamptz(3) not null,
        closed_at timestamptz(3),
        closed_as text,
        constraint assessment_draft_pk primary key (clinic_id, id),
        constraint assessment_draft_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint assessment_draft_version_fk foreign key (instrument, instrument_version) references instrument_version,
        constraint assessment_draft_difficulty_range check (difficulty between 0 and 3),
        constraint assessment_draft_close_is_whole check (
          (closed_at is null) = (closed_as is null) and closed_as in ('submitted', 'expired'))
      );
      create unique index assessment_draft_open_once on assessment_draft (clinic_id, patient_id, instrument) where closed_at is null;

      /* One alert for each form, revision, rule and value that caused it; it stays open until a person disposes of it. */
      create table alert (
        clinic_id uuid not null,
        id uuid not null,
        patient_id uuid not null,
        rule text not null,
        rule_version text not null,
        level text not null,
        assessment_id uuid not null,
        assessment_n integer not null,
        value smallint,
        historical boolean not null,
        way text not null,
        raised_by uuid not null,
        raised_at timestamptz(3) not null,
        constraint alert_pk primary key (clinic_id, id),
        constraint alert_of_patient unique (clinic_id, id, patient_id),
        constraint alert_once unique nulls not distinct (clinic_id, assessment_id, assessment_n, rule, value),
        constraint alert_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint alert_rule_known check (rule in ('item-9', 'item-9-declined')),
        constraint alert_level_known check (level in ('red', 'amber')),
        constraint alert_way_known check (way in ('patient', 'staff', 'import')),
        constraint alert_value_range check ((rule = 'item-9') = (value is not null) and value between 1 and 3)
      );
      create index alert_by_patient on alert (clinic_id, patient_id);
      create table alert_disposition (
        clinic_id uuid not null,
        id uuid not null,
        alert_id uuid not null,
        patient_id uuid not null,
        cssrs_level smallint,
        safety_plan_reviewed boolean not null,
        decision text not null,
        note text,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint alert_disposition_pk primary key (clinic_id, id),
        constraint alert_disposition_of_fk foreign key (clinic_id, alert_id, patient_id) references alert (clinic_id, id, patient_id),
        constraint alert_disposition_cssrs_range check (cssrs_level between 0 and 5),
        constraint alert_disposition_decision_known check (decision in
          ('safe-to-treat-today', 'dose-postponed', 'safety-plan-agreed', 'seen-same-day', 'emergency-services', 'could-not-reach', 'answer-in-error', 'other'))
      );
      create index alert_disposition_by_alert on alert_disposition (clinic_id, alert_id);

      ${clinicalTable({ table: 'session', ownReads: true, ownWrites: false, imported: true, updatable: ['current_n'] })}
      ${clinicalTable({
        table: 'session_revision',
        ownReads: true,
        ownWrites: false,
        imported: true,
        added: `recorded_by = (select app.account())
          and (signed_by is null or import_batch_id is not null or (signed_by = (select app.account()) and (select app.has_role('clinician'))))`,
      })}
      ${clinicalTable({ table: 'reading', ownReads: true, ownWrites: false, imported: true })}
      ${clinicalTable({ table: 'side_effect', ownReads: true, ownWrites: false, imported: true })}
      ${clinicalTable({ table: 'side_effect_report', ownReads: true, ownWrites: true, imported: false, added: 'reported_by = (select app.account())', updatable: ['withdrawn_at'] })}
      ${clinicalTable({ table: 'session_draft', ownReads: false, ownWrites: false, imported: false, updatable: ['version', 'body', 'updated_by', 'updated_at', 'closed_at', 'closed_as'] })}
      ${clinicalTable({ table: 'assessment', ownReads: true, ownWrites: true, imported: true, updatable: ['current_n'] })}
      ${clinicalTable({ table: 'assessment_revision', ownReads: true, ownWrites: true, imported: true, added: 'recorded_by = (select app.account())' })}
      ${clinicalTable({ table: 'assessment_draft', ownReads: true, ownWrites: true, imported: false, updatable: ['version', 'answers', 'seen', 'difficulty', 'updated_by', 'updated_at', 'closed_at', 'closed_as'] })}
      ${clinicalTable({ table: 'alert', ownReads: false, ownWrites: true, imported: false, added: 'raised_by = (select app.account())' })}
      ${clinicalTable({ table: 'alert_disposition', ownReads: false, ownWrites: false, imported: false, added: 'recorded_by = (select app.account())' })}
      /* Imported history makes historical alerts, which page nobody. */
      create policy historical_adds on alert for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and historical and (select app.has_role('director')));

      create view current_session with (security_invoker = true) as
        select s.clinic_id, s.id, s.patient_id, s.course_id, s.import_batch_id, s.created_at, r.n, r.state, r.state_reason, r.phase,
          r.planned_at, r.on_date, r.started_at, r.ended_at, r.agent, r.route, r.ordered_mg, r.ordered_mg_per_kg, r.given_mg,
          r.weight_kg, r.weight_entered, r.weight_unit, r.weight_on, r.infusion_minutes, r.route_details, r.concomitant,
          r.dose_reason, r.pressure_reason, r.side_effects_asked, r.note, r.signed_by, r.signed_at, r.recorded_by, r.recorded_at
        from session s
        join session_revision r on r.clinic_id = s.clinic_id and r.session_id = s.id and r.n = s.current_n
        where r.status = 'current';
      create view current_assessment with (security_invoker = true) as
        select a.clinic_id, a.id, a.patient_id, a.course_id, a.session_id, a.import_batch_id, a.created_at, r.n, r.instrument,
          r.instrument_version, r.answers, r.difficulty, r.imported_total, r.total, r.score_status, r.item_9, r.context,
          r.on_date, r.at, r.way, r.recorded_by, r.recorded_at
        from assessment a
        join assessment_revision r on r.clinic_id = a.clinic_id and r.assessment_id = a.id and r.n = a.current_n
        where r.status = 'current';
      /* Day 0 is declared, or the day of the first dose given: it follows when a wrong session is put right. */
      create view current_course with (security_invoker = true) as
        select c.clinic_id, c.id, c.patient_id, c.import_batch_id, c.created_at, r.n, r.agent, r.agent_name, r.route, r.started_on,
          r.ended_on, r.end_reason, r.end_note, r.ordered_mg, r.ordered_mg_per_kg, r.infusion_minutes, r.setting_tag, r.note,
          coalesce(r.declared_day_zero, first.on_date) as day_zero,
          case when r.declared_day_zero is not null then 'declared' when first.on_date is not null then 'first-dose' end as day_zero_source,
          case when r.declared_day_zero is null then first.started_at end as first_dose_at,
          r.recorded_by, r.recorded_at
        from course c
        join course_revision r on r.clinic_id = c.clinic_id and r.course_id = c.id and r.n = c.current_n
        left join lateral (
          select s.on_date, s.started_at from current_session s
          where s.clinic_id = c.clinic_id and s.course_id = c.id and s.state in ('given', 'stopped-early')
          order by s.on_date, s.started_at nulls last limit 1) first on true
        where r.status = 'current';
      /*
       * The assessments of a course: those filed under it, and those of the patient filed under none
       * that fall between 14 days before day 0 and the end of the course.
       */
      create view course_point with (security_invoker = true) as
        select c.clinic_id, c.id as course_id, c.patient_id, a.id as assessment_id, a.instrument, a.on_date, a.at,
          a.on_date - c.day_zero as day, a.total, a.score_status, a.context, a.item_9, a.session_id, a.instrument_version,
          a.answers, a.way, a.recorded_by
        from current_course c
        join current_assessment a on a.clinic_id = c.clinic_id and a.patient_id = c.patient_id
          and (a.course_id = c.id or (a.course_id is null
            and a.on_date between coalesce(c.day_zero, c.started_on) - 14 and coalesce(c.ended_on, 'infinity'::date)));
      grant select on current_session, current_assessment, current_course, course_point to courseline_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view course_point, current_course, current_assessment, current_session;
      drop table alert_disposition, alert, assessment_draft, assessment_revision, assessment, session_draft,
        side_effect_report, side_effect, reading, session_revision, session, instrument_version cascade;
      drop function app.total(smallint[]);
      drop function app.answers_within(smallint[], smallint);
      drop function app.answered(smallint[]);
    `);
  }
}
