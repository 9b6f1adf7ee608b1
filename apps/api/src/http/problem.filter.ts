import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { problems, type Problem } from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entryOf } from '../access/entry.js';
import { RefusalLog } from '../audit/refusal-log.js';
import { Clock } from './clock.js';
import type { DomainError } from './domain-error.js';
import { errorReport } from './error-report.js';
import { problemOf } from './problem-of.js';

/** Every error of the product becomes one `application/problem+json`, and nothing of it leaks. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly refusals: RefusalLog,
    private readonly clock: Clock,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.code === 'internal') request.log.error(errorReport(error), 'failed');
    await this.writeDown(request, problem);
    if (reply.sent) return;
    const retryAfter = problem.extra['retryAfterSeconds'];
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    void reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(bodyOf(problem, request.id)));
  }

  private async writeDown(request: FastifyRequest, { status, code }: DomainError): Promise<void> {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const refusal = {
      entry: entryOf(request),
      at: this.clock.now(),
      action: route,
      route,
      requestId: request.id,
    };
    try {
      await this.refusals.write({ ...refusal, status, code });
    } catch (error) {
      // The answer is a refusal already and shows nobody's data: it goes out, and the log says what is missing.
      request.log.error(errorReport(error), 'a refusal was not written down');
    }
  }
}

function bodyOf(problem: DomainError, requestId: string): Problem {
  const { code, detail, errors, extra } = problem;
  return {
    ...extra,
    type: `/problems/${code}`,
    code,
    title: problems[code].title,
    status: problem.status,
    ...(detail === undefined ? {} : { detail }),
    instance: requestId,
    ...(errors.length === 0 ? {} : { errors: [...errors] }),
  };
}
