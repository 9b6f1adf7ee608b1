import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { entryOf } from '../access/entry.js';
import { parseAnswer, parseRequest } from './contract.js';
import { DomainError } from './domain-error.js';
import { idempotencyKey, Idempotency, type Answer } from './idempotency.js';
import { runAs, type RequestScope } from './request-context.js';
import { ROUTE, statusOf, type RouteOptions } from './route.js';
import { UnitOfWork } from './unit-of-work.js';

/** Around every handler: the contract on the way in, one transaction, the contract on the way out, then the commit. */
@Injectable()
export class RouteInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly work: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.serve(context, next));
  }

  private async serve(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const options = this.reflector.get<RouteOptions>(ROUTE, context.getHandler());
    takeIn(request, options);
    const scope = scopeOf(request, options);
    const handle = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    if (options.stream === true || scope.principal === null) {
      const outside = { scope, sql: null, touched: new Set<string>(), detail: new Map<string, string>() };
      const given = await runAs(outside, handle);
      return options.stream === true ? given : parseAnswer(options.response, given);
    }
    const answer = async (): Promise<Answer> => ({
      status: statusOf(options),
      body: parseAnswer(options.response, await handle()),
    });
    const limits =
      options.statementSeconds === undefined ? {} : { statementSeconds: options.statementSeconds };
    const { body } = await this.work.run(scope, () => this.answerOnce(request, options, answer), limits);
    return body;
  }

  private async answerOnce(
    request: FastifyRequest,
    options: RouteOptions,
    answer: () => Promise<Answer>,
  ): Promise<Answer> {
    if (options.idempotent !== true) return answer();
    const key = idempotencyKey(request.headers['idempotency-key']);
    const target = `${request.method} ${request.url.split('?', 1).join('')}`;
    const body = options.upload === undefined ? request.body : null;
    return this.idempotency.once({ key, target, body }, answer);
  }
}

/** Puts what the contract made of the request where Nest's decorators look for it. */
function takeIn(request: FastifyRequest, options: RouteOptions): void {
  const { params, query, body, upload } = options;
  if (params !== undefined) request.params = parseRequest('path', params, request.params);
  request.query = parseRequest('query', query, request.query) ?? {};
  if (upload === undefined) request.body = parseRequest('body', body, request.body);
  else if (request.mediaType !== upload)
    throw new DomainError('unsupported-media-type', { detail: `Send ${upload}.` });
}

export function scopeOf(request: FastifyRequest, options: RouteOptions | undefined): RequestScope {
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  return { requestId: request.id, route, action: options?.audit ?? route, ...entryOf(request) };
}
