import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { slug } from '@courseline/contracts';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { ROUTE, type RouteOptions } from '../http/route.js';
import { noteEntry, type Entry } from './entry.js';
import { HandOverEntries } from './hand-over-entries.js';
import { Memberships } from './memberships.js';
import { handOverToken, signInToken } from './sign-in-cookie.js';

/**
 * Who may use which route: a live sign-in, active membership of the clinic in the path, one of the route's roles.
 * Deny by default. Below it, row-level security decides again, on its own, whose rows the person sees.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly memberships: Memberships,
    private readonly handOvers: HandOverEntries,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const route = this.reflector.get<RouteOptions | undefined>(ROUTE, context.getHandler());
    if (route === undefined) throw new DomainError('not-found');
    const { access } = route;
    if (access.kind === 'anyone') return true;
    if (access.kind === 'kiosk') {
      await this.enterByHandOver(request, access.evenLate);
      return true;
    }
    const entry = await this.enter(request, access.kind === 'clinic' ? clinicSlug(request) : null);
    if (entry.account?.byCheckIn === true && access.byCheckIn !== true) throw new DomainError('not-allowed');
    if (access.kind === 'clinic') {
      const { principal } = entry;
      if (principal === null) throw new DomainError('not-found');
      if (!principal.roles.some((role) => access.roles.includes(role))) throw new DomainError('not-allowed');
    }
    if (route.activity !== false && entry.account !== null) {
      await this.memberships.prolong(entry.account.signInId, this.clock.now());
    }
    return true;
  }

  private async enterByHandOver(request: FastifyRequest, evenLate: boolean): Promise<void> {
    const token = handOverToken(request);
    const entry = token === null ? null : await this.handOvers.find(token, this.clock.now());
    if (entry === null || (entry.handOver.isLate && !evenLate)) throw new DomainError('not-signed-in');
    noteEntry(request, entry);
  }

  private async enter(request: FastifyRequest, clinic: string | null): Promise<Entry> {
    const token = signInToken(request);
    const entry = token === null ? null : await this.memberships.find(token, clinic, this.clock.now());
    if (entry === null) throw new DomainError('not-signed-in');
    noteEntry(request, entry);
    return entry;
  }
}

function clinicSlug(request: FastifyRequest): string {
  const given: unknown =
    typeof request.params === 'object' && request.params !== null
      ? Reflect.get(request.params, 'clinic')
      : null;
  const parsed = slug().safeParse(given);
  if (!parsed.success) throw new DomainError('not-found');
  return parsed.data;
}
