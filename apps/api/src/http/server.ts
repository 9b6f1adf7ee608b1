import type { Readable } from 'node:stream';
import compress from '@fastify/compress';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { AppConfig } from '../config/app-config.js';
import { newId } from '../database/ids.js';
import { serveDashboard } from './dashboard.js';
import { parseJsonBody } from './json-body.js';
import { requireSameOrigin } from './same-origin.js';
import { closedPolicy, commonHeaders } from './security-headers.js';

export interface ServerOptions {
  /** Where log lines go; null: nowhere. */
  readonly log: { write(line: string): void } | null;
  /** How long a body that is not an upload may take to arrive, in milliseconds. */
  readonly bodyPatience: number;
}

export const serverDefaults: ServerOptions = { log: process.stdout, bodyPatience: 10_000 };

const megabyte = 1_048_576;
/** An upload may be long under way; headers may not, and bodies of other requests have `bodyPatience`. */
const uploadPatience = 15 * 60_000;
const uploadTypes = ['text/csv', 'application/octet-stream'];

/** Fastify as this product wants it: strict about what comes in, silent about people in its log. */
export function makeServer(config: AppConfig, { log }: ServerOptions): FastifyAdapter {
  return new FastifyAdapter({
    logger:
      log === null
        ? false
        : {
            level: config.environment === 'production' ? 'info' : 'warn',
            stream: log,
            base: null,
            serializers: { req: () => ({}), res: () => ({}) },
          },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    requestIdHeader: false,
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    bodyLimit: megabyte,
    keepAliveTimeout: 65_000,
    requestTimeout: uploadPatience,
    http: { headersTimeout: 5_000, requestTimeout: uploadPatience, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
}

/** What every request passes before any route, and what every answer carries. */
export async function equipServer(
  server: FastifyInstance,
  config: AppConfig,
  options: ServerOptions,
): Promise<void> {
  const headers = commonHeaders(config.publicOrigin);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    if (isApi(request)) void reply.header('cache-control', 'no-store');
    requireSameOrigin({
      method: request.method,
      fetchSite: single(request.headers['sec-fetch-site']),
      origin: request.headers.origin,
      publicOrigin: config.publicOrigin,
    });
    done();
  });
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('content-security-policy'))
      void reply.header('content-security-policy', closedPolicy);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    // The address as the route has it: what stands in it may be a name or an id.
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
  await server.register(compress, { global: true, threshold: 1024 });
  readBodies(server, options.bodyPatience);
  await serveDashboard(server, config.dashboardDir);
}

function readBodies(server: FastifyInstance, patience: number): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: megabyte },
    (_request, bytes, done) => {
      try {
        done(null, parseJsonBody(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes)));
      } catch (error) {
        done(error instanceof Error ? error : new Error('The body could not be read.'), undefined);
      }
    },
  );
  server.addContentTypeParser(uploadTypes, (_request, payload: Readable, done) => done(null, payload));
  const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (hasBody(request) && !uploadTypes.includes(mediaType(request))) {
      waiting.set(request, setTimeout(() => request.raw.destroy(), patience).unref());
    }
    done(null, payload);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    clearTimeout(waiting.get(request));
    done();
  });
  server.addHook('onError', (request, _reply, _error, done) => {
    clearTimeout(waiting.get(request));
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isApi(request: FastifyRequest): boolean {
  return request.url === '/api' || request.url.startsWith('/api/') || request.url.startsWith('/api?');
}

function mediaType(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' || header === undefined ? header : header.join();
}
