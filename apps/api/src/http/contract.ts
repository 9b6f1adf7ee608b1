import type { FieldProblem } from '@courseline/contracts';
import type { z } from 'zod';
import { DomainError } from './domain-error.js';

/** Thrown when the product's own answer breaks its contract; the request came to nothing. */
export class BrokenAnswerError extends Error {
  constructor(readonly places: readonly string[]) {
    super(`An answer breaks its contract at ${places.join(', ')}.`);
    this.name = 'BrokenAnswerError';
  }
}

export type Part = 'path' | 'query' | 'body';

/** What came in as the contract says it, or a problem that points to each wrong field. */
export function parseRequest(part: Part, schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) {
    if (isNothing(value)) return undefined;
    throw new DomainError('invalid-request', {
      errors: [{ pointer: part === 'body' ? '' : `/${part}`, detail: 'Nothing is expected here.' }],
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid-request', {
    errors: parsed.error.issues.flatMap((issue) => fieldProblems(part, issue)),
  });
}

/** The answer as the contract lists it: what is not listed is cut. */
export function parseAnswer(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BrokenAnswerError(
    parsed.error.issues.map((issue) => `${pointerOf('body', issue.path)} (${issue.code})`),
  );
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function fieldProblems(part: Part, issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf(part, [...issue.path, key]),
      detail: 'This field is not expected.',
    }));
  }
  return [{ pointer: pointerOf(part, issue.path), detail: issue.message }];
}

function pointerOf(part: Part, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return `${part === 'body' ? '' : `/${part}`}${steps.join('')}`;
}
