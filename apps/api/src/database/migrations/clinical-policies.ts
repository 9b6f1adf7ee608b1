/**
 * The policies that every table of a patient's rows carries. Migrations call this as it stood when they were
 * written: a change of the rules is a new migration, never an edit here.
 */

/** The team's patients, or all where the clinic is open to its clinicians. */
const TREATS = `(
  (select app.treats_whole_clinic())
  or ((select app.has_role('nurse', 'clinician')) and patient_id in (select app.team_patients())))`;

const IN_CLINIC = `clinic_id = (select app.clinic())`;

export interface ClinicalTable {
  readonly table: string;
  /** The patient reads own rows. */
  readonly ownReads: boolean;
  /** The patient adds own rows. */
  readonly ownWrites: boolean;
  /** A director adds rows that belong to an import batch. */
  readonly imported: boolean;
  /** Extra condition on added rows, such as who may be named as their author. */
  readonly added?: string;
  /** Columns that may be updated: heads of revisions and drafts, never clinical content. */
  readonly updatable?: readonly string[];
}

export function clinicalTable(options: ClinicalTable): string {
  const { table, ownReads, ownWrites, imported, added, updatable } = options;
  const own = `patient_id = (select app.own_patient())`;
  const reads = [`(select app.reads_whole_clinic())`, TREATS, ...(ownReads ? [own] : [])].join(' or ');
  const writes = [
    TREATS,
    ...(ownWrites ? [own] : []),
    ...(imported ? [`((select app.has_role('director')) and import_batch_id is not null)`] : []),
  ].join(' or ');
  const changes = [
    TREATS,
    ...(ownWrites ? [own] : []),
    ...(imported ? [`(select app.has_role('director'))`] : []),
  ].join(' or ');
  return `
    alter table ${table} enable row level security, force row level security;
    create policy clinical_reads on ${table} for select to courseline_app using (${IN_CLINIC} and (${reads}));
    create policy clinical_adds on ${table} for insert to courseline_app
      with check (${IN_CLINIC} and (${writes})${added === undefined ? '' : ` and (${added})`});
    grant select, insert on ${table} to courseline_app;
    ${
      updatable === undefined
        ? ''
        : `create policy clinical_moves_on on ${table} for update to courseline_app
             using (${IN_CLINIC} and (${changes})) with check (${IN_CLINIC} and (${changes}));
           grant update (${updatable.join(', ')}) on ${table} to courseline_app;`
    }
  `;
}
