import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clinicalTable } from './clinical-policies.js';

/** What patients agree to: the clinic's texts, and each signature and withdrawal, none of which is ever changed. */
export class Consents0014 implements MigrationInterface {
  readonly name = 'Consents1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent_text (
        clinic_id uuid not null constraint consent_text_clinic_fk references clinic,
        scope text not null,
        n integer not null,
        title text not null,
        body text not null,
        sha256 text not null,
        asks_again boolean not null,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint consent_text_pk primary key (clinic_id, scope, n),
        constraint consent_text_as_signed unique (clinic_id, scope, n, sha256),
        constraint consent_text_scope_known check (scope in ('treatment', 'messages', 'research')),
        constraint consent_text_number_positive check (n >= 1),
        constraint consent_text_first_asks check (n > 1 or asks_again),
        constraint consent_text_title_length check (length(title) between 1 and 200),
        constraint consent_text_body_length check (length(body) between 1 and 20000),
        /* The digest is of these words and no others. */
        constraint consent_text_digest check (sha256 = encode(sha256(convert_to(title || E'\\n\\n' || body, 'UTF8')), 'hex'))
      );
      alter table consent_text enable row level security, force row level security;
      create policy member_reads on consent_text for select to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.is_member()));
      create policy director_adds on consent_text for insert to courseline_app
        with check (clinic_id = (select app.clinic()) and recorded_by = (select app.account()) and (select app.has_role('director')));
      create policy jobs_read on consent_text for select to courseline_jobs using (clinic_id = (select app.clinic()));
      grant select, insert on consent_text to courseline_app;
      grant select (clinic_id, scope, n, asks_again) on consent_text to courseline_jobs;

      /* A signature or a withdrawal. The last one of a scope counts. */
      create table consent (
        clinic_id uuid not null,
        patient_id uuid not null,
        scope text not null,
        n integer not null,
        kind text not null,
        way text not null,
        text_n integer,
        text_sha256 text,
        signed_name text,
        signed_on date,
        meaning text,
        reason text,
        recorded_by uuid not null,
        recorded_at timestamptz(3) not null,
        constraint consent_pk primary key (clinic_id, patient_id, scope, n),
        constraint consent_patient_fk foreign key (clinic_id, patient_id) references patient,
        constraint consent_text_fk foreign key (clinic_id, scope, text_n, text_sha256)
          references consent_text (clinic_id, scope, n, sha256),
        constraint consent_scope_known check (scope in ('treatment', 'messages', 'research')),
        constraint consent_number_positive check (n >= 1),
        constraint consent_kind_known check (kind in ('signed', 'withdrawn')),
        constraint consent_way_known check (way in ('own-page', 'paper')),
        constraint consent_signature_is_whole check (
          num_nonnulls(text_n, text_sha256, signed_name, signed_on, meaning) = case kind when 'signed' then 5 else 0 end),
        constraint consent_name_length check (length(btrim(signed_name)) between 1 and 200),
        constraint consent_staff_say_why check (kind = 'signed' or way = 'own-page' or length(btrim(reason)) >= 3)
      );
      /* Nobody signs on the own page but the patient, and the patient nowhere else. */
      ${clinicalTable({
        table: 'consent',
        ownReads: true,
        ownWrites: true,
        imported: false,
        added: `recorded_by = (select app.account())
          and (way = 'own-page') = coalesce(patient_id = (select app.own_patient()), false)`,
      })}
      create policy jobs_read on consent for select to courseline_jobs using (clinic_id = (select app.clinic()));
      grant select (clinic_id, patient_id, scope, n, kind, text_n) on consent to courseline_jobs;

      /* Where each agreement stands; there is no row where nothing was ever said. */
      create view consent_state with (security_invoker = true) as
        select distinct on (c.clinic_id, c.patient_id, c.scope) c.clinic_id, c.patient_id, c.scope, c.n,
          case when c.kind = 'withdrawn' then 'withdrawn'
            when exists (select from consent_text t where t.clinic_id = c.clinic_id and t.scope = c.scope
              and t.n > c.text_n and t.asks_again) then 'outdated'
            else 'given' end as state
        from consent c
        order by c.clinic_id, c.patient_id, c.scope, c.n desc;
      grant select on consent_state to courseline_app, courseline_jobs;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view consent_state;
      drop table consent, consent_text;
    `);
  }
}
