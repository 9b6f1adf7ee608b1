import { Injectable } from '@nestjs/common';
import type { Me, SignInRequest } from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  clearHandOverCookie,
  clearSignInCookie,
  handOverToken,
  signInToken,
} from '../access/sign-in-cookie.js';
import { AppConfig } from '../config/app-config.js';
import { IdentityDatabase } from '../database/identity-database.js';
import { Clock } from '../http/clock.js';
import { DomainError } from '../http/domain-error.js';
import { Accounts, type Account } from './accounts.js';
import { Admission, deviceOwner } from './admission.js';
import { IdentityEvents } from './identity-events.js';
import { isKnownDevice } from './known-device.js';
import { networkOf } from './network-of.js';
import { Passwords } from './passwords.js';
import { SignIns } from './sign-ins.js';
import { Throttle, type ThrottleKey } from './throttle.js';

/** Signing in with a password, and signing out. */
@Injectable()
export class SigningIn {
  constructor(
    private readonly identity: IdentityDatabase,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly admission: Admission,
    private readonly signIns: SignIns,
    private readonly events: IdentityEvents,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** Whoever fails is told the same, and as fast: no account, wrong password, no password yet, disabled, left. */
  async signIn(
    { email, password }: SignInRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Me> {
    const account = await this.identity.transaction((sql) => this.accounts.findByEmail(sql, email));
    const keys = this.throttleKeys(email, account, request);
    await this.throttle.admit(keys);
    const right = await this.passwords.isRight(password, account?.password_hash ?? null);
    if (account === null || !right || account.disabled_at !== null || !account.belongs) {
      await this.events.writeAside({ action: 'sign-in-refused', accountId: account?.id ?? null });
      throw new DomainError('sign-in-refused');
    }
    await this.throttle.forgive(keys);
    const admitted = await this.identity.transaction((sql) => this.admission.admit(sql, account.id, request));
    this.admission.handOver(reply, admitted);
    // Whoever signs in on a tablet that was handed over has it back.
    if (handOverToken(request) !== null) clearHandOverCookie(reply);
    return admitted.me;
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = signInToken(request);
    if (token !== null) {
      await this.identity.transaction(async (sql) => {
        const accountId = await this.signIns.endByToken(sql, token);
        if (accountId !== null) await this.events.write(sql, { action: 'signed-out', accountId });
      });
    }
    clearSignInCookie(reply);
  }

  private throttleKeys(
    email: string,
    account: Account | null,
    request: FastifyRequest,
  ): readonly ThrottleKey[] {
    if (
      account !== null &&
      isKnownDevice(request, deviceOwner(account), this.config.secret, this.clock.now())
    ) {
      return [{ kind: 'device', value: account.id }];
    }
    return [
      { kind: 'account', value: email },
      { kind: 'network', value: networkOf(request.ip) },
    ];
  }
}
