import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';

interface Issue {
  readonly code: string;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: unknown;
  readonly format?: unknown;
}

/** What is wrong, for people. A message that stands in the contract comes before these. */
export function plainWords(issue: Issue): string {
  const limit = (value: unknown, unit: string): string =>
    issue.origin === 'string' ? `${String(value)} characters` : `${String(value)}${unit}`;
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'This is needed.';
      return issue.origin === 'array'
        ? `At least ${String(issue.minimum)}.`
        : `At least ${limit(issue.minimum, '')}.`;
    case 'too_big':
      return `At most ${limit(issue.maximum, '')}.`;
    case 'invalid_format':
      return issue.format === 'email'
        ? 'An email address, such as name@clinic.org.'
        : 'This is not written as it must be.';
    case 'invalid_type':
      return 'This is needed.';
    case 'invalid_value':
      return 'Choose one.';
    default:
      return 'This cannot be used.';
  }
}

/** Checks a form with the contract's schema before anything is sent. */
export function formResolver<Output, Input extends FieldValues>(
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  return zodResolver(schema, { error: (issue) => plainWords(issue) });
}
