import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { IdentityDatabaseAside } from '../database/identity-database.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';

/** Something whose attempts are counted: an account, a network, an account's known devices, letters to an address. */
export interface ThrottleKey {
  readonly kind: 'account' | 'network' | 'device' | 'letter';
  readonly value: string;
}

/** How many attempts pass before each further one has to wait, longer each time. */
const free: Readonly<Record<ThrottleKey['kind'], number>> = { account: 5, network: 30, device: 5, letter: 3 };
const longestWaitSeconds = 900;
/** After so long without an attempt the count begins anew. */
const forgottenAfterMinutes = 24 * 60;

const blocked = z.object({ blocked_until: z.date().nullable() });

/**
 * Counts attempts before they are made, so that many at once cannot slip through together, and in transactions of
 * its own, so that a refusal does not undo the count.
 */
@Injectable()
export class Throttle {
  constructor(
    private readonly database: IdentityDatabaseAside,
    private readonly clock: Clock,
  ) {}

  /** Counts one attempt for each key, or refuses when one of them has to wait. */
  async admit(keys: readonly ThrottleKey[]): Promise<void> {
    for (const key of keys) await this.admitOne(key);
  }

  /** The attempt was a good one: the account or device starts anew, the network gets this attempt back. */
  async forgive(keys: readonly ThrottleKey[]): Promise<void> {
    for (const key of keys) {
      await this.database.execute(
        `update throttle set failures = case when $2 then greatest(failures - 1, 0) else 0 end, blocked_until = null where key = $1`,
        [storedKey(key), key.kind === 'network'],
      );
    }
  }

  private async admitOne(key: ThrottleKey): Promise<void> {
    const now = this.clock.now();
    const admitted = await this.database.query(
      blocked,
      `insert into throttle as t (key, failures, last_failure_at, blocked_until) values ($1, 1, $2, null)
       on conflict (key) do update set
         failures = case when t.last_failure_at < $3 then 1 else t.failures + 1 end,
         last_failure_at = $2,
         blocked_until = case when t.last_failure_at >= $3 and t.failures + 1 >= $4
           then $2::timestamptz + least(power(2, least(t.failures + 1 - $4, 20)), $5) * interval '1 second' end
       where t.blocked_until is null or t.blocked_until <= $2
       returning blocked_until`,
      [storedKey(key), now, minutesBefore(now, forgottenAfterMinutes), free[key.kind], longestWaitSeconds],
    );
    if (admitted.length > 0) return;
    const row = await this.database.find(blocked, `select blocked_until from throttle where key = $1`, [
      storedKey(key),
    ]);
    const wait = Math.ceil(((row?.blocked_until?.getTime() ?? 0) - now.getTime()) / 1_000);
    throw new DomainError('too-many-requests', { extra: { retryAfterSeconds: Math.max(wait, 1) } });
  }
}

/** Keys are digests: the table of failures is no list of e-mail addresses. */
function storedKey({ kind, value }: ThrottleKey): string {
  return `${kind}:${createHash('sha256').update(value).digest('base64url')}`;
}

function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000);
}
