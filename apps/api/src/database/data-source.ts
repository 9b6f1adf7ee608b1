import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { typeParsers } from './type-parsers.js';

/** How long things may take before the database gives up, in milliseconds. */
export const limits = {
  /** For a free connection; after it the answer is 503. */
  connection: 2_000,
  statement: 5_000,
  lock: 3_000,
  idleInTransaction: 10_000,
} as const;

export interface PoolOptions {
  readonly url: string;
  readonly name: string;
  readonly connections: number;
}

/** A pool of connections as one role. It knows every entity that was imported before it was made. */
export function poolOf({ url, name, connections }: PoolOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: `courseline ${name}`,
    entities: getMetadataArgsStorage().tables.flatMap(({ target }) =>
      typeof target === 'function' ? [target] : [],
    ),
    synchronize: false,
    logging: false,
    installExtensions: false,
    poolSize: connections,
    // An idle connection that breaks is replaced at the next question; its loss is no news.
    poolErrorHandler: () => undefined,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: {
      connectionTimeoutMillis: limits.connection,
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idleInTransaction,
      options: '-c timezone=UTC',
      types: typeParsers,
    },
  });
}
