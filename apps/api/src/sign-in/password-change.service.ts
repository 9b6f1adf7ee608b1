import { Injectable } from '@nestjs/common';
import type { ForgottenPasswordRequest, PasswordChange } from '@courseline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdentityDatabase } from '../database/identity-database.js';
import { DomainError } from '../http/domain-error.js';
import { RequestContext } from '../http/request-context.js';
import { Accounts } from './accounts.js';
import { Admission, deviceOwner } from './admission.js';
import { IdentityEvents } from './identity-events.js';
import { resetLetter } from './letters.js';
import { Mailer } from '../letters/mailer.js';
import { networkOf } from './network-of.js';
import { linkHours, OneTimeLinks } from './one-time-links.js';
import { OwnAccount } from './own-account.js';
import { Passwords } from './passwords.js';
import { SignIns } from './sign-ins.js';
import { Throttle, type ThrottleKey } from './throttle.js';

/** A new password in the place of the current one, or of a forgotten one. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly identity: IdentityDatabase,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly ownAccount: OwnAccount,
    private readonly signIns: SignIns,
    private readonly links: OneTimeLinks,
    private readonly throttle: Throttle,
    private readonly admission: Admission,
    private readonly events: IdentityEvents,
    private readonly mailer: Mailer,
    private readonly context: RequestContext,
  ) {}

  /** Needs the current password; every other sign-in of the account ends. */
  async change({ currentPassword, newPassword }: PasswordChange, reply: FastifyReply): Promise<void> {
    const { id, signInId } = this.context.account;
    const { account, clinics } = await this.identity.transaction(async (sql) => ({
      account: await this.accounts.get(sql, id),
      clinics: (await this.ownAccount.get(sql, signInId)).clinics,
    }));
    const keys: readonly ThrottleKey[] = [{ kind: 'device', value: account.id }];
    await this.throttle.admit(keys);
    if (!(await this.passwords.isRight(currentPassword, account.password_hash))) {
      throw new DomainError('password-refused', {
        errors: [{ pointer: '/currentPassword', detail: 'This is not your current password.' }],
      });
    }
    await this.throttle.forgive(keys);
    const own = [...clinics.map(({ name }) => name), account.name, account.email];
    const hash = await this.accounts.hashChosen(newPassword, own, '/newPassword');
    const changed = await this.identity.transaction(async (sql) => {
      await this.accounts.setPasswordHash(sql, id, hash);
      await this.signIns.endAll(sql, id, { except: signInId });
      await this.links.revokeAll(sql, id, 'password-reset');
      await this.events.write(sql, { action: 'password-changed', accountId: id });
      return this.accounts.get(sql, id);
    });
    this.admission.remember(reply, deviceOwner(changed));
  }

  /** The answer is the same whether there is such an account or not; the letter is written after it. */
  async forget({ email }: ForgottenPasswordRequest, request: FastifyRequest): Promise<void> {
    await this.throttle.admit([
      { kind: 'letter', value: email },
      { kind: 'network', value: networkOf(request.ip) },
    ]);
    if (!this.mailer.isConfigured) return;
    this.mailer.sendLater(() =>
      this.identity.transaction(async (sql) => {
        const account = await this.accounts.findByEmail(sql, email);
        if (account === null || account.disabled_at !== null || !account.belongs) return null;
        const target = { accountId: account.id, clinicId: null, createdBy: account.id };
        const { url } = await this.links.issue(sql, { purpose: 'password-reset', ...target });
        await this.events.write(sql, {
          action: 'link-made',
          accountId: account.id,
          detail: { purpose: 'password-reset' },
        });
        return resetLetter({
          to: email,
          name: account.name,
          clinicName: null,
          url,
          hours: linkHours,
          locale: 'en',
        });
      }),
    );
  }
}
