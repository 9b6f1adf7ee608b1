import { problems, type FieldProblem, type ProblemCode } from '@courseline/contracts';

export interface DomainErrorOptions {
  /** For the person who reads it; never a name, an answer or a date of birth. */
  readonly detail?: string;
  /** Wrong fields, each by a pointer such as `/weight/value`. */
  readonly errors?: readonly FieldProblem[];
  /** Further members of the answer, such as the version that is current; shown to the person, never logged. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The one way in which a feature says no. The code decides status and title (contracts, `problems.ts`). */
export class DomainError extends Error {
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ProblemCode,
    { detail, errors = [], extra = {} }: DomainErrorOptions = {},
  ) {
    super(code);
    this.name = 'DomainError';
    this.detail = detail;
    this.errors = errors;
    this.extra = extra;
  }

  get status(): number {
    return problems[this.code].status;
  }
}
