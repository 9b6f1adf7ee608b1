import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import leaves behind: what it found in the rows, the key of each row so that the same file twice changes nothing, the upload. */
export class Import0004 implements MigrationInterface {
  readonly name = 'Import1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import_finding (
        clinic_id uuid not null,
        batch_id uuid not null,
        /* Of the batch's dry runs and import: those of the last one count. */
        run integer not null,
        line bigint not null,
        position integer not null,
        field text not null,
        rule text not null,
        level text not null,
        message text not null,
        constraint import_finding_pk primary key (clinic_id, batch_id, run, line, position),
        constraint import_finding_batch_fk foreign key (clinic_id, batch_id) references import_batch,
        constraint import_finding_level_known check (level in ('refused', 'warning'))
      );
      create table import_row (
        clinic_id uuid not null,
        source text not null,
        person text not null,
        instrument text not null,
        moment text not null,
        content_hash bytea not null,
        assessment_id uuid not null,
        batch_id uuid not null,
        constraint import_row_pk primary key (clinic_id, source, person, instrument, moment, batch_id),
        constraint import_row_assessment_fk foreign key (clinic_id, assessment_id) references assessment,
        constraint import_row_batch_fk foreign key (clinic_id, batch_id) references import_batch
      );
      create index import_row_by_batch on import_row (clinic_id, batch_id);
      /* The file between dry run and import, encrypted; the bytes are emptied afterwards. */
      create table import_upload (
        clinic_id uuid not null,
        batch_id uuid not null,
        position integer not null,
        bytes bytea not null,
        constraint import_upload_pk primary key (clinic_id, batch_id, position),
        constraint import_upload_batch_fk foreign key (clinic_id, batch_id) references import_batch
      );

      alter table import_finding enable row level security, force row level security;
      alter table import_row enable row level security, force row level security;
      alter table import_upload enable row level security, force row level security;
      create policy director_imports on import_finding to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.has_role('director')))
        with check (clinic_id = (select app.clinic()) and (select app.has_role('director')));
      create policy director_imports on import_row to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.has_role('director')))
        with check (clinic_id = (select app.clinic()) and (select app.has_role('director')));
      create policy director_imports on import_upload to courseline_app
        using (clinic_id = (select app.clinic()) and (select app.has_role('director')))
        with check (clinic_id = (select app.clinic()) and (select app.has_role('director')));
      grant select, insert on import_finding, import_row to courseline_app;
      grant select, insert, update (bytes) on import_upload to courseline_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table import_upload, import_row, import_finding cascade`);
  }
}
