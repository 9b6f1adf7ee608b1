import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { groups, groupSettings, type Group, type LoginRole } from './credentials.js';
import { scramVerifier } from './scram.js';

/** Thrown when a role that the settings name is not there. */
export class MissingRoleError extends Error {
  constructor(group: Group) {
    super(`${groupSettings[group]} names a database role that does not exist.`);
    this.name = 'MissingRoleError';
  }
}

/**
 * Makes the group roles and login roles where they are missing and lets them, and nobody else, connect. Run as
 * often as wanted. Whether the roles can do too much is not looked at here: the self-check does, as the role itself.
 */
export async function makeRoles(
  owner: Client,
  database: string,
  logins: Readonly<Record<Group, LoginRole>>,
): Promise<void> {
  for (const group of ['app', 'identity', 'jobs'] as const) {
    await createRole(owner, groups[group], 'nologin');
    await makeLogin(owner, group, logins[group]);
  }
  const name = escapeIdentifier(database);
  await owner.query(`revoke all on database ${name} from public`);
  // An import copies into a temporary table first: COPY does not go through row-level security.
  await owner.query(`grant connect, temporary on database ${name} to ${escapeIdentifier(logins.app.name)}`);
  for (const { name: login } of [logins.identity, logins.jobs]) {
    await owner.query(`grant connect on database ${name} to ${escapeIdentifier(login)}`);
  }
}

async function makeLogin(owner: Client, group: Group, login: LoginRole): Promise<void> {
  const name = escapeIdentifier(login.name);
  if (login.password !== null) {
    const verifier = escapeLiteral(scramVerifier(login.password));
    await createRole(owner, login.name, `login password ${verifier}`);
    await owner.query(`alter role ${name} login password ${verifier}`);
  }
  const { rows } = await owner.query<{ member: boolean }>(
    `select pg_has_role(r.oid, g.oid, 'member') as member from pg_roles r, pg_roles g where r.rolname = $1 and g.rolname = $2`,
    [login.name, groups[group]],
  );
  const [row] = rows;
  if (row === undefined) throw new MissingRoleError(group);
  if (!row.member) await owner.query(`grant ${groups[group]} to ${name}`);
}

async function createRole(owner: Client, name: string, options: string): Promise<void> {
  const statement = `create role ${escapeIdentifier(name)} ${options}`;
  // Another database's start may make the same role at the same moment: the lock around this is the database's own.
  await owner.query(`do $outer$ begin
    if not exists (select from pg_roles where rolname = ${escapeLiteral(name)}) then
      execute ${escapeLiteral(statement)};
    end if;
  exception when duplicate_object or unique_violation then null;
  end $outer$`);
}
