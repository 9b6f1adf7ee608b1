import { problems, problemSchema, type Problem, type ProblemCode } from '@courseline/contracts';
import { http, HttpResponse, type HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import type { z } from 'zod';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What the page sent, its body as the contract reads it. */
export interface Received<Body> {
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
}

interface RouteOptions<Answer, Body> {
  /** The contract of the answer; null for one without a body (204). */
  readonly response: z.ZodType<unknown, Answer> | null;
  /** The contract of the request; left out where none is sent. */
  readonly body?: z.ZodType<Body>;
  readonly status?: number;
  /** What is sent is a file, not JSON. */
  readonly takesFile?: boolean;
}

type Answerer<Answer, Body> = (received: Received<Body>) => Answer | Promise<Answer>;

/** Thrown by an answer to send a problem document instead. */
export class FakeProblem extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, more: Partial<Problem> = {}) {
    super(code);
    const { status, title } = problems[code];
    this.problem = { type: `/problems/${code}`, code, title, status, instance: 'request-1', ...more };
  }
}

const server = setupServer();
let breaches: string[] = [];

/** Remembers a breach of contract; the test fails of it at its end, even if the page hides it. */
function breach(what: string): HttpResponse<null> {
  breaches.push(what);
  return new HttpResponse(null, { status: 599, statusText: 'Breach of contract' });
}

function problemAnswer(problem: Problem): HttpResponse<string> {
  return new HttpResponse(JSON.stringify(problemSchema.parse(problem)), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

function handler<Answer, Body>(
  method: Method,
  path: string,
  { response, body, status, takesFile = false }: RouteOptions<Answer, Body>,
  answer: Answerer<Answer, Body>,
): HttpHandler {
  const name = `${method.toUpperCase()} ${path}`;
  return http[method](`*/api${path}`, async ({ request, params }) => {
    const text = takesFile ? '' : await request.text();
    const sent: unknown = text === '' ? null : JSON.parse(text);
    const parsed = body?.safeParse(sent);
    if (parsed?.success === false)
      return breach(`${name} was sent what its contract refuses: ${parsed.error.message}`);
    if (body === undefined && text !== '')
      return breach(`${name} was sent a body, and its contract has none.`);
    try {
      const given = await answer({
        body: (parsed?.data ?? null) as Body,
        params: params as Record<string, string>,
        query: new URL(request.url).searchParams,
        headers: request.headers,
      });
      if (response === null) return new HttpResponse(null, { status: status ?? 204 });
      const checked = response.safeParse(given);
      if (!checked.success)
        return breach(`The fake answer to ${name} breaks its contract: ${checked.error.message}`);
      return HttpResponse.json(checked.data as Record<string, unknown>, { status: status ?? 200 });
    } catch (error) {
      if (error instanceof FakeProblem) return problemAnswer(error.problem);
      return breach(`The fake answer to ${name} failed: ${String(error)}`);
    }
  });
}

/**
 * An API for page tests that keeps the contracts on both sides: a request or an answer that breaks its schema,
 * and a request that no route was given for, fails the test. Routes given later stand before earlier ones.
 */
export const fakeApi = {
  route<Answer = null, Body = null>(
    method: Method,
    path: string,
    options: RouteOptions<Answer, Body>,
    answer: Answerer<Answer, Body>,
  ): void {
    server.use(handler(method, path, options, answer));
  },
  /** The server is away: no answer at all. */
  unreachable(method: Method, path: string): void {
    server.use(http[method](`*/api${path}`, () => HttpResponse.error()));
  },
  listen(): void {
    server.listen({
      onUnhandledRequest: (request, print) => {
        breaches.push(`No route was given for ${request.method} ${new URL(request.url).pathname}.`);
        print.error();
      },
    });
  },
  finish(): void {
    server.resetHandlers();
    const found = breaches;
    breaches = [];
    if (found.length > 0) throw new Error(found.join('\n'));
  },
  close(): void {
    server.close();
  },
};
