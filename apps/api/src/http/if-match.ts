import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.js';

/** The version a change was made from, by the header `If-Match: "3"`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  return versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']);
});

/** The number in a strong entity tag, 0 for what does not exist yet; anything else is refused. */
export function versionOf(header: string | undefined): number {
  if (header === undefined) throw new DomainError('version-required');
  const [, digits] = /^"(0|[1-9]\d{0,8})"$/.exec(header.trim()) ?? [];
  if (digits === undefined) {
    throw new DomainError('invalid-request', {
      errors: [{ pointer: '/header/if-match', detail: 'A version in double quotes, such as "3".' }],
    });
  }
  return Number(digits);
}
