import { createHash, createHmac } from 'node:crypto';
import type { AppConfig } from '../config/app-config.js';

/** The group roles that policies and grants name, the same in every database. */
export const groups = {
  app: 'courseline_app',
  identity: 'courseline_identity',
  jobs: 'courseline_jobs',
} as const;
export type Group = keyof typeof groups;

/** Each group, and the setting that may name a login role of it. */
export const groupSettings = {
  app: 'APP_DATABASE_URL',
  identity: 'IDENTITY_DATABASE_URL',
  jobs: 'JOBS_DATABASE_URL',
} as const satisfies Record<Group, string>;

/** How the process signs in to the database as one of the groups. */
export interface LoginRole {
  readonly name: string;
  readonly url: string;
  /** Null: somebody else made the role and keeps its password. */
  readonly password: string | null;
}

const longestName = 63;

/** The login role of a group: as the settings give it, else one of the database's own with a derived password. */
export function loginRole(config: AppConfig, group: Group): LoginRole {
  const given = {
    app: config.appDatabaseUrl,
    identity: config.identityDatabaseUrl,
    jobs: config.jobsDatabaseUrl,
  }[group];
  if (given !== null)
    return { name: decodeURIComponent(new URL(given).username), url: given, password: null };
  const url = new URL(config.ownerDatabaseUrl);
  const name = roleName(databaseName(config.ownerDatabaseUrl), group);
  const password = createHmac('sha256', config.secret).update(`database role ${name}`).digest('base64url');
  url.username = encodeURIComponent(name);
  url.password = password;
  return { name, url: url.href, password };
}

export function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** Roles belong to the whole server, so each database has its own; PostgreSQL cuts long names, so these are cut here. */
function roleName(database: string, group: Group): string {
  // The ending keeps a database called `courseline` from taking the groups' own names.
  const whole = `${database}_${group}_login`;
  if (Buffer.byteLength(whole) <= longestName) return whole;
  const digest = createHash('sha256').update(database).digest('hex').slice(0, 12);
  return `courseline_${digest}_${group}_login`;
}
