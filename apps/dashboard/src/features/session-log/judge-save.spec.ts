import { problems, type Problem, type ProblemCode } from '@courseline/contracts';
import { ProblemError, UnexpectedAnswerError, UnreachableError } from '../../api/problem-error';
import { judgeSave } from './judge-save';

const changes = [
  { path: 'note', value: 'calm' },
  { path: 'vitals/before/pulse', value: 740 },
];

function problem(code: ProblemCode, more: Partial<Problem> = {}): ProblemError {
  const { status, title } = problems[code];
  return new ProblemError({ type: `/problems/${code}`, code, title, status, instance: 'r', ...more });
}

describe('a save that failed', () => {
  it('was overtaken when the version is another', () => {
    expect(judgeSave(problem('version-conflict'), changes).kind).toBe('overtaken');
  });

  it('is tried again when it may pass, a lapsed sign-in included', () => {
    for (const failure of [
      new UnreachableError(null),
      problem('unavailable'),
      problem('internal'),
      problem('too-many-requests'),
      problem('not-signed-in'),
    ])
      expect(judgeSave(failure, changes).kind).toBe('passing');
  });

  it('names the changes that are refused, and only those', () => {
    const failure = problem('invalid-request', {
      errors: [{ pointer: '/changes/1/value', detail: 'Too big.' }],
    });
    expect(judgeSave(failure, changes)).toEqual({
      kind: 'refused',
      changes: new Map([['vitals/before/pulse', 'Too big.']]),
    });
  });

  it('is not tried again when nothing would change', () => {
    expect(judgeSave(problem('conflict'), changes).kind).toBe('lasting');
    expect(judgeSave(problem('invalid-request'), changes).kind).toBe('lasting');
    expect(judgeSave(new UnexpectedAnswerError('PATCH', null), changes).kind).toBe('lasting');
  });
});
