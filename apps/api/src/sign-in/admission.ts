import { Injectable } from '@nestjs/common';
import type { Me } from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { setSignInCookie, signInToken } from '../access/sign-in-cookie.js';
import { AppConfig } from '../config/app-config.js';
import type { Sql } from '../database/sql.js';
import { Clock } from '../http/clock.js';
import { Accounts, type Account } from './accounts.js';
import { IdentityEvents } from './identity-events.js';
import { rememberDevice, type DeviceOwner } from './known-device.js';
import { OwnAccount } from './own-account.js';
import { SignIns } from './sign-ins.js';

/** A sign-in that is written but not yet in the browser. */
export interface Admitted {
  readonly me: Me;
  readonly token: string;
  readonly owner: DeviceOwner;
}

/** Lets in whoever has just proved to be who they are: with a password, or a link that set one. */
@Injectable()
export class Admission {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
    private readonly ownAccount: OwnAccount,
    private readonly events: IdentityEvents,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** Begins a new sign-in; the one the browser came with ends, so that no secret known before is worth anything after. */
  async admit(sql: Sql, accountId: string, request: FastifyRequest): Promise<Admitted> {
    const earlier = signInToken(request);
    if (earlier !== null) await this.signIns.endByToken(sql, earlier);
    const { id, token } = await this.signIns.begin(sql, accountId);
    await this.events.write(sql, { action: 'signed-in', accountId });
    const owner = deviceOwner(await this.accounts.get(sql, accountId));
    return { me: await this.ownAccount.get(sql, id), token, owner };
  }

  /** Lets in who showed a link to a check-in: to that and nothing more. */
  async admitToCheckIn(
    sql: Sql,
    accountId: string,
    clinicId: string,
    request: FastifyRequest,
  ): Promise<string> {
    const earlier = signInToken(request);
    if (earlier !== null) await this.signIns.endByToken(sql, earlier);
    const { token } = await this.signIns.beginCheckIn(sql, accountId, clinicId);
    await this.events.write(sql, { action: 'signed-in', accountId, clinicId, detail: { by: 'check-in' } });
    return token;
  }

  /** Gives the browser its cookie, and does not remember the device: nobody has shown a password on it. */
  handOverCheckIn(reply: FastifyReply, token: string): void {
    setSignInCookie(reply, token);
  }

  /** Gives the browser its cookies, once what `admit` wrote is committed. */
  handOver(reply: FastifyReply, { token, owner }: Pick<Admitted, 'token' | 'owner'>): void {
    setSignInCookie(reply, token);
    this.remember(reply, owner);
  }

  remember(reply: FastifyReply, owner: DeviceOwner): void {
    rememberDevice(reply, owner, this.config.secret, this.clock.now());
  }
}

export function deviceOwner(account: Account): DeviceOwner {
  return { accountId: account.id, passwordChangedAt: account.password_changed_at };
}
