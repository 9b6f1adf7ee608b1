import { FILE_NAME_HEADER, problemSchema } from '@courseline/contracts';
import type { z } from 'zod';
import { ProblemError, UnexpectedAnswerError, UnreachableError } from './problem-error';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type QueryValue = string | number | boolean | null | undefined | readonly string[];

export interface RequestOptions<Schema extends z.ZodType | null> {
  /** What the answer must be; null for an answer without a body. */
  readonly schema: Schema;
  readonly body?: unknown;
  /** A file in place of a body: sent as it is, its name in a header because names do not belong in addresses. */
  readonly file?: File;
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** The version this change is made to. */
  readonly ifMatch?: number;
  /** One key a deed: sending it again is answered as the first time. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

type Answer<Schema extends z.ZodType | null> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/**
 * One request to the API; `path` begins after `/api`, its parts made with `pathOf`. The answer is parsed with the
 * contract's schema. Throws `ProblemError`, `UnreachableError` or `UnexpectedAnswerError`.
 */
export async function request<Schema extends z.ZodType | null>(
  method: Method,
  path: string,
  options: RequestOptions<Schema>,
): Promise<Answer<Schema>> {
  const response = await send(method, path, options);
  if (!response.ok) throw await problemFrom(response, `${method} ${path}`);
  if (options.schema === null) return undefined as Answer<Schema>;
  const parsed = options.schema.safeParse(await jsonOf(response, `${method} ${path}`));
  if (!parsed.success) throw new UnexpectedAnswerError(`${method} ${path}`, parsed.error);
  return parsed.data as Answer<Schema>;
}

async function send(
  method: Method,
  path: string,
  { body, file, query, ifMatch, idempotencyKey, signal }: RequestOptions<z.ZodType | null>,
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (file !== undefined) {
    headers.set('content-type', 'text/csv');
    headers.set(FILE_NAME_HEADER, encodeURIComponent(file.name));
  }
  if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  try {
    return await fetch(`/api${path}${queryString(query)}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(file === undefined ? {} : { body: file }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new UnreachableError(error);
  }
}

async function jsonOf(response: Response, request: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new UnexpectedAnswerError(request, error);
  }
}

async function problemFrom(response: Response, request: string): Promise<Error> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ProblemError(parsed.data);
  // A proxy in front of the server answers in its own words while the server is away.
  return response.status >= 502
    ? new UnreachableError(parsed.error)
    : new UnexpectedAnswerError(request, parsed.error);
}

function queryString(query: Readonly<Record<string, QueryValue>> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined) continue;
    for (const each of typeof value === 'object' ? value : [value]) params.append(name, String(each));
  }
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}

/** A path whose values cannot break out of their place: pathOf`/c/${clinic}/staff/${account}`. */
export function pathOf(words: TemplateStringsArray, ...values: readonly string[]): string {
  return words.reduce((path, word, index) => `${path}${encodeURIComponent(values[index - 1] ?? '')}${word}`);
}

/** A key for one deed; made when the form opens, kept for every retry of it. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
