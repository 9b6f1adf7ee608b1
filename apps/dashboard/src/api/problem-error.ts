import type { FieldProblem, Problem, ProblemCode } from '@courseline/contracts';

/** An answer that is not a success: the problem the server described. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }

  get code(): ProblemCode {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  get detail(): string | undefined {
    return this.problem.detail;
  }

  /** Which fields are wrong, by JSON pointer. */
  get errors(): readonly FieldProblem[] {
    return this.problem.errors ?? [];
  }

  /** The version that is current, after `version-conflict`. */
  get version(): number | undefined {
    return this.problem.version;
  }
}

/** There was no answer: no network, or nothing listens. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause });
    this.name = 'UnreachableError';
  }
}

/** The answer is not what the contract says: the page was made for another version of the server, or there is a fault. */
export class UnexpectedAnswerError extends Error {
  constructor(request: string, cause: unknown) {
    super(`The answer to ${request} is not as agreed.`, { cause });
    this.name = 'UnexpectedAnswerError';
  }
}

export function isProblem(error: unknown, ...codes: readonly ProblemCode[]): error is ProblemError {
  return error instanceof ProblemError && codes.includes(error.code);
}
