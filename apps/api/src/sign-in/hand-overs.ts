import { Injectable } from '@nestjs/common';
import { handOverMinutes } from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  clearHandOverCookie,
  clearSignInCookie,
  handOverToken,
  newToken,
  setHandOverCookie,
  tokenHash,
} from '../access/sign-in-cookie.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { newId } from '../database/ids.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { Accounts } from './accounts.js';
import { Admission } from './admission.js';
import { IdentityEvents } from './identity-events.js';
import { networkOf } from './network-of.js';
import { Passwords } from './passwords.js';
import { Throttle, type ThrottleKey } from './throttle.js';

/** Who hands a tablet to whom, for which forms of which visit. */
export interface NewHandOver {
  readonly clinicId: string;
  readonly patientId: string;
  readonly sessionId: string;
  readonly instruments: readonly string[];
  readonly accountId: string;
  readonly signInId: string;
}

/** The visit a tablet came back from. */
export interface TakenBack {
  readonly clinic: string;
  readonly sessionId: string;
}

const openRow = z.object({
  id: z.string(),
  account_id: z.string(),
  sign_in_id: z.string(),
  session_id: z.string(),
  clinic_id: z.string(),
  slug: z.string(),
});

/**
 * A tablet goes from staff to a patient and back. While it is away, the sign-in it was used with is suspended here,
 * not only hidden in the browser; back comes only who proves again to be who handed it over.
 */
@Injectable()
export class HandOvers {
  constructor(
    private readonly identity: IdentityDatabase,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly admission: Admission,
    private readonly events: IdentityEvents,
    private readonly clock: Clock,
  ) {}

  /** Suspends the sign-in and gives the browser the tablet's cookie in place of it. */
  async begin(handOver: NewHandOver, reply: FastifyReply): Promise<void> {
    const { clinicId, patientId, sessionId, instruments, accountId, signInId } = handOver;
    const token = newToken();
    const now = this.clock.now();
    await this.identity.transaction(async (sql) => {
      const suspended = await sql.execute(
        `update sign_in set suspended_at = $2 where id = $1 and ended_at is null and suspended_at is null`,
        [signInId, now],
      );
      if (suspended !== 1) throw new DomainError('not-signed-in');
      await sql.execute(
        `insert into hand_over (id, token_hash, clinic_id, patient_id, session_id, account_id, sign_in_id, instruments,
                                started_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          newId(),
          tokenHash(token),
          clinicId,
          patientId,
          sessionId,
          accountId,
          signInId,
          instruments,
          now,
          new Date(now.getTime() + handOverMinutes * 60_000),
        ],
      );
      await this.events.write(sql, { action: 'tablet-handed-over', accountId, clinicId });
    });
    clearSignInCookie(reply);
    setHandOverCookie(reply, token);
  }

  /** Ends the hand-over and the suspended sign-in, and begins a new one. Refused like any wrong password. */
  async takeBack(password: string, request: FastifyRequest, reply: FastifyReply): Promise<TakenBack> {
    const token = handOverToken(request);
    const open = token === null ? null : await this.findOpen(token);
    if (open === null) throw new DomainError('not-signed-in');
    const account = await this.identity.transaction((sql) => this.accounts.get(sql, open.account_id));
    const keys: readonly ThrottleKey[] = [
      { kind: 'account', value: account.email },
      { kind: 'network', value: networkOf(request.ip) },
    ];
    await this.throttle.admit(keys);
    const right = await this.passwords.isRight(password, account.password_hash);
    if (!right || account.disabled_at !== null || !account.belongs) {
      await this.events.writeAside({ action: 'sign-in-refused', accountId: account.id });
      throw new DomainError('sign-in-refused');
    }
    await this.throttle.forgive(keys);
    const admitted = await this.identity.transaction(async (sql) => {
      const now = this.clock.now();
      const ended = await sql.execute(
        `update hand_over set ended_at = $2 where id = $1 and ended_at is null`,
        [open.id, now],
      );
      if (ended !== 1) throw new DomainError('not-signed-in');
      await sql.execute(`update sign_in set ended_at = $2 where id = $1 and ended_at is null`, [
        open.sign_in_id,
        now,
      ]);
      await this.events.write(sql, {
        action: 'tablet-taken-back',
        accountId: account.id,
        clinicId: open.clinic_id,
      });
      return this.admission.admit(sql, account.id, request);
    });
    clearHandOverCookie(reply);
    this.admission.handOver(reply, admitted);
    return { clinic: open.slug, sessionId: open.session_id };
  }

  private findOpen(token: string): Promise<z.infer<typeof openRow> | null> {
    return this.identity.find(
      openRow,
      `select h.id, h.account_id, h.sign_in_id, h.session_id, h.clinic_id, c.slug
         from hand_over h join clinic c on c.id = h.clinic_id
        where h.token_hash = $1 and h.ended_at is null`,
      [tokenHash(token)],
    );
  }
}
