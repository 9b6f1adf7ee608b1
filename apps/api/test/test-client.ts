import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import { newId } from '../src/database/ids.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as its contract says it; fails the test when it is something else. */
  as<Schema extends z.ZodType>(schema: Schema): z.output<Schema>;
}

export interface SendOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** The version that a change is made from. */
  readonly ifMatch?: number;
  /** Left out: a new key for each POST. Null: none. */
  readonly idempotencyKey?: string | null;
  readonly remoteAddress?: string;
}

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** A browser of this site: keeps its cookies and says where its requests come from. */
export class TestClient {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    cookies: Readonly<Record<string, string>> = {},
  ) {
    for (const [name, value] of Object.entries(cookies)) this.cookies.set(name, value);
  }

  get(path: string, options?: SendOptions): Promise<Answer> {
    return this.send('GET', path, undefined, options);
  }

  post(path: string, body?: unknown, options: SendOptions = {}): Promise<Answer> {
    const { idempotencyKey = newId() } = options;
    return this.send('POST', path, body, { ...options, idempotencyKey });
  }

  put(path: string, body?: unknown, options?: SendOptions): Promise<Answer> {
    return this.send('PUT', path, body, options);
  }

  patch(path: string, body?: unknown, options?: SendOptions): Promise<Answer> {
    return this.send('PATCH', path, body, options);
  }

  delete(path: string, body?: unknown, options?: SendOptions): Promise<Answer> {
    return this.send('DELETE', path, body, options);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  async send(method: string, path: string, body?: unknown, options: SendOptions = {}): Promise<Answer> {
    const { headers = {}, ifMatch, idempotencyKey = null, remoteAddress } = options;
    const response = await this.app.inject({
      method: method as Method,
      url: path,
      ...(remoteAddress === undefined ? {} : { remoteAddress }),
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'sec-fetch-site': 'same-origin',
        ...(this.cookies.size === 0
          ? {}
          : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(idempotencyKey === null ? {} : { 'idempotency-key': idempotencyKey }),
        ...headers,
      },
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''));
    const parsed: unknown = isJson && response.payload !== '' ? JSON.parse(response.payload) : undefined;
    return {
      status: response.statusCode,
      body: parsed,
      headers: response.headers as Answer['headers'],
      text: response.payload,
      as: (schema) => {
        const checked = schema.safeParse(parsed);
        if (!checked.success)
          throw new Error(`${method} ${path} answered ${response.statusCode}: ${response.payload}`);
        return checked.data;
      },
    };
  }
}
