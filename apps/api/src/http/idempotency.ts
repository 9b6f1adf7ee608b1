import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from './clock.js';
import { DomainError } from './domain-error.js';
import { RequestContext } from './request-context.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface KeyedRequest {
  readonly key: string;
  /** Method and concrete path: the same key for another patient is another request. */
  readonly target: string;
  readonly body: unknown;
}

const stored = z.object({
  route: z.string(),
  body_hash: z.instanceof(Buffer),
  status: z.int(),
  response: z.unknown(),
});

/** The key in the header of a request that may come twice. */
export function idempotencyKey(header: string | string[] | undefined): string {
  if (header === undefined) throw new DomainError('idempotency-key-required');
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(header)) {
    throw new DomainError('invalid-request', {
      errors: [{ pointer: '/header/idempotency-key', detail: '8 to 100 characters without spaces.' }],
    });
  }
  return header;
}

/** A request that is sent twice is done once: its answer is kept beside what it wrote, in the same transaction. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  async once({ key, target, body }: KeyedRequest, answer: () => Promise<Answer>): Promise<Answer> {
    const { accountId, clinicId } = this.context.principal;
    const hash = createHash('sha256')
      .update(JSON.stringify([body]))
      .digest();
    // The second of two at once waits here, and then finds the answer of the first.
    await this.context.execute(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `${clinicId} ${accountId} ${key}`,
    ]);
    const earlier = await this.context.find(
      stored,
      `select route, body_hash, status, response from idempotency_key where clinic_id = $1 and account_id = $2 and key = $3`,
      [clinicId, accountId, key],
    );
    if (earlier !== null) {
      if (earlier.route !== target || !earlier.body_hash.equals(hash))
        throw new DomainError('idempotency-key-reused');
      this.context.note('replayed', true);
      return { status: earlier.status, body: earlier.response };
    }
    const given = await answer();
    await this.context.execute(
      `insert into idempotency_key (clinic_id, account_id, key, route, body_hash, status, response, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        clinicId,
        accountId,
        key,
        target,
        hash,
        given.status,
        JSON.stringify(given.body ?? null),
        this.clock.now(),
      ],
    );
    return given;
  }
}
