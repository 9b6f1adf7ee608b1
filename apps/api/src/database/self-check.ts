import { z } from 'zod';
import { groups, type Group } from './credentials.js';
import { queueSchema } from './queue-tables.js';
import type { Sql } from './sql.js';

/** Thrown at start when row-level security could be got round: the product does not run on such a database. */
export class UnsafeDatabaseError extends Error {
  constructor(
    readonly role: string,
    readonly findings: readonly string[],
  ) {
    super(
      [
        `Courseline does not start: the database role ${role} could get round row-level security.`,
        ...findings.map((finding) => `  ${finding}`),
      ].join('\n'),
    );
    this.name = 'UnsafeDatabaseError';
  }
}

/**
 * The schemas that are looked at: all that this product makes, but for the one that only the owner can enter, and
 * the queue's, which is the jobs role's own and holds ids and names of jobs, never a patient's data.
 */
const covered = `n.nspname in ('public', 'app')`;

/** Everything the identity role may touch, and nothing of it but `clinic`, `membership` and names is the app's too. */
const identityTables = [
  'account',
  'clinic',
  'clinic_version',
  'hand_over',
  'identity_event',
  'member_name',
  'membership',
  'one_time_link',
  'sign_in',
  'throttle',
];
const sharedTables = ['clinic', 'clinic_version', 'member_name', 'membership'];

/** All that the jobs role may touch, most of it in part: what work that nobody waits for needs, and no score. */
const jobsTables = [
  ...['clinic', 'membership', 'message', 'reminder', 'reminder_choice'],
  ...['patient', 'patient_revision', 'course', 'course_revision', 'course_phase', 'course_check_in_plan'],
  ...['check_in_template', 'session', 'session_revision', 'assessment', 'assessment_revision'],
  ...['alert', 'alert_state', 'alert_event', 'alert_disposition', 'escalation_revision', 'care_team'],
  ...['consent', 'consent_text', 'consent_state'],
];

const queueOfJobs = `(n.nspname = '${queueSchema}' and $1 = '${groups.jobs}')`;

const touches = `(has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger')
  or has_any_column_privilege(c.oid, 'select, insert, update, references'))`;

/** Each question lists what is wrong; no rows is well. `$1` is the group the role stands for. */
const questions: readonly string[] = [
  `select 'PostgreSQL ' || current_setting('server_version') || ' has a known hole in row-level security; 15.14 is the oldest that is safe'
     where current_setting('server_version_num')::int < 150014
       or current_setting('server_version_num')::int between 160000 and 160009
       or current_setting('server_version_num')::int between 170000 and 170005`,
  `select 'is allowed too much: ' || concat_ws(', ', case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
       case when rolcreaterole then 'createrole' end, case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end)
     from pg_roles where rolname = current_user
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  `select 'is not a member of ' || $1 from pg_roles g where g.rolname = $1 and not pg_has_role(g.oid, 'usage')`,
  `select 'is a member of ' || r.rolname from pg_roles r
     where r.rolname not in (current_user, $1) and pg_has_role(r.oid, 'member')
       and not (select rolsuper from pg_roles where rolname = current_user)`,
  `select 'owns ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and not ${queueOfJobs}
       and pg_has_role(c.relowner, 'member')`,
  `select 'owns the schema ' || n.nspname from pg_namespace n
     where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and pg_has_role(n.nspowner, 'member')`,
  `select 'may create in the schema ' || n.nspname from pg_namespace n
     where n.nspname not like 'pg\\_%' and not ${queueOfJobs} and has_schema_privilege(n.oid, 'create')`,
  `select 'may enter the schema ' || n.nspname from pg_namespace n
     where n.nspname in ('${queueSchema}', 'migration') and not ${queueOfJobs} and has_schema_privilege(n.oid, 'usage')`,
  `select 'may create schemas' where has_database_privilege(current_database(), 'create')`,
  `select 'may ' || lower(p) || ' ' || c.oid::regclass
     from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${covered} and has_table_privilege(c.oid, p)`,
  `select 'row-level security is not forced on ' || c.oid::regclass
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and ${covered} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  `select 'there is no policy on ' || c.oid::regclass
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and ${covered} and not exists (select from pg_policy p where p.polrelid = c.oid)`,
  `select 'the policy ' || p.policyname || ' on ' || p.tablename || ' shows every row'
     from pg_policies p where p.schemaname in ('public', 'app') and (p.qual = 'true' or p.with_check = 'true')
       and (p.roles && array['public', '${groups.app}', '${groups.jobs}', current_user]::name[]) and p.tablename <> 'instrument_version'`,
  `select 'the view ' || c.oid::regclass || ' reads as its owner'
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'v' and ${covered} and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']`,
  `select c.oid::regclass || ' keeps rows outside row-level security'
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('m', 'f') and ${covered}`,
  `select 'the function ' || f.oid::regprocedure || ' runs as its owner'
     from pg_proc f join pg_namespace n on n.oid = f.pronamespace
     where f.prosecdef and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and has_function_privilege(f.oid, 'execute')`,
  `select 'the function ' || f.oid::regprocedure || ' looks tables up where others can put theirs'
     from pg_proc f join pg_namespace n on n.oid = f.pronamespace
     where ${covered} and not exists (select from unnest(f.proconfig) setting
       where setting in ('search_path=pg_catalog', 'search_path=pg_catalog, public, pg_temp'))`,
  `select 'may touch ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v') and ${covered} and ${touches}
       and case $1 when '${groups.identity}' then c.relname <> all ($2) when '${groups.jobs}' then c.relname <> all ($4)
         else c.relname = any ($3) end`,
];

const finding = z.object({ finding: z.string() });

/** Looks, as the role that will serve requests, for any way round row-level security. */
export async function checkRole(sql: Sql, group: Group): Promise<void> {
  const onlyIdentity = identityTables.filter((table) => !sharedTables.includes(table));
  const parameters = [groups[group], identityTables, onlyIdentity, jobsTables];
  const findings: string[] = [];
  for (const question of questions) {
    const used = parameters.filter((_, index) => question.includes(`$${index + 1}`));
    const rows = await sql.query(finding, `select finding from (${question}) as found(finding)`, used);
    findings.push(...rows.map((row) => row.finding));
  }
  if (findings.length === 0) return;
  const role = await sql.find(z.object({ role: z.string() }), `select current_user::text as role`);
  throw new UnsafeDatabaseError(role?.role ?? '', findings);
}
