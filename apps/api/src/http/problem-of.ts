import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '@courseline/contracts';
import { refusalOf, type Refusal } from '../database/sql-state.js';
import { DomainError } from './domain-error.js';

/** Any error as one of the product's problems. What is not known to be somebody's mistake is ours: `internal`. */
export function problemOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const refusal = refusalOf(error);
  if (refusal !== null) return databaseProblem(refusal);
  if (isExhaustedPool(error)) return busy();
  const code = codeOfStatus(statusOf(error));
  return new DomainError(code);
}

function databaseProblem({ state, constraint, column }: Refusal): DomainError {
  const extra = constraint === null ? {} : { rule: constraint };
  if (state === '23505') return new DomainError('already-exists', { extra });
  if (state === '23514' || state === '23503') return new DomainError('rule-violated', { extra });
  if (state === '23502')
    return new DomainError('rule-violated', { extra: column === null ? {} : { column } });
  // Row-level security or a missing grant: what cannot be written is not there for this person.
  if (state === '42501') return new DomainError('not-found');
  if (state.startsWith('22')) return new DomainError('invalid-request');
  if (['40001', '40P01', '55P03', '57014', '57P01', '57P03', '53300', '25P03'].includes(state)) return busy();
  if (state.startsWith('08') || state.startsWith('53')) return busy();
  return new DomainError('internal');
}

function busy(): DomainError {
  return new DomainError('unavailable', { extra: { retryAfterSeconds: 2 } });
}

function isExhaustedPool(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE'].includes(String(error.code)))
    return true;
  return /timeout exceeded when trying to connect|Connection terminated/i.test(error.message);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return 500;
}

function codeOfStatus(status: number): ProblemCode {
  switch (status) {
    case 400:
    case 414:
    case 431:
      return 'invalid-request';
    case 401:
      return 'not-signed-in';
    case 403:
      return 'not-allowed';
    case 404:
    case 405:
      return 'not-found';
    case 413:
      return 'too-large';
    case 415:
      return 'unsupported-media-type';
    case 503:
      return 'unavailable';
    default:
      return 'internal';
  }
}
