import { QueryFailedError } from 'typeorm';

/** What the database said when it refused, without the values it was given. */
export interface Refusal {
  /** SQLSTATE, five characters. */
  readonly state: string;
  readonly constraint: string | null;
  readonly table: string | null;
  readonly column: string | null;
}

/** The database's refusal inside an error, or null when the error is something else. */
export function refusalOf(error: unknown): Refusal | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return null;
  if (!/^[0-9A-Z]{5}$/.test(cause.code)) return null;
  return {
    state: cause.code,
    constraint: textOf(cause, 'constraint'),
    table: textOf(cause, 'table'),
    column: textOf(cause, 'column'),
  };
}

/** Whether two transactions got in each other's way and running again may succeed. */
export function isRetryable(error: unknown): boolean {
  const state = refusalOf(error)?.state;
  return state === '40001' || state === '40P01';
}

function textOf(error: Error, key: string): string | null {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : null;
}
