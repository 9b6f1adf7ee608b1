import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

/**
 * Alerts of every kind of cause with what people did about them, the clinic's own versions of the rules, safety plans,
 * and who has read which result. The alerts that are there stay as they are: new columns have constant defaults.
 */
export class SafetyWorklist0008 implements MigrationInterface {
  readonly name = 'SafetyWorklist1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alert
        alter column assessment_id drop not null,
        alter column assessment_n drop not null,
        alter column raised_by drop not null,
        add column cause text not null default 'form',
        add column subject_id uuid,
        add column subject_key text not null default '',
        add column facts jsonb not null default '{}',
        add column parameters jsonb not null default '{}',
        drop constraint alert_once,
        drop constraint alert_rule_known,
        drop constraint alert_value_range,
        drop constraint alert_way_known;
      alter table alert
        /* One alert for each cause and rule: a revision of a form (for item 9 each answer), or a subject with a key. */
        add constraint alert_once unique nulls not distinct
          (clinic_id, rule, cause, assessment_id, assessment_n, subject_id, subject_key, value),
        add constraint alert_rule_shape check (rule ~ '^[a-z0-9][a-z0-9-]{2,49}$'),
        add constraint alert_cause_known check (cause in ('form', 'session', 'reading', 'course', 'absence')),
        add constraint alert_cause_is_whole check (
          (cause = 'form') = (assessment_id is not null) and (cause = 'form') = (assessment_n is not null)
          and (cause = 'form') = (subject_id is null)),
        add constraint alert_way_known check (way in ('patient', 'staff', 'import', 'schedule')),
        add constraint alert_schedule_is_nobody check ((way = 'schedule') = (raised_by is null)),
        add constraint alert_value_range check ((rule = 'item-9') = (value is not null) and value between 1 and 3),
        add constraint alert_facts_objects check (jsonb_typeof(facts) = 'object' and jsonb_typeof(parameters) = 'object');
      create index alert_by_time on alert (clinic_id, raised_at) where not historical;

