import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signs in, which clinics exist and who belongs to them; the functions every policy stands on. */
export class Identity0001 implements MigrationInterface {
  readonly name = 'Identity1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema app;
      revoke create on schema public from public;
      grant usage on schema public, app to courseline_app, courseline_identity;

      create function app.account() returns uuid
        language sql stable set search_path = pg_catalog
        as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;
      create function app.clinic() returns uuid
        language sql stable set search_path = pg_catalog
        as $$ select nullif(current_setting('app.clinic_id', true), '')::uuid $$;

      create table clinic (
        id uuid constraint clinic_pk primary key,
        slug text not null,
        name text not null,
        time_zone text not null,
        locale text not null,
        weight_unit text not null,
        phone text,
        opening_hours text,
        crisis_lines jsonb not null,
        open_to_clinicians boolean not null,
        version integer not null,
        created_at timestamptz(3) not null,
        constraint clinic_slug_unique unique (slug),
        constraint clinic_slug_shape check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
        constraint clinic_name_length check (length(name) between 1 and 200),
        constraint clinic_weight_unit_known check (weight_unit in ('kg', 'lb')),
        constraint clinic_crisis_lines_list check (jsonb_typeof(crisis_lines) = 'array')
      );

      create table account (
        id uuid constraint account_pk primary key,
        email text not null,
        name text not null,
        password_hash text,
        password_changed_at timestamptz(3),
        disabled_at timestamptz(3),
        created_at timestamptz(3) not null,
        constraint account_email_unique unique (email),
        constraint account_email_lower check (email = lower(btrim(email)) and position('@' in email) > 1),
        constraint account_name_length check (length(name) between 1 and 200)
      );

      create table membership (
        clinic_id uuid not null constraint membership_clinic_fk references clinic,
        account_id uuid not null constraint membership_account_fk references account,
        roles text[] not null,
        state text not null,
        patient_id uuid,
        version integer not null,
        changed_at timestamptz(3) not null,
        changed_by uuid,
        constraint membership_pk primary key (clinic_id, account_id),
        constraint membership_roles_known check (
          roles <@ array['nurse', 'clinician', 'director', 'administrator', 'patient'] and cardinality(roles) between 1 and 5),
        constraint membership_state_known check (state in ('invited', 'active', 'left')),
        constraint membership_patient_is_only_patient check (
          ('patient' = any (roles)) = (patient_id is not null) and (patient_id is null or roles = array['patient']))
      );
      create index membership_by_account on membership (account_id);
      create unique index membership_patient_once on membership (clinic_id, patient_id) where state <> 'left';

      /* Names of the people of a clinic, so that staff can see who wrote what without reading accounts. */
      create table member_name (
        clinic_id uuid not null,
        account_id uuid not null,
        name text not null,
        constraint member_name_pk primary key (clinic_id, account_id),
        constraint member_name_membership_fk foreign key (clinic_id, account_id) references membership
      );

      create table sign_in (
        id uuid constraint sign_in_pk primary key,
        token_hash bytea not null constraint sign_in_token_unique unique,
        account_id uuid not null constraint sign_in_account_fk references account,
        reach text not null constraint sign_in_reach_known check (reach in ('staff', 'patient')),
        created_at timestamptz(3) not null,
        last_active_at timestamptz(3) not null,
        ended_at timestamptz(3)
      );
      create index sign_in_by_account on sign_in (account_id) where ended_at is null;

      create table one_time_link (
        id uuid constraint one_time_link_pk primary key,
        token_hash bytea not null constraint one_time_link_token_unique unique,
        purpose text not null constraint one_time_link_purpose_known
          check (purpose in ('first-administrator', 'invitation', 'password-reset')),
        account_id uuid constraint one_time_link_account_fk references account,
        clinic_id uuid constraint one_time_link_clinic_fk references clinic,
        created_by uuid,
        created_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        used_at timestamptz(3),
        constraint one_time_link_target check ((purpose = 'first-administrator') = (account_id is null))
      );
      create index one_time_link_by_account on one_time_link (account_id);

      create table throttle (
        key text constraint throttle_pk primary key,
        failures integer not null,
        last_failure_at timestamptz(3) not null,
        blocked_until timestamptz(3)
      );

      /* Sign-ins, refusals and changes of membership: what happens outside a patient's record. */
      create table identity_event (
        id uuid constraint identity_event_pk primary key,
        at timestamptz(3) not null,
        account_id uuid,
        clinic_id uuid,
        by_account_id uuid,
        action text not null,
        detail jsonb not null default '{}',
        request_id text
      );
      create index identity_event_by_account on identity_event (account_id, at);

      create table audit_event (
        clinic_id uuid not null,
        id uuid not null,
        at timestamptz(3) not null,
        account_id uuid not null,
        action text not null,
        route text not null,
        patient_ids uuid[] not null,
        outcome text not null,
        detail jsonb not null default '{}',
        request_id text not null,
        constraint audit_event_pk primary key (clinic_id, id),
        constraint audit_event_outcome_known check (outcome in ('done', 'refused', 'failed'))
      );
      create index audit_event_by_time on audit_event (clinic_id, at);
      create index audit_event_by_patient on audit_event using gin (patient_ids);

