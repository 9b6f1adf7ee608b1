import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { Access } from '../access/access.js';

/** What a route takes, gives and allows. Every handler has one, or the product does not start. */
export interface RouteOptions {
  readonly access: Access;
  /** Schemas of what comes in; what a route does not declare must not come. `:clinic` alone needs no schema. */
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Schema of the answer; what it does not list is cut. None: the answer is empty (204). */
  readonly response?: z.ZodType;
  /** 200, or 204 without a response schema, unless said. */
  readonly status?: number;
  /** Needs the header Idempotency-Key; the same key again gives the same answer and does nothing. */
  readonly idempotent?: boolean;
  /** False: using the route does not keep the sign-in alive. For what a page asks on its own. */
  readonly activity?: boolean;
  /** The name of the deed in the audit, when method and path do not say it. */
  readonly audit?: string;
  /**
   * The handler writes the reply itself and opens its own transactions (`RequestContext.work`): events, exports.
   * Nothing is opened, audited or checked around it.
   */
  readonly stream?: boolean;
  /** How long one statement, and the silence between two, may last: imports. Ordinary requests have seconds. */
  readonly statementSeconds?: number;
  /** The media type of a body that the handler reads as a stream by `@Body()`, such as `text/csv`. */
  readonly upload?: string;
}

export const ROUTE = Symbol('route');

/** Declares a route's access and contract; stands beside Nest's `@Get`, `@Post` and so on. */
export function Route(options: RouteOptions): MethodDecorator {
  const status = options.stream === true ? [] : [HttpCode(statusOf(options))];
  return applyDecorators(SetMetadata(ROUTE, options), ...status);
}

/** The status of the route's answer when all is well. */
export function statusOf({ status, response }: RouteOptions): number {
  return status ?? (response === undefined ? 204 : 200);
}