      /* What people did about an alert, and that it was escalated (by nobody: the clock). Never changed. */
      create table alert_event (
        clinic_id uuid not null,
        id uuid not null,
        alert_id uuid not null,
        patient_id uuid not null,
        kind text not null,
        owner_id uuid,
        outcome text,
        note text,
        recorded_by uuid,
        recorded_at timestamptz(3) not null,
        constraint alert_event_pk primary key (clinic_id, id),
        constraint alert_event_of_fk foreign key (clinic_id, alert_id, patient_id) references alert (clinic_id, id, patient_id),
        constraint alert_event_owner_fk foreign key (clinic_id, owner_id) references membership (clinic_id, account_id),
        constraint alert_event_kind_known check (kind in ('acknowledged', 'assigned', 'escalated', 'resolved')),
        constraint alert_event_assigned_has_owner check ((kind = 'assigned') = (owner_id is not null)),
        constraint alert_event_resolved_has_outcome check ((kind = 'resolved') = (outcome is not null)),
        constraint alert_event_outcome_known check (outcome in ('reviewed-with-patient', 'plan-changed', 'dose-changed',
          'measured-again', 'medical-help', 'referred', 'done-with-item-9', 'no-action-needed', 'entered-in-error', 'other')),
        constraint alert_event_other_has_note check (outcome <> 'other' or length(btrim(note)) >= 1),
        constraint alert_event_by_person check ((kind = 'escalated') = (recorded_by is null))
      );
      create unique index alert_event_once on alert_event (clinic_id, alert_id, kind) where kind <> 'assigned';
      create index alert_event_by_patient on alert_event (clinic_id, patient_id);
      ${clinicalTable({
        table: 'alert_event',
        ownReads: false,
        ownWrites: false,
        imported: false,
        added: `recorded_by = (select app.account()) and (kind <> 'resolved' or (select app.has_role('clinician')))`,
      })}
      /* Who leads the clinic may take an alert on and give it to someone; resolving it is a clinician's. */
      create policy director_takes_on on alert_event for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and recorded_by = (select app.account())
          and kind in ('acknowledged', 'assigned') and (select app.has_role('director'))
          and exists (select from alert a where a.clinic_id = alert_event.clinic_id and a.id = alert_event.alert_id));

      /*
       * Where each alert stands, from what was recorded and nothing else. An item 9 alert is resolved by a disposition,
       * but for the one that says the patient could not be reached.
       */
      create view alert_state with (security_invoker = true) as
        select a.clinic_id, a.id as alert_id, a.patient_id,
          case when least(d.closed_at, e.resolved_at) is not null then 'resolved'
            when least(d.first_at, e.acknowledged_at) is not null then 'acknowledged' else 'open' end as state,
          least(d.first_at, e.acknowledged_at, e.resolved_at) as acknowledged_at,
          least(d.closed_at, e.resolved_at) as resolved_at,
          e.escalated_at,
          coalesce(o.owner_id, e.acknowledged_by, d.first_by) as owner_id
        from alert a
        left join lateral (
          select min(x.recorded_at) as first_at, (array_agg(x.recorded_by order by x.recorded_at))[1] as first_by,
            min(x.recorded_at) filter (where x.decision <> 'could-not-reach') as closed_at
          from alert_disposition x where x.clinic_id = a.clinic_id and x.alert_id = a.id) d on true
        left join lateral (
          select min(x.recorded_at) filter (where x.kind = 'acknowledged') as acknowledged_at,
            (array_agg(x.recorded_by) filter (where x.kind = 'acknowledged'))[1] as acknowledged_by,
            min(x.recorded_at) filter (where x.kind = 'resolved') as resolved_at,
            min(x.recorded_at) filter (where x.kind = 'escalated') as escalated_at
          from alert_event x where x.clinic_id = a.clinic_id and x.alert_id = a.id) e on true
        left join lateral (
          select x.owner_id from alert_event x
          where x.clinic_id = a.clinic_id and x.alert_id = a.id and x.kind = 'assigned'
          order by x.recorded_at desc, x.id desc limit 1) o on true
        where not a.historical;
      grant select on alert_state to courseline_app;

      /* The clinic's own version of a rule: on or off, with its numbers. Every version stays. */
      create table alert_rule_revision (
        clinic_id uuid not null constraint alert_rule_revision_clinic_fk references clinic,
        rule text not null,
        n integer not null,
        enabled boolean not null,
        parameters jsonb not null,
        reason text not null,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint alert_rule_revision_pk primary key (clinic_id, rule, n),
        constraint alert_rule_revision_rule_shape check (rule ~ '^[a-z0-9][a-z0-9-]{2,49}$'),
        constraint alert_rule_revision_number_positive check (n >= 1),
        constraint alert_rule_revision_parameters_object check (jsonb_typeof(parameters) = 'object'),
        constraint alert_rule_revision_has_reason check (length(btrim(reason)) >= 3),
        constraint alert_rule_revision_item_9_stays_on check (enabled or rule not in
          ('item-9', 'item-9-declined', 'item-9-rise', 'suicidal-ideation-reported'))
      );
      alter table alert_rule_revision enable row level security, force row level security;
      /* Whoever answers a form makes its alerts, by the clinic's rules. */
      create policy member_reads on alert_rule_revision for select to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.is_member()));
      create policy director_adds on alert_rule_revision for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and recorded_by = (select app.account()) and (select app.has_role('director')));
      grant select, insert on alert_rule_revision to courseline_app;

      /* When an alert that nobody has taken on is said to others. Every version stays. */
      create table escalation_revision (
        clinic_id uuid not null constraint escalation_revision_clinic_fk references clinic,
        n integer not null,
        red_minutes smallint not null,
        amber_working_days smallint not null,
        weekdays smallint[] not null,
        opens text not null,
        closes text not null,
        red_when_closed text not null,
        reason text not null,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint escalation_revision_pk primary key (clinic_id, n),
        constraint escalation_revision_red_range check (red_minutes between 1 and 240),
        constraint escalation_revision_amber_range check (amber_working_days between 1 and 10),
        constraint escalation_revision_weekdays_known check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]
          and cardinality(weekdays) between 1 and 7),
        constraint escalation_revision_hours check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
          and closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and opens < closes),
        constraint escalation_revision_closed_known check (red_when_closed in ('at-once', 'next-opening')),
        constraint escalation_revision_has_reason check (length(btrim(reason)) >= 3)
      );
      alter table escalation_revision enable row level security, force row level security;
      create policy staff_reads on escalation_revision for select to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.has_role('nurse', 'clinician', 'director')));
      create policy director_adds on escalation_revision for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and recorded_by = (select app.account()) and (select app.has_role('director')));
      grant select, insert on escalation_revision to courseline_app;

      /* A patient's safety plan in their own words; each review and each change is a version. */
      create table safety_plan_revision (
        clinic_id uuid not null,
        patient_id uuid not null,
        n integer not null,
        warning_signs text,
        what_helps text,
        people text,
        professionals text,
        safe_place text,
        reasons_to_live text,
        review_on date not null,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint safety_plan_revision_pk primary key (clinic_id, patient_id, n),
        constraint safety_plan_revision_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint safety_plan_revision_number_positive check (n >= 1),
        constraint safety_plan_revision_says_something check (
          num_nonnulls(warning_signs, what_helps, people, professionals, safe_place, reasons_to_live) >= 1)
      );
      ${clinicalTable({ table: 'safety_plan_revision', ownReads: true, ownWrites: false, imported: false, added: 'recorded_by = (select app.account())' })}

      /* Who of the care team opened a form that a patient sent, and when first. */
      create table result_read (
        clinic_id uuid not null,
        assessment_id uuid not null,
        account_id uuid not null,
        patient_id uuid not null,
        read_at timestamptz(3) not null,
        constraint result_read_pk primary key (clinic_id, assessment_id, account_id),
        constraint result_read_of_fk foreign key (clinic_id, assessment_id, patient_id) references assessment (clinic_id, id, patient_id)
      );
      create index result_read_by_patient on result_read (clinic_id, patient_id);
      create index assessment_revision_sent_by_patient on assessment_revision (clinic_id, recorded_at) where way = 'patient' and n = 1;
      ${clinicalTable({ table: 'result_read', ownReads: false, ownWrites: false, imported: false, added: 'account_id = (select app.account())' })}

      /* The clock looks for alerts that nobody took on, and says so: neither a score nor a word of anybody. */
      create policy jobs_read on alert for select to courseline_jobs using (clinic_id = (select app.clinic()));
      create policy jobs_read on alert_disposition for select to courseline_jobs using (clinic_id = (select app.clinic()));
      create policy jobs_read on alert_event for select to courseline_jobs using (clinic_id = (select app.clinic()));
      create policy jobs_escalate on alert_event for insert to courseline_jobs
        with check (clinic_id = (select app.clinic()) and kind = 'escalated' and recorded_by is null);
      create policy jobs_read on care_team for select to courseline_jobs using (clinic_id = (select app.clinic()));
      create policy jobs_read on escalation_revision for select to courseline_jobs using (clinic_id = (select app.clinic()));
      grant select (clinic_id, id, patient_id, level, historical, raised_at) on alert to courseline_jobs;
      grant select (clinic_id, alert_id, decision, recorded_by, recorded_at) on alert_disposition to courseline_jobs;
      grant select (clinic_id, id, alert_id, kind, owner_id, recorded_by, recorded_at) on alert_event to courseline_jobs;
      grant insert on alert_event to courseline_jobs;
      grant select (clinic_id, patient_id, account_id, ended_at) on care_team to courseline_jobs;
      grant select on alert_state, escalation_revision to courseline_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy jobs_read on care_team;
      drop policy jobs_read on alert_disposition;
      drop policy jobs_read on alert;
      revoke all on care_team, alert_disposition, alert from courseline_jobs;
      drop view alert_state;
      drop index assessment_revision_sent_by_patient;
      drop table result_read, safety_plan_revision, escalation_revision, alert_rule_revision, alert_event;
      delete from alert where cause <> 'form' or rule not in ('item-9', 'item-9-declined');
      drop index alert_by_time;
      alter table alert
        drop constraint alert_once, drop constraint alert_rule_shape, drop constraint alert_cause_known,
        drop constraint alert_cause_is_whole, drop constraint alert_way_known, drop constraint alert_value_range,
        drop constraint alert_facts_objects, drop constraint alert_schedule_is_nobody,
        drop column cause, drop column subject_id, drop column subject_key, drop column facts, drop column parameters,
        alter column assessment_id set not null,
        alter column assessment_n set not null,
        alter column raised_by set not null;
      alter table alert
        add constraint alert_once unique nulls not distinct (clinic_id, assessment_id, assessment_n, rule, value),
        add constraint alert_rule_known check (rule in ('item-9', 'item-9-declined')),
        add constraint alert_way_known check (way in ('patient', 'staff', 'import')),
        add constraint alert_value_range check ((rule = 'item-9') = (value is not null) and value between 1 and 3);
    `);
  }
}