      create table idempotency_key (
        clinic_id uuid not null,
        account_id uuid not null,
        key text not null,
        route text not null,
        body_hash bytea not null,
        status integer not null,
        response jsonb,
        at timestamptz(3) not null,
        constraint idempotency_key_pk primary key (clinic_id, account_id, key),
        constraint idempotency_key_shape check (length(key) between 8 and 100)
      );

      /* One row a clinic, locked by every writer of outcomes-relevant rows: what is derived from them is never stale. */
      create table clinic_version (
        clinic_id uuid constraint clinic_version_pk primary key constraint clinic_version_clinic_fk references clinic,
        version bigint not null
      );

      create function app.has_role(variadic wanted text[]) returns boolean
        language plpgsql stable set search_path = pg_catalog, public, pg_temp
        as $$ begin
          return exists (select 1 from membership m
            where m.clinic_id = app.clinic() and m.account_id = app.account()
              and m.state = 'active' and m.roles && wanted);
        end $$;
      create function app.is_member() returns boolean
        language plpgsql stable set search_path = pg_catalog, public, pg_temp
        as $$ begin
          return exists (select 1 from membership m
            where m.clinic_id = app.clinic() and m.account_id = app.account() and m.state = 'active');
        end $$;
      create function app.own_patient() returns uuid
        language plpgsql stable set search_path = pg_catalog, public, pg_temp
        as $$ begin
          return (select m.patient_id from membership m
            where m.clinic_id = app.clinic() and m.account_id = app.account()
              and m.state = 'active' and 'patient' = any (m.roles));
        end $$;
      /* A clinic may open all its patients to all its clinicians. */
      create function app.treats_whole_clinic() returns boolean
        language plpgsql stable set search_path = pg_catalog, public, pg_temp
        as $$ begin
          return app.has_role('clinician') and exists (select 1 from clinic c where c.id = app.clinic() and c.open_to_clinicians);
        end $$;
      create function app.reads_whole_clinic() returns boolean
        language plpgsql stable set search_path = pg_catalog, public, pg_temp
        as $$ begin return app.has_role('director') or app.treats_whole_clinic(); end $$;

      alter table clinic enable row level security, force row level security;
      alter table account enable row level security, force row level security;
      alter table membership enable row level security, force row level security;
      alter table member_name enable row level security, force row level security;
      alter table sign_in enable row level security, force row level security;
      alter table one_time_link enable row level security, force row level security;
      alter table throttle enable row level security, force row level security;
      alter table identity_event enable row level security, force row level security;
      alter table audit_event enable row level security, force row level security;
      alter table idempotency_key enable row level security, force row level security;
      alter table clinic_version enable row level security, force row level security;

      create policy identity_all on clinic to courseline_identity using (true) with check (true);
      create policy identity_all on account to courseline_identity using (true) with check (true);
      create policy identity_all on membership to courseline_identity using (true) with check (true);
      create policy identity_all on member_name to courseline_identity using (true) with check (true);
      create policy identity_all on sign_in to courseline_identity using (true) with check (true);
      create policy identity_all on one_time_link to courseline_identity using (true) with check (true);
      create policy identity_all on throttle to courseline_identity using (true) with check (true);
      create policy identity_all on identity_event to courseline_identity using (true) with check (true);
      create policy identity_new on clinic_version for insert to courseline_identity with check (true);
      grant select, insert, update on clinic, account, membership, member_name, sign_in, one_time_link, throttle
        to courseline_identity;
      grant insert on identity_event, clinic_version to courseline_identity;

      create policy member_reads on clinic for select to courseline_app
        using (id = (select app.clinic()) and (select app.is_member()));
      create policy manager_changes on clinic for update to courseline_app
        using (id = (select app.clinic()) and (select app.has_role('administrator', 'director')))
        with check (id = (select app.clinic()) and (select app.has_role('administrator', 'director')));
      create policy own_membership on membership for select to courseline_app
        using (account_id = (select app.account()));
      create policy names_for_staff on member_name for select to courseline_app
        using (clinic_id = (select app.clinic())
          and ((select app.has_role('nurse', 'clinician', 'director', 'administrator')) or account_id = (select app.account())));
      create policy member_writes on audit_event for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and account_id = (select app.account()) and (select app.is_member()));
      create policy own_keys on idempotency_key to courseline_app
        using (clinic_id = (select app.clinic()) and account_id = (select app.account()))
        with check (clinic_id = (select app.clinic()) and account_id = (select app.account()) and (select app.is_member()));
      create policy member_counts on clinic_version to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.is_member()))
        with check (clinic_id = (select app.clinic()) and (select app.is_member()));

      grant select on clinic, membership, member_name to courseline_app;
      grant update (name, time_zone, locale, weight_unit, phone, opening_hours, crisis_lines, open_to_clinicians, version)
        on clinic to courseline_app;
      grant insert on audit_event to courseline_app;
      grant select, insert on idempotency_key to courseline_app;
      grant select, update (version) on clinic_version to courseline_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table clinic_version, idempotency_key, audit_event, identity_event, throttle, one_time_link, sign_in,
        member_name, membership, account, clinic cascade;
      drop schema app cascade;
    `);
  }
}
