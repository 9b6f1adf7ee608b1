import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  consentScopes,
  type ConsentCounts,
  type ConsentText,
  type ConsentTexts,
  type NewConsentText,
} from '@courseline/contracts';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { ConsentsQueries } from './consents.queries.js';

/** The texts of a clinic: each version stays as it was signed. */
@Injectable()
export class ConsentTextsService {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly queries: ConsentsQueries,
  ) {}

  async list(): Promise<ConsentTexts> {
    return { texts: await this.queries.listTexts() };
  }

  /** The newest text of each scope that has one. */
  async newest(): Promise<ConsentText[]> {
    const texts = await this.queries.listTexts();
    return consentScopes.flatMap((scope) => texts.find((text) => text.scope === scope) ?? []);
  }

  async add(text: NewConsentText, expected: number): Promise<ConsentTexts> {
    const version = (await this.newest()).find(({ scope }) => scope === text.scope)?.version ?? 0;
    if (version !== expected) throw new DomainError('version-conflict', { extra: { version } });
    const body = text.body.replaceAll('\r\n', '\n');
    const added = await this.context.execute(
      `insert into consent_text (clinic_id, scope, n, title, body, sha256, asks_again, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        this.context.clinic.id,
        text.scope,
        expected + 1,
        text.title,
        body,
        digestOf(text.title, body),
        expected === 0 || text.asksAgain,
        this.context.principal.accountId,
        this.clock.now(),
      ],
    );
    if (added === 0) throw new DomainError('version-conflict');
    return this.list();
  }

  async counts(): Promise<ConsentCounts> {
    return { patients: await this.queries.countPatients(), scopes: await this.queries.countStates() };
  }
}

/** SHA-256 of what stands on the page. */
export function digestOf(title: string, body: string): string {
  return createHash('sha256').update(`${title}\n\n${body}`, 'utf8').digest('hex');
}
