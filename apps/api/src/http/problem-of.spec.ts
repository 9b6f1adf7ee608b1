import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { DomainError } from './domain-error.js';
import { errorReport } from './error-report.js';
import { problemOf } from './problem-of.js';

function refused(code: string, fields: Record<string, string> = {}): QueryFailedError {
  const cause = Object.assign(new Error('Key (mrn)=(Canary) is there'), {
    code,
    detail: 'Canary',
    ...fields,
  });
  return new QueryFailedError('insert into patient values ($1)', ['Canary'], cause);
}

describe('an error as a problem', () => {
  it.each([
    ['23505', 'already-exists'],
    ['23514', 'rule-violated'],
    ['23503', 'rule-violated'],
    ['23502', 'rule-violated'],
    ['42501', 'not-found'],
    ['22P02', 'invalid-request'],
    ['22021', 'invalid-request'],
    ['22003', 'invalid-request'],
    ['40001', 'unavailable'],
    ['40P01', 'unavailable'],
    ['55P03', 'unavailable'],
    ['57014', 'unavailable'],
    ['53300', 'unavailable'],
    ['57P01', 'unavailable'],
    ['08006', 'unavailable'],
    ['42P01', 'internal'],
    ['42601', 'internal'],
  ])('SQLSTATE %s is %s', (state, code) => {
    expect(problemOf(refused(state)).code).toBe(code);
  });

  it('names the rule of the database that was broken, and no value', () => {
    const problem = problemOf(refused('23505', { constraint: 'patient_mrn_unique' }));
    expect(problem.extra).toEqual({ rule: 'patient_mrn_unique' });
    expect(JSON.stringify(problem)).not.toContain('Canary');
  });

  it.each([
    [new Error('timeout exceeded when trying to connect'), 'unavailable'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'unavailable'],
    [new HttpException('x', 404), 'not-found'],
    [Object.assign(new Error('x'), { statusCode: 413 }), 'too-large'],
    [Object.assign(new Error('x'), { statusCode: 415 }), 'unsupported-media-type'],
    [Object.assign(new Error('x'), { statusCode: 418 }), 'internal'],
    [new TypeError('x'), 'internal'],
    ['thrown', 'internal'],
    [null, 'internal'],
  ])('%p is %s', (error, code) => {
    expect(problemOf(error).code).toBe(code);
  });

  it('leaves a domain error as it is', () => {
    const error = new DomainError('conflict', { detail: 'x' });
    expect(problemOf(error)).toBe(error);
  });
});

describe('what the log is told of an error', () => {
  it('is where and which, without the values of a statement', () => {
    const report = errorReport(refused('42P01', { table: 'patient' }));
    expect(report).toMatchObject({
      kind: 'QueryFailedError',
      database: { state: '42P01', table: 'patient' },
    });
    expect(JSON.stringify(report)).not.toContain('Canary');
  });

  it('is no message that could quote somebody', () => {
    const caught = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return error;
      }
    };
    const reports = [
      errorReport(caught(() => JSON.parse('Canary'))),
      errorReport(new RangeError('cannot parse Canary')),
      errorReport('Canary'),
    ];
    expect(JSON.stringify(reports)).not.toContain('Canary');
    expect(errorReport(new TypeError('x is not a function'))).toMatchObject({
      message: 'x is not a function',
    });
  });
});
