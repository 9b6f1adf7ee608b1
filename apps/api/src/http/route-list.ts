import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { z } from 'zod';
import { ROUTE, type RouteOptions } from './route.js';

export interface ListedRoute {
  readonly method: string;
  /** With the prefix and the names of parameters, such as `/api/c/:clinic/settings`. */
  readonly path: string;
  readonly handler: string;
  readonly options: RouteOptions;
}

/** Thrown at start when a handler does not say who may use it, or says it wrongly. */
export class UndeclaredRouteError extends Error {
  constructor(readonly findings: readonly string[]) {
    super(
      ['Courseline does not start: these routes are not declared as they must be.', ...findings].join('\n  '),
    );
    this.name = 'UndeclaredRouteError';
  }
}

/** Every route there is. The product starts only when each declares its access and its path's parameters. */
@Injectable()
export class RouteList implements OnModuleInit {
  private readonly listed: ListedRoute[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  get routes(): readonly ListedRoute[] {
    return this.listed;
  }

  onModuleInit(): void {
    const findings: string[] = [];
    for (const { metatype, instance } of this.discovery.getControllers()) {
      if (metatype === null || typeof instance !== 'object') continue;
      const prefix = pathOf(this.reflector.get<string | string[]>(PATH_METADATA, metatype));
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function') continue;
        const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (method === undefined) continue;
        const route = {
          method: RequestMethod[method],
          path: join('api', prefix, pathOf(this.reflector.get<string | string[]>(PATH_METADATA, handler))),
          handler: `${metatype.name}.${name}`,
        };
        const options = this.reflector.get<RouteOptions | undefined>(ROUTE, handler);
        if (options === undefined) findings.push(`${route.handler} has no @Route`);
        else {
          findings.push(
            ...flawsOf(route.method, route.path, options).map((flaw) => `${route.handler} ${flaw}`),
          );
          this.listed.push({ ...route, options });
        }
      }
    }
    if (findings.length > 0) throw new UndeclaredRouteError(findings);
  }
}

function flawsOf(method: string, path: string, options: RouteOptions): string[] {
  const flaws: string[] = [];
  const ofClinic = path.startsWith('/api/c/:clinic/');
  if (ofClinic !== (options.access.kind === 'clinic'))
    flaws.push('must have clinic access exactly when under c/:clinic/');
  if (options.idempotent === true && (method !== 'POST' || !ofClinic))
    flaws.push('is idempotent and no POST of a clinic');
  if (method === 'ALL') flaws.push('answers every method');
  const named = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
  const declared =
    options.params instanceof z.ZodObject ? Object.keys(options.params.shape) : ofClinic ? ['clinic'] : [];
  if (named.sort().join() !== declared.sort().join())
    flaws.push('has other parameters in its path than in its schema');
  return flaws;
}

function pathOf(path: string | readonly string[] | undefined): string {
  return typeof path === 'string' ? path : (path ?? []).join();
}

function join(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}
